// The little language of expectations: what it reads, what it refuses and how, and which expectations exclude each other.

import PreflightHost
import PreflightInputs
import PreflightTestSupport
import Testing

@testable import PreflightCore

@Suite struct ExpectationTests {
    // MARK: - What is read

    @Test(arguments: [
        ("nofile>=65536", "nofile", "at least 65536"), ("nofile >= 64Ki", "nofile", "at least 64Ki"),
        ("\tnofile≥1\t", "nofile", "at least 1"), ("nofile<=9", "nofile", "at most 9"), ("nofile≤9", "nofile", "at most 9"),
        ("nofile=5", "nofile", "5"), ("nofile==5", "nofile", "5"), ("nofile=1..5", "nofile", "1 to 5"),
        ("nofile=1 .. 5", "nofile", "1 to 5"), ("nofile=5..5", "nofile", "5 to 5"),
        ("clock.source=tsc|kvm-clock", "clock.source", "tsc or kvm-clock"),
        ("call.clone3!=blocked | killed", "call.clone3", "anything but blocked and killed"),
        ("stack!=unlimited", "stack", "anything but unlimited"), ("as=infinity", "as", "unlimited"),
        ("as=max", "as", "unlimited"),
        ("nproc>=nofile/2", "nproc", "at least nofile/2"), ("nproc>=4*cpu.effective+32", "nproc", "at least 4*cpu.effective+32"),
        ("net.ipv4.ip_local_port_range=32768 60999", "net.ipv4.ip_local_port_range", "32768 60999"),
        ("os.version=12.5", "os.version", "12.5"), ("os.name=..", "os.name", ".."), ("x=1..", "x", "1.."),
        (
            "/sys/kernel/mm/transparent_hugepage/enabled!=always", "/sys/kernel/mm/transparent_hugepage/enabled",
            "anything but always"
        ),
    ])
    func everyComparisonIsRead(_ text: String, _ fact: String, _ words: String) throws {
        let expectation = try Expectation(text)
        #expect(expectation.fact == fact)
        #expect(expectation.demand.words == words)
        // As it would be written, it says the same.
        #expect(try Expectation(expectation.text).demand == expectation.demand)
        #expect(expectation.severity == .error)
        #expect(expectation.origin == .commandLine)
    }

    @Test(
        arguments: [
            ("0", "0", nil), ("1_000", "1000", nil), ("64Ki", "65536", nil), ("64 Ki", "65536", nil), ("64k", "64000", nil),
            ("1Mi", "1048576", nil), ("1M", "1000000", nil), ("2Gi", "2147483648", nil), ("1T", "1000000000000", nil),
            ("8 MiB", "8388608", .bytes), ("8MB", "8000000", .bytes), ("512B", "512", .bytes), ("1kB", "1000", .bytes),
            ("1.5GiB", "1610612736", .bytes), ("0.5 cpu", "0.5", .cpus), (".5cpus", "0.5", .cpus), ("25%", "0.25", .ratio),
            ("1h", "3600", .seconds), ("2min", "120", .seconds), ("250ms", "0.25", .seconds), ("1us", "0.000001", .seconds),
            ("50ns", "0.00000005", .seconds), ("-1", "-1", nil), ("9223372036854775807", "9223372036854775807", nil),
            ("18446744073709551615", "18446744073709551615", nil), ("1Ki+24", "1048", nil), ("1min + 1s", "61", .seconds),
        ] as [(String, String, PreflightHost.Unit?)])
    func amountsAreExact(_ text: String, _ value: String, _ unit: PreflightHost.Unit?) throws {
        let amount = try Amount(text)
        let parts = value.split(separator: ".")
        let places = parts.count == 2 ? parts[1].utf8.count : 0
        let digits = try #require(Int128(parts.joined()))
        #expect(amount.constant == Number(digits, over: (0..<places).reduce(Int128(1)) { power, _ in power * 10 }))
        #expect(amount.unit == unit)
    }

    @Test func formulasAreSumsOfFacts() throws {
        let amount = try Amount("0.5*cpu.effective + nofile/4 + kernel/threads-max + 32")
        #expect(amount.terms.map(\.fact) == ["cpu.effective", "nofile", "kernel/threads-max", nil])
        #expect(amount.terms.map(\.factor) == [Number(1, over: 2), Number(1, over: 4), Number(1), Number(32)])
        #expect(amount.constant == nil)
    }

    // MARK: - What is refused

    @Test(arguments: [
        ("", "no comparison; write NAME>=VALUE"), ("nofile", "no comparison"), (">=5", "a name was expected"),
        ("nofile>5", "> is no comparison; write >=, <=, = or !="), ("nofile<5", "< is no comparison"),
        ("nofile!5", "! is no comparison"), ("nofile=>5", "=> is no comparison"), ("nofile=<5", "=< is no comparison"),
        ("nofile>==5", ">== is no comparison"), ("nofile>=", "a value was expected behind >="),
        ("nofile= ", "a value was expected"),
        ("nofile>=64K", "K could mean 1,000 or 1,024; write k or Ki"), ("nofile>=64KB", "did you mean"),
        ("nofile>=5 apples", "\"apples\" is no unit; known are"), ("nofile>=0x10", "is no unit"), ("nofile>=1e5", "is no unit"),
        ("nofile>=--5", "is no number"), ("nofile>=1.2.3", "is no number"), ("nofile>=1.", "is no number"),
        ("nofile>=.", "is no number"), ("nofile>=0.1234567890", "is no number"), ("nofile>=-0.5", "is no number"),
        ("nofile>=18446744073709551617", "larger than any limit"),
        ("nofile>=99999999999999999999999999999999999999999", "larger"),
        ("nofile>=18446744073709551615.123456789T", "larger than any limit"), ("nofile>=1+", "a value was expected beside +"),
        ("nofile>=1s+1MiB", "seconds and bytes cannot be added"), ("nofile=9..5", "its first value is above its last"),
        ("nofile=a||b", "between two bars is empty"), ("nofile=|", "between two bars"), ("nproc>=nofile/0", "no positive number"),
        ("nproc>=nofile/-2", "no positive number"), ("nproc>=nofile*2", "a formula is written 2*NAME or NAME/2"),
        ("nproc>=2*", "neither a number nor the name"), ("nofile>=unlimited", "write = or != before unlimited"),
        ("nofile<=max", "write = or != before max"),
    ])
    func errorsSayWhatWouldBeRight(_ text: String, _ message: String) throws {
        let error = try #require(throws: ExpectationError.self) { try Expectation(text) }
        #expect(error.description.contains(message), "\(error)")
        #expect(error.description.hasPrefix("\"\(text)\": "), "\(error)")
    }

    @Test func hostileTextIsCutAndEscaped() throws {
        let long = String(repeating: "a", count: 1 << 20)
        for text in [long, long + ">=5", "nofile>=" + long, "nofile>=5" + long, "x=\u{1B}[31m>\u{0}", "\u{0}\u{1B}]0;x\u{7}"] {
            do throws(ExpectationError) { _ = try Expectation(text) } catch {
                #expect(error.description.utf8.count < 1000)
                #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(error)")
                continue
            }
            #expect(text.utf8.count < 100, "a megabyte was taken for an expectation")
        }
        // Combining marks, no-break spaces and digits of other scripts are no syntax.
        for text in ["nofile>\u{301}=5", "nofile>=\u{665}", "nofile>=5\u{301}", "nofile\u{A0}>=5\u{A0}"] {
            let expectation = try? Expectation(text)
            #expect(expectation?.fact != "nofile" || expectation?.demand.amounts.first?.constant == nil, "\(text)")
        }
    }

    @Test func manyRandomTextsEndInAValueOrASentence() {
        var generator = Generator(seed: 4711)
        let pieces = [
            "nofile", ">=", "<=", "=", "!=", "..", "|", "5", "64Ki", "*", "/", "+", "-", ".", " ", "cpu", "%", "é", "\u{0}",
            "9999999999",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
            guard let expectation = try? Expectation(text) else { continue }
            #expect(!expectation.fact.isEmpty)
            _ = expectation.demand.words + (expectation.demand.amounts.first?.constant?.description ?? "")
        }
    }

    // MARK: - Profiles

    @Test func everyRowOfEveryProfileIsAnsweredAndTellsItsSource() throws {
        let host = Host()
        #expect(Profile.all.map(\.name).count == Set(Profile.all.map(\.name)).count)
        for profile in Profile.all {
            let expectations = try profile.expectations()
            #expect(expectations.count == profile.rows.count && !expectations.isEmpty)
            for (row, expectation) in zip(profile.rows, expectations) {
                let place = "\(profile.name): \(row.demand)"
                #expect(row.reason.utf8.count > 3, "\(place) has no reason")
                #expect(row.citation.utf8.count > 3, "\(place) has no citation")
                #expect(expectation.origin == .profile(profile.name, isDocumented: row.isDocumented, citation: row.citation))
                let named = [expectation.fact] + expectation.demand.amounts.flatMap(\.terms).compactMap(\.fact)
                for fact in named + [expectation.condition?.fact].compactMap(\.self) {
                    #expect(
                        host.names.contains(where: { fact == $0 || fact.hasPrefix($0 + "[") }),
                        "\(place): nobody answers to \(fact)")
                }
                // Units fit, words are compared as words: judging it is no error, whatever comes of it.
                _ = try HostJudge(host).judge(expectation)
            }
            #expect(Contradiction.find(in: expectations) == [], "\(profile.name) contradicts itself")
        }
    }

    @Test func aFilterThatAnswersClone3LikeAnOldKernelIsWhatProfilesWant() throws {
        // Docker's own filter does; only EPERM and the like stop glibc.
        for profile in Profile.all {
            for row in profile.rows where row.demand.hasPrefix("call.clone3") {
                #expect(row.demand == "call.clone3.answer=EINVAL|ENOSYS", "\(profile.name)")
            }
        }
    }

    @Test func profilesAreFoundByNameOnce() throws {
        let once = try Profile.expectations(of: ["redis"])
        #expect(try Profile.expectations(of: ["redis", "redis"]) == once)
        let near = try #require(throws: ExpectationError.self) { try Profile.expectations(of: ["rediss"]) }
        #expect(near.description == "there is no profile \"rediss\"; did you mean redis?")
        let far = try #require(throws: ExpectationError.self) { try Profile.expectations(of: ["\u{1B}xxxxxxxxxxx"]) }
        #expect(far.description.contains("known are swift-server, ") && !far.description.contains("\u{1B}"))
    }

    // MARK: - Contradictions

    @Test(arguments: [
        ("a=1", "a=2", true), ("a=1", "a=1", false), ("a=1Ki", "a=1024", false), ("a>=1Ki", "a<=1023", true),
        ("a>=1Ki", "a<=1024", false), ("a=1..5", "a=5..9", false), ("a=1..5", "a=6..9", true), ("a>=10", "a=1..9", true),
        ("a=1|20", "a>=10", false), ("a=1|2", "a>=10", true), ("a=unlimited", "a>=10", false), ("a=unlimited", "a<=10", true),
        ("a=unlimited", "a=1..9", true), ("a=unlimited", "a!=unlimited", true), ("a=x|y", "a!=x", false), ("a=x", "a!=x|y", true),
        ("a=x|y", "a=y|z", false), ("a=x", "a=y", true), ("a>=b", "a<=1", false), ("a=2*b", "a=3", false), ("a=1", "b=2", false),
        ("a<=0.5", "a>=0.50000001", true), ("a=max", "a=infinity", false),
        ("vm.overcommit_memory=1", "vm/overcommit_memory=2", true),
        ("vm.overcommit_memory=1", "/proc/sys/vm/overcommit_memory=2", true),
        ("net.ipv4.conf.a/1.forwarding=0", "net/ipv4/conf/a.1/forwarding=1", true), ("kernel.sem[0]=1", "kernel.sem[1]=2", false),
    ])
    func whatExcludesEachOtherIsFound(_ first: String, _ second: String, _ excludes: Bool) throws {
        let expectations = [try Expectation(first), try Expectation(second)]
        #expect(Contradiction.find(in: expectations).isEmpty == !excludes)
        #expect(Contradiction.find(in: expectations.reversed()).isEmpty == !excludes)
    }

    @Test func redisAndPostgreSQLExcludeEachOther() throws {
        let expectations = try Profile.expectations(of: ["redis", "postgresql"])
        let found = Contradiction.find(in: expectations)
        #expect(found.count == 1)
        #expect(
            found.first?.sentence
                == "vm.overcommit_memory=1 (redis, documented) and vm.overcommit_memory=2 (postgresql, documented) cannot both hold; "
                + "take one of the profiles or expectations out")
        // Nothing is judged then.
        #expect(throws: ExpectationError.self) { try HostReport(Host(), expectations) }
        // With a condition it may be that only one of them counts.
        var conditional = expectations
        for place in conditional.indices {
            conditional[place].condition = .init(fact: "nofile", demand: try Expectation("nofile=1").demand, text: "nofile=1")
        }
        #expect(Contradiction.find(in: conditional).isEmpty)
    }
}
