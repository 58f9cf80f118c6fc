// What a loader would load with an object, in its order and from where it would take it (elf/dl-deps.c, elf/dl-load.c).

import PreflightELF

/// One object of a closure.
public struct Member {
    /// The object.
    public var file: Loadable
    /// The names it is known by: those it was asked for by, and its soname once a name was compared with it.
    public var names: Set<String>
    /// The number of the object that first needed it; nil for the subject and what nobody needs.
    public var requester: Int?
    /// Why it was taken from there.
    public var found: Found
    /// The glibc-hwcaps subdirectory it lies in.
    public var hardware: String?
}

/// A need of one member for a library.
public struct Edge: Sendable {
    /// The number of the object that needs it.
    public var from: Int
    /// The name in DT_NEEDED or DT_FILTER.
    public var name: String
    /// The number of the object it gets; nil where there is none.
    public var to: Int?
    /// Why there is none, where something was in the way: a file that is no ELF object, another architecture.
    public var obstacle: String?
    /// Whether the obstacle alone stops the loader, so that it looks no further.
    public var isRefused = false
    /// Some of the directories that were searched are not known.
    public var isUncertain = false
    /// The directories that were searched, in order.
    public var searched: [String] = []
}

/// An object and what would be loaded with it.
public struct Closure {
    /// The subject first, then in the order of loading.
    public internal(set) var members: [Member]
    /// All needs, in the order in which the loader meets them.
    public internal(set) var edges: [Edge] = []
    /// The C library of the loader; nil where the root has no loader for the object.
    public internal(set) var libC: LibC?
    /// The loader's path in the root.
    public internal(set) var loaderPath: String?
    /// Something was left out because no loader has that much of it.
    public internal(set) var isCut = false

    /// The number of the member that goes by `name`.
    public func number(of name: String) -> Int? { members.firstIndex { $0.names.contains(name) } }

    /// Whether some member strongly needs a node that the library it gets does not define.
    public var hasMissingNodes: Bool {
        members.contains { member in
            member.file.object.needs.contains { need in
                guard let to = number(of: need.library) else { return false }
                let definitions = members[to].file.object.definitions
                if definitions.isEmpty { return false }
                let names = Set(definitions.map(\.name))
                return need.nodes.contains { !$0.isWeak && !names.contains($0.name) }
            }
        }
    }

    /// The needs that nothing meets.
    public var missing: [Edge] { edges.filter { $0.to == nil } }
}

/// Builds closures in one root; not to be shared between threads.
public final class ClosureBuilder {
    /// The loaders of the root.
    public let loaders: Loaders
    /// Where objects come from that do not lie in the root: libraries beside them.
    private let outside: Loaders
    private let wantsSymbols: Bool

    /// The largest programs at hand load 250 libraries.
    private static let mostMembers = 4096
    /// createrepo_c, with 57 libraries, takes 70.
    private static let mostLooks = 20_000

    /// A builder for `root`.
    ///
    /// - Parameters:
    ///   - outside: the file system of this machine, for libraries that lie beside an object outside of the root.
    ///   - wantsSymbols: read the symbols of everything that is loaded.
    public init(_ root: any Root, outside: any Root, options: LoaderOptions, wantsSymbols: Bool) {
        loaders = Loaders(root, options)
        self.outside = Loaders(outside, options, isInside: false)
        self.wantsSymbols = wantsSymbols
    }

    /// Forgets what was loaded from outside of the root: another program's bundle is other files.
    public func closure(of subject: Loadable) -> Closure {
        var search = Search(
            loaders: loaders, outside: outside, settings: loaders.settings(for: subject.object), wantsSymbols: wantsSymbols,
            closure: Closure(members: [Member(file: subject, names: [subject.path], requester: nil, found: .subject)])
        )
        search.looksLeft = Self.mostLooks
        search.mostMembers = Self.mostMembers
        search.run()
        return search.closure
    }

    /// The symbols of `file` that have copy relocations.
    func copiedSymbols(of file: Loadable) -> Set<Int> { (file.isInside ? loaders : outside).root.copiedSymbols(of: file) }

    /// Whether the subject of `closure` would find a library by dlopen.
    func opens(_ name: String, in closure: Closure) -> Bool {
        if closure.number(of: name) != nil { return true }
        var search = Search(
            loaders: loaders, outside: outside, settings: loaders.settings(for: closure.members[0].file.object),
            wantsSymbols: false, closure: closure
        )
        search.looksLeft = Self.mostLooks
        return search.opens(name)
    }

    /// When the loader binds the symbols of `file`.
    func moments(of file: Loadable) -> [Symbol.Moment]? {
        (file.isInside ? loaders : outside).root.moments(of: file)
    }
}

/// One search.
private struct Search {
    let loaders: Loaders
    let outside: Loaders
    let settings: LoaderSettings?
    let wantsSymbols: Bool
    var closure: Closure
    var looksLeft = 0
    var mostMembers = 0
    /// The members as the loader's list has them; what is filtered stands before its filter.
    private var order = [0]
    /// By number; members that came later are not listed.
    private var isListed = [true]
    private var byName: [String: Int] = [:]
    private var byIdentity: [FileIdentity: Int] = [:]
    private var sonamesSeen = 0

    init(loaders: Loaders, outside: Loaders, settings: LoaderSettings?, wantsSymbols: Bool, closure: Closure) {
        self.loaders = loaders
        self.outside = outside
        self.settings = settings
        self.wantsSymbols = wantsSymbols
        self.closure = closure
    }

    mutating func opens(_ name: String) -> Bool {
        var edge = Edge(from: 0, name: name)
        return find(name, for: 0, &edge) != nil
    }

    private var isMusl: Bool {
        if case .musl = settings?.file.libC { return true }
        return false
    }

    mutating func run() {
        let subject = closure.members[0].file
        closure.libC = settings?.file.libC
        closure.loaderPath = settings?.file.path
        byIdentity[subject.identity] = 0
        // The loader is among the loaded objects before the first library is looked for; it is known by its soname and by
        // the path in PT_INTERP.
        if let path = settings?.file.path, case .object(let file) = loaders.load(path, wantsSymbols: wantsSymbols),
            file.identity != subject.identity
        {
            var names: Set<String> = [path, lastComponent(path)]
            if let soname = file.object.soname { names.insert(soname) }
            // musl is one file under all these names (ldso/dynlink.c, load_library).
            if isMusl {
                names.formUnion(["libc.so", "libpthread.so", "librt.so", "libm.so", "libdl.so", "libutil.so", "libxnet.so"])
            }
            add(Member(file: file, names: names, requester: nil, found: .interpreter))
        }
        var followed: [Bool] = []
        var place = 0
        while place < order.count {
            let number = order[place]
            // The loader's own needs are none; it is not followed.
            if mark(&followed, number), closure.members[number].found != .interpreter { follow(number, at: place) }
            // What was put before it comes next.
            while place < order.count, isMarked(followed, order[place]) { place += 1 }
            if place == order.count, subject.object.kind == .shared { addProcess() }
        }
        arrange()
    }

    /// Numbers the members in the order of the list.
    private mutating func arrange() {
        order += closure.members.indices.filter { !isMarked(isListed, $0) }
        var numbers = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { numbers[old] = new }
        closure.members = order.map { old in
            var member = closure.members[old]
            member.requester = member.requester.map { numbers[$0] }
            if case .rpath(let owner) = member.found { member.found = .rpath(of: numbers[owner]) }
            return member
        }
        for index in closure.edges.indices {
            closure.edges[index].from = numbers[closure.edges[index].from]
            closure.edges[index].to = closure.edges[index].to.map { numbers[$0] }
        }
    }

    private mutating func list(_ number: Int) {
        if mark(&isListed, number) { order.append(number) }
    }

    /// A library that is filtered comes before its filter, which stands at `place`; where it came later, it moves.
    private mutating func list(_ number: Int, before place: inout Int) {
        if mark(&isListed, number) {
            order.insert(number, at: place)
        } else if let later = order[place...].firstIndex(of: number), later > place {
            order.remove(at: later)
            order.insert(number, at: place)
        } else {
            return
        }
        place += 1
    }

    /// Whoever opens a plugin has the C library loaded, needed by the plugin or not.
    private mutating func addProcess() {
        guard !isMusl, let settings, closure.number(of: "libc.so.6") == nil, closure.members[0].file.object.soname != "libc.so.6"
        else { return }
        var edge = Edge(from: 0, name: "libc.so.6")
        for folder in settings.file.defaultDirectories where edge.to == nil && !edge.isRefused {
            if let taken = take("libc.so.6", in: folder, inside: true, &edge, .process) {
                edge.to = taken
                list(taken)
            }
        }
    }

    private mutating func follow(_ number: Int, at place: Int) {
        let object = closure.members[number].file.object
        var place = place
        var seen: Set<String> = []
        let needed = object.needed.map { ($0, isFiltered: false, isOptional: false) }
        // musl knows neither of the two.
        let filtered =
            isMusl
            ? []
            : object.auxiliaries.map { ($0, isFiltered: true, isOptional: true) }
                + object.filters.map { ($0, isFiltered: true, isOptional: false) }
        for (name, isFiltered, isOptional) in needed + filtered where seen.insert(name).inserted {
            var edge = Edge(from: number, name: name)
            if closure.members.count >= mostMembers || looksLeft <= 0 {
                closure.isCut = true
                return
            }
            edge.to = loaded(name) ?? find(name, for: number, &edge)
            if let to = edge.to {
                closure.members[to].names.insert(name)
                byName[name] = byName[name] ?? to
                if isFiltered { list(to, before: &place) } else { list(to) }
            } else if isOptional {
                continue
            }
            closure.edges.append(edge)
        }
    }

    /// A name that something loaded answers to: one it was asked for by, or its soname.
    private mutating func loaded(_ name: String) -> Int? {
        while sonamesSeen < closure.members.count {
            let member = closure.members[sonamesSeen]
            for name in member.names where byName[name] == nil { byName[name] = sonamesSeen }
            // A program's own soname counts as well (elf/dl-load.c, _dl_map_object).
            if let soname = member.file.object.soname, byName[soname] == nil {
                byName[soname] = sonamesSeen
                closure.members[sonamesSeen].names.insert(soname)
            }
            sonamesSeen += 1
        }
        if let known = byName[name] { return known }
        if isMusl, let dot = name.firstIndex(of: "."), name.hasPrefix("lib") {
            // musl takes any version of these names for itself.
            let stem = String(name[..<dot]) + ".so"
            if name.hasPrefix(stem) || name[dot...].hasPrefix(".so") || name.hasPrefix("libc.musl-"), let known = byName[stem] {
                return known
            }
        }
        return nil
    }

    private mutating func add(_ member: Member) {
        byIdentity[member.file.identity] = closure.members.count
        closure.members.append(member)
    }

    private mutating func find(_ name: String, for number: Int, _ edge: inout Edge) -> Int? {
        if name.utf8.contains(UInt8(ascii: "/")) {
            // Tokens in DT_NEEDED are expanded as in search paths (elf/dl-deps.c, expand_dst).
            let file = closure.members[number].file
            let (expanded, hasOrigin) = tokens(of: file).expand(name)
            guard let name = expanded.first else {
                edge.obstacle = "it is needed by a path with a token that means nothing"
                return nil
            }
            if let known = loaded(name) { return known }
            guard name.hasPrefix("/") else {
                edge.obstacle = "it is needed by a path that depends on the directory the program is started in"
                return nil
            }
            let inside = !hasOrigin || file.isInside
            let taken = take(path: name, inside: inside, &edge, .path, hardware: nil)
            if let taken {
                closure.members[taken].names.insert(name)
                byName[name] = byName[name] ?? taken
            } else if inside, !loaders.root.isKnown(directory(of: name)) {
                edge.searched.append(directory(of: name))
                edge.isUncertain = true
            }
            return taken
        }
        if isMusl { return findForMusl(name, for: number, &edge) }
        let object = closure.members[number].file.object
        if object.runpath == nil {
            // DT_RPATH counts for everything below, until an object with DT_RUNPATH asks for itself.
            var chain: Int? = number
            var hasMain = false
            while let current = chain {
                hasMain = hasMain || current == 0
                if let taken = search(closure.members[current].file, \.rpath, name, &edge, .rpath(of: current)) { return taken }
                if edge.isRefused { return nil }
                chain = closure.members[current].requester
            }
            if !hasMain, closure.members[0].file.object.kind == .executable,
                let taken = search(closure.members[0].file, \.rpath, name, &edge, .rpath(of: 0))
            {
                return taken
            }
        }
        for (folder, inside) in libraryPath {
            if let taken = take(name, in: folder, inside: inside, &edge, .libraryPath) { return taken }
            if edge.isRefused { return nil }
        }
        if let taken = search(closure.members[number].file, \.runpath, name, &edge, .runpath) { return taken }
        if edge.isRefused { return nil }
        guard let settings else {
            for folder in loaders.options.assumedDirectories {
                if let taken = take(name, in: folder, inside: true, &edge, .defaultDirectory) { return taken }
                if edge.isRefused { return nil }
            }
            return nil
        }
        // DF_1_NODEFLIB keeps out the default directories, through the cache too.
        let isBare = object.flags1 & 0x800 != 0
        if let path = cached(name, settings), !isBare || !settings.file.defaultDirectories.contains(directory(of: path.path)) {
            if let taken = take(path: path.path, inside: true, &edge, .cache, hardware: path.hardware) { return taken }
            if edge.isRefused { return nil }
        }
        if loaders.options.assumesLdconfig {
            for folder in settings.configured {
                if let taken = take(name, in: folder, inside: true, &edge, .configuration) { return taken }
                if edge.isRefused { return nil }
            }
        }
        if isBare {
            edge.obstacle = "its DF_1_NODEFLIB keeps the loader from the default directories"
            return nil
        }
        for folder in settings.file.defaultDirectories {
            if let taken = take(name, in: folder, inside: true, &edge, .defaultDirectory) { return taken }
            if edge.isRefused { return nil }
        }
        if edge.obstacle == nil { edge.obstacle = unlisted(name, settings) }
        return nil
    }

    /// A library that ldconfig would find and the cache does not list.
    private func unlisted(_ name: String, _ settings: LoaderSettings) -> String? {
        for folder in settings.configured {
            guard case .object = loaders.load("\(folder)/\(name)", wantsSymbols: false) else { continue }
            return "it lies in \(folder), which /etc/ld.so.conf names, but /etc/ld.so.cache "
                + (settings.hasCache ? "does not list it" : "does not exist") + ": run ldconfig there, or say --assume ldconfig"
        }
        return nil
    }

    /// musl searches LD_LIBRARY_PATH, the paths of the object and of those above it, and its own list.
    private mutating func findForMusl(_ name: String, for number: Int, _ edge: inout Edge) -> Int? {
        for folder in loaders.options.libraryPath where !folder.isEmpty {
            if let taken = take(name, in: folder, inside: true, &edge, .libraryPath) { return taken }
        }
        var chain: Int? = number
        while let current = chain {
            let file = closure.members[current].file
            let isRunpath = file.object.runpath != nil
            if let taken = search(file, isRunpath ? \.runpath : \.rpath, name, &edge, isRunpath ? .runpath : .rpath(of: current))
            {
                return taken
            }
            if edge.isRefused { return nil }
            chain = closure.members[current].requester
        }
        for folder in settings?.file.defaultDirectories ?? [] {
            if let taken = take(name, in: folder, inside: true, &edge, .defaultDirectory) { return taken }
            if edge.isRefused { return nil }
        }
        return nil
    }

    /// LD_LIBRARY_PATH: semicolons separate as well, and tokens are the program's (elf/dl-load.c, _dl_init_paths). An empty
    /// entry is the working directory, which nobody knows.
    private lazy var libraryPath: [(folder: String, inside: Bool)] = {
        let subject = closure.members[0].file
        return loaders.options.libraryPath.flatMap { $0.split(separator: ";") }
            .flatMap { entry in
                let (folders, hasOrigin) = tokens(of: subject).expand(String(entry))
                if hasOrigin, subject.object.kind != .executable { return [(folder: String, inside: Bool)]() }
                return folders.filter { $0.hasPrefix("/") }.map { ($0, subject.isInside || !hasOrigin) }
            }
    }()

    private func tokens(of file: Loadable) -> Tokens {
        Tokens(
            origin: file.origin, lib: settings.map { [$0.file.lib] } ?? loaders.options.assumedLib,
            platform: file.object.machine.platform)
    }

    /// The directories of one object's DT_RPATH or DT_RUNPATH.
    private mutating func search(
        _ file: Loadable, _ path: KeyPath<Object, String?>, _ name: String, _ edge: inout Edge, _ found: Found
    ) -> Int? {
        guard let text = file.object[keyPath: path], path == \.runpath || file.object.runpath == nil else { return nil }
        let tokens = tokens(of: file)
        for entry in text.split(separator: ":", omittingEmptySubsequences: false).prefix(256) {
            let (folders, hasOrigin) = tokens.expand(String(entry))
            for folder in folders {
                guard folder.hasPrefix("/") else { continue }
                // Beside an object from outside lie its own libraries; an absolute directory is one of the root.
                let inside = file.isInside || !hasOrigin
                if let taken = take(name, in: folder, inside: inside, &edge, found) { return taken }
                if edge.isRefused { return nil }
            }
        }
        return nil
    }

    /// One directory with its glibc-hwcaps subdirectories.
    private mutating func take(_ name: String, in folder: String, inside: Bool, _ edge: inout Edge, _ found: Found) -> Int? {
        let plain = folder.utf8.count > 1 && folder.utf8.last == UInt8(ascii: "/") ? String(folder.dropLast()) : folder
        if edge.searched.count < 256, !edge.searched.contains(plain) { edge.searched.append(plain) }
        if inside, !loaders.root.isKnown(plain) { edge.isUncertain = true }
        let join = plain == "/" ? "" : plain
        if settings?.file.knowsHardware == true, hasHardware(join, inside: inside) {
            for level in loaders.hardware {
                let path = "\(join)/glibc-hwcaps/\(level)/\(name)"
                if let taken = take(path: path, inside: inside, &edge, found, hardware: level) { return taken }
                if edge.isRefused { return nil }
            }
        }
        if case .glibc(let version) = settings?.file.libC, version < Version(2, 37) {
            let machine = closure.members[0].file.object.machine
            for old in (inside ? loaders : outside).oldSubdirectories(of: join, machine) {
                if let taken = take(path: "\(join)/\(old)/\(name)", inside: inside, &edge, found, hardware: old) { return taken }
                if edge.isRefused { return nil }
            }
        }
        return take(path: "\(join)/\(name)", inside: inside, &edge, found, hardware: nil)
    }

    private func hasHardware(_ folder: String, inside: Bool) -> Bool {
        (inside ? loaders : outside).hasHardware(in: folder)
    }

    /// One file, opened as open_verify does: other classes and machines are passed over, what is no ELF object ends it.
    private mutating func take(
        path: String, inside: Bool, _ edge: inout Edge, _ found: Found, hardware: String?
    ) -> Int? {
        looksLeft -= 1
        guard looksLeft > 0 else {
            closure.isCut = true
            return nil
        }
        switch (inside ? loaders : outside).load(path, wantsSymbols: wantsSymbols) {
        case .missing: return nil
        case .refused(let why):
            edge.obstacle = "\(path) \(why)"
            edge.isRefused = true
            return nil
        case .object(let file):
            if let known = byIdentity[file.identity] { return known }
            let (own, its) = (closure.members[0].file.object.machine, file.object.machine)
            guard its.is64Bit == own.is64Bit, its.number == own.number, its.isBigEndian == own.isBigEndian else {
                // The other byte order of the same class is an error of its own; everything else is passed over.
                edge.obstacle = "\(path) is for \(its.name)"
                edge.isRefused = its.is64Bit == own.is64Bit && its.isBigEndian != own.isBigEndian
                return nil
            }
            guard file.object.kind == .shared || file.object.kind == .executable || file.object.kind == .staticPIE else {
                edge.obstacle = "\(path) is no shared library"
                edge.isRefused = true
                return nil
            }
            // DF_1_PIE (elf/dl-load.c, BZ 24323).
            if file.object.flags1 & 0x0800_0000 != 0, case .glibc(let version) = settings?.file.libC, version >= Version(2, 30) {
                edge.obstacle = "\(path) is a position-independent program, which the loader refuses as a library"
                edge.isRefused = true
                return nil
            }
            let number = closure.members.count
            add(Member(file: file, names: [], requester: found == .process ? nil : edge.from, found: found, hardware: hardware))
            return number
        }
    }

    private func cached(_ name: String, _ settings: LoaderSettings) -> (path: String, hardware: String?)? {
        guard let entries = settings.cache?[name], !entries.isEmpty else { return nil }
        let hasHardware = settings.file.knowsHardware && entries.contains { $0.hardware != nil }
        for level in hasHardware ? loaders.hardware : [] {
            if let entry = entries.first(where: { $0.hardware == level && fits($0.path) }) { return entry }
        }
        return entries.first { $0.hardware == nil && fits($0.path) }
    }

    /// The cache's flags name the architecture; so does the file.
    private func fits(_ path: String) -> Bool {
        guard case .object(let file) = loaders.load(path, wantsSymbols: wantsSymbols) else { return true }
        let (own, its) = (closure.members[0].file.object.machine, file.object.machine)
        return its.is64Bit == own.is64Bit && its.number == own.number && its.isBigEndian == own.isBigEndian
    }
}

extension Loaders {
    /// Whether `folder` has a glibc-hwcaps directory; asked once for each.
    func hasHardware(in folder: String) -> Bool {
        if let known = hardwareFolders[folder] { return known }
        let answer = !root.names(in: folder + "/glibc-hwcaps").isEmpty
        if hardwareFolders.count < 4096 { hardwareFolders[folder] = answer }
        return answer
    }

    /// The subdirectories of `folder` that loaders before 2.37 look into first, best first (sysdeps/x86/dl-hwcap.h); those that
    /// only CPUs of one maker have (haswell, xeon_phi, avx512_1) are left out.
    func oldSubdirectories(of folder: String, _ machine: Machine) -> [String] {
        guard machine.name == "x86_64" else { return [] }
        if let known = oldFolders[folder] { return known }
        let answer = ["tls/x86_64", "tls", "x86_64"].filter { root.realPath("\(folder)/\($0)") != nil }
        if oldFolders.count < 4096 { oldFolders[folder] = answer }
        return answer
    }
}

extension Machine {
    /// AT_PLATFORM, which `$PLATFORM` stands for.
    var platform: String {
        switch name {
        case "armv7l": "v7l"
        case "ppc64le", "ppc64": "power8"
        case "s390x": "z900"
        default: name
        }
    }
}
