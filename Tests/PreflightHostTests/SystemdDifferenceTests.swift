// The reader beside systemd itself, on trees made at random: the same files, the same order, the same values.

import PreflightTestSupport
import Testing

@testable import PreflightHost

@Suite(.enabled(if: SystemdTruth.isHere, SystemdTruth.reason)) struct SystemdDifferenceTests {
    private static let values: [String: [String]] = [
        "LimitNOFILE": [
            "1024", "2048:4096", "4096:2048", "infinity", "1024:infinity", "infinity:5", "0x400", "0777", "09", "1K", "", "-1",
            "+5",
            "1:2:3", ":5", "5:", "18446744073709551615", "18446744073709551614", "99999999999999999999",
        ],
        "LimitAS": [
            "1G", "1.5G", "16g", "1GB", "1G 512M", "512M 1G", "10", "1.25K", "1K1", "", "0", "15E", "16E", "1.5", "64B", "1 G",
            "4M:8M",
        ],
        "LimitCPU": [
            "5", "1min", "1min 500ms", "infinity", "2h 30m", "1.5", "5 parsecs", "10s:20s", "1d", "90us", "", "1M", "3 s",
        ],
        "LimitRTTIME": ["5", "1ms", "2s", "1.5ms", "infinity", "200ms:400ms", "x", ""],
        "LimitNICE": ["-5", "+5", "20", "40", "41", "-20", "-21", "+19", "+20", "0", "", "infinity"],
        "LimitNPROC": ["64", "64:128", "0x10", "", "many"],
        "TasksMax": ["10", "0", "50%", "12.5%", "infinity", "", "100%", "101%", "1.25%", "0%", "33‰", "7‱", "-4", "1k", "0x20"],
        "MemoryMax": ["1G", "50%", "33.3%", "infinity", "", "0", "1g", "512M", "150%", "1.5M", "1000", "10‰", "0%"],
        "MemoryHigh": ["1M", "20%", "", "bad", "2T"],
        "MemorySwapMax": ["0", "1M", "infinity", "10%", ""],
        "CPUQuota": ["50%", "150%", "0%", "12.5%", "", "50", "33.33%", "infinity", "250‰", "1000%"],
        "AllowedCPUs": ["0-1", "0,2", "1 3", "", "5-2", "a", "0-3,6", "7"],
    ]
    private static let names = [
        "a.service", "a-b.service", "a-b-c.service", "t@x.service", "t@y-z.service", "t-u@x.service", "s.slice", "s-t.slice",
        "s-t-u.slice",
    ]
    private static let places = ["etc/systemd/system", "run/systemd/system", "usr/local/lib/systemd/system"]

    private static func settings(_ generator: inout Generator, _ count: Int) -> String {
        (0..<count).map { _ in
            let key = generator.pick(values.keys.sorted())
            return "\(key)=\(generator.pick(values[key] ?? []))\n"
        }.joined()
    }

    private static func tree(_ seed: UInt64) throws -> SystemdTree {
        var random = Generator(seed: seed)
        let tree = try SystemdTree()
        try tree.copySizes()
        try tree.write("etc/systemd/system/all.target", "[Unit]\nWants=\(names.joined(separator: " ")) other.service\n")
        for name in names {
            let unit = try #require(UnitName(name))
            let file = unit.template?.text ?? name
            // What %p is in a unit with an alias depends on the name by which it was loaded first.
            let specific = name == "a-b.service" ? "s-t-u.slice" : "s-%p.slice"
            let slice =
                unit.type == "service" && random.next() % 2 == 0
                ? "Slice=\(random.pick(["s-t.slice", specific, "s.slice"]))\n" : ""
            let start = unit.type == "service" ? "ExecStart=/bin/true\n" : ""
            let text = "# \(seed)\n[\(unit.section)]\n\(start)\(slice)\(settings(&random, 6))"
            try? tree.write("\(random.pick(places))/\(file)", text)
            for _ in 0..<4 {
                // Drop-ins at every level, in every place, with names that meet each other.
                let level = random.pick(unit.dropInNames + [unit.type])
                let path = "\(random.pick(places))/\(level).d/\(random.pick(["10", "20", "30"])).conf"
                if random.next() % 8 == 0 {
                    try? tree.write(path, "->/dev/null")
                } else {
                    try tree.write(path, "[\(unit.section)]\n\(settings(&random, 3))")
                }
            }
        }
        try tree.write("etc/systemd/system/other.service", "->a-b.service")
        try tree.write("etc/systemd/system/other.service.d/15.conf", "[Service]\n\(settings(&random, 2))")
        return tree
    }

    /// What systemd shows, as a value.
    private static func value(_ text: String) -> Value? {
        if text == "18446744073709551615" || text == "infinity" { return .unlimited }
        return Number(kernel: text).map { .number($0) }
    }

    @Test(arguments: [1, 2, 3, 4, 6] as [UInt64]) func agreesWithSystemd(seed: UInt64) throws {
        let tree = try Self.tree(seed)
        let truth = try SystemdTruth.units(tree.directory, starting: "all.target").units
        let (reader, root) = (try tree.reader(), try tree.root)
        var compared = 0
        for name in Self.names + ["other.service"] {
            let real = name == "other.service" ? "a-b.service" : name
            let unit = try #require(truth[real], "systemd did not load \(name)")
            func reading(_ key: String) throws -> Value? {
                let reading = try #require(reader.reading(of: "systemd.unit.\(name).\(key)"))
                return try? reading.value.get()
            }
            let ours = UnitFile(try #require(UnitName(name)), root: try tree.root)
            // systemd lists those that are masked, too, and reads nothing there.
            let read = unit.dropIns.filter { path in (try? root.link(path)) == nil }
            #expect(ours.dropIns == read, "drop-ins of \(name)")
            #expect(ours.fragment == unit.properties["Fragment Path"], "file of \(name)")
            if real.hasSuffix(".service") {
                for resource in LimitResource.all {
                    let soft = unit.properties["Limit\(resource.name)Soft"].flatMap(Self.value)
                    let hard = unit.properties["Limit\(resource.name)"].flatMap(Self.value)
                    // The default of NOFILE follows what systemd was started with; the tests' own limits are not a booted system's.
                    let source = reader.reading(of: "systemd.unit.\(name).LimitNOFILE")?.source
                    if resource.name == "NOFILE", source?.hasPrefix("systemd-") == true { continue }
                    #expect(
                        try reading("Limit\(resource.name)") == soft && reading("Limit\(resource.name).hard") == hard,
                        "\(name) Limit\(resource.name), systemd: \(soft as Any) \(hard as Any)"
                    )
                    compared += 2
                }
                #expect(
                    try reading("Slice") == unit.properties["Slice"].map { .text($0) },
                    "\(name) Slice: \(ours.assignments(of: "Slice")) systemd: \(unit.properties["Slice"] ?? "-")")
            }
            for limit in [GroupLimit.tasksMax, .memoryMax, .memoryHigh, .memorySwapMax] {
                #expect(
                    try reading(limit.rawValue) == unit.properties[limit.rawValue].flatMap(Self.value),
                    "\(name) \(limit.rawValue): \(ours.assignments(of: limit.rawValue))"
                )
                compared += 1
            }
            let quota = unit.properties["CPUQuotaPerSecSec"] ?? ""
            let share: Value? =
                quota == "infinity"
                ? .unlimited
                : SystemdValue.microseconds(quota, unitless: 1).flatMap { Number($0.numerator, over: 1_000_000) }.map {
                    .number($0)
                }
            #expect(try reading("CPUQuota") == share, "\(name) CPUQuota \(quota)")
            let set = unit.properties["AllowedCPUs"].flatMap { ProcessorSet($0)?.description }
            #expect(try reading("AllowedCPUs") == set.map { .text($0) } ?? .unlimited, "\(name) AllowedCPUs")
            compared += 2
        }
        #expect(compared > 200)
    }

    /// As a test of itself, systemd reads the configuration of a user's manager before it hears that it is the system's.
    @Test(arguments: [11, 12, 13] as [UInt64]) func agreesOnTheManagersDefaults(seed: UInt64) throws {
        var random = Generator(seed: seed)
        let tree = try SystemdTree()
        try tree.copySizes()
        func text() -> String {
            let keys = Self.values.keys.filter { $0.hasPrefix("Limit") || $0 == "TasksMax" }.sorted()
            return "[Manager]\n"
                + (0..<5).map { _ in
                    let key = random.pick(keys)
                    return "Default\(key)=\(random.pick(Self.values[key] ?? []))\n"
                }.joined() + "stray line\nUnknown=5\n[Other]\nDefaultTasksMax=3\n"
        }
        func both(_ path: (String) -> String, _ text: String) throws {
            for name in ["system", "user"] { try tree.write(path(name), text) }
        }
        for place in ["etc/systemd", "run/systemd", "usr/local/lib/systemd"] {
            if place == "etc/systemd" { try both({ "\(place)/\($0).conf" }, text()) }
            for file in ["10", "20", "30"] where random.next() % 2 == 0 {
                let content = random.next() % 6 == 0 ? "->/dev/null" : text()
                try both({ "\(place)/\($0).conf.d/\(file).conf" }, content)
            }
        }
        try tree.write("etc/systemd/system/u.service", "[Service]\nExecStart=/bin/true\n")
        let truth = try #require(try SystemdTruth.units(tree.directory, starting: "u.service").units["u.service"])
        for kind in ["manager", "user-manager"] {
            for resource in LimitResource.all {
                let reading = try #require(try tree.reader().reading(of: "systemd.\(kind).DefaultLimit\(resource.name)"))
                // Without a file to say it, it is the default of a system that is booted.
                if reading.source.hasPrefix("systemd-") { continue }
                let soft = truth.properties["Limit\(resource.name)Soft"].flatMap(Self.value)
                if kind == "user-manager", soft != nil, resource.standard != nil, (try? reading.value.get()) == nil { continue }
                #expect(
                    (try? reading.value.get()) == soft,
                    "\(kind) \(resource.name): \(reading), systemd: \(truth.properties["Limit\(resource.name)Soft"] ?? "-")")
            }
            let tasks = try #require(try tree.reader().reading(of: "systemd.\(kind).DefaultTasksMax"))
            #expect((try? tasks.value.get()) == truth.properties["TasksMax"].flatMap(Self.value), "\(kind) \(tasks)")
        }
    }
}
