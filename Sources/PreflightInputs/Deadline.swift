// A moment after which something has to end, on a clock that nobody sets.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A moment on the monotonic clock.
public struct Deadline: Sendable {
    /// How long there was at the start, in milliseconds.
    public let limit: Int
    private let end: Int
    private let now: @Sendable () -> Int

    /// `milliseconds` from now.
    ///
    /// - Parameter clock: milliseconds since a moment of its own; CLOCK_MONOTONIC's unless a test has time run as it needs it.
    public init(milliseconds: Int, clock: @escaping @Sendable () -> Int = Deadline.monotonic) {
        limit = milliseconds
        now = clock
        end = clock() + milliseconds
    }

    /// `seconds` from now.
    init(seconds: Int) { self.init(milliseconds: seconds * 1000) }

    /// What is left in milliseconds, 0 or less when the time is up.
    public var milliseconds: CInt { CInt(clamping: end - now()) }

    /// Whether the time is up.
    public var isOver: Bool { end <= now() }

    /// ``limit`` as a person says it: "4 s", "2.5 s".
    public var words: String {
        let tenths = limit / 100
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }

    /// Milliseconds since the machine came up.
    @Sendable public static func monotonic() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
