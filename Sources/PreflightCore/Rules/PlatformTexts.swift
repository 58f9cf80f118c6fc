// Rules on the C library, kernel and CPU of a place, and on what could not be judged.

internal import PreflightLoader

extension RuleText {
    static let platformTexts: [RuleText] = [
        RuleText(
            .otherLibC, .platform, "Object made for another C library",
            meaning: """
                It was linked with glibc and the target has musl (Alpine), or the other way round. Groups of targets leave such \
                releases out; the rule fires where one is named.
                """,
            consequence: """
                The kernel looks for the interpreter that the program names (`/lib64/ld-linux-x86-64.so.2`, \
                `/lib/ld-musl-x86_64.so.1`) and answers `No such file or directory`, of which shells say `not found` although \
                the program is there. Verdict: failsAtLoad.
                """,
            remedy: """
                For both at once link statically, with the Static Linux SDK:

                    swift build -c release --swift-sdk x86_64-swift-linux-musl

                Otherwise ship a build for each, or choose an image with glibc.
                """,
            sources: [RuleSource.staticSDK, "execve(2)"]
        ),
        RuleText(
            .interpreter, .platform, "Interpreter that is not there",
            meaning: """
                The program names another dynamic loader (PT_INTERP) than its architecture has there: one of a Nix store or of a \
                private sysroot, or that of another architecture. In a root the file is looked for and opened.
                """,
            consequence: """
                execve fails with ENOENT before anything is loaded; shells say `not found` or `required file not found`. \
                Verdict: failsAtLoad; unknown for another spelling of the right loader (/lib in the place of /lib64) that some \
                releases have.
                """,
            remedy: """
                Build with the usual loader, or set it in the finished program:

                    patchelf --print-interpreter APP
                    patchelf --set-interpreter /lib64/ld-linux-x86-64.so.2 APP

                In a root without any loader, `--root` names the wrong directory: it must be the one that holds usr, etc and lib.
                """,
            sources: ["execve(2)", "https://sourceware.org/glibc/wiki/ABIList"]
        ),
        RuleText(
            .kernelTooOld, .platform, "Kernel older than the object demands",
            meaning: """
                The note NT_GNU_ABI_TAG says from which Linux version on the object works, and the release has an older kernel, \
                or names another operating system. The note comes from the start-up files of the glibc that it was linked with.
                """,
            consequence: """
                glibc up to 2.35 treats such a library as if it were not there: `cannot open shared object file`. It never looks \
                at a program's own note, and from 2.36 on at none, so neither does this rule (failsAtLoad for libraries). A \
                static program of an old glibc looks itself and says `FATAL: kernel too old`; which glibc it was the file does \
                not tell (unknown).
                """,
            remedy: """
                Build on a release as old as the target, or run it on a newer kernel. In a container the kernel is the node's, \
                whatever the image is.
                """,
            sources: [
                "https://sourceware.org/git/?p=glibc.git;a=commit;h=b46d250656",
                "https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/noteabitag.html",
            ]
        ),
        RuleText(
            .cpuLevel, .platform, "Higher CPU level than the release demands",
            meaning: """
                The object says (GNU_PROPERTY_X86_ISA_1_NEEDED) that it needs x86-64-v2, v3 or v4, and the release also runs on \
                older CPUs. Code that uses such instructions without saying so is not seen.
                """,
            consequence: """
                On a CPU below the level glibc 2.33 and later refuse it: `CPU ISA level is lower than required`. Older loaders \
                and static programs die of SIGILL at the first such instruction. On a CPU that has it all is well, so the \
                verdict is warns; for a level beyond x86-64-v4 it is unknown.
                """,
            remedy: """
                Compile for the baseline (no `-march=x86-64-v3`, no `-march=native`, no `-Xcc -mavx2` for all files), put the \
                fast library into a `glibc-hwcaps/x86-64-v3` directory beside the plain one, or make sure of the CPUs. What a \
                machine has:

                    /lib64/ld-linux-x86-64.so.2 --help | grep supported
                """,
            sources: ["https://gitlab.com/x86-psABIs/x86-64-ABI", RuleSource.loader]
        ),
    ]

    static let judgingTexts: [RuleText] = [
        RuleText(
            .noData, .judging, "No data to judge by",
            meaning: """
                The target has nothing for this architecture, a root has no loader for it, symbols of a library in the root \
                cannot be read, or the object asks for more than any program does and the rest was not looked at.
                """,
            consequence:
                "Nothing is said about a start. Verdict: unknown, status 3, so that a gate does not pass what it has not seen.",
            remedy: """
                `preflight targets show NAME` lists the architectures of a release. Judge against a root or a captured target of \
                the right architecture:

                    preflight check APP --root DIR
                """,
            sources: ["https://github.com/swift-preflight/swift-preflight/blob/main/README.md"]
        ),
        RuleText(
            .unreadable, .judging, "File that could not be read",
            meaning: """
                A file that was named, or that a walk met, could not be opened, is cut off, contradicts itself or is no ELF \
                file. In a walk what is no ELF file is passed over in silence; what was named must be one.
                """,
            consequence: """
                The rest is still judged, and the run ends with status 3 (`--on-unknown warn|pass` changes that): what was not \
                read is not known to start.
                """,
            remedy: """
                The message names the reason and the place in the file. Run it as a user who may read the file, fetch the file \
                again where it is cut off, or leave it out with `--exclude PATTERN` (in .preflight.json: `"exclude": \
                ["PATTERN"]`).
                """,
            sources: ["elf(5)", "open(2)"]
        ),
        RuleText(
            .expiredWaiver, .judging, "Waiver that has run out",
            meaning: """
                A waiver of the configuration bears a day in `expires` that is past. Whoever wrote it wanted the finding to come \
                back then.
                """,
            consequence: """
                It forgives nothing any more, and is a finding by itself, so that dead waivers do not pile up: status 1, unless \
                `--fail-on never` is given.
                """,
            remedy: """
                Mend what it forgave and delete it from .preflight.json, or give it a new day together with the reason why:

                    { "node": "GLIBC_2.38", "reason": "replaced in March", "expires": "2027-03-31" }
                """,
            sources: [
                RuleSource.configuration
            ]
        ),
    ]
}
