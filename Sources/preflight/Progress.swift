// One line on a terminal while a check takes longer than a second; gone at the end, and never in a pipe.

import PreflightInputs
import PreflightReports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct Progress {
    private let isShown: Bool
    private let start = seconds()
    private var last = 0.0
    private var count = 0
    private var isDrawn = false
    private let paths: [String]
    private let exclusions: [Glob]
    private var total: FileCount?

    /// A line for work on `paths`.
    ///
    /// - Parameter isAllowed: whether nothing else writes to the terminal meanwhile.
    init(paths: [String], excluding exclusions: [Glob], isAllowed: Bool) {
        self.paths = paths
        self.exclusions = exclusions
        isShown = isAllowed && isatty(2) == 1
    }

    /// Counts one file.
    mutating func step() {
        count += 1
        guard isShown else { return }
        let now = seconds()
        guard now - start > 1, now - last > 0.2 else { return }
        // Only long work is worth a second walk over the names.
        if total == nil, !paths.isEmpty { total = FileCount(paths, excluding: exclusions) }
        last = now
        isDrawn = true
        let rate = Double(count) / (now - start)
        var text = "preflight: \(grouped(count))"
        if let all = total?.result, all > count {
            let left = Int(Double(all - count) / rate + 0.5)
            text += " of \(grouped(all)) files, \(grouped(Int(rate))) a second, \(Self.duration(left)) left"
        } else {
            text += "\(count == 1 ? " file" : " files"), \(grouped(Int(rate))) a second"
        }
        draw("\r\u{1B}[K" + text)
    }

    /// Takes the line away.
    mutating func clear() {
        total?.stop()
        if isDrawn { draw("\r\u{1B}[K") }
        isDrawn = false
    }

    /// 59 s, 2 min, 3 h.
    private static func duration(_ seconds: Int) -> String {
        seconds < 60 ? "\(seconds) s" : seconds < 3600 ? "\((seconds + 30) / 60) min" : "\((seconds + 1800) / 3600) h"
    }

    private func draw(_ text: String) {
        _ = text.withCString { write(2, $0, strlen($0)) }
    }
}

/// Counts the files of a walk on a thread of its own, so that the time left can be told.
private final class FileCount: @unchecked Sendable {
    private var lock = pthread_mutex_t()
    private var thread: pthread_t?
    private var isStopped = false
    private var count: Int?
    private let paths: [String]
    private let exclusions: [Glob]

    init(_ paths: [String], excluding exclusions: [Glob]) {
        self.paths = paths
        self.exclusions = exclusions
        pthread_mutex_init(&lock, nil)
        var thread = pthread_t()
        let own = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<FileCount>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, own.toOpaque())
        // Without a thread the line says less.
        if failure == 0 { self.thread = thread } else { own.release() }
    }

    deinit { pthread_mutex_destroy(&lock) }

    /// The number of files; nil while it is not known.
    var result: Int? { locked { count } }

    /// Ends the count, and waits for its thread.
    func stop() {
        locked { isStopped = true }
        if let thread { pthread_join(thread, nil) }
        thread = nil
    }

    private func run() {
        var walk = Walk(paths, excluding: exclusions)
        var found = 0
        while walk.next() != nil {
            found += 1
            if found & 255 == 0, locked({ isStopped }) { return }
        }
        locked { count = found }
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return body()
    }
}

private func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
