// The clock of this machine, of a time namespace made for it, and of machines that are not at hand.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct ClockTests {
    @Test func readsTheMachinesOwnFiles() throws {
        let reader = ClockReader()
        guard HostRoot.live.exists("/sys/devices/system/clocksource/clocksource0/current_clocksource") else {
            print("skipped: no clock source is visible in /sys here")
            return
        }
        let source = try HostRoot.live.text("/sys/devices/system/clocksource/clocksource0/current_clocksource")
        let reading = try #require(reader.reading(of: "clock.source"))
        #expect(reading.value == .success(.text(source)))
        #expect(reading.scope == .machine)
        let available = try #require(reader.reading(of: "clock.available"))
        guard case .success(.text(let list)) = available.value else { throw UnexpectedReading("\(available)") }
        #expect(list.split(separator: " ").contains(Substring(source)))
    }

    @Test func measuresHowTheClockIsRead() throws {
        let cost = try ClockCost.measure()
        #expect(cost.plain >= 0)
        #expect(cost.bySystemCall > 0)
        let reading = try #require(ClockReader().reading(of: "clock.read"))
        guard case .success(.text(let word)) = reading.value else { throw UnexpectedReading("\(reading)") }
        #expect(["vdso", "system call"].contains(word))
        #expect(reading.raw?.contains(" ns a read") == true)
    }

    @Test(arguments: [
        (33, 232, false), (50, 232, false), (120, 232, false), (155, 232, true), (232, 232, true), (240, 232, true),
        (2100, 2300, true),
    ]) func tellsTheVDSOFromACall(plain: Int, call: Int, isCall: Bool) {
        #expect(ClockCost(plain: plain, bySystemCall: call).isSystemCall == isCall)
    }

    /// adjtimex, as another program asks it.
    @Test(.enabled(if: find("python3") != nil, "python3 is not installed")) func agreesOnSynchronisation() throws {
        let program = """
            import ctypes, struct
            b = ctypes.create_string_buffer(512)
            r = ctypes.CDLL(None, use_errno=True).adjtimex(b)
            print(r, struct.unpack_from("i", b, 40)[0] & 0x40)
            """
        let words = try run(#require(find("python3")), ["-c", program]).outputText.split(separator: " ").map {
            $0.filter { $0 != "\n" }
        }
        let reading = try #require(ClockReader().reading(of: "clock.synchronised"))
        guard words.count == 2, words[0] != "-1" else {
            guard case .failure = reading.value else { throw UnexpectedReading("\(reading)") }
            return
        }
        #expect(reading.value == .success(.text(words[1] == "0" ? "yes" : "no")))
        let error = try #require(ClockReader().reading(of: "clock.max-error"))
        #expect(error.unit == .seconds)
        guard case .success(.number(let bound)) = error.value else { throw UnexpectedReading("\(error)") }
        #expect(bound >= Number(0))
    }

    private static let timeNamespaces: Bool = {
        guard let unshare = find("unshare") else { return false }
        return (try? run(unshare, ["--time", "--monotonic", "1000", "--fork", "true"]))?.status == 0
    }()

    @Test(.enabled(if: timeNamespaces, "time namespaces cannot be made here: this needs root, Linux 5.6 and util-linux 2.36"))
    func readsTheOffsetsOfARealTimeNamespace() throws {
        // The file as the kernel shows it to a process inside.
        let outcome = try run(
            #require(find("unshare")),
            ["--time", "--monotonic", "1000", "--boottime", "-20", "--fork", "cat", "/proc/self/timens_offsets"])
        try #require(outcome.status == 0, "\(outcome)")
        let directory = try TemporaryDirectory()
        for name in ["proc", "proc/self"] { _ = try directory.makeDirectory(name) }
        try directory.write("proc/self/timens_offsets", outcome.outputText)
        let reader = ClockReader(root: try HostRoot(path: directory.path))
        let reading = try #require(reader.reading(of: "time-namespace.offsets"))
        #expect(reading.value == .success(.numbers([Number(1000), Number(-20)])))
        #expect(reading.scope == .timeNamespace)
        let remark = try #require(reader.remarks().first { $0.rule == .timeNamespace })
        #expect(remark.message.contains("1000"))
        // Here, outside, nothing is shifted.
        #expect(ClockReader().remarks().allSatisfy { $0.rule != .timeNamespace })
    }

    @Test(arguments: [
        "monotonic x 0\nboottime 0 0\n", "monotonic 0 0\n", "", "monotonic 99999999999999999999999999999999999999999 0\n",
    ])
    func refusesOffsetsThatAreNone(text: String) throws {
        let directory = try TemporaryDirectory()
        for name in ["proc", "proc/7"] { _ = try directory.makeDirectory(name) }
        try directory.write("proc/7/timens_offsets", text)
        let reading = try #require(
            ClockReader(root: HostRoot(path: directory.path), process: "7").reading(of: "time-namespace.offsets"))
        guard case .failure(let reason) = reading.value else { throw UnexpectedReading("\(reading)") }
        #expect(reason.kind == .malformed)
    }

    @Test func warnsOfASlowSource() throws {
        let root = try hostFixture("xen-clock")
        let measured = ClockReader(root: root, cost: ClockCost(plain: 410, bySystemCall: 420))
        let remark = try #require(measured.remarks().first { $0.rule == .slowClock })
        #expect(remark.severity == .warning)
        #expect(remark.message.contains("410 ns a read") && remark.message.contains("xen"))
        #expect(remark.remedy?.now?.contains("echo tsc >") == true)
        #expect(remark.remedy?.forGood?.contains("clocksource=tsc") == true)
        // The name warns alone, and only informs where the measurement contradicts it.
        #expect(ClockReader(root: root).remarks().first { $0.rule == .slowClock }?.severity == .warning)
        let fast = ClockReader(root: root, cost: ClockCost(plain: 30, bySystemCall: 230))
        #expect(fast.remarks().first { $0.rule == .slowClock }?.severity == .info)
        #expect(ClockReader(root: root).remarks().allSatisfy { $0.rule != .unstableClock })
    }

    @Test func saysThatACounterIsMissing() throws {
        let directory = try TemporaryDirectory()
        let clock = "sys/devices/system/clocksource/clocksource0"
        var path = ""
        for part in clock.split(separator: "/") {
            path += (path.isEmpty ? "" : "/") + part
            _ = try directory.makeDirectory(path)
        }
        _ = try directory.makeDirectory("proc")
        try directory.write("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu tsc\n")
        try directory.write("\(clock)/available_clocksource", "hpet acpi_pm \n")
        try directory.write("\(clock)/current_clocksource", "hpet\n")
        let reader = ClockReader(root: try HostRoot(path: directory.path))
        #expect(reader.remarks().map(\.rule) == [.slowClock, .unstableClock])
        #expect(reader.remarks()[0].remedy?.now == nil)
        try directory.write("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd\n")
        #expect(reader.remarks().map(\.rule) == [.slowClock])
    }

    @Test func isUnknownWhereNothingCanBeRead() throws {
        let reader = ClockReader(root: try hostFixture("masked-sys"))
        for name in reader.names {
            let reading = try #require(reader.reading(of: name))
            guard case .failure(let reason) = reading.value else { throw UnexpectedReading("\(name): \(reading)") }
            let expected: Unknown.Kind =
                ["clock.read", "clock.synchronised", "clock.max-error"].contains(name) ? .notApplicable : .absent
            #expect(reason.kind == expected, "\(name)")
        }
        #expect(reader.remarks().isEmpty)
        #expect(reader.reading(of: "nofile") == nil)
    }
}

struct UnexpectedReading: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

/// A tree of fixtures/hosts.
func hostFixture(_ name: String, file: String = #filePath) throws -> HostRoot {
    let top = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return try HostRoot(path: "\(top)/fixtures/hosts/\(name)")
}
