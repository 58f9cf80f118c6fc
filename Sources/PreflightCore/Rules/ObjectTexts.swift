// Rules on libraries and on the file itself.

internal import PreflightLoader

extension RuleText {
    static let libraryTexts: [RuleText] = [
        RuleText(
            .libraryMissing, .libraries, "Needed library that is not there",
            meaning: """
                A library that the object needs (DT_NEEDED) is not found where the loader of that place looks, or the release's \
                archive has it under another soname only (libssl.so.3 in the place of libssl.so.1.1). The rule also stands for a \
                version need of a library that nothing loads.
                """,
            consequence: """
                `error while loading shared libraries: libX.so.1: cannot open shared object file`, status 127, before the \
                program runs; a version need of a library that is not loaded ends in an assertion of the loader. Verdict: \
                failsAtLoad, or unknown where the release was not searched for it.
                """,
            remedy: """
                Install the package that has it (the report names it where it is known), build on that release, or bring the \
                library along and say where it lies:

                    swift build -c release -Xlinker -rpath -Xlinker '$ORIGIN/../lib'

                If it is there and the loader does not find it: a directory of ld.so.conf counts only after `ldconfig` was run. \
                `preflight tree APP --root DIR` shows every place that was searched.
                """,
            sources: [RuleSource.loader, RuleSource.load]
        ),
        RuleText(
            .openedMissing, .libraries, "Library opened at run time that is not there",
            meaning: """
                The object says in its note `.note.dlopen` that it opens a library while it runs, and the root has none of the \
                names that it tries. Asked of roots and captured targets only.
                """,
            consequence: """
                It starts. What the note calls `required` fails when it is used (failsOnCall), without what it calls \
                `recommended` it does less (degrades). What is merely suggested is told under "also needs" and changes no \
                verdict.
                """,
            remedy: "Install the package that has the library, or bundle it in a directory that the object's RUNPATH names.",
            sources: ["https://systemd.io/ELF_DLOPEN_METADATA/"]
        ),
        RuleText(
            .libraryPath, .libraries, "Library needed by a path instead of a name",
            meaning: """
                An entry of DT_NEEDED has a slash in it. The linker writes that for a library without a soname that was named by \
                a path when the object was linked.
                """,
            consequence: """
                The loader opens just that path, a relative one from the directory in which the program is started, and searches \
                nowhere. Verdict against a release: unknown, for it has no such files; in a root it is looked for.
                """,
            remedy: """
                Give the library a soname and link again, or mend the finished file:

                    cc -shared -Wl,-soname,libX.so.1 -o libX.so.1 …
                    patchelf --replace-needed ./build/libX.so libX.so.1 APP
                """,
            sources: [RuleSource.loader]
        ),
        RuleText(
            .swiftRuntimeMissing, .libraries, "Swift runtime that is neither there nor beside the object",
            meaning: """
                The object needs libswiftCore.so or another library of the Swift runtime. No Linux release has them; they come \
                with the toolchain and the `swift:*-slim` images, or beside the program.
                """,
            consequence: """
                `error while loading shared libraries: libswiftCore.so`, status 127. Verdict: failsAtLoad on every release.
                """,
            remedy: """
                Link the runtime in:

                    swift build -c release --static-swift-stdlib

                Or put the libraries beside the program with the RUNPATH `$ORIGIN`. If it runs in a Swift image, say so: \
                `--assume swift-runtime`, or `"assume": ["swift-runtime"]` in .preflight.json.
                """,
            sources: [
                "https://www.swift.org/documentation/server/guides/deploying/ubuntu.html", "https://hub.docker.com/_/swift",
            ]
        ),
        RuleText(
            .builderPath, .libraries, "Search path into the machine that built it",
            meaning: """
                DT_RUNPATH or DT_RPATH names a directory of the building machine: the toolchain's, somebody's home or a build \
                directory.
                """,
            consequence: """
                The loader looks there first. Elsewhere the directory does not exist, which costs time at each start; and \
                whoever may create it there chooses the libraries that the program loads. Verdict: none; a warning on the object \
                (`--fail-on warning` stops at it).
                """,
            remedy: """
                For the toolchain's directory:

                    swift build -c release -Xswiftc -no-toolchain-stdlib-rpath

                or link the runtime statically (`--static-swift-stdlib`). Others come from `-rpath` in linker settings: take it \
                out, or name a directory relative to `$ORIGIN`. `patchelf --print-rpath APP` shows it.
                """,
            sources: [RuleSource.loader, "https://github.com/swiftlang/swift-driver"]
        ),
    ]

    static let objectTexts: [RuleText] = [
        RuleText(
            .relativeRelocations, .object, "DT_RELR relocations that the loader does not apply",
            meaning: """
                Relative relocations are packed in the form DT_RELR, and the C library there is older than that form (glibc \
                before 2.36, musl before 1.2.4), or it knows the form and the file lacks the marker GLIBC_ABI_DT_RELR.
                """,
            consequence: """
                An older loader leaves the relocations out without a word, and the program crashes at its first pointer. From \
                2.36 on glibc refuses a file without the marker: `DT_RELR without GLIBC_ABI_DT_RELR dependency`. Verdict: \
                failsAtLoad.
                """,
            remedy: """
                Link without the form, which costs some size:

                    swift build -c release -Xlinker -z -Xlinker nopack-relative-relocs

                If only the marker is missing, a linker that writes it is enough (binutils 2.38, lld 15, mold 1.9 or later).
                """,
            sources: [RuleSource.versionCheck, "https://maskray.me/blog/2021-10-31-relative-relocations-and-relr"]
        ),
        RuleText(
            .headerRefused, .object, "Header that the loader or kernel refuses",
            meaning: """
                The ELF header or the program headers have values that are refused: segments aligned to less than a page, in a \
                library an EI_OSABI other than SYSV or GNU or bytes behind EI_ABIVERSION, a program without a dynamic table or \
                with more than 64 KiB of program headers. Told as well: a file made for another system, an executable stack, and \
                DF_1_NODEFLIB, which keeps the loader out of the default directories.
                """,
            consequence: """
                `invalid ELF header`, `ELF file OS ABI invalid` or `ELF load command alignment not page-aligned`, and no start \
                (failsAtLoad). A library with an executable stack cannot be opened by `dlopen` from glibc 2.41 on (warns). For \
                another system's static program and for DF_1_NODEFLIB the outcome is not known (unknown).
                """,
            remedy: """
                Link with the defaults for Linux: without `-z nodefaultlib`, with `-Wl,-z,max-page-size=4096` or more, and with \
                `-Wl,-z,noexecstack` (an assembler file without `.section .note.GNU-stack` asks for an executable stack). \
                `readelf --file-header --program-headers APP` shows the values.
                """,
            sources: [RuleSource.load, "elf(5)", "https://sourceware.org/git/?p=glibc.git;a=blob;f=NEWS"]
        ),
        RuleText(
            .opaque, .object, "Packed file whose needs cannot be seen",
            meaning: "The file is packed (UPX and the like): what the kernel starts is an unpacker, and the program is its data.",
            consequence: """
                It may start or not; what it needs shows only when it has unpacked itself. Verdict: unknown, status 3.
                """,
            remedy: """
                Judge the program before it is packed, or unpack a copy:

                    upx -d -o app.unpacked APP && preflight check app.unpacked
                """,
            sources: ["https://upx.github.io/"]
        ),
        RuleText(
            .notLoadable, .object, "File that no loader starts or loads",
            meaning: """
                A relocatable object (.o), a core file or another sort of ELF file was named. In a walk such files are passed \
                over.
                """,
            consequence: "There is nothing to judge: nobody starts it. Verdict: unknown, status 3.",
            remedy: """
                Name the linked program or library. What a core file's program was, `file core` tells; what an object or a \
                static archive references, `preflight inspect FILE` lists.
                """,
            sources: ["elf(5)"]
        ),
    ]
}
