// Which layers make an image: the OCI image layout, and what `docker save` writes. Both name files by JSON, which is read
// as little trusted as the rest: sizes, depth and names are bounded, and every name stays below the layout's directory.

import PreflightELF

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The layers of the image that was chosen.
struct ImageLayout {
    /// Files below the layout's directory, the lowest layer first.
    var layers: [String]
    /// What to tell of the choice.
    var notes: [String]

    /// An index of real images has a few kilobytes; JSON takes many times its size in memory.
    private static let longestDocument = 256 << 10
    private static let mostLayers = 1000
    private static let mostImages = 256
    private static let mostDocuments = 1024
    private static let deepestIndex = 4

    /// One image of a layout.
    private struct Candidate {
        var name: String
        var architecture: String
        var variant: String?
        var layers: [String]

        var platform: String { variant.map { "\(architecture)/\($0)" } ?? architecture }

        func isMeant(by wanted: String) -> Bool {
            var wanted = wanted.hasPrefix("linux/") ? String(wanted.dropFirst(6)) : wanted
            wanted = names[wanted] ?? wanted
            return wanted == architecture || wanted == platform
        }
    }

    /// Machines as `uname -m` says them, and what image indexes call them.
    private static let names = [
        "x86_64": "amd64", "aarch64": "arm64", "armv7l": "arm", "armv6l": "arm", "i686": "386", "loongarch64": "loong64",
        "mips64el": "mips64le",
    ]

    /// The image in the OCI layout `directory`.
    static func of(layout directory: String, _ platform: String?) throws(UnpackError) -> ImageLayout {
        var candidates: [Candidate] = []
        var seen: Set<String> = []
        try collect(document("index.json", in: directory), directory, depth: 0, &seen, &candidates)
        guard !candidates.isEmpty else { throw UnpackError("is an image layout without an image whose parts are all there") }
        return try choose(candidates, platform)
    }

    /// The image whose archive was unpacked to `directory`; nil where that is something else.
    static func of(unpacked directory: String, _ platform: String?) throws(UnpackError) -> ImageLayout? {
        if has("manifest.json", directory), let images = try? document("manifest.json", in: directory).elements,
            !images.isEmpty, images.allSatisfy({ $0["Layers"]?.elements != nil })
        {
            return try choose(docker(images, directory), platform)
        }
        return has("oci-layout", directory) && has("index.json", directory) ? try of(layout: directory, platform) : nil
    }

    private static func choose(_ candidates: [Candidate], _ platform: String?) throws(UnpackError) -> ImageLayout {
        let all = Set(candidates.map(\.platform)).sorted().map { shortened($0) }.joined(separator: ", ")
        if candidates.count == 1, platform == nil { return ImageLayout(layers: candidates[0].layers, notes: []) }
        let wanted = platform ?? machine()
        let fitting = candidates.filter { $0.isMeant(by: wanted) }
        guard let chosen = fitting.first else {
            throw UnpackError("holds images for \(all), none for \(shortened(wanted)); choose one with --platform")
        }
        guard fitting.count == 1 else {
            let names = fitting.prefix(4).map { shortened("\($0.name) (\($0.platform))") }.joined(separator: ", ")
            throw UnpackError(
                "holds \(fitting.count) images for \(shortened(wanted)): \(names); save one of them, or choose its variant with --platform"
            )
        }
        let note = "holds images for \(all); the one for \(shortened(chosen.platform)) is taken, --platform names another"
        return ImageLayout(layers: chosen.layers, notes: candidates.count > 1 ? [note] : [])
    }

    // MARK: OCI

    /// The images that `index` names, in indexes below it as well.
    private static func collect(
        _ index: JSONValue, _ directory: String, depth: Int, _ seen: inout Set<String>, _ candidates: inout [Candidate]
    ) throws(UnpackError) {
        for entry in index["manifests"]?.elements ?? [] {
            // What builders say about an image stands beside it as if it were one.
            if entry["annotations"]?["vnd.docker.reference.type"] != nil { continue }
            let blob = try blob(entry)
            // An index names all platforms, a saved copy often holds the parts of one.
            guard seen.insert(blob).inserted, has(blob, directory) else { continue }
            guard seen.count <= mostDocuments else { throw UnpackError("has too many layers or images") }
            let content = try document(blob, in: directory)
            if content["manifests"] != nil {
                guard depth < deepestIndex else { throw UnpackError("has indexes of images nested too deep") }
                try collect(content, directory, depth: depth + 1, &seen, &candidates)
                continue
            }
            guard let list = content["layers"]?.elements, let config = content["config"] else {
                throw UnpackError("has a manifest that is none: \(shortened(blob))")
            }
            guard list.count <= mostLayers, candidates.count < mostImages else {
                throw UnpackError("has too many layers or images")
            }
            var layers: [String] = []
            for layer in list { layers.append(try self.blob(layer)) }
            if candidates.contains(where: { $0.layers == layers }) { continue }
            let named = entry["platform"] ?? (try? document(self.blob(config), in: directory))
            let name = entry["annotations"]?["org.opencontainers.image.ref.name"]?.text ?? blob
            candidates.append(candidate(name, named, layers))
        }
    }

    private static func candidate(_ name: String, _ platform: JSONValue?, _ layers: [String]) -> Candidate {
        Candidate(
            name: name, architecture: platform?["architecture"]?.text ?? "an unknown machine",
            variant: platform?["variant"]?.text, layers: layers
        )
    }

    /// The file of a descriptor: `blobs/sha256/…`.
    private static func blob(_ descriptor: JSONValue) throws(UnpackError) -> String {
        let digest = descriptor["digest"]?.text ?? ""
        let parts = digest.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.first != UInt8(ascii: ".") && part.allSatisfy { Self.digestBytes.contains($0) }
        }
        guard parts.count == 2, isPlain else {
            throw UnpackError("names a part by \"\(shortened(digest))\", which is no digest")
        }
        return "blobs/\(Substring(parts[0]))/\(Substring(parts[1]))"
    }

    private static let digestBytes = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ=_+.-".utf8)

    // MARK: docker save

    private static func docker(_ images: [JSONValue], _ directory: String) throws(UnpackError) -> [Candidate] {
        guard images.count <= mostImages else { throw UnpackError("has too many layers or images") }
        var candidates: [Candidate] = []
        for image in images {
            var layers: [String] = []
            for layer in image["Layers"]?.elements ?? [] { layers.append(try inside(layer)) }
            guard layers.count <= mostLayers else { throw UnpackError("has too many layers or images") }
            let config = try image["Config"].map { (name) throws(UnpackError) in try inside(name) }
            let platform = config.flatMap { try? document($0, in: directory) }
            candidates.append(candidate(image["RepoTags"]?.elements?.first?.text ?? config ?? "without a name", platform, layers))
        }
        return candidates
    }

    /// A name that cannot lead out of the directory; links in there lead nowhere else either.
    private static func inside(_ name: JSONValue) throws(UnpackError) -> String {
        guard let text = name.text, !text.hasPrefix("/"), !text.utf8.contains(0),
            !text.split(separator: "/").contains("..")
        else { throw UnpackError("names a part by a path that leads out of it") }
        return text
    }

    // MARK: Files

    private static func has(_ name: String, _ directory: String) -> Bool {
        RawText.withPath("\(directory)/\(name)") { access($0, R_OK) } == 0
    }

    private static func document(_ name: String, in directory: String) throws(UnpackError) -> JSONValue {
        let descriptor = RawText.withPath("\(directory)/\(name)") { open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) }
        guard descriptor >= 0 else {
            throw UnpackError("lacks its \(shortened(name)): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: longestDocument + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { memory in
                let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(count))
            }
            if got <= 0 { break }
            count += got
        }
        guard count <= longestDocument else {
            throw UnpackError("has a \(shortened(name)) of more than \(longestDocument) bytes")
        }
        do throws(JSONSyntaxError) {
            return try JSONValue.parse(Array(bytes[..<count]))
        } catch {
            throw UnpackError("has a \(shortened(name)) that is no JSON: \(error.description)")
        }
    }

    /// The machine that we run on.
    private static func machine() -> String {
        var system = utsname()
        guard uname(&system) == 0 else { return "" }
        return withUnsafeBytes(of: &system.machine) { bytes in
            RawText.string(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.count)]))
        }
    }
}

extension JSONValue {
    fileprivate subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }
    fileprivate var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
