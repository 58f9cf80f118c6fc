// Rules on version nodes and symbols: what glibc's loader checks before a program runs, and what it finds when it binds.

internal import PreflightLoader

extension RuleText {
    static let versionTexts: [RuleText] = [
        RuleText(
            .nodeMissing, .versions, "Version node missing from the library",
            meaning: """
                The object needs a version node, such as `GLIBC_2.38` of libc.so.6, that the library of that name does not \
                define on the target. It was linked on a newer system, and some symbol that it uses came, or changed, with that \
                version.
                """,
            consequence: """
                The loader checks all nodes of everything it has loaded before the first line of the program runs. It prints \
                ``version `GLIBC_2.38' not found (required by ./app)`` for each that is missing and ends with status 1; `dlopen` \
                fails with the same words. It does so even where no symbol uses the node, or only a weak one. Verdict: \
                failsAtLoad.
                """,
            remedy: """
                See which symbols and which of your sources are behind the node; the report names remedies that were shown to \
                work, such as an older version of the symbol by `.symver`:

                    preflight check APP --targets TARGET --build-dir .build/release

                Otherwise build on a release as old as the oldest target (`preflight inspect APP` names the Swift image for it), \
                or link the C library in: `swift build -c release -Xswiftc -static-executable`, or the Static Linux SDK (`swift \
                build --swift-sdk x86_64-swift-linux-musl`).
                """,
            sources: [RuleSource.versionCheck, "https://maskray.me/blog/2020-11-26-all-about-symbol-versioning"]
        ),
        RuleText(
            .markerMissing, .versions, "GLIBC_ABI marker missing from glibc",
            meaning: """
                The object needs a node `GLIBC_ABI_…` that libc.so.6 there does not define. No symbol has such a node: the \
                linker or compiler put it in because the file uses something that older loaders do not know, such as packed \
                relative relocations. Markers are names in a set, and distributions take them over into older glibc versions: no \
                version number tells whether one is there.
                """,
            consequence: """
                As for every missing node the loader refuses to start the program, which is the purpose: without the marker an \
                older loader would start it and crash. Verdict: failsAtLoad.
                """,
            remedy: """
                Do without the feature; it saves some size or time and changes nothing else. For GLIBC_ABI_DT_RELR:

                    swift build -c release -Xlinker -z -Xlinker nopack-relative-relocs

                For GLIBC_ABI_DT_X86_64_PLT link with `-Wl,-z,nomark-plt`; for GLIBC_ABI_GNU2_TLS compile C with \
                `-mtls-dialect=gnu`. `preflight explain GLIBC_ABI_DT_RELR` says what a marker stands for.
                """,
            sources: [
                RuleSource.versions,
                "https://sourceware.org/bugzilla/show_bug.cgi?id=33130",
            ]
        ),
        RuleText(
            .weakNodeMissing, .versions, "Weakly needed version node missing",
            meaning: """
                A node is missing that the object needs only weakly (VER_FLG_WEAK, which lld writes where all users of the node \
                are weak references).
                """,
            consequence: """
                From glibc 2.30 on the loader prints ``weak version `X' not found`` and goes on; what comes of it depends on the \
                symbols: it runs without them where they are weak (degrades; warns where none uses the node), dies when a strong \
                one is called (failsOnCall), or does not start where one is bound at load (failsAtLoad). Before 2.30 the program \
                dies at once; the rule is then node-missing.
                """,
            remedy: """
                See that the program asks before it calls (`if (function != NULL)`), and allow the verdict by `--fail-on error`, \
                which is the default. Where it must not degrade, build on an older release.
                """,
            sources: [RuleSource.versionCheck, "https://sourceware.org/bugzilla/show_bug.cgi?id=24741"]
        ),
        RuleText(
            .symbolMissing, .versions, "Symbol missing although the node is there",
            meaning: """
                Something that the object uses is defined nowhere among what would be loaded with it: its node is there and the \
                symbol is not, or it has no version and no library has it. A distribution that took a node over from a newer \
                glibc leaves such gaps, and so does a library that dropped a function without changing its soname.
                """,
            consequence: """
                The loader says `undefined symbol` and ends with status 127: at load where the object binds at once (`-z now`, \
                data relocations, all of musl: failsAtLoad), at the first call otherwise (failsOnCall). A weak symbol is NULL \
                (degrades). Where a library that should have versions has none, glibc up to 2.40 stops with an assertion \
                instead.
                """,
            remedy: """
                The report names the object or source that uses it. Install the version of the library that the object was \
                linked with, link it again with the library that is there, or call something else. What a root really has:

                    preflight tree APP --root DIR
                    readelf --dyn-syms --wide DIR/usr/lib/libNAME.so.1 | grep SYMBOL
                """,
            sources: [RuleSource.lookup, RuleSource.loader]
        ),
        RuleText(
            .nodeUndecided, .versions, "Version node of which it is not known whether it is there",
            meaning: """
                Whether the library on that release defines the node was neither read nor can be derived: the release is known \
                by the union of its nodes alone, or the node came with a build that some installations have and others do not.
                """,
            consequence: """
                The program may start or not. Verdict: unknown, which is never a pass and ends with status 3 (`--on-unknown \
                warn|pass` changes that).
                """,
            remedy: """
                Judge against the real thing: an unpacked image, or a record of it that can be kept with the sources.

                    preflight check APP --root DIR
                    preflight targets capture --root DIR -o production.target
                    preflight check APP --targets ./production.target
                """,
            sources: [RuleSource.versionCheck]
        ),
        RuleText(
            .symbolUndecided, .versions, "Symbol of which it is not known whether it is there",
            meaning: """
                The node is there, and whether the symbol is was not read: the release has nodes that are newer than its glibc, \
                or the glibc is newer than all that were read for this architecture.
                """,
            consequence: "If it is missing, the program dies when the symbol is bound. Verdict: unknown, status 3.",
            remedy: """
                Judge against an image or a root of that release, where every symbol is looked up:

                    preflight check APP --root DIR
                """,
            sources: [RuleSource.lookup]
        ),
        RuleText(
            .privateNode, .versions, "Need of GLIBC_PRIVATE",
            meaning: """
                The object uses symbols of the node GLIBC_PRIVATE: what the parts of glibc have among themselves. They come, go \
                and change from one build to the next without any notice.
                """,
            consequence: """
                The node is nearly always there and the symbol may be another one or gone, so that the program dies, or worse, \
                goes on. Verdict against a release: unknown; a root is judged like any other need.
                """,
            remedy: """
                Find who uses it (`preflight inspect APP` lists the symbols of the node) and replace it by a public function. \
                Parts of glibc itself belong to their own build: ship none of them beside a program.
                """,
            sources: [RuleSource.versions]
        ),
        RuleText(
            .libraryUnversioned, .versions, "Library without any versions",
            meaning: """
                A node is needed of a library that defines no versions at all there: another build of it, often one that was \
                made by hand.
                """,
            consequence: """
                The loader prints `no version information available` and goes on. Glibc up to 2.40 then stops with an assertion \
                when a symbol of that need is looked up, which a root shows as symbol-missing. Verdict: warns.
                """,
            remedy: """
                Install the distribution's build of the library, or link the program with the library that is there. Which file \
                is taken, and why that one:

                    preflight tree APP --root DIR
                """,
            sources: [RuleSource.versionCheck, "https://sourceware.org/git/?p=glibc.git;a=commit;h=bdaf500353"]
        ),
        RuleText(
            .falseHash, .versions, "Version need with a false hash",
            meaning: """
                The hash that stands beside the name of a needed node (vna_hash) is not the hash of that name. A tool that \
                changed names in the file left the hashes as they were.
                """,
            consequence: """
                The loader compares hashes first, so no library anywhere can meet the need: the program starts nowhere. Verdict: \
                failsAtLoad.
                """,
            remedy: """
                Link the object again, and leave out the step that renames nodes afterwards. `readelf --version-info --wide APP` \
                shows the needs by name.
                """,
            sources: [
                RuleSource.versionCheck,
                "https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html",
            ]
        ),
        RuleText(
            .noVersionSymbols, .versions, "Version needs without DT_VERSYM",
            meaning: """
                The dynamic table has version needs (DT_VERNEED) and not the table that says which symbol has which version \
                (DT_VERSYM). No linker writes that; a tool has damaged the file.
                """,
            consequence: "The loader reads the missing table and crashes (SIGSEGV, status 139). Verdict: failsAtLoad.",
            remedy: """
                Take the file as the linker wrote it, and leave out the step that changes it afterwards (strip, sstrip, \
                patchers).
                """,
            sources: [RuleSource.versionCheck]
        ),
    ]
}
