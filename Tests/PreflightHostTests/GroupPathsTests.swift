// The join of /proc/PID/cgroup and mountinfo: every shape that has broken a program.

import PreflightHost
import PreflightTestSupport
import Testing

@Suite struct GroupPathsTests {
    private static let v2 = "31 23 0:28 / /sys/fs/cgroup rw,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate\n"

    /// The paths of two files given as text.
    private func paths(_ cgroup: String, _ mountinfo: String) throws -> GroupPaths {
        let place = try TemporaryDirectory()
        for name in ["proc", "proc/self"] { _ = try place.makeDirectory(name) }
        try place.write("proc/self/cgroup", cgroup)
        try place.write("proc/self/mountinfo", mountinfo)
        return try GroupPaths(root: HostRoot(path: place.path))
    }

    /// The own directory and the top of a controller's group, or the kind of its absence.
    private func join(_ controller: String, _ cgroup: String, _ mountinfo: String) throws -> String {
        do {
            let group = try paths(cgroup, mountinfo).directory(of: controller)
            return "\(group.version.rawValue) \(group.leaf) of \(group.levels.count)"
        } catch let unknown as Unknown { return unknown.kind.rawValue }
    }

    @Test func joinsV2() throws {
        #expect(try join("cpu", "0::/a/b\n", Self.v2) == "v2 /sys/fs/cgroup/a/b of 3")
        #expect(try join("cpu", "0::/\n", Self.v2) == "v2 /sys/fs/cgroup of 1")
        #expect(try join("cpu", "0::/a//b/\n", Self.v2) == "v2 /sys/fs/cgroup/a/b of 3")
        #expect(try join("cpu", "0::/a:b/c:d\n", Self.v2) == "v2 /sys/fs/cgroup/a:b/c:d of 3")
        #expect(try join("cpu", "0::/a b\n", Self.v2) == "v2 /sys/fs/cgroup/a b of 2")
    }

    @Test func mountsElsewhere() throws {
        let blank = #"31 23 0:28 / /mnt/my\040groups\134x\011y\012z\043 rw - cgroup2 none rw"# + "\n"
        #expect(try join("cpu", "0::/a\n", blank) == "v2 /mnt/my groups\\x\ty\nz#/a of 2")
        let part = "31 23 0:28 /a/b /sys/fs/cgroup ro - cgroup2 cgroup rw\n"
        #expect(try join("cpu", "0::/a/b/c\n", part) == "v2 /sys/fs/cgroup/c of 2")
        #expect(try join("cpu", "0::/a/b\n", part) == "v2 /sys/fs/cgroup of 1")
        // A name that only begins alike is another group.
        #expect(try join("cpu", "0::/a/bc\n", part) == "hidden")
        #expect(try join("cpu", "0::/a\n", part) == "hidden")
        // The mount with more ancestors is better, whatever the order.
        #expect(
            try join("cpu", "0::/a/b/c\n", part + "40 23 0:28 / /run/all rw - cgroup2 cgroup rw\n") == "v2 /run/all/a/b/c of 4")
    }

    @Test func outsideOfTheNamespace() throws {
        #expect(try join("cpu", "0::/../..\n", Self.v2) == "hidden")
        #expect(try join("cpu", "0::/../other\n", Self.v2) == "hidden")
        // Seen from a new namespace without a new mount: the mount's root is above us, and our own name in it is not known.
        #expect(try join("cpu", "0::/\n", "31 23 0:28 /.. /sys/fs/cgroup rw - cgroup2 cgroup rw\n") == "hidden")
        #expect(
            try join("cpu", "0::/../x/y\n", "31 23 0:28 /../x /sys/fs/cgroup rw - cgroup2 cgroup rw\n")
                == "v2 /sys/fs/cgroup/y of 2")
        #expect(try join("cpu", "0::/gone.service (deleted)\n", Self.v2) == "gone")
        #expect(try join("cpu", "0::/a\n", "31 23 0:28 / / rw - ext4 /dev/sda1 rw\n") == "hidden")
        #expect(try join("cpu", "", Self.v2) == "absent")
    }

    @Test func eachControllerByItself() throws {
        let cgroup = "3:cpu,cpuacct:/a\n2:name=systemd:/s\n1:memory,hugetlb:/m\n0::/u\n"
        let mounts = """
            31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid shared:1 master:2 - cgroup cgroup rw,cpu,cpuacct
            33 31 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory,hugetlb,release_agent=/a b
            34 31 0:31 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,xattr,name=systemd
            35 31 0:32 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw

            """
        #expect(try join("cpu", cgroup, mounts) == "v1 /sys/fs/cgroup/cpu,cpuacct/a of 2")
        #expect(try join("memory", cgroup, mounts) == "v1 /sys/fs/cgroup/memory/m of 2")
        #expect(try join("pids", cgroup, mounts) == "v2 /sys/fs/cgroup/unified/u of 2")
        #expect(try join("", cgroup, mounts) == "v2 /sys/fs/cgroup/unified/u of 2")
        #expect(try join("pids", "2:name=systemd:/s\n", mounts) == "absent")
        // A v1 line without its mount must not be looked for in v2.
        #expect(try join("cpu", "3:cpu:/a\n0::/u\n", Self.v2) == "hidden")
    }

    @Test(arguments: ["nonsense\n", "1:cpu\n", "x:cpu:/a\n", "99999999999999999999:cpu:/\n", "\u{0}\u{1}:\u{2}\n"])
    func otherLinesAreMalformed(_ cgroup: String) throws {
        #expect(try join2(cgroup, Self.v2) == .malformed)
    }

    @Test(arguments: ["31 23 0:28 / /sys/fs/cgroup rw\n", "31 23\n", "31 23 0:28 / /a rw -\n", "- - - - - - -\n"])
    func otherMountLinesAreMalformed(_ mountinfo: String) throws {
        #expect(try join2("0::/\n", mountinfo) == .malformed)
    }

    private func join2(_ cgroup: String, _ mountinfo: String) throws -> Unknown.Kind? {
        do {
            _ = try paths(cgroup, mountinfo).directory(of: "cpu")
            return nil
        } catch let unknown as Unknown { return unknown.kind }
    }

    @Test func readsLists() {
        #expect(CPUList("0-4,6,8-10")?.count == 9)
        #expect(CPUList("0\n")?.count == 1)
        #expect(CPUList("")?.count == 0)
        #expect(CPUList("0-4,6,8-10")?.description == "0-4,6,8-10")
        let both = CPUList("0-4,6,8-10").flatMap { list in CPUList("3-8,10,12").map { list.intersection($0) } }
        #expect(both?.description == "3-4,6,8,10")
        for text in ["4-0", "a", "1,", ",1", "-1", "1-", "0-99999999999999999999", "0-2000000", "1 2", "0x1"] {
            #expect(CPUList(text) == nil, "\(text)")
        }
    }
}
