// How .debs are handled.

internal import PreflightInputs

extension PackageFormat {
    /// Debian packages, with the diversions of `database`.
    public static func debian(_ database: DpkgDatabase) -> PackageFormat {
        PackageFormat(
            isDebian: true, moves: database.moves,
            hidesNeeds: { (path, deadline) throws(InputError) in
                hidesNeeds(try DebianControl(of: path, programs: PackageObjects.programs, deadline: deadline))
            })
    }

    /// dpkg-shlibdeps makes every package with dynamic objects depend on the C library; one that does not was made without it.
    static func hidesNeeds(_ control: DebianControl) -> Bool {
        if control["Architecture"] == "all" { return false }
        let needs = control.packages(in: "Depends").union(control.packages(in: "Pre-Depends"))
        return needs.isDisjoint(with: ["libc6", "libc6.1", "libc6-i386", "libc6-amd64", "libc6-x32", "libc0.3", "musl"])
    }
}
