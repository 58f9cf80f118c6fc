// A `.preflight.json` for the package in a directory, from what lies there: products and dependencies, the images that it runs in, the
// machines that it is tested on. Each value comes with its source; what cannot be told is said and not guessed.

import PreflightELF
public import PreflightInputs
public import PreflightTargets

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What was found in a package, as a configuration.
public struct Proposal: Sendable {
    /// One value with the sentences that say where it came from.
    struct Entry: Sendable, Equatable {
        var value: String
        var sources: [String]
    }

    var targets: [Entry] = []
    var products: [Entry] = []
    var paths: [Entry] = []
    var assumptions: [Entry] = []
    var profiles: [Entry] = []
    /// Sentences about what decided nothing, by the key that they stand at.
    var remarks: [String: [String]] = [:]
    /// The day of it.
    var today: Day
    /// Files that could not be read; what stands in them is missing from the proposal.
    public private(set) var complaints: [InputError] = []

    private let directory: String
    private let matrix: Matrix

    /// Looks at `directory`.
    ///
    /// - Parameters:
    ///   - matrix: where releases are looked up.
    ///   - today: what `asOf` becomes.
    ///   - swift: the absolute path of a swift that is asked for the manifest, which runs it; nil to read its text and run nothing.
    public init(_ directory: String, matrix: Matrix = .builtIn, today: Day, swift: String? = nil) {
        self.directory = directory
        self.matrix = matrix
        self.today = today
        let hasRunImage = readDockerfiles()
        readWorkflows()
        if !hasRunImage {
            // What people will run it on is then everybody's.
            add("supported", "no Dockerfile or Containerfile here names the release that it runs on", to: \.targets, first: true)
        }
        readManifest(swift)
    }

    private mutating func add(
        _ value: String, _ source: String, to list: WritableKeyPath<Proposal, [Entry]>, first: Bool = false
    ) {
        if let place = self[keyPath: list].firstIndex(where: { $0.value == value }) {
            if self[keyPath: list][place].sources.count < Self.mostRemarks { self[keyPath: list][place].sources.append(source) }
        } else {
            self[keyPath: list].insert(Entry(value: value, sources: [source]), at: first ? 0 : self[keyPath: list].count)
        }
    }

    private static let mostRemarks = 24

    private mutating func remark(_ key: String, _ sentence: String) {
        let count = remarks[key, default: []].count
        if count < Self.mostRemarks { remarks[key, default: []].append(sentence) }
        if count == Self.mostRemarks { remarks[key, default: []].append("and more of the kind") }
    }

    /// The text of a file in the directory; nil where it cannot be had, which is then told.
    private mutating func text(_ name: String, what: String) -> String? {
        let path = directory == "." ? name : "\(directory)/\(name)"
        do throws(InputError) {
            let bytes = try wholeFile(path, most: 1 << 20, what: "no \(what) is")
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw InputError(path: path, message: "is not UTF-8")
            }
            return text
        } catch {
            complaints.append(error)
            return nil
        }
    }

    // MARK: Images

    /// - Returns: whether some image says where the package runs.
    private mutating func readDockerfiles() -> Bool {
        var hasRunImage = false
        for folder in ["", "docker/"] {
            for name in entries(of: "\(directory)/\(folder)").filter(Self.isDockerfile).prefix(64) {
                let file = folder + name
                guard !isDirectory("\(directory)/\(file)"), let text = text(file, what: "Dockerfile") else {
                    remark("targets", "\(file) could not be read")
                    continue
                }
                if readStages(Dockerfile(text), file) { hasRunImage = true }
            }
        }
        return hasRunImage
    }

    private static func isDockerfile(_ name: String) -> Bool {
        ["Dockerfile", "Containerfile"].contains { name == $0 || name.hasPrefix("\($0).") || name.hasSuffix(".\($0)") }
            || name.hasSuffix(".dockerfile")
    }

    private mutating func readStages(_ file: Dockerfile, _ name: String) -> Bool {
        guard let last = file.stages.indices.last else { return false }
        let final = file.root(of: last)
        var isKnown = false
        // The stages behind are what people look at; a file with more is no Dockerfile that somebody wrote.
        for number in file.stages.indices.prefix(64) + (last >= 64 ? [final] : []) where file.root(of: number) == number {
            let stage = file.stages[number]
            var place = "\(name), line \(stage.line): FROM \(stage.written)"
            if stage.image != stage.written, stage.unset.isEmpty { place += " (\(stage.image))" }
            if let unset = stage.unset.first {
                remark("targets", "\(place): \(unset) has no default; name the release that it stands for")
                continue
            }
            let role = number == final ? "what ends up in the image" : "a stage that only builds"
            switch ImageReference(stage.image)?.meaning(in: matrix) {
            case .target(let target, let hasSwift)? where number == final:
                isKnown = true
                add(target.id, "\(place), \(role)", to: \.targets)
                if hasSwift {
                    add(Assumption.swiftRuntime.rawValue, "\(place) has the Swift libraries", to: \.assumptions)
                }
            case .target(let target, _)?: remark("targets", "\(place) is \(target.id), \(role)")
            case .unknown(let why)?: remark("targets", "\(place), \(role): \(why)")
            case nil: remark("targets", "\(place), \(role), is no name of an image")
            }
        }
        return isKnown
    }

    private mutating func readWorkflows() {
        let folder = ".github/workflows"
        let names = entries(of: "\(directory)/\(folder)").filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        for name in names.prefix(64) {
            let file = "\(folder)/\(name)"
            guard let text = text(file, what: "workflow") else {
                remark("targets", "\(file) could not be read")
                continue
            }
            for place in Workflow(text).places { read(place, file) }
        }
    }

    private mutating func read(_ place: Workflow.Place, _ file: String) {
        var source = "\(file), line \(place.line): \(place.key): \(place.written)"
        if place.value != place.written { source += " (\(place.value))" }
        if place.value.contains("${{") {
            return remark("targets", "\(source): what it stands for is known when it runs")
        }
        if place.key == "container" {
            switch ImageReference(place.value)?.meaning(in: matrix) {
            case .target(let target, _)?: add(target.id, source, to: \.targets)
            case .unknown(let why)?: remark("targets", "\(source): \(why)")
            case nil: remark("targets", "\(source) is no name of an image")
            }
            return
        }
        // Labels of GitHub's machines: ubuntu-24.04, ubuntu-24.04-arm. Other systems run no ELF files.
        let label = without("-arm", place.value) ?? place.value
        if label.hasPrefix("macos") || label.hasPrefix("windows") { return }
        if label.hasPrefix("ubuntu-"), let target = matrix.target(named: label) {
            add(target.id, source, to: \.targets)
        } else {
            remark(
                "targets", "\(source): \(label == "ubuntu-latest" ? "it moves with time" : "which release it has is not known")")
        }
    }

    // MARK: The package

    /// Packages that make a server of what depends on them.
    private static let serverPackages: Set = [
        "swift-nio", "vapor", "hummingbird", "grpc-swift", "grpc-swift-2", "grpc-swift-nio-transport",
        "swift-openapi-vapor", "swift-openapi-hummingbird",
    ]

    private mutating func readManifest(_ swift: String?) {
        let name = "Package.swift"
        guard fileStatus("\(directory)/\(name)") != nil else {
            return remark("products", "there is no Package.swift here")
        }
        guard let text = text(name, what: "manifest") else {
            return remark("products", "\(name) could not be read; name here what you ship")
        }
        var manifest = PackageManifest(text: text)
        var way = "read as text"
        if let swift {
            do throws(InputError) {
                manifest = try dump(swift)
                way = "asked with swift package dump-package"
            } catch {
                complaints.append(error)
                way += ", because swift did not answer"
            }
        }
        let version = manifest.toolsVersion.map { " of tools version \($0)" } ?? ""
        remark("products", "\(name)\(version), \(way)")
        if manifest.hasComputedNames {
            remark(
                "products", "it has products whose names are put together; `preflight init --swift --print` asks swift for them")
        }
        for product in manifest.products.prefix(256) {
            let kind = product.isExecutable ? "an executable" : "a dynamic library"
            add(product.name, "\(name): \(kind)", to: \.products)
            paths.append(Entry(value: ".build/release/\(product.file)", sources: []))
        }
        remark("paths", "what `swift build -c release` leaves of them; for the command, the plugin takes \"products\"")
        if manifest.products.isEmpty, !manifest.hasComputedNames {
            remark("products", "it has no executable and no dynamic library, so there is nothing that is loaded")
        }
        guard let program = manifest.products.first(where: \.isExecutable) else { return }
        let wanted = manifest.dependencies.filter(Self.serverPackages.contains)
        if let first = wanted.first {
            add("swift-server", "\(name) depends on \(first)", to: \.profiles)
        } else if let server = manifest.products.first(where: { $0.isExecutable && $0.name.lowercased().hasSuffix("server") }) {
            remark(
                "host",
                "\(server.name) is named like a server; if it is one on SwiftNIO: \"host\": { \"profiles\": [\"swift-server\"] }")
        } else {
            remark(
                "host",
                "nothing here tells what \(program.name) wants of its host; `preflight host --list-profiles` has what is known")
        }
    }

    /// The manifest as `swift` says it. It is given the directory that it lies in and HOME, and finds the linker in PATH.
    private func dump(_ swift: String) throws(InputError) -> PackageManifest {
        let bytes = try ProgramOutput.of(
            "/usr/bin/env",
            ["-C", directory, "PATH=\(environment("PATH"))", "HOME=\(environment("HOME"))", swift, "package", "dump-package"],
            deadline: Deadline(milliseconds: 120_000)
        )
        guard let document = try? JSONValue.parse(bytes), let manifest = PackageManifest(dump: document) else {
            throw InputError(path: swift, message: "did not describe the package as expected")
        }
        return manifest
    }
}
