// The matrix is data that verdicts rest on: what must hold in it is checked here, and by its generator.

import PreflightELF
import PreflightLoader
import Testing

@testable import PreflightTargets

@Suite struct MatrixTests {
    let matrix = Matrix.builtIn

    @Test func everyNameMeansOneTarget() {
        var owners: [String: Set<String>] = [:]
        for target in matrix.targets {
            for name in [target.id] + target.aliases { owners[name.lowercased(), default: []].insert(target.id) }
        }
        #expect(owners.filter { $0.value.count > 1 }.isEmpty)
        #expect(owners.keys.allSatisfy { $0 == $0.lowercased() })
        #expect(matrix.targets.count >= 152)
    }

    @Test(arguments: [
        ("jammy", "ubuntu-22.04"), ("ubuntu:22.04", "ubuntu-22.04"), ("Ubuntu:Jammy", "ubuntu-22.04"), ("el9", "rhel-9"),
        ("al2023", "amazonlinux-2023"), ("bookworm", "debian-12"), ("debian:13", "debian-13"), ("rhel9.7", "rhel-9.7"),
        ("alpine:3.22", "alpine-3.22"), ("sid", "debian-sid"),
    ])
    func usualSpellings(spelling: String, id: String) throws {
        #expect(matrix.target(named: spelling)?.id == id)
        let selection = try matrix.select([spelling], asOf: matrix.asOf)
        #expect(selection.chosen.map(\.target.id) == [id])
        #expect(selection.chosen.allSatisfy { $0.isNamed })
    }

    @Test func datesAreInOrder() {
        for target in matrix.targets {
            if let released = target.released, let end = target.endOfLife { #expect(released <= end, "\(target.id)") }
            if let end = target.endOfLife, let extended = target.extendedEnd { #expect(end <= extended, "\(target.id)") }
        }
        #expect(matrix.glibcReleases.map(\.version) == matrix.glibcReleases.map(\.version).sorted())
    }

    @Test func aNewerBuildOfALineKeepsTheNodesOfTheOlder() {
        for (line, members) in Dictionary(grouping: matrix.targets, by: \.line) {
            for (older, newer) in zip(members, members.dropFirst()) {
                for (architecture, row) in older.rows {
                    for library in ["libc.so.6", "libstdc++.so.6", "libgcc_s.so.1"] {
                        guard let old = row.sets[library], let new = newer.rows[architecture]?.sets[library] else { continue }
                        let lost = Set(matrix.nodes(old)).subtracting(matrix.nodes(new)).filter { NumericNode($0) != nil }
                        #expect(lost.isEmpty, "\(line): \(newer.id) lost \(lost) of \(library) on \(architecture)")
                    }
                }
            }
        }
    }

    @Test func referencesResolve() {
        for target in matrix.targets {
            if let base = target.base { #expect(matrix.target(named: base.id) != nil, "\(target.id)") }
            let numbers =
                target.rows.values.flatMap(\.sets.values) + target.unions.values.flatMap(\.sets.values)
                + target.ends.values.compactMap(\.named) + target.additions.map(\.set)
            for number in numbers where number != 0 { #expect(matrix.sets[number] != nil, "\(target.id): set \(number)") }
        }
    }

    @Test(arguments: [
        "preflight-matrix 2", "glibc 2.x 2020-01-01", "set x GLIBC: 2.0", "  name without a target",
        "target a\n  released 2021-13-01", "target a\n  row x86_64 guess libc.so.6=1", "nonsense",
    ])
    func brokenTextIsAnErrorWithItsLine(text: String) {
        #expect { _ = try Matrix(text: "as-of 2026-01-01\n" + text) } throws: { error in
            (error as? Matrix.ParseError).map { $0.line >= 2 && $0.description.hasPrefix("line ") } ?? false
        }
    }

    @Test(arguments: [
        ("2026-02-29", false), ("2024-02-29", true), ("2026-13-01", false), ("2026-1-01", false), ("20260101", false),
    ])
    func days(text: String, isDay: Bool) {
        #expect((Day(text) != nil) == isDay)
        if let day = Day(text) { #expect(day.description == text) }
    }
}

@Suite struct SelectionTests {
    let matrix = Matrix.builtIn

    private func ids(_ words: String..., asOf: String = "2026-11-21") throws -> Set<String> {
        Set(try matrix.select(words, asOf: #require(Day(asOf))).chosen.map(\.target.id))
    }

    @Test func supportedFollowsTheDay() throws {
        #expect(try ids("supported").contains("debian-13"))
        #expect(try !ids("supported").contains("debian-12"))
        #expect(try ids("supported", asOf: "2025-01-01").contains("debian-12"))
        #expect(try !ids("supported", asOf: "2022-01-01").contains("debian-12"))
    }

    @Test func groupsMeanSomethingElseThanEverything() throws {
        let all = try ids("all")
        #expect(all.count == matrix.targets.count)
        for group in ["supported", "lts", "swift", "glibc>=2.31", "manylinux_2_28", "ubuntu"] {
            let some = try ids(group)
            #expect(!some.isEmpty && some.isStrictSubset(of: all), "\(group)")
        }
        #expect(try ids("swift").isSuperset(of: ["ubuntu-22.04", "ubuntu-24.04", "amazonlinux-2023"]))
        #expect(try ids("glibc>=2.31").contains("debian-11"))
        #expect(try !ids("glibc>2.31").contains("debian-11"))
        #expect(try ids("glibc==2.34").contains("rhel-9"))
    }

    @Test func exclusionsTakeAway() throws {
        #expect(try ids("ubuntu,!jammy").contains("ubuntu-24.04"))
        #expect(try !ids("ubuntu, !jammy").contains("ubuntu-22.04"))
        #expect { _ = try matrix.select(["jammy", "!jammy"], asOf: matrix.asOf) } throws: {
            "\($0)".contains("no target is left")
        }
    }

    @Test(arguments: [("ubunto-22.04", "ubuntu-22.04"), ("bokworm", "bookworm"), ("suported", "supported")])
    func aTypoGetsTheNearestNames(typo: String, right: String) {
        #expect { _ = try matrix.select([typo], asOf: matrix.asOf) } throws: { error in
            "\(error)".contains("did you mean") && "\(error)".contains(right)
        }
    }

    @Test func hopelessNamesGetTheWayToTheList() {
        #expect { _ = try matrix.select(["qqqqqqqqqqqq"], asOf: matrix.asOf) } throws: { "\($0)".contains("preflight targets") }
    }
}
