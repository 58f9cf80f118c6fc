// From addresses, which the dynamic table speaks of, to places in the file.

internal import CPreflightELF

/// The PT_LOAD segments as the loader maps them.
struct SegmentMap {
    private let loads: [Segment]

    init(_ segments: [Segment]) {
        loads = segments.filter { $0.type == UInt32(PT_LOAD) }
    }

    var isEmpty: Bool { loads.isEmpty }

    /// The file range from `address` to the end of what its segment takes from the file.
    ///
    /// Where segments overlap the later one is mapped over the earlier, so it wins.
    func fileRange(from address: UInt64) -> Range<UInt64>? {
        for load in loads.reversed() where address >= load.address && address - load.address < load.fileSize {
            let skip = address - load.address
            let (start, startOverflow) = load.offset.addingReportingOverflow(skip)
            let (end, endOverflow) = load.offset.addingReportingOverflow(load.fileSize)
            guard !startOverflow, !endOverflow, end > start else { return nil }
            return start..<end
        }
        return nil
    }

    /// Like ``fileRange(from:)``, but says in a sentence why there is none.
    func require(_ address: UInt64, what: String) throws(ReadError) -> Range<UInt64> {
        if let range = fileRange(from: address) { return range }
        throw .malformed("\(what) is at address \(hexadecimal(address)), which no PT_LOAD segment takes from the file")
    }
}
