// The clock: where the kernel takes it from, what reading it costs, whether it is right, and whether a time namespace shifts it.

internal import CPreflightRoot

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Reads the clock's properties. Facts:
///
/// | name | value | scope |
/// |---|---|---|
/// | `clock.source` | text: `tsc` | machine |
/// | `clock.available` | text: the sources to choose from, as the kernel lists them | machine |
/// | `clock.read` | text: `vdso`, or `system call` where a read costs as much as one; measured | machine |
/// | `clock.synchronised` | text: `yes`, `no` | machine |
/// | `clock.max-error` | seconds: the kernel's bound on how wrong the time may be | machine |
/// | `clock.ptp` | text: names of the precision clocks | machine |
/// | `time-namespace.offsets` | two numbers of seconds: added to the monotonic clock, and to the time since boot | time namespace |
public struct ClockReader: HostReader {
    private let root: HostRoot
    private let process: String
    private let cost: ClockCost?

    /// The clock as a process sees it.
    ///
    /// - Parameters:
    ///   - process: a number, or `self`; it has a time namespace.
    ///   - cost: what reading costs, where that was measured before; measured by this process where nil and the root is live.
    public init(root: HostRoot = .live, process: String = "self", cost: ClockCost? = nil) {
        self.root = root
        self.process = process
        self.cost = cost
    }

    /// The names of the table above.
    public var names: [String] {
        [
            "clock.source", "clock.available", "clock.read", "clock.synchronised", "clock.max-error", "clock.ptp",
            "time-namespace.offsets",
        ]
    }

    /// The reading of one of ``names``; nil for any other.
    public func reading(of name: String) -> Reading? {
        switch name {
        case "clock.source": file("current_clocksource")
        case "clock.available": file("available_clocksource")
        case "clock.read": costReading
        case "clock.synchronised": state.0
        case "clock.max-error": state.1
        case "clock.ptp": precisionClocks
        case "time-namespace.offsets": offsets
        default: nil
        }
    }

    /// All of ``names``.
    public func overview() -> [Fact] { names.compactMap { name in reading(of: name).map { Fact(name, $0) } } }

    private static let directory = "/sys/devices/system/clocksource/clocksource0"

    private func file(_ name: String) -> Reading {
        let place = "\(Self.directory)/\(name)"
        do throws(Unknown) {
            let text = try root.text(place)
            guard !text.isEmpty else { throw Unknown(.malformed, "\(root.shown(place)) is empty") }
            return Reading(
                .success(.text(text.words.joined(separator: " "))), raw: text, source: root.shown(place), scope: .machine)
        } catch {
            return Reading(.failure(error), source: root.shown(place), scope: .machine)
        }
    }

    private var costReading: Reading {
        let source = "clock_gettime(CLOCK_MONOTONIC)"
        guard cost != nil || root.isLive else {
            let reason = Unknown(
                .notApplicable, "what reading the clock costs can only be measured on the machine itself, not in \(root.path)")
            return Reading(.failure(reason), source: source, scope: .machine)
        }
        do throws(Unknown) {
            let cost = if let cost { cost } else { try ClockCost.measure() }
            let word = cost.isSystemCall ? "system call" : "vdso"
            return Reading(.success(.text(word)), raw: cost.summary, source: source, scope: .machine, notes: [cost.summary])
        } catch {
            return Reading(.failure(error), source: source, scope: .machine)
        }
    }

    /// Whether the time is kept, and how wrong it may be.
    private var state: (Reading, Reading) {
        let source = "adjtimex(modes = 0)"
        func both(_ first: Result<Value, Unknown>, _ second: Result<Value, Unknown>, raw: (String, String)? = nil) -> (
            Reading, Reading
        ) {
            (
                Reading(first, raw: raw?.0, source: source, scope: .machine),
                Reading(second, raw: raw?.1, source: source, scope: .machine, unit: .seconds)
            )
        }
        guard root.isLive else {
            let reason = Unknown(.notApplicable, "adjtimex answers only for the machine itself, not for \(root.path)")
            return both(.failure(reason), .failure(reason))
        }
        var status: CInt = 0
        var error = 0
        guard preflight_clock_state(&status, &error) >= 0 else {
            let reason = Unknown(errno: errno, source)
            return both(.failure(reason), .failure(reason))
        }
        let isUnsynchronised = status & Self.unsynchronised != 0
        let bound = Number(Int128(error), over: 1_000_000) ?? Number(0)
        return both(
            .success(.text(isUnsynchronised ? "no" : "yes")), .success(.number(bound)),
            raw: ("status 0x" + String(status, radix: 16), "\(error) us"))
    }

    /// STA_UNSYNC of linux/timex.h.
    private static let unsynchronised: CInt = 0x40

    private var precisionClocks: Reading {
        let place = "/sys/class/ptp"
        do throws(Unknown) {
            var clocks: [String] = []
            var notes: [String] = []
            for name in try root.names(in: place) where name.hasPrefix("ptp") {
                clocks.append("\(name): \(try root.text("\(place)/\(name)/clock_name"))")
                // Not opened and read: a read would wait for the next event.
                let device = "/dev/\(name)"
                if !root.exists(device) {
                    notes.append("\(device) does not exist here")
                } else if root.isLive, access(device, R_OK) != 0 {
                    notes.append("\(device) may not be read")
                }
            }
            guard !clocks.isEmpty else { throw Unknown(.absent, "\(root.shown(place)) lists no clock") }
            return Reading(
                .success(.text(clocks.joined(separator: ", "))), source: root.shown(place), scope: .machine, notes: notes)
        } catch {
            return Reading(.failure(error), source: root.shown(place), scope: .machine)
        }
    }

    private var offsets: Reading {
        let place = "/proc/\(process)/timens_offsets"
        do throws(Unknown) {
            let text = try root.text(place)
            var found: [Substring: Number] = [:]
            for line in text.split(separator: "\n") {
                let words = line.words
                guard words.count == 3, let seconds = Number(kernel: words[1]), let rest = Number(kernel: words[2]),
                    let sum = Number(rest.numerator, over: 1_000_000_000)?.plus(seconds)
                else { throw Unknown(.malformed, "\(root.shown(place)) has a line that is no offset: \(line)") }
                found[words[0]] = sum
            }
            guard let monotonic = found["monotonic"], let boot = found["boottime"] else {
                throw Unknown(.malformed, "\(root.shown(place)) names no offset for monotonic or boottime")
            }
            return Reading(
                .success(.numbers([monotonic, boot])), raw: text, source: root.shown(place), scope: .timeNamespace, unit: .seconds
            )
        } catch {
            return Reading(.failure(error), source: root.shown(place), scope: .timeNamespace, unit: .seconds)
        }
    }

    /// What the processor says of itself: the words behind `flags` of the first processor; empty where it has none (not x86).
    private var processorFlags: [Substring] {
        guard let text = try? root.text("/proc/cpuinfo", limit: 1 << 22) else { return [] }
        let line = text.split(separator: "\n").first { $0.hasPrefix("flags") && $0.contains(":") }
        return line?.split(separator: ":", maxSplits: 1).last?.words ?? []
    }

    /// A slow or an untrusted source, a clock that nothing keeps, a time namespace.
    public func remarks() -> [Remark] {
        sourceRemarks + [unstableRemark, synchronisationRemark, offsetRemark].compactMap { $0 }
    }

    private var sourceRemarks: [Remark] {
        let source = file("current_clocksource")
        guard case .success(.text(let name)) = source.value else { return [] }
        let read = costReading
        let isMeasuredSlow = read.value == .success(.text("system call"))
        let isMeasuredFast = read.value == .success(.text("vdso"))
        let known = ClockSource.named(name)
        guard isMeasuredSlow || known?.isReadByVDSO == false else { return [] }
        let what = known.map { ", \($0.meaning)" } ?? ""
        let cost = (read.raw.map { "; measured: \($0)" } ?? "")
        let message =
            isMeasuredSlow
            ? "reading the clock costs as much as a system call (clock source \(name)\(what))\(cost)"
            : "the clock source \(name)\(what) needs a system call for each read\(cost)"
        return [
            // A name alone is contradicted where the measurement says otherwise.
            Remark(
                .slowClock, isMeasuredFast ? .info : .warning, "clock.source", message,
                source: isMeasuredSlow ? read.source : source.source, remedy: remedy(besides: name), citation: Self.citation)
        ]
    }

    private func remedy(besides current: String) -> HostRemedy? {
        guard case .success(.text(let list)) = file("available_clocksource").value else { return nil }
        let available = list.words.map(String.init)
        guard let better = ClockSource.fast.first(where: { $0 != current && available.contains($0) }) else {
            return HostRemedy(
                forGood:
                    "The machine offers no faster source (\(list)); ask who runs it for one: on the node, not in a container.")
        }
        return HostRemedy(
            now: "echo \(better) > \(Self.directory)/current_clocksource    # on the node, as root",
            forGood: "clocksource=\(better)    # kernel command line of the node")
    }

    private var unstableRemark: Remark? {
        let available = file("available_clocksource")
        guard case .success(.text(let list)) = available.value, processorFlags.contains("tsc"), !list.words.contains("tsc") else {
            return nil
        }
        return Remark(
            .unstableClock, .info, "clock.available",
            "the processor has a time stamp counter, but the kernel does not offer it (\(list)): "
                + "it found tsc unstable, or was told so",
            source: available.source, remedy: HostRemedy(now: "dmesg | grep -i -e tsc -e clocksource    # says why"),
            citation: "https://docs.kernel.org/virt/kvm/x86/timekeeping.html")
    }

    private var synchronisationRemark: Remark? {
        let (synchronised, error) = state
        guard synchronised.value == .success(.text("no")) else { return nil }
        let bound = if case .success(.number(let number)) = error.value { "; it may be wrong by \(number) s" } else { "" }
        return Remark(
            .unsynchronisedClock, .info, "clock.synchronised",
            "nothing keeps the clock: the kernel has it as not synchronised\(bound)",
            source: synchronised.source,
            remedy: HostRemedy(
                now: "systemctl start systemd-timesyncd    # or chronyd, on the node",
                forGood: "systemctl enable --now systemd-timesyncd    # or chronyd, on the node"),
            citation: "https://man7.org/linux/man-pages/man2/adjtimex.2.html")
    }

    private var offsetRemark: Remark? {
        let reading = offsets
        guard case .success(.numbers(let numbers)) = reading.value, numbers.contains(where: { $0 != Number(0) }),
            numbers.count == 2
        else {
            return nil
        }
        return Remark(
            .timeNamespace, .info, "time-namespace.offsets",
            "a time namespace shifts the monotonic clock by \(numbers[0]) s and the time since boot by \(numbers[1]) s: "
                + "times of logs and of other containers do not compare",
            source: reading.source, citation: "https://man7.org/linux/man-pages/man7/time_namespaces.7.html")
    }

    private static let citation = "https://docs.kernel.org/timers/timekeeping.html"
}
