// Paths: taking them apart, and the small files of a build that name others.

import PreflightELF
import PreflightInputs

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The path without symbolic links; nil where it cannot be resolved.
func resolvedPath(_ path: String) -> String? {
    RawText.withPath(path) { name in
        guard let real = realpath(name, nil) else { return nil }
        defer { free(real) }
        return RawText.string(UnsafeRawBufferPointer(start: real, count: strlen(real)))
    }
}

/// The path without symbolic links; `path` itself where it cannot be resolved.
func realPath(_ path: String) -> String { resolvedPath(path) ?? path }

/// `text` without `ending`; nil where it ends otherwise or is nothing else.
func without(_ ending: String, _ text: String) -> String? {
    text.utf8.count > ending.utf8.count && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : nil
}

/// Whether there is a regular file that may be read.
func isReadableFile(_ path: String) -> Bool { fileStatus(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

/// What the system says of the file, links followed; nil where there is none.
func fileStatus(_ path: String) -> stat? {
    var status = stat()
    return RawText.withPath(path) { stat($0, &status) } == 0 ? status : nil
}

/// The names in a directory, sorted; none where it cannot be listed. Meant for directories of a build.
func entries(of directory: String) -> [String] {
    RawText.withPath(directory) { name in
        guard let stream = opendir(name) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < 100_000, let record = readdir(stream) {
            let entry = withUnsafePointer(to: &record.pointee.d_name) { pointer -> String in
                let start = UnsafeRawPointer(pointer)
                return RawText.string(
                    UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
            }
            if entry != ".", entry != ".." { names.append(entry) }
        }
        return names.sorted()
    }
}

/// The lines of a text file that are not empty; nil where it is no regular file, cannot be read or is larger than `most` bytes.
func lines(of path: String, most: Int = 16 << 20) -> PathList? {
    guard let status = fileStatus(path), status.st_mode & S_IFMT == S_IFREG, status.st_size <= most else { return nil }
    return try? PathList(path, isNulSeparated: false)
}

/// The words of a response file, as a shell takes them: blanks part them, quotes and backslashes keep them together.
func words(in text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isInside = false
    var quote: UInt8?
    var bytes = RawText.bytes(text).makeIterator()
    func finish() {
        if isInside { words.append(word.withUnsafeBytes { RawText.string($0) }) }
        word = []
        isInside = false
    }
    while let byte = bytes.next() {
        if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
            if let next = bytes.next() { word.append(next) }
            isInside = true
        } else if byte == quote {
            quote = nil
        } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            quote = byte
            isInside = true
        } else if quote == nil, byte == UInt8(ascii: " ") || (9...13).contains(byte) {
            finish()
        } else {
            word.append(byte)
            isInside = true
        }
    }
    finish()
    return words
}

/// Whether there is a directory.
func isDirectory(_ path: String) -> Bool { fileStatus(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

/// A variable of the environment, empty where it is not set.
func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
