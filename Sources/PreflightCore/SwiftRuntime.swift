// Libraries of the Swift runtime: no distribution packages them, so a program that was not linked statically must bring
// them, or run in an image that has them.

import PreflightELF
import PreflightLoader

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
