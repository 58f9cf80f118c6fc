// One line on a terminal while a check takes longer than a second; gone at the end, and never in a pipe.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct Progress {
    private let isShown = isatty(2) == 1
    private let start = seconds()
    private var last = 0.0
    private var count = 0
    private var isDrawn = false

    /// Counts one file.
    mutating func step() {
        count += 1
        // The clock is read rarely: a file takes less time than asking for it twice.
        guard isShown, count & 63 == 0 else { return }
        let now = seconds()
        guard now - start > 1, now - last > 0.2 else { return }
        last = now
        isDrawn = true
        let rate = Int(Double(count) / (now - start))
        draw("\r\u{1B}[Kpreflight: \(count) files, \(rate) a second")
    }

    /// Takes the line away.
    mutating func clear() {
        if isDrawn { draw("\r\u{1B}[K") }
        isDrawn = false
    }

    private func draw(_ text: String) {
        _ = text.withCString { write(2, $0, strlen($0)) }
    }
}

private func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
