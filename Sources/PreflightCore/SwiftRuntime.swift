// Libraries of the Swift runtime: no distribution packages them, so a program that was not linked statically must bring
// them, or run in an image that has them.

import PreflightELF
import PreflightLoader

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What comes along with an object, found by its own search path on this machine.
enum Companions {
    /// Sonames that `object` needs and that lie where its `$ORIGIN` entries point to.
    ///
    /// Absolute entries do not count: that directory is this machine's, not the target's.
    static func bundled(_ object: Object, path: String) -> Set<String> {
        let own = object.searchPath.filter { $0.contains("$ORIGIN") || $0.contains("${ORIGIN}") }
        guard !own.isEmpty else { return [] }
        let directory = originDirectory(path)
        let places = own.map { replacing("${ORIGIN}", in: replacing("$ORIGIN", in: $0, by: directory), by: directory) }
        var found: Set<String> = []
        var looks = 0
        for name in object.needed where !name.contains("/") {
            for place in places {
                // Nobody has thousands of directories for hundreds of libraries; a file that says so is not worth the time.
                guard looks < mostLooks else { return found }
                looks += 1
                let file = place + "/" + name
                if RawText.withPath(file, { access($0, F_OK) }) == 0 {
                    found.insert(name)
                    break
                }
            }
        }
        return found
    }

    /// Libraries times directories of one object.
    private static let mostLooks = 10_000

    static func originDirectory(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func replacing(_ word: String, in text: String, by other: String) -> String {
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(word) {
                result += other
                rest = rest.dropFirst(word.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }
}

/// Whether `soname` belongs to the Swift toolchain's runtime.
public func isSwiftRuntime(_ soname: String) -> Bool {
    let prefixes = [
        "libswift", "libFoundation", "lib_Foundation", "libdispatch.so", "libBlocksRuntime.so", "lib_InternalSwift",
        "libTesting.so", "lib_Testing", "libXCTest.so",
    ]
    return soname.hasSuffix(".so") && prefixes.contains { soname.hasPrefix($0) }
}

/// Directories of search paths that only the machine that built the object has.
func builderDirectories(_ object: Object) -> [String] {
    object.searchPath.filter { $0.hasPrefix("/") && (isToolchainDirectory($0) || $0.contains("/.build/")) }
}

/// Whether a search path entry is where a Swift toolchain keeps its runtime.
func isToolchainDirectory(_ entry: String) -> Bool {
    entry.hasSuffix("/swift/linux") || entry.contains("/usr/lib/swift/")
}

/// Where the images of swift.org have the runtime, those to build in and those to run in.
let swiftImageDirectory = "/usr/lib/swift/linux"
