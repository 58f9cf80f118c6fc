// What lies outside of packages, read from real directories, with the cache in all its states.

import PreflightELF
import PreflightInputs
import PreflightTestSupport
import Synchronization
import Testing

@testable import PreflightHooks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct InventoryTests {
    private let root: TemporaryDirectory
    private let kept: TemporaryDirectory

    init() throws {
        root = try TemporaryDirectory()
        kept = try TemporaryDirectory()
        for name in ["usr", "usr/local", "usr/local/bin", "opt", "srv"] { _ = try root.makeDirectory(name) }
        try add("opt/tool", program("GLIBC_2.34"))
    }

    private func add(_ name: String, _ builder: ELFBuilder) throws {
        try root.write(name, builder)
        try root.setMode(name, 0o755)
    }

    private func read(
        paths: [String] = LocalInventoryReader.standardPaths, exclude: [String] = [], state: StateDirectory? = nil,
        milliseconds: Int = 60_000
    ) -> LocalInventory {
        LocalInventoryReader(
            root: root.path, paths: paths, exclude: exclude, state: state, deadline: Deadline(milliseconds: milliseconds)
        ).read()
    }

    private func state() throws -> StateDirectory { try StateDirectory(kept.file("state")) }

    /// A file is kept in the cache from the second after its last change.
    private func settle() throws { _ = try run("/bin/sleep", ["1.1"]) }

    @Test func meetsProgramsAndLibrariesAndNothingElse() throws {
        try add("usr/local/bin/other", program("GLIBC_2.2.5"))
        try root.write("srv/libx.so.1", library("libx.so.1"))
        try root.write("opt/plain", program("GLIBC_2.34"))
        try root.write("opt/script", "#!/bin/sh\n")
        try root.setMode("opt/script", 0o755)
        try root.write("opt/empty.so", [])
        _ = try root.makeFIFO("opt/pipe.so")
        _ = try root.makeLink("opt/link.so", to: "/etc/passwd")
        let inventory = read()
        #expect(inventory.objects.map(\.path) == ["/usr/local/bin/other", "/opt/tool", "/srv/libx.so.1"])
        #expect(
            inventory.objects[1].needs.capabilities.map(\.capability.description) == [
                "libc.so.6()(64bit)", "libc.so.6(GLIBC_2.34)(64bit)",
            ])
        #expect(inventory.problems == [])
        #expect(inventory.coverage.isWhole)
    }

    @Test func linksOfTheRootStayInside() throws {
        _ = try root.makeDirectory("var")
        _ = try root.makeDirectory("var/opt")
        try add("var/opt/tool", program("GLIBC_2.34"))
        _ = try root.makeLink("linked", to: "/var/opt")
        #expect(read(paths: ["/linked", "/nowhere"]).objects.map(\.path) == ["/var/opt/tool"])
        _ = try root.makeLink("outside", to: "../../../../../../../usr/bin")
        #expect(read(paths: ["/outside"]).objects == [])
    }

    @Test func patternsLeaveOut() throws {
        _ = try root.makeDirectory("opt/app")
        try add("opt/app/tool", program("GLIBC_2.34"))
        #expect(read(exclude: ["/opt/app"]).objects.map(\.path) == ["/opt/tool"])
        #expect(read(exclude: ["tool"]).objects == [])
        #expect(read(exclude: ["/tool"]).objects.count == 2)
    }

    @Test func anOverdueDeadlineIsTold() throws {
        let inventory = read(milliseconds: 0)
        #expect(!inventory.coverage.isWhole)
        #expect(inventory.coverage.words == "checked 0 files, and the walk over the directories did not end")
        #expect(Coverage(checked: 812, total: 4020).words == "checked 812 of 4,020 files")
    }

    private func read(_ clock: Clock) -> LocalInventory {
        LocalInventoryReader(
            root: root.path, state: nil, deadline: Deadline(milliseconds: 1000, clock: clock.now)
        ).read()
    }

    @Test func theTimeIsUpInTheMiddle() throws {
        for number in 1...7 { try add("srv/tool-\(number)", program("GLIBC_2.34")) }
        let whole = Clock(after: .max, ends: false)
        #expect(read(whole).coverage == Coverage(checked: 8, total: 8))
        // The clock is asked once at the start, once for each file that is met, and once before each that is read.
        #expect(whole.asked == 1 + 8 + 8)
        for count in 0..<8 {
            let inventory = read(Clock(after: 1 + 8 + count + 1, ends: true))
            #expect(inventory.coverage == Coverage(checked: count, total: 8))
            #expect(inventory.coverage.words == "checked \(count) of 8 files")
            #expect(inventory.objects.count == count)
        }
        #expect(read(Clock(after: 4, ends: true)).coverage == Coverage(checked: 0, total: nil))
    }

    @Test func manyFilesKeepTheirOrderAndTheirNeeds() throws {
        // So many that two threads read them.
        for number in 0..<600 { try add("opt/tool-\(number)", program(number % 2 == 0 ? "GLIBC_2.17" : "GLIBC_2.34")) }
        func check(_ inventory: LocalInventory) {
            for object in inventory.objects where object.path.hasPrefix("/opt/tool-") {
                let isEven = Int(object.path.dropFirst(10)).map { $0 % 2 == 0 } ?? false
                let nodes = object.needs.libraries.flatMap(\.nodes).map(\.name)
                #expect(nodes == [isEven ? "GLIBC_2.17" : "GLIBC_2.34"], "\(object.path)")
            }
        }
        let whole = read(milliseconds: 600_000)
        check(whole)
        #expect(whole.coverage == Coverage(checked: 601, total: 601))
        #expect(read(milliseconds: 600_000).objects.map(\.path) == whole.objects.map(\.path))
        // Once at the start, once for each file that is met, and then in the middle of reading.
        let asked = Atomic(0)
        let late = Deadline(milliseconds: 1000) { asked.add(1, ordering: .relaxed).newValue > 1 + 601 + 300 ? 2000 : 0 }
        let part = LocalInventoryReader(root: root.path, state: nil, deadline: late).read()
        check(part)
        #expect(part.coverage == Coverage(checked: 300, total: 601))
        #expect(part.objects.count == 300)
    }

    @Test func aDirectoryThatIsSwappedForALinkIsNotFollowed() throws {
        let elsewhere = try TemporaryDirectory()
        for name in ["a", "b", "b/deep"] { _ = try elsewhere.makeDirectory(name) }
        for name in ["a/tool", "b/deep/tool", "b/other"] {
            try elsewhere.write(name, program("GLIBC_2.99"))
            try elsewhere.setMode(name, 0o755)
        }
        for name in ["srv/a", "srv/b", "srv/b/deep"] { _ = try root.makeDirectory(name) }
        for name in ["srv/a/tool", "srv/b/deep/tool", "srv/b/other"] { try add(name, program("GLIBC_2.34")) }
        let moved = root.file("moved")
        func swap(_ name: String) {
            rename(root.file("srv/\(name)"), moved)
            symlink(elsewhere.file(name), root.file("srv/\(name)"))
        }
        let clock = Clock(after: .max, ends: false)
        #expect(read(clock).objects.count == 4)
        // At every moment: before, between and in the middle of walking, and while files are read.
        for name in ["a", "b", "b/deep"] {
            for moment in 2...clock.asked {
                let inventory = read(Clock(after: moment, ends: false) { swap(name) })
                let nodes = inventory.objects.flatMap { $0.needs.libraries.flatMap(\.nodes).map(\.name) }
                #expect(Set(nodes) == ["GLIBC_2.34"], "\(name) was swapped at \(moment)")
                unlink(root.file("srv/\(name)"))
                #expect(rename(moved, root.file("srv/\(name)")) == 0)
            }
        }
    }

    @Test func theCacheAnswersUntilTheFileChanges() throws {
        try settle()
        let state = try state()
        let first = read(state: state)
        // What the cache says is believed as long as the stamp is the same.
        let bytes = try #require(try state.read(InventoryCache.fileName, most: 1 << 20))
        var cache = try #require(InventoryCache(bytes))
        let (stamp, kept) = try #require(cache.files.first)
        var needs = try #require(kept)
        needs.needed = ["libfrom-the-cache.so"]
        cache.files[stamp] = needs
        try state.write(InventoryCache.fileName) { cache.write(to: $0) }
        #expect(read(state: state).objects.first?.needs.needed == ["libfrom-the-cache.so"])
        try root.setMode("opt/tool", 0o711)
        #expect(read(state: state).objects == first.objects)
    }

    @Test func whatTheCacheKnowsIsJudgedHoweverLateItIs() throws {
        try settle()
        let state = try state()
        let whole = read(state: state)
        try add("srv/new", program("GLIBC_2.34"))
        let late = read(state: state, milliseconds: 0)
        #expect(!late.coverage.isWhole)
        #expect(late.objects.count <= whole.objects.count)
        // The late run takes nothing away from what was known.
        #expect(read(state: state).objects.count == 2)
        let bytes = try #require(try state.read(InventoryCache.fileName, most: 1 << 20))
        #expect(try #require(InventoryCache(bytes)).files.count == 1)
    }

    @Test func aFileThatHasJustChangedIsNotKept() throws {
        let state = try state()
        _ = read(state: state)
        #expect(try state.read(InventoryCache.fileName, most: 1 << 20) == nil)
    }

    @Test(arguments: [
        "junk", "preflight-inventory 0\nend 0\n", "preflight-inventory 1\n", "preflight-inventory 1\n1 2 3\nend 1\n", "",
    ])
    func aBrokenCacheIsMadeAnew(_ text: String) throws {
        try settle()
        let state = try state()
        try writeFile(kept.file("state/inventory"), Array(text.utf8))
        let inventory = read(state: state)
        #expect(inventory.objects.map(\.path) == ["/opt/tool"])
        #expect(inventory.notes.count == 1)
        #expect(read(state: state).notes == [])
    }

    @Test func aCacheThatOthersMayWriteIsNotBelieved() throws {
        try settle()
        let state = try state()
        _ = read(state: state)
        chmod(kept.file("state/inventory"), 0o622)
        #expect(read(state: state).notes.first?.contains("may be written by others") == true)
        unlink(kept.file("state/inventory"))
        symlink("/etc/passwd", kept.file("state/inventory"))
        #expect(read(state: state).notes.first?.contains("cannot be opened") == true)
    }

    @Test func aDirectoryThatOthersMayWriteIsNotUsed() throws {
        _ = try kept.makeDirectory("open")
        try kept.setMode("open", 0o777)
        #expect(throws: InputError.self) { try StateDirectory(kept.file("open")) }
        _ = try kept.makeLink("link", to: "/tmp")
        #expect(throws: InputError.self) { try StateDirectory(kept.file("link")) }
        let made = try StateDirectory(kept.file("made"))
        var status = stat()
        #expect(stat(made.path, &status) == 0 && status.st_mode & 0o7777 == 0o700)
    }

    @Test func draftsOfDeadRunsGoAndThoseOfOthersStay() throws {
        let state = try state()
        // Process 1 lives; no process has the largest number.
        for name in [".inventory.4194304", ".inventory.1", ".inventory.x"] { try writeFile("\(state.path)/\(name)", []) }
        try state.write(InventoryCache.fileName) { InventoryCache().write(to: $0) }
        let left = try run("/bin/ls", ["-A", state.path]).outputText.split(separator: "\n").map(String.init)
        #expect(left.sorted() == [".inventory.1", ".inventory.x", "inventory"])
        #expect(StateDirectory.remove(state.path) == false)
        for name in left.filter({ $0.hasPrefix(".") }) { unlink("\(state.path)/\(name)") }
        #expect(StateDirectory.remove(state.path))
    }
}

struct InventoryCacheTests {
    private static let pieces = ["lib", "ü", " ", "%", "\n", "\u{1B}[31m", "\u{10FFFF}", "", ":", "-", "$ORIGIN", "\u{10FFE4}"]

    private func cache(_ generator: inout Generator) -> InventoryCache {
        func name() -> String { (0..<generator.below(5)).map { _ in generator.pick(Self.pieces) }.joined() }
        var cache = InventoryCache()
        for number in 0..<generator.below(20) {
            let stamp = FileStamp(
                identity: FileIdentity(device: generator.next(), inode: UInt64(number)), size: Int64(generator.below(1 << 40)),
                modified: Int64(bitPattern: generator.next()), changed: Int64(bitPattern: generator.next()))
            if generator.below(4) == 0 {
                cache.files.updateValue(nil, forKey: stamp)
                continue
            }
            var needs = ObjectNeeds(machine: name(), is64Bit: generator.below(2) == 0)
            needs.isOpaque = generator.below(5) == 0
            needs.soname = generator.below(2) == 0 ? nil : name()
            needs.searchPath = generator.below(2) == 0 ? nil : name()
            needs.needed = (0..<generator.below(4)).map { _ in name() }
            needs.libraries = (0..<generator.below(4)).map { _ in
                .init(
                    name: name(),
                    nodes: (0..<generator.below(4)).map { _ in .init(name: name(), isWeak: generator.below(2) == 0) })
            }
            cache.files.updateValue(needs, forKey: stamp)
        }
        return cache
    }

    private func bytes(of cache: InventoryCache) throws -> [UInt8] {
        let place = try TemporaryDirectory()
        let state = try StateDirectory(place.file("state"))
        try state.write("cache") { cache.write(to: $0) }
        return try readFile(place.file("state/cache"))
    }

    @Test func survivesWritingAndReading() throws {
        var generator = Generator(seed: 21)
        for _ in 0..<60 {
            let cache = cache(&generator)
            #expect(InventoryCache(try bytes(of: cache)) == cache)
        }
    }

    /// Whatever is done to the file: no crash, and a cut is never taken for the whole.
    @Test func damageIsNoticedOrHarmless() throws {
        var generator = Generator(seed: 22)
        let whole = try bytes(of: cache(&generator))
        for count in 0..<(whole.count - 1) { #expect(InventoryCache(Array(whole.prefix(count))) == nil) }
        for _ in 0..<2000 {
            var damaged = whole
            for _ in 0..<3 { damaged[generator.below(damaged.count)] = UInt8(generator.below(256)) }
            _ = InventoryCache(damaged)
        }
    }
}
