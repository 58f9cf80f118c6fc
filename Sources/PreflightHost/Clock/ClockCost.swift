// What it costs to read the clock, found by doing it: names of clock sources tell what should be, a sandbox or a hypervisor may do
// otherwise.

internal import CPreflightRoot

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The cost of reading CLOCK_MONOTONIC as programs do, beside the cost of the same by a system call.
///
/// Where the vDSO reads the clock, the plain call saves the way into the kernel (33 ns against 232 ns); where it cannot, the plain
/// call *is* that system call and costs as much. So the two are compared with each other, in one run, and no absolute number is a
/// threshold. A virtual machine whose time stamp counter traps to its host costs as much as a call too, and is called so.
public struct ClockCost: Sendable, Equatable {
    /// Nanoseconds that the plain call takes.
    public var plain: Int
    /// Nanoseconds that the system call takes.
    public var bySystemCall: Int

    /// What two measured costs mean.
    public init(plain: Int, bySystemCall: Int) {
        self.plain = plain
        self.bySystemCall = bySystemCall
    }

    /// Whether a read costs as much as a system call: 2/3 of it or more. The vDSO takes a seventh, the call itself the whole; the
    /// bound lies where neither noise nor a slow vDSO reaches.
    public var isSystemCall: Bool { plain * 3 >= bySystemCall * 2 }

    /// As people read it.
    public var summary: String { "\(plain) ns a read, \(bySystemCall) ns by system call" }

    /// Measures; takes less than a millisecond on a fast clock, and stops after two on a slow one.
    ///
    /// - Throws: ``Unknown`` where the system call is refused.
    public static func measure() throws(Unknown) -> ClockCost {
        guard preflight_monotonic_by_call() == 0 else { throw Unknown(errno: errno, "clock_gettime by system call") }
        let began = now()
        var best: (plain: Int, call: Int)?
        // The least of several rounds: whatever interrupts one makes it longer, never shorter.
        for _ in 0..<rounds {
            let start = now()
            for _ in 0..<reads { _ = now() }
            let middle = now()
            for _ in 0..<reads { _ = preflight_monotonic_by_call() }
            let end = now()
            let (plain, call) = ((middle - start) / reads, (end - middle) / reads)
            best = best.map { (min($0.plain, plain), min($0.call, call)) } ?? (plain, call)
            if end - began > budget { break }
        }
        guard let best, best.call > 0 else {
            throw Unknown(.failed, "the clock does not advance, so reads of it cannot be timed")
        }
        return ClockCost(plain: best.plain, bySystemCall: best.call)
    }

    private static let rounds = 16
    private static let reads = 64
    /// Nanoseconds after which no further round begins.
    private static let budget = 1_500_000

    @inline(__always)
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }
}
