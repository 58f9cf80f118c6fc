// swift-format-ignore-file
// What Linux releases provide: the target matrix, embedded as text.
//
// One line, one fact, so that a change of the world is a readable difference. The text is read at run time (it is
// small, and a table of literals would cost more start-up time than it saves). Nothing in it is a guess that looks
// like a fact: every set of nodes carries a word of evidence, and what is not known is not there.
//
// HOW IT IS MADE
//   ci/targets/update-debian   rewrites the Debian rows from the packages of the archive that apt is configured for, each of
//                              which it reads with `preflight targets capture`;
//                              `--check` only compares and exits 1 on a difference.
//   ci/targets/validate        tests what must hold between the lines; run it after every edit.
//   Everything else is edited by hand: one line, with the right word of evidence, and `as-of` moved forward.
//
// LINES   Words are separated by blanks. `#` opens a comment line; blank lines mean nothing. Lines of a target are
// indented by two blanks. Dates are full (YYYY-MM-DD). Architectures are called what `uname -m` says.
//
//   preflight-matrix 1                     the version of this format; always the first line
//   as-of DATE                             the day whose state of the world the whole text describes
//   glibc VERSION DATE                     a release of glibc, ascending
//   gcc VERSION GLIBCXX CXXABI             a release of GCC with the newest nodes of its libstdc++.so.6
//   marker NODE since VERSION [maybe VERSION] [arches ARCH...]
//                                          a node of libc.so.6 that is no number. `since`: every glibc from there on has
//                                          it. `maybe`: from there on a distribution's build may have it (backport), so
//                                          that only a set that was read can tell. Without `arches`: on all.
//   loader ARCH SONAME KERNEL              the dynamic loader, and the kernel that NT_GNU_ABI_TAG of the newest libc.so.6
//                                          read names; `-` where it was not read. Older builds can name an older one.
//   interpreter ARCH PATH                  where programs of the architecture look for that loader (PT_INTERP)
//   searched STEM...                       libraries (`libssl` of libssl.so.3) that were looked for on every release: where
//                                          a release lists one soname of them, it has no other
//   package INSTALLER SONAME PACKAGE       who owns a soname in that family, where the target itself does not say
//   set N WORD...                          an interned set of node names. `PREFIX:` opens a prefix, and each later word w
//                                          stands for PREFIX_w; `=w` is the literal name w. Set 0 has no line: it is the
//                                          empty one, of a library that was read and defines no versions. Numbers are
//                                          only names: they have gaps, and a set that stays keeps its number.
//
//   target ID                              opens a release; the lines that follow are its attributes
//     name TEXT                            for people
//     line WORD                            the product line, for ranges such as debian-11...; the order of targets in
//                                          this text is the order inside their line, oldest first
//     aliases WORD...                      other spellings, lower case; matched without regard to case; none is
//                                          the id or an alias of another target. ID:VERSION_ID of os-release is among
//                                          them wherever that pair is unambiguous.
//     libc glibc|musl VERSION
//     installer apt|dnf|yum|zypper|apk|pacman|none
//     released DATE                        absent where the release is not out or the day is not known
//     eol DATE                             the end of the standard support that everybody gets; absent: not announced, not
//                                          known, or no such thing (rolling)
//     extended DATE                        the end of long-term or extended support, paid or not
//     kernel MAJOR.MINOR                   the release's own default kernel
//     cpu ARCH LEVEL                       what the release is compiled for: v1 v2 v3 v4 on x86_64, else the vendor's word
//     arches ARCH...                       the architectures that the release is published for
//     swift FIRST LAST ARCH...             toolchains of swift.org: first and last version, architectures of the last
//     image NAME:FAMILY                    the tag family of the official Swift image. Families of releases that have
//                                          ended are no longer rebuilt, but can still be pulled.
//     manylinux TAG                        the Python platform tag that this libc satisfies
//     out                                  flag: it is released, but the day is not known
//     rolling                              flag: there are no releases; the lines describe the day `as-of`
//     lts                                  flag: a long-term support release
//     base ID EVIDENCE                     `row`, `union` and `upto` lines of an architecture that this target does not
//                                          give, are those of that target (whose own base counts too); so are the `soname`
//                                          lines, all of them, where this target has none of its own
//     adds SONAME SET EVIDENCE             nodes that the library has beyond the base's, on every architecture
//     holds ARCH SONAME NODE EVIDENCE SYMBOL...
//                                          all symbols of a node that the library has although the release's glibc is older:
//                                          a distribution takes over single symbols, not everything that the node has elsewhere
//     row ARCH EVIDENCE SONAME=SET...      what single libraries define. Each set is complete. A library that is not named
//                                          here was not read.
//     union ARCH EVIDENCE FAMILY=SET...    all nodes of a family (GLIBC, GLIBCXX, CXXABI, GCC) over all libraries of glibc
//                                          and of the GCC run time: complete, but for GLIBC_PRIVATE, which every glibc
//                                          has and no union lists. Which library has a node is not said.
//                                          GLIBC nodes that only libgcc_s.so.1 defines (GLIBC_2.0 on most architectures
//                                          younger than i686) are left out.
//     upto ARCH EVIDENCE FAMILY=MIN..MAX... [named=SET]
//                                          only the least and the greatest number of each family are known; `named` is
//                                          the set of the other nodes that were seen. PRIVATE as above. ARCH `*` stands
//                                          for every architecture of a release that was never read: versions alone.
//     source ARCH TEXT                     the packages and versions that were read; of long rows only those of the C and
//                                          C++ run time and of OpenSSL are told
//     soname SONAME [PACKAGE]              a library that the release's archive has (x86_64), not necessarily the minimal
//                                          image; the package, where known
//     note TEXT                            for people: why, since when, what to look out for
//
// `row`, `union` and `upto` may stand side by side for one architecture. For a library that a row names, the row is the
// answer; for others, and for questions about the whole release, the union; then `upto`.
//
// EVIDENCE
//   package     read from the distribution's own package files
//   image       read inside the distribution's container image
//   inherited   another release's very packages are used (its rows are)
//   inferred    concluded from a release built from the same sources, or from versions of the parts
//   reported    told by others with a place where it can be looked up (see the notes); not seen by us

let matrixText: StaticString = #"""
preflight-matrix 1
as-of 2026-11-20
glibc 2.12 2010-05-03
glibc 2.13 2011-01-17
glibc 2.14 2011-05-31
glibc 2.15 2011-12-25
glibc 2.16 2012-06-30
glibc 2.17 2012-12-24
glibc 2.18 2013-08-10
glibc 2.19 2014-02-07
glibc 2.20 2014-09-07
glibc 2.21 2015-02-06
glibc 2.22 2015-08-05
glibc 2.23 2016-02-18
glibc 2.24 2016-08-01
glibc 2.25 2017-02-05
glibc 2.26 2017-08-02
glibc 2.27 2018-02-01
glibc 2.28 2018-08-01
glibc 2.29 2019-01-31
glibc 2.30 2019-08-01
glibc 2.31 2020-02-01
glibc 2.32 2020-08-04
glibc 2.33 2021-02-01
glibc 2.34 2021-08-01
glibc 2.35 2022-02-03
glibc 2.36 2022-07-30
glibc 2.37 2023-01-31
glibc 2.38 2023-07-31
glibc 2.39 2024-01-31
glibc 2.40 2024-07-21
glibc 2.41 2025-01-28
glibc 2.42 2025-07-28
glibc 2.43 2026-01-23
glibc 2.44 2026-07-24
gcc 3.4.0 3.4 1.3
gcc 3.4.1 3.4.1 1.3
gcc 3.4.2 3.4.2 1.3
gcc 3.4.3 3.4.3 1.3
gcc 4.0.0 3.4.4 1.3.1
gcc 4.0.1 3.4.5 1.3.1
gcc 4.0.2 3.4.6 1.3.1
gcc 4.0.3 3.4.7 1.3.1
gcc 4.1.1 3.4.8 1.3.1
gcc 4.2.0 3.4.9 1.3.1
gcc 4.3.0 3.4.10 1.3.2
gcc 4.4.0 3.4.11 1.3.3
gcc 4.4.1 3.4.12 1.3.3
gcc 4.4.2 3.4.13 1.3.3
gcc 4.5.0 3.4.14 1.3.4
gcc 4.6.0 3.4.15 1.3.5
gcc 4.6.1 3.4.16 1.3.5
gcc 4.7.0 3.4.17 1.3.6
gcc 4.8.0 3.4.18 1.3.7
gcc 4.8.3 3.4.19 1.3.7
gcc 4.9.0 3.4.20 1.3.8
gcc 5.1.0 3.4.21 1.3.9
gcc 6.1.0 3.4.22 1.3.10
gcc 7.1.0 3.4.23 1.3.11
gcc 7.2.0 3.4.24 1.3.11
gcc 8.1.0 3.4.25 1.3.11
gcc 9.1.0 3.4.26 1.3.12
gcc 9.2.0 3.4.27 1.3.12
gcc 9.3.0 3.4.28 1.3.12
gcc 10.1.0 3.4.28 1.3.12
gcc 11.1.0 3.4.29 1.3.13
gcc 12.1.0 3.4.30 1.3.13
gcc 13.1.0 3.4.31 1.3.14
gcc 13.2.0 3.4.32 1.3.14
gcc 14.1.0 3.4.33 1.3.15
gcc 15.1.0 3.4.34 1.3.15
gcc 16.1.0 3.4.35 1.3.17
gcc 16.2.0 3.4.36 1.3.17
marker GLIBC_ABI_DT_RELR since 2.36
marker GLIBC_ABI_DT_X86_64_PLT since 2.43 maybe 2.33 arches x86_64
marker GLIBC_ABI_GNU2_TLS since 2.43 maybe 2.38 arches x86_64 i686
marker GLIBC_ABI_GNU_TLS since 2.43 maybe 2.38 arches i686
loader aarch64 ld-linux-aarch64.so.1 3.7.0
loader armv5tel ld-linux.so.3 3.2.0
loader armv7l ld-linux-armhf.so.3 3.2.0
loader i686 ld-linux.so.2 3.2.0
loader loongarch64 ld-linux-loongarch-lp64d.so.1 5.19.0
loader mips64el ld.so.1 3.2.0
loader mipsel ld.so.1 3.2.0
loader ppc64le ld64.so.2 3.10.0
loader riscv64 ld-linux-riscv64-lp64d.so.1 4.15.0
loader s390x ld64.so.1 3.2.0
loader x86_64 ld-linux-x86-64.so.2 3.2.0
searched libatomic libcrypto libcurl libcurl-gnutls libedit libicui18n libicuuc libncurses libsqlite3 libssl libtinfo libxml2 libz
interpreter aarch64 /lib/ld-linux-aarch64.so.1
interpreter armv5tel /lib/ld-linux.so.3
interpreter armv7l /lib/ld-linux-armhf.so.3
interpreter i686 /lib/ld-linux.so.2
interpreter loongarch64 /lib64/ld-linux-loongarch-lp64d.so.1
interpreter mips64el /lib64/ld.so.1
interpreter mipsel /lib/ld.so.1
interpreter ppc64le /lib64/ld64.so.2
interpreter riscv64 /lib/ld-linux-riscv64-lp64d.so.1
interpreter s390x /lib/ld64.so.1
interpreter x86_64 /lib64/ld-linux-x86-64.so.2
package apt libatomic.so.1 libatomic1
package apt libbz2.so.1.0 libbz2-1.0
package apt libc.so.6 libc6
package apt libedit.so.2 libedit2
package apt libexpat.so.1 libexpat1
package apt libffi.so.7 libffi7
package apt libffi.so.8 libffi8
package apt libgomp.so.1 libgomp1
package apt liblzma.so.5 liblzma5
package apt libncurses.so.5 libncurses5
package apt libncurses.so.6 libncurses6
package apt libpcre2-8.so.0 libpcre2-8-0
package apt libselinux.so.1 libselinux1
package apt libsqlite3.so.0 libsqlite3-0
package apt libssl.so.1.0.0 libssl1.0.0
package apt libcrypto.so.1.0.0 libssl1.0.0
package apt libssl.so.1.1 libssl1.1
package apt libcrypto.so.1.1 libssl1.1
package apt libstdc++.so.6 libstdc++6
package apt libsystemd.so.0 libsystemd0
package apt libtinfo.so.5 libtinfo5
package apt libtinfo.so.6 libtinfo6
package apt libuuid.so.1 libuuid1
package apt libxml2.so.2 libxml2
package apt libxml2.so.16 libxml2-16
package apt libz.so.1 zlib1g
package apt libzstd.so.1 libzstd1
package dnf libatomic.so.1 libatomic
package dnf libbz2.so.1 bzip2-libs
package dnf libc.so.6 glibc
package dnf libcrypto.so.3 openssl-libs
package dnf libcurl.so.4 libcurl
package dnf libedit.so.0 libedit
package dnf libelf.so.1 elfutils-libelf
package dnf libexpat.so.1 expat
package dnf libffi.so.8 libffi
package dnf libgcc_s.so.1 libgcc
package dnf libgomp.so.1 libgomp
package dnf liblzma.so.5 xz-libs
package dnf libncurses.so.5 ncurses-compat-libs
package dnf libncurses.so.6 ncurses-libs
package dnf libpcre2-8.so.0 pcre2
package dnf libselinux.so.1 libselinux
package dnf libsqlite3.so.0 sqlite-libs
package dnf libssl.so.3 openssl-libs
package dnf libstdc++.so.6 libstdc++
package dnf libsystemd.so.0 systemd-libs
package dnf libtinfo.so.5 ncurses-compat-libs
package dnf libtinfo.so.6 ncurses-libs
package dnf libuuid.so.1 libuuid
package dnf libxml2.so.2 libxml2
package dnf libz.so.1 zlib
package dnf libzstd.so.1 libzstd
package yum libatomic.so.1 libatomic
package yum libbz2.so.1 bzip2-libs
package yum libc.so.6 glibc
package yum libcurl.so.4 libcurl
package yum libedit.so.0 libedit
package yum libexpat.so.1 expat
package yum libgcc_s.so.1 libgcc
package yum libgomp.so.1 libgomp
package yum liblzma.so.5 xz-libs
package yum libselinux.so.1 libselinux
package yum libssl.so.10 openssl-libs
package yum libcrypto.so.10 openssl-libs
package yum libsqlite3.so.0 sqlite
package yum libstdc++.so.6 libstdc++
package yum libuuid.so.1 libuuid
package yum libxml2.so.2 libxml2
package yum libz.so.1 zlib
package zypper libatomic.so.1 libatomic1
package zypper libbz2.so.1 libbz2-1
package zypper libc.so.6 glibc
package zypper libcrypto.so.1.1 libopenssl1_1
package zypper libcrypto.so.3 libopenssl3
package zypper libcurl.so.4 libcurl4
package zypper libedit.so.0 libedit0
package zypper libexpat.so.1 libexpat1
package zypper libffi.so.7 libffi7
package zypper libffi.so.8 libffi8
package zypper libgcc_s.so.1 libgcc_s1
package zypper libgomp.so.1 libgomp1
package zypper liblzma.so.5 liblzma5
package zypper libncurses.so.5 libncurses5
package zypper libncurses.so.6 libncurses6
package zypper libpcre2-8.so.0 libpcre2-8-0
package zypper libselinux.so.1 libselinux1
package zypper libsqlite3.so.0 libsqlite3-0
package zypper libssl.so.1.1 libopenssl1_1
package zypper libssl.so.3 libopenssl3
package zypper libstdc++.so.6 libstdc++6
package zypper libsystemd.so.0 libsystemd0
package zypper libtinfo.so.5 libncurses5
package zypper libtinfo.so.6 libncurses6
package zypper libuuid.so.1 libuuid1
package zypper libxml2.so.2 libxml2-2
package zypper libz.so.1 libz1
package zypper libzstd.so.1 libzstd1
package apk libcrypto.so.3 libcrypto3
package apk libcurl.so.4 libcurl
package apk libedit.so.0 libedit
package apk libgcc_s.so.1 libgcc
package apk libncursesw.so.6 libncursesw
package apk libsqlite3.so.0 sqlite-libs
package apk libssl.so.3 libssl3
package apk libstdc++.so.6 libstdc++
package apk libxml2.so.2 libxml2
package apk libz.so.1 zlib
package pacman libbz2.so.1.0 bzip2
package pacman libc.so.6 glibc
package pacman libcrypto.so.3 openssl
package pacman libcurl.so.4 curl
package pacman libedit.so.0 libedit
package pacman libexpat.so.1 expat
package pacman libffi.so.8 libffi
package pacman liblzma.so.5 xz
package pacman libncursesw.so.6 ncurses
package pacman libpcre2-8.so.0 pcre2
package pacman libsqlite3.so.0 sqlite
package pacman libssl.so.3 openssl
package pacman libsystemd.so.0 systemd-libs
package pacman libuuid.so.1 util-linux-libs
package pacman libxml2.so.16 libxml2
package pacman libz.so.1 zlib
package pacman libzstd.so.1 zstd
set 1 GLIBC: 2.17 2.18 2.22 2.23
set 2 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21
set 3 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 TM_1
set 4 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0
set 5 CXXABI: ARM_1.3.3 TM_1
set 6 CXXABI: FLOAT128 TM_1
set 7 GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 8 GLIBC: 2.2.5 2.3 2.4 PRIVATE
set 9 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 PRIVATE
set 10 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 4.8.0
set 11 GLIBC: 2.2.5 2.4 2.15 2.18 2.23
set 12 GLIBC: 2.22
set 13 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 FLOAT128 TM_1
set 14 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23
set 15 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 FLOAT128 TM_1
set 16 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27
set 17 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25
set 18 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 TM_1
set 19 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0
set 20 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 PRIVATE
set 21 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 4.8.0 7.0.0
set 22 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27
set 23 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 FLOAT128 TM_1
set 24 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27
set 25 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 FLOAT128 TM_1
set 26 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31
set 27 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28
set 28 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 TM_1
set 29 CXXABI: TM_1
set 30 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 PRIVATE
set 31 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31
set 32 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 FLOAT128 TM_1
set 33 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31
set 34 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 FLOAT128 TM_1
set 35 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35
set 36 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30
set 37 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 TM_1
set 38 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0
set 39 GLIBCXX: IEEE128_3.4.29 IEEE128_3.4.30 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: IEEE128_1.3.13 LDBL_1.3 TM_1
set 40 GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 41 GLIBC: 2.2.5 2.3 2.4 2.34 2.35 PRIVATE
set 42 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 PRIVATE
set 43 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 4.8.0 7.0.0 12.0.0
set 44 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35
set 45 GLIBC: 2.22 2.35
set 46 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 FLOAT128 TM_1
set 47 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35
set 48 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 FLOAT128 TM_1
set 49 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR
set 50 GLIBC: ABI_DT_RELR CXXABI: ARM_1.3.3 TM_1
set 51 GLIBC: ABI_DT_RELR GLIBCXX: IEEE128_3.4.29 IEEE128_3.4.30 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: IEEE128_1.3.13 LDBL_1.3 TM_1
set 52 GLIBC: ABI_DT_RELR CXXABI: TM_1
set 53 GLIBC: ABI_DT_RELR GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 54 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR
set 55 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32
set 56 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 TM_1
set 57 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0 13.0.0
set 58 GLIBC: ABI_DT_RELR GLIBCXX: IEEE128_3.4.29 IEEE128_3.4.30 IEEE128_3.4.31 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: IEEE128_1.3.13 LDBL_1.3 TM_1
set 59 GLIBC: ABI_DT_RELR GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 60 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 FLOAT128 TM_1
set 61 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 4.8.0 7.0.0 12.0.0 13.0.0
set 62 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 ABI_DT_RELR
set 63 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 ABI_DT_RELR
set 64 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 ABI_DT_RELR
set 65 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33
set 66 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 TM_1
set 67 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0 13.0.0 14.0 14.0.0
set 68 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 ABI_DT_RELR PRIVATE
set 69 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 4.8.0 7.0.0 12.0.0 13.0.0 14.0.0
set 70 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39
set 71 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 FLOAT128 TM_1
set 72 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 ABI_DT_RELR
set 73 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 FLOAT128 TM_1
set 74 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 ABI_DT_RELR
set 75 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 ABI_DT_RELR
set 76 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 ABI_DT_RELR
set 77 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34
set 78 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 ABI_DT_RELR PRIVATE
set 79 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 80 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 FLOAT128 TM_1
set 81 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 ABI_DT_RELR
set 82 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 ABI_DT_RELR
set 83 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 2.42 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS PRIVATE
set 84 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42
set 85 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS
set 86 GLIBC: 2.17 2.34 2.35 PRIVATE
set 87 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR PRIVATE
set 88 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0 13.0.0 14.0 14.0.0 16.0
set 89 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 90 GLIBC: 2.38 2.39 2.40 2.41 2.42 2.43
set 91 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 TM_1
set 92 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 2.43 ABI_DT_RELR
set 93 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35
set 94 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 TM_1
set 95 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0 13.0.0 14.0 14.0.0 16.0
set 96 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS PRIVATE
set 97 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 98 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 FLOAT128 TM_1
set 99 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 2.43 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS
set 100 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 FLOAT128 TM_1
set 101 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 2.42 2.43 2.44 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS PRIVATE
set 102 GLIBC: 2.2.5 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43 2.44
set 103 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 FLOAT128 TM_1
set 104 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 2.43 2.44 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS
set 105 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36
set 106 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18
set 107 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20
set 108 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 TM_1
set 109 GLIBC: 2.17 2.18 2.22 2.23 2.24
set 110 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22
set 111 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 TM_1
set 112 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24
set 113 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 FLOAT128 TM_1
set 114 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28
set 115 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28
set 116 GLIBC: 2.17 PRIVATE
set 117 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 PRIVATE
set 118 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0
set 119 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31
set 120 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 TM_1
set 121 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE
set 122 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0
set 123 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35
set 124 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 TM_1
set 126 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE
set 127 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 ABI_DT_RELR PRIVATE
set 128 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 11.0 13.0.0 14.0 14.0.0
set 129 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 130 GLIBC: 2.38 2.39 2.40 2.41
set 131 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 TM_1
set 132 GLIBC: ABI_DT_RELR ABI_GNU2_TLS ABI_GNU_TLS CXXABI: FLOAT128 TM_1
set 133 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS PRIVATE
set 135 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 TM_1
set 136 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12
set 137 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13
set 138 CXXABI: 1.3 1.3.1 1.3.2 1.3.3
set 139 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0
set 140 GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 141 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17
set 142 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19
set 143 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 TM_1
set 144 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34
set 145 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29
set 146 GLIBCXX: IEEE128_3.4.29 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: IEEE128_1.3.13 LDBL_1.3 TM_1
set 147 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34
set 148 GLIBC: 2.35
set 149 GLIBC: 2.40
set 150 GLIBC: 2.17 2.18
set 151 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 ABI_DT_RELR ABI_DT_X86_64_PLT ABI_GNU2_TLS
set 152 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32
set 153 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32
set 154 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33
set 155 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33
set 156 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24
set 157 GLIBC: 2.17 2.18 2.22 2.23 2.24 2.25 2.26
set 158 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26
set 159 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22
set 160 GLIBCXX: LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: LDBL_1.3 TM_1
set 161 GLIBC: 2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15
set 162 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16
set 163 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
set 164 GLIBC: 2.2.5
set 165 LIBATOMIC: 1.0 1.1 1.2
set 166 GLIBC: 2.2.5 XCRYPT: 2.0 4.3 4.4
set 167 OPENSSL: 1_1_0 1_1_0a 1_1_0c 1_1_0d 1_1_0f 1_1_0g 1_1_0h 1_1_0i 1_1_0j 1_1_1 1_1_1b 1_1_1c 1_1_1d 1_1_1e 1_1_1h
set 168 CURL: GNUTLS_3 =HIDDEN
set 169 CURL: OPENSSL_4 =HIDDEN
set 170 GLIBC: 2.2.5 2.3.3 2.3.4 PRIVATE
set 171 ELFUTILS: 0 0.122 0.126 0.127 0.130 0.136 0.138 0.142 0.143 0.144 0.146 0.148 0.149 0.156 0.157 0.158 0.159 0.160 0.161 0.165 0.167 0.170 0.171 0.173 0.175 0.177
set 172 ELFUTILS: 1.0 1.1 1.1.1 1.2 1.3 1.4 1.5 1.6 1.7
set 173 LIBFFI: BASE_7.0 BASE_7.1 CLOSURE_7.0 COMPLEX_7.0 GO_CLOSURE_7.0
set 174 GCRYPT: 1.6
set 175 GNUTLS: 3_4 3_6_0 3_6_10 3_6_12 3_6_13 3_6_14 3_6_2 3_6_3 3_6_4 3_6_5 3_6_6 3_6_8 3_6_9 3_7_0 FIPS140_3_4 PRIVATE_3_4
set 176 GOACC: 2.0 2.0.1 GOMP: 1.0 2.0 3.0 4.0 4.0.1 4.5 5.0 PLUGIN_1.0 PLUGIN_1.1 PLUGIN_1.2 PLUGIN_1.3 OACC: 2.0 2.0.1 2.5 2.5.1 2.6 OMP: 1.0 2.0 3.0 3.1 4.0 4.5 5.0
set 177 gssapi: krb5_2_MIT =HIDDEN
set 178 IDN2: 0.0.0 2.1.0
set 179 OPENLDAP: 2.4_2
set 180 XZ: 5.0 5.2
set 181 libmariadb: 3 libmariadbclient: 18 libmysqlclient: 18
set 182 NCURSES: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.current
set 183 NCURSES6: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.current
set 184 NCURSES: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.current NCURSESW: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 185 NCURSES6: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.current NCURSESW6: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 186 GLIBC: 2.2.5 PRIVATE
set 187 libnuma: 1.1 1.2 1.3 1.4
set 188 LIBPAM: 1.0 1.4 EXTENSION_1.0 EXTENSION_1.1 EXTENSION_1.1.1 MODUTIL_1.0 MODUTIL_1.1 MODUTIL_1.1.3 MODUTIL_1.1.9 MODUTIL_1.3.2
set 189 LIBPAM: MISC_1.0
set 190 LIBPAMC: 1.0
set 191 GLIBC: 2.2.5 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31 PRIVATE
set 192 GLIBC: 2.2.5 2.3.2 2.9 PRIVATE
set 193 GLIBC: 2.2.5 2.3.3 2.3.4 2.4 2.7
set 194 LIBSELINUX: 1.0
set 195 OPENSSL: 1_1_0 1_1_0d 1_1_1 1_1_1a
set 196 LIBSYSTEMD: 209 211 213 214 216 217 219 220 221 222 226 227 229 230 231 232 233 234 236 237 238 239 240 241 243 245 246 247
set 197 GLIBC: 2.2.5 2.3 2.3.3
set 198 LIBUDEV: 183 189 196 199 215 247
set 199 LIBURING: 0.1 0.2 0.3 0.4 0.5 0.6 0.7
set 200 UUID: 1.0 2.20 2.31 2.36 UUIDD: PRIVATE
set 201 LIBXML2: 2.4.30 2.5.0 2.5.2 2.5.4 2.5.5 2.5.6 2.5.7 2.5.8 2.5.9 2.6.0 2.6.1 2.6.2 2.6.3 2.6.5 2.6.6 2.6.7 2.6.8 2.6.10 2.6.11 2.6.12 2.6.14 2.6.15 2.6.16 2.6.17 2.6.18 2.6.19 2.6.20 2.6.21 2.6.23 2.6.24 2.6.25 2.6.27 2.6.28 2.6.29 2.6.32 2.7.0 2.7.3 2.7.4 2.8.0 2.9.0 2.9.1 2.9.8
set 202 LIBXML2: 1.0.11 1.0.12 1.0.13 1.0.16 1.0.17 1.0.18 1.0.22 1.0.24 1.0.30 1.0.32 1.0.33 1.1.0 1.1.1 1.1.2 1.1.3 1.1.5 1.1.7 1.1.9 1.1.18 1.1.20 1.1.23 1.1.24 1.1.25 1.1.26 1.1.27 1.1.30 1.1.34
set 203 ZLIB: 1.2.0 1.2.0.2 1.2.0.8 1.2.2 1.2.2.3 1.2.2.4 1.2.3.3 1.2.3.4 1.2.3.5 1.2.5.1 1.2.5.2 1.2.7.1 1.2.9
set 204 GLIBC: 2.17
set 205 GLIBC: 2.17 XCRYPT: 2.0 4.3 4.4
set 206 GLIBC: 2.17 2.18 2.28 2.30 2.31 PRIVATE
set 207 GLIBC: 2.4 PRIVATE
set 208 GLIBC: 2.4
set 209 GLIBC: 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 PRIVATE
set 210 GLIBC: 2.4 XCRYPT: 2.0 4.3 4.4
set 211 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 3.5 4.0.0 4.2.0 4.3.0 4.7.0 7.0.0
set 212 GLIBC: 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31
set 213 GLIBC: 2.4 2.11 2.12 2.18 2.28 2.30 2.31 PRIVATE
set 214 GLIBC: 2.4 2.9 PRIVATE
set 215 GLIBC: 2.4 2.7
set 216 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 ARM_1.3.3 TM_1
set 217 GLIBC: 2.0 2.1 2.3 2.4 PRIVATE
set 218 GLIBC: 2.2.3
set 219 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.1.3 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 PRIVATE GCC: 3.0
set 220 GLIBC: 2.0 XCRYPT: 2.0 4.3 4.4
set 221 GLIBC: 2.0 2.1 2.3.3 2.3.4 PRIVATE
set 222 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 4.8.0 7.0.0
set 223 GLIBC: 2.0 2.1 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31
set 224 GLIBC: 2.0 2.1 2.2 PRIVATE
set 225 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.2 2.2.3 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31 PRIVATE
set 226 GLIBC: 2.0 2.2 2.3.2 2.9 PRIVATE
set 227 GLIBC: 2.1 2.2 2.3.4 2.4 2.7
set 228 GLIBC: 2.1.3 2.2.3 2.3 2.3.3
set 229 GLIBC: 2.0
set 230 GLIBC: 2.2.5 2.10 2.16 2.33
set 231 OPENSSL: 3.0.0 3.0.3 3.0.8 3.0.9
set 232 GLIBC: 2.2.5 2.3.3 2.3.4
set 233 ELFUTILS: 0 0.122 0.126 0.127 0.130 0.136 0.138 0.142 0.143 0.144 0.146 0.148 0.149 0.156 0.157 0.158 0.159 0.160 0.161 0.165 0.167 0.170 0.171 0.173 0.175 0.177 0.186 0.188
set 234 LIBFFI: BASE_8.0 CLOSURE_8.0 COMPLEX_8.0 GO_CLOSURE_8.0
set 235 GNUTLS: 3_4 3_6_0 3_6_10 3_6_12 3_6_13 3_6_14 3_6_2 3_6_3 3_6_4 3_6_5 3_6_6 3_6_8 3_6_9 3_7_0 3_7_2 3_7_3 3_7_4 3_7_5 3_7_7 FIPS140_3_4 PRIVATE_3_4
set 236 GOACC: 2.0 2.0.1 2.0.2 GOMP: 1.0 2.0 3.0 4.0 4.0.1 4.5 5.0 5.0.1 5.1 PLUGIN_1.0 PLUGIN_1.1 PLUGIN_1.2 PLUGIN_1.3 OACC: 2.0 2.0.1 2.5 2.5.1 2.6 OMP: 1.0 2.0 3.0 3.1 4.0 4.5 5.0 5.0.1 5.0.2 5.1
set 237 OPENLDAP: 2.5 =HIDDEN
set 238 XZ: 5.0 5.2 5.2.2 5.4 5.1.2alpha
set 239 libmariadb: 3 3_3_5 libmariadbclient: 18 libmysqlclient: 18
set 240 NCURSES: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010
set 241 NCURSES6: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010
set 242 NCURSES: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 NCURSESW: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 243 NCURSES6: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 NCURSESW6: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 244 libnuma: 1.1 1.2 1.3 1.4 1.5 1.6
set 245 LIBPAM: 1.0 1.4 EXTENSION_1.0 EXTENSION_1.1 EXTENSION_1.1.1 MODUTIL_1.0 MODUTIL_1.1 MODUTIL_1.1.3 MODUTIL_1.1.9 MODUTIL_1.3.2 MODUTIL_1.4.1
set 246 GLIBC: 2.2.5 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31
set 247 LIBSELINUX: 1.0 3.4
set 248 OPENSSL: 3.0.0
set 249 LIBSYSTEMD: 209 211 213 214 216 217 219 220 221 222 226 227 229 230 231 232 233 234 236 237 238 239 240 241 243 245 246 247 248 249 250 251 252
set 250 LIBURING: 2.0 2.1 2.2 2.3
set 251 LIBXML2: 2.4.30 2.5.0 2.5.2 2.5.4 2.5.5 2.5.6 2.5.7 2.5.8 2.5.9 2.6.0 2.6.1 2.6.2 2.6.3 2.6.5 2.6.6 2.6.7 2.6.8 2.6.10 2.6.11 2.6.12 2.6.14 2.6.15 2.6.16 2.6.17 2.6.18 2.6.19 2.6.20 2.6.21 2.6.23 2.6.24 2.6.25 2.6.27 2.6.28 2.6.29 2.6.32 2.7.0 2.7.3 2.7.4 2.8.0 2.9.0 2.9.1 2.9.8 2.9.11
set 252 ZLIB: 1.2.0 1.2.0.2 1.2.0.8 1.2.2 1.2.2.3 1.2.2.4 1.2.3.3 1.2.3.4 1.2.3.5 1.2.5.1 1.2.5.2 1.2.7.1 1.2.9 1.2.12
set 253 GLIBC: 2.17 2.33
set 254 GLIBC: 2.17 2.18 2.28 2.30 2.31
set 255 GLIBC: 2.4 2.34 2.35 PRIVATE
set 256 GLIBC: 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE
set 257 GLIBC: 2.4 2.10 2.16 2.33
set 258 GLIBC: 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35
set 259 GLIBC: 2.4 2.11 2.12 2.18 2.28 2.30 2.31
set 260 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 ARM_1.3.3 TM_1
set 261 GLIBC: 2.0 2.1 2.3 2.4 2.34 2.35 PRIVATE
set 262 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.1.3 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE GCC: 3.0
set 263 GLIBC: 2.0 2.2 2.10 2.16 2.33
set 264 GLIBC: 2.0 2.1 2.3.3 2.3.4
set 265 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 4.8.0 7.0.0 12.0.0
set 266 GLIBC: 2.0 2.1 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35
set 267 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.2 2.2.3 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31
set 268 GLIBC: 2.1 2.2 2.3.3 2.3.4 2.4 2.7
set 269 GLIBC: 2.0 2.2 2.3 2.4 2.34 2.35 PRIVATE
set 270 GLIBC: 2.0 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE GCC: 3.0
set 271 GLIBC: 2.0 2.2 2.3.3 2.3.4
set 272 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 7.0.0
set 273 GLIBC: 2.0 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35
set 274 GLIBC: 2.0 2.2 PRIVATE
set 275 GLIBC: 2.0 2.2 2.2.3 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31
set 276 GLIBC: 2.2 2.3.3 2.3.4 2.4 2.7
set 277 GLIBC: 2.0 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.19 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE GCC: 3.0
set 278 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 4.0.0 4.2.0 4.3.0 4.4.0 4.7.0 7.0.0
set 279 GLIBC: 2.17 2.22 2.23 2.34 2.35 PRIVATE
set 280 LIBFFI: BASE_8.0 CLOSURE_8.0 GO_CLOSURE_8.0
set 281 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 7.0.0
set 282 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35
set 283 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 IEEE128_3.4.29 IEEE128_3.4.30 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 IEEE128_1.3.13 LDBL_1.3 TM_1
set 284 GLIBC: 2.2 2.3 2.4 2.34 2.35 PRIVATE
set 285 GLIBC: 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.19 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 ABI_DT_RELR PRIVATE GCC: 3.0
set 286 GLIBC: 2.2 2.10 2.16 2.33
set 287 GLIBC: 2.2 XCRYPT: 2.0 4.3 4.4
set 288 GLIBC: 2.2 2.3.3 2.3.4
set 289 GLIBC: 2.2 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.1.0 4.2.0 4.3.0 4.7.0 7.0.0
set 290 GLIBC: 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35
set 291 GLIBC: 2.2 PRIVATE
set 292 GLIBC: 2.2 2.2.3 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.19 2.28 2.30 2.31
set 293 GLIBC: 2.2 2.3.2 2.9 PRIVATE
set 294 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 LDBL_1.3 TM_1
set 295 GLIBC: 2.2 2.2.3 2.3 2.3.3
set 296 GLIBC: 2.2
set 297 OPENSSL: 3.0.0 3.0.3 3.0.8 3.0.9 3.1.0 3.2.0 3.3.0 3.4.0 3.5.0
set 298 CURL: GNUTLS_3
set 299 CURL: OPENSSL_4
set 300 ELFUTILS: 0 0.122 0.126 0.127 0.130 0.136 0.138 0.142 0.143 0.144 0.146 0.148 0.149 0.156 0.157 0.158 0.159 0.160 0.161 0.165 0.167 0.170 0.171 0.173 0.175 0.177 0.186 0.188 0.191 0.192
set 301 GNUTLS: 3_4 3_6_0 3_6_10 3_6_12 3_6_13 3_6_14 3_6_2 3_6_3 3_6_4 3_6_5 3_6_6 3_6_8 3_6_9 3_7_0 3_7_2 3_7_3 3_7_4 3_7_5 3_7_7 3_8_1 3_8_2 3_8_4 3_8_6 FIPS140_3_4 PRIVATE_3_4
set 302 GOACC: 2.0 2.0.1 2.0.2 GOMP: 1.0 2.0 3.0 4.0 4.0.1 4.5 5.0 5.0.1 5.1 5.1.1 5.1.2 PLUGIN_1.0 PLUGIN_1.1 PLUGIN_1.2 PLUGIN_1.3 PLUGIN_1.4 OACC: 2.0 2.0.1 2.5 2.5.1 2.6 OMP: 1.0 2.0 3.0 3.1 4.0 4.5 5.0 5.0.1 5.0.2 5.1 5.1.1 5.2
set 303 IDN2: 0.0.0 2.1.0 2.3.5
set 304 OPENLDAP: 2.200
set 305 XZ: 5.0 5.2 5.2.2 5.4 5.6.0 5.8 5.1.2alpha
set 306 NCURSES6: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 TINFO_6.5.20240427
set 307 NCURSES6: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 TINFO_6.5.20240427 NCURSESW6: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 308 libnuma: 1.1 1.2 1.3 1.4 1.5 1.6 1.7 2.1
set 309 LIBSELINUX: 1.0 3.4 3.5 3.8
set 310 OPENSSL: 3.0.0 3.2.0 3.3.0 3.4.0 3.5.0
set 311 LIBSYSTEMD: 209 211 213 214 216 217 219 220 221 222 226 227 229 230 231 232 233 234 236 237 238 239 240 241 243 245 246 247 248 249 250 251 252 253 254 255 256 257
set 312 LIBURING: 2.4 2.5 2.6 2.7 2.8 2.9
set 313 LIBURING: 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9
set 314 UUID: 1.0 2.20 2.31 2.36 2.40 2.41 UUIDD: PRIVATE
set 315 GLIBC: 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.37 2.38 2.39 2.41 ABI_DT_RELR PRIVATE
set 316 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 3.5 4.0.0 4.2.0 4.3.0 4.7.0 7.0.0 14.0.0
set 317 GLIBC: 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 318 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 ARM_1.3.3 TM_1
set 319 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.1.3 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.37 2.38 2.39 2.41 ABI_DT_RELR ABI_GNU2_TLS ABI_GNU_TLS PRIVATE GCC: 3.0
set 320 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 4.8.0 7.0.0 12.0.0 13.0.0 14.0.0
set 321 GLIBC: 2.0 2.1 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 322 GLIBC: 2.17 2.22 2.23 2.34 2.35 2.39 PRIVATE
set 323 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.7.0 7.0.0 14.0.0
set 324 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 325 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 IEEE128_3.4.29 IEEE128_3.4.30 IEEE128_3.4.31 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 IEEE128_1.3.13 LDBL_1.3 TM_1
set 326 GLIBC: 2.27 2.34 2.35 PRIVATE
set 327 GLIBC: 2.27
set 328 GLIBC: 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 ABI_DT_RELR PRIVATE
set 329 GLIBC: 2.27 2.33
set 330 GLIBC: 2.27 XCRYPT: 2.0 4.3 4.4
set 331 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 7.0.0 14.0.0
set 332 GLIBC: 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 333 GLIBC: 2.27 PRIVATE
set 334 GLIBC: 2.27 2.28 2.30 2.31
set 335 GLIBC: 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.19 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 ABI_DT_RELR PRIVATE GCC: 3.0
set 336 GLIBC: 2.2 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.1.0 4.2.0 4.3.0 4.7.0 7.0.0 14.0.0
set 337 GLIBC: 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41
set 338 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 LDBL_1.3 TM_1
set 339 GLIBC: 2.2.5 2.10 2.16 2.33 2.43
set 340 OPENSSL: 3.0.0 3.0.3 3.0.8 3.0.9 3.1.0 3.2.0 3.3.0 3.4.0 3.5.0 3.6.0
set 341 CURL: GNUTLS_3 GNUTLS_4
set 342 ELFUTILS: 0 0.122 0.126 0.127 0.130 0.136 0.138 0.142 0.143 0.144 0.146 0.148 0.149 0.156 0.157 0.158 0.159 0.160 0.161 0.165 0.167 0.170 0.171 0.173 0.175 0.177 0.186 0.188 0.191 0.192 0.193 0.196 0.193_EXPERIMENTAL 0.194_EXPERIMENTAL 0.196_EXPERIMENTAL
set 343 LIBFFI: BASE_8.0 BASE_8.1 CALL_PLAN_8.4 CALL_PLAN_8.5 CLOSURE_8.0 COMPLEX_8.0 GO_CLOSURE_8.0 INT128_8.3
set 344 GNUTLS: 3_4 3_6_0 3_6_10 3_6_12 3_6_13 3_6_14 3_6_2 3_6_3 3_6_4 3_6_5 3_6_6 3_6_8 3_6_9 3_7_0 3_7_2 3_7_3 3_7_4 3_7_5 3_7_7 3_8_1 3_8_11 3_8_13 3_8_2 3_8_4 3_8_6 FIPS140_3_4 PRIVATE_3_4
set 345 GOACC: 2.0 2.0.1 2.0.2 GOMP: 1.0 2.0 3.0 4.0 4.0.1 4.5 5.0 5.0.1 5.1 5.1.1 5.1.2 5.1.3 6.0 6.0.1 PLUGIN_1.0 PLUGIN_1.1 PLUGIN_1.2 PLUGIN_1.3 PLUGIN_1.4 OACC: 2.0 2.0.1 2.5 2.5.1 2.6 2.6.1 OMP: 1.0 2.0 3.0 3.1 4.0 4.5 5.0 5.0.1 5.0.2 5.1 5.1.1 5.2
set 346 NCURSES6: 5.0.19991023 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212 TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 TINFO_6.5.20240427 TINFO_6.6.20251230 TINFO_6.6.current
set 347 NCURSES6: TIC_5.0.19991023 TIC_5.1.20000708 TIC_5.5.20051010 TIC_5.7.20081102 TIC_5.9.20150530 TIC_6.1.20171230 TINFO_5.0.19991023 TINFO_5.1.20000708 TINFO_5.2.20001021 TINFO_5.3.20021019 TINFO_5.4.20040208 TINFO_5.5.20051010 TINFO_5.6.20061217 TINFO_5.7.20081102 TINFO_5.8.20110226 TINFO_5.9.20150530 TINFO_6.1.20171230 TINFO_6.2.20200212 TINFO_6.2.20211010 TINFO_6.5.20240427 TINFO_6.6.20251230 TINFO_6.6.current NCURSESW6: 5.1.20000708 5.3.20021019 5.4.20040208 5.5.20051010 5.6.20061217 5.7.20081102 5.8.20110226 5.9.20150530 6.1.20171230 6.2.20200212
set 348 PCRE2: 10.47 10.48
set 349 LIBSELINUX: 1.0 3.4 3.5 3.8 3.9 3.10
set 350 LIBSYSTEMD: 209 211 213 214 216 217 219 220 221 222 226 227 229 230 231 232 233 234 236 237 238 239 240 241 243 245 246 247 248 249 250 251 252 253 254 255 256 257 258 259 260 261 262
set 351 LIBURING: 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15
set 352 LIBURING: 2.0 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15
set 353 ZLIB: 1.2.0 1.2.0.2 1.2.0.8 1.2.2 1.2.2.3 1.2.2.4 1.2.3.3 1.2.3.4 1.2.3.5 1.2.5.1 1.2.5.2 1.2.7.1 1.2.9 1.2.12 1.3.1.2 1.3.2
set 354 GLIBC: 2.17 2.33 2.43
set 355 GLIBC: 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.37 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR PRIVATE
set 356 GLIBC: 2.4 2.10 2.16 2.33 2.43
set 357 LIBFFI: BASE_8.0 BASE_8.1 CALL_PLAN_8.4 CALL_PLAN_8.5 CLOSURE_8.0 COMPLEX_8.0 GO_CLOSURE_8.0
set 358 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 3.5 4.0.0 4.2.0 4.3.0 4.7.0 7.0.0 14.0.0 GGC: 14.0.0
set 359 GLIBC: 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 360 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 ARM_1.3.3 TM_1
set 361 GLIBC: 2.0 2.1 2.1.1 2.1.2 2.1.3 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.37 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR ABI_GNU2_TLS ABI_GNU_TLS PRIVATE GCC: 3.0
set 362 GLIBC: 2.0 2.2 2.10 2.16 2.33 2.43
set 363 GLIBC: 2.0 2.1 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 364 GLIBC: 2.36 PRIVATE
set 365 GLIBC: 2.36 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR PRIVATE
set 366 GLIBC: 2.36 2.43
set 367 GLIBC: 2.36 XCRYPT: 2.0 4.3 4.4
set 368 GLIBC: 2.36
set 369 LIBFFI: BASE_8.0 BASE_8.1 CALL_PLAN_8.4 CALL_PLAN_8.5 CLOSURE_8.0 GO_CLOSURE_8.0 INT128_8.3
set 370 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.3.4 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.5.0 4.7.0 7.0.0 14.0.0 16.0.0
set 371 GLIBC: 2.36 2.38 2.39 2.40 2.41 2.42 2.43
set 372 GLIBC: 2.17 2.18 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 373 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 IEEE128_3.4.29 IEEE128_3.4.30 IEEE128_3.4.31 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 IEEE128_1.3.13 LDBL_1.3 TM_1
set 374 GLIBC: 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.40 2.41 2.42 2.43 ABI_DT_RELR PRIVATE
set 375 GLIBC: 2.27 2.33 2.43
set 376 GLIBC: 2.0 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.2.0 4.3.0 4.4.0 4.5.0 4.7.0 7.0.0 14.0.0 16.0.0
set 377 GLIBC: 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 378 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.16 1.3.17 TM_1
set 379 GLIBC: 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.6 2.3 2.3.2 2.3.3 2.3.4 2.4 2.5 2.6 2.7 2.8 2.9 2.10 2.11 2.12 2.13 2.14 2.15 2.16 2.17 2.18 2.19 2.22 2.23 2.24 2.25 2.26 2.27 2.28 2.29 2.30 2.31 2.32 2.33 2.34 2.35 2.36 2.38 2.39 2.41 2.42 2.43 ABI_DT_RELR PRIVATE GCC: 3.0
set 380 GLIBC: 2.2 2.10 2.16 2.33 2.43
set 381 GLIBC: 2.2 GCC: 3.0 3.3 3.3.1 3.4 3.4.2 3.4.4 4.0.0 4.1.0 4.2.0 4.3.0 4.7.0 7.0.0 14.0.0 16.0.0
set 382 GLIBC: 2.2 2.4 2.15 2.18 2.23 2.24 2.25 2.27 2.28 2.29 2.31 2.32 2.35 2.38 2.39 2.40 2.41 2.42 2.43
set 383 GLIBCXX: 3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.7 3.4.8 3.4.9 3.4.10 3.4.11 3.4.12 3.4.13 3.4.14 3.4.15 3.4.16 3.4.17 3.4.18 3.4.19 3.4.20 3.4.21 3.4.22 3.4.23 3.4.24 3.4.25 3.4.26 3.4.27 3.4.28 3.4.29 3.4.30 3.4.31 3.4.32 3.4.33 3.4.34 3.4.35 3.4.36 LDBL_3.4 LDBL_3.4.10 LDBL_3.4.21 LDBL_3.4.29 LDBL_3.4.31 LDBL_3.4.7 CXXABI: 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15 1.3.17 LDBL_1.3 TM_1
set 384 PCRE2: 10.47 10.48 10.49

target ubuntu-16.04
  name Ubuntu 16.04
  line ubuntu
  aliases xenial ubuntu:16.04 ubuntu:xenial ubuntu-xenial ubuntu16.04 ubuntu1604
  libc glibc 2.23
  installer apt
  released 2016-04-21
  eol 2021-04-02
  extended 2026-04-02
  kernel 4.4
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l powerpc ppc64le s390x
  swift 3.0.1 5.5.3 x86_64
  image swift:xenial
  manylinux manylinux_2_23
  lts
  row x86_64 package ld-linux-x86-64.so.2=8 libc.so.6=9 libgcc_s.so.1=10 libm.so.6=11 libmvec.so.1=12 libstdc++.so.6=13
  union aarch64 image GLIBC=1 GLIBCXX=2 CXXABI=3 GCC=4
  union x86_64 package GLIBC=14 GLIBCXX=2 CXXABI=15 GCC=10
  upto armv7l image GLIBC=2.4..2.23 GLIBCXX=3.4..3.4.21 CXXABI=1.3..1.3.9 GCC=3.0..4.7.0 named=5
  upto i686 image GLIBC=2.0..2.23 GLIBCXX=3.4..3.4.21 CXXABI=1.3..1.3.9 GCC=3.0..4.8.0 named=6
  upto ppc64le image GLIBC=2.17..2.23 GLIBCXX=3.4..3.4.21 CXXABI=1.3..1.3.9 GCC=3.0..4.7.0 named=7
  upto s390x image GLIBC=2.2..2.23 GLIBCXX=3.4..3.4.21 CXXABI=1.3..1.3.9 GCC=3.0..4.7.0 named=7
  source x86_64 libc6 2.23-0ubuntu11.3, libgcc1 1:6.0.1-0ubuntu1, libstdc++6 5.4.0-6ubuntu1~16.04.12
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.1.0.0 libssl1.0.0
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl3
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc1
  soname libicui18n.so.55 libicu55
  soname libicuuc.so.55 libicu55
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libpython2.7.so.1.0 libpython2.7
  soname libpython3.5m.so.1.0 libpython3.5
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.1.0.0 libssl1.0.0
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.5 libtinfo5
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-18.04
  name Ubuntu 18.04
  line ubuntu
  aliases bionic ubuntu:18.04 ubuntu:bionic ubuntu-bionic ubuntu18.04 ubuntu1804
  libc glibc 2.27
  installer apt
  released 2018-04-26
  eol 2023-05-31
  extended 2028-04-01
  kernel 4.15
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l ppc64le s390x
  swift 4.2 5.10.1 x86_64
  image swift:bionic
  manylinux manylinux_2_27
  lts
  row x86_64 package ld-linux-x86-64.so.2=8 libc.so.6=20 libgcc_s.so.1=21 libm.so.6=22 libmvec.so.1=12 libstdc++.so.6=23
  union aarch64 image GLIBC=16 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 package GLIBC=24 GLIBCXX=17 CXXABI=25 GCC=21
  upto armv7l image GLIBC=2.4..2.27 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=5
  upto i686 image GLIBC=2.0..2.27 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=6
  upto ppc64le image GLIBC=2.17..2.27 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.27 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  source x86_64 libc6 2.27-3ubuntu1.6, libgcc1 1:8.4.0-1ubuntu1~18.04, libstdc++6 8.4.0-1ubuntu1~18.04
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.1.0.0 libssl1.0.0
  soname libcrypto.so.1.1 libssl1.1
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl3
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc1
  soname libicui18n.so.60 libicu60
  soname libicuuc.so.60 libicu60
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libpython2.7.so.1.0 libpython2.7
  soname libpython3.6m.so.1.0 libpython3.6
  soname libpython3.7m.so.1.0 libpython3.7
  soname libpython3.8.so.1.0 libpython3.8
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.1.0.0 libssl1.0.0
  soname libssl.so.1.1 libssl1.1
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.5 libtinfo5
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-20.04
  name Ubuntu 20.04
  line ubuntu
  aliases focal ubuntu:20.04 ubuntu:focal ubuntu-focal ubuntu20.04 ubuntu2004
  libc glibc 2.31
  installer apt
  released 2020-04-23
  eol 2025-05-31
  extended 2030-04-02
  kernel 5.4
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  swift 5.2.4 6.1.3 x86_64 aarch64
  image swift:focal
  manylinux manylinux_2_31
  lts
  row x86_64 package ld-linux-x86-64.so.2=8 libc.so.6=30 libgcc_s.so.1=21 libm.so.6=31 libmvec.so.1=12 libstdc++.so.6=32
  union aarch64 image GLIBC=26 GLIBCXX=27 CXXABI=28 GCC=19
  union x86_64 package GLIBC=33 GLIBCXX=27 CXXABI=34 GCC=21
  upto armv7l image GLIBC=2.4..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  upto riscv64 image GLIBC=2.27..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=29
  upto s390x image GLIBC=2.2..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  source x86_64 libc6 2.31-0ubuntu9.18, libgcc-s1 10.5.0-1ubuntu1~20.04, libstdc++6 10.5.0-1ubuntu1~20.04
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.1.1 libssl1.1
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl4
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.66 libicu66
  soname libicuuc.so.66 libicu66
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libncurses.so.6 libncurses6
  soname libpython2.7.so.1.0 libpython2.7
  soname libpython3.8.so.1.0 libpython3.8
  soname libpython3.9.so.1.0 libpython3.9
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.1.1 libssl1.1
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.5 libtinfo5
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-22.04
  name Ubuntu 22.04
  line ubuntu
  aliases jammy ubuntu:22.04 ubuntu:jammy ubuntu-jammy ubuntu22.04 ubuntu2204
  libc glibc 2.35
  installer apt
  released 2022-04-21
  eol 2027-04-01
  extended 2032-04-09
  kernel 5.15
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  swift 5.7 6.3.3 x86_64 aarch64
  image swift:jammy
  manylinux manylinux_2_35
  lts
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=42 libgcc_s.so.1=43 libm.so.6=44 libmvec.so.1=45 libstdc++.so.6=46
  union aarch64 image GLIBC=35 GLIBCXX=36 CXXABI=37 GCC=38
  union x86_64 package GLIBC=47 GLIBCXX=36 CXXABI=48 GCC=43
  upto armv7l image GLIBC=2.4..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=39
  upto riscv64 image GLIBC=2.27..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=29
  upto s390x image GLIBC=2.2..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  source x86_64 libc6 2.35-0ubuntu3.18, libgcc-s1 12.3.0-1ubuntu1~22.04.3, libstdc++6 12.3.0-1ubuntu1~22.04.3
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl4
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.70 libicu70
  soname libicuuc.so.70 libicu70
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libncurses.so.6 libncurses6
  soname libpython2.7.so.1.0 libpython2.7
  soname libpython3.10.so.1.0 libpython3.10
  soname libpython3.11.so.1.0 libpython3.11
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.5 libtinfo5
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-22.10
  name Ubuntu 22.10
  line ubuntu
  aliases kinetic ubuntu:22.10 ubuntu:kinetic ubuntu-kinetic ubuntu22.10 ubuntu2210
  libc glibc 2.36
  installer apt
  released 2022-10-20
  eol 2023-07-20
  kernel 5.19
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_36
  union aarch64 image GLIBC=49 GLIBCXX=36 CXXABI=37 GCC=38
  union x86_64 image GLIBC=54 GLIBCXX=36 CXXABI=48 GCC=43
  upto armv7l image GLIBC=2.4..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=51
  upto riscv64 image GLIBC=2.27..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=52
  upto s390x image GLIBC=2.2..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=53
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.71
  soname libicuuc.so.71
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target ubuntu-23.04
  name Ubuntu 23.04
  line ubuntu
  aliases lunar ubuntu:23.04 ubuntu:lunar ubuntu-lunar ubuntu23.04 ubuntu2304
  libc glibc 2.37
  installer apt
  released 2023-04-20
  eol 2024-01-20
  kernel 6.2
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_37
  union aarch64 image GLIBC=49 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=54 GLIBCXX=55 CXXABI=60 GCC=61
  upto armv7l image GLIBC=2.4..2.37 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.36 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.36 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=52
  upto s390x image GLIBC=2.2..2.36 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2023-04-22: GLIBCXX ended at 3.4.31
  note x86_64 as first seen on 2023-04-22: GLIBCXX ended at 3.4.31

target ubuntu-23.10
  name Ubuntu 23.10
  line ubuntu
  aliases mantic ubuntu:23.10 ubuntu:mantic ubuntu-mantic ubuntu23.10 ubuntu2310
  libc glibc 2.38
  installer apt
  released 2023-10-12
  eol 2024-07-12
  kernel 6.5
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  swift 5.10.1 5.10.1 x86_64 aarch64
  image swift:mantic
  manylinux manylinux_2_38
  union aarch64 image GLIBC=62 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=63 GLIBCXX=55 CXXABI=60 GCC=61
  upto armv7l image GLIBC=2.4..2.38 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.38 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=58
  upto s390x image GLIBC=2.2..2.38 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target ubuntu-24.04
  name Ubuntu 24.04
  line ubuntu
  aliases noble ubuntu:24.04 ubuntu:noble ubuntu-noble ubuntu24.04 ubuntu2404
  libc glibc 2.39
  installer apt
  released 2024-04-25
  eol 2029-05-31
  extended 2036-05-31
  kernel 6.8
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  swift 5.10.1 6.3.3 x86_64 aarch64
  image swift:noble
  manylinux manylinux_2_39
  lts
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=68 libgcc_s.so.1=69 libm.so.6=70 libmvec.so.1=45 libstdc++.so.6=71
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 package GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto armv7l image GLIBC=2.4..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=52
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  source x86_64 libc6 2.39-0ubuntu8.12, libgcc-s1 14.2.0-4ubuntu2~24.04.1, libstdc++6 14.2.0-4ubuntu2~24.04.1
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.74 libicu74
  soname libicuuc.so.74 libicu74
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libpython3.12.so.1.0 libpython3.12t64
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-24.10
  name Ubuntu 24.10
  line ubuntu
  aliases oracular ubuntu:24.10 ubuntu:oracular ubuntu-oracular ubuntu24.10 ubuntu2410
  libc glibc 2.40
  installer apt
  released 2024-10-10
  eol 2025-07-10
  kernel 6.11
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_40
  union aarch64 image GLIBC=74 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=75 GLIBCXX=65 CXXABI=73 GCC=69
  upto armv7l image GLIBC=2.4..2.40 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.40 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.40 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target ubuntu-25.04
  name Ubuntu 25.04
  line ubuntu
  aliases plucky ubuntu:25.04 ubuntu:plucky ubuntu-plucky ubuntu25.04 ubuntu2504
  libc glibc 2.41
  installer apt
  released 2025-04-17
  eol 2026-01-17
  kernel 6.14
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_41
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=78 libgcc_s.so.1=69 libm.so.6=79 libmvec.so.1=45 libstdc++.so.6=80
  union aarch64 image GLIBC=76 GLIBCXX=77 CXXABI=66 GCC=67
  union x86_64 package GLIBC=81 GLIBCXX=77 CXXABI=73 GCC=69
  upto armv7l image GLIBC=2.4..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.16 GCC=3.0..14.0.0 named=52
  upto s390x image GLIBC=2.2..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  source x86_64 libc6 2.41-6ubuntu1.2, libgcc-s1 15-20250404-0ubuntu1, libstdc++6 15-20250404-0ubuntu1
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.76 libicu76
  soname libicuuc.so.76 libicu76
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libpython3.13.so.1.0 libpython3.13
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.2 libxml2
  soname libz.so.1 zlib1g

target ubuntu-25.10
  name Ubuntu 25.10
  line ubuntu
  aliases questing ubuntu:25.10 ubuntu:questing ubuntu-questing ubuntu25.10 ubuntu2510
  libc glibc 2.42
  installer apt
  released 2025-10-09
  eol 2026-07-01
  kernel 6.17
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_42
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=83 libgcc_s.so.1=69 libm.so.6=84 libmvec.so.1=45 libstdc++.so.6=80
  union aarch64 image GLIBC=82 GLIBCXX=77 CXXABI=66 GCC=67
  union x86_64 package GLIBC=85 GLIBCXX=77 CXXABI=73 GCC=69
  upto armv7l image GLIBC=2.4..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.16 GCC=3.0..14.0.0 named=52
  upto s390x image GLIBC=2.2..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  source x86_64 libc6 2.42-0ubuntu3.1, libgcc-s1 15.2.0-4ubuntu4, libstdc++6 15.2.0-4ubuntu4
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.76 libicu76
  soname libicuuc.so.76 libicu76
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libpython3.13.so.1.0 libpython3.13
  soname libpython3.14.so.1.0 libpython3.14
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.16 libxml2-16
  soname libz.so.1 zlib1g
  note the archive has an optional amd64v3 (x86-64-v3) build; amd64 itself stays at the baseline

target ubuntu-26.04
  name Ubuntu 26.04
  line ubuntu
  aliases resolute ubuntu:26.04 ubuntu:resolute ubuntu-resolute ubuntu26.04 ubuntu2604
  libc glibc 2.43
  installer apt
  released 2026-04-23
  eol 2031-04-30
  extended 2036-04-30
  kernel 7.0
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_43
  lts
  row aarch64 package ld-linux-aarch64.so.1=86 libc.so.6=87 libgcc_s.so.1=88 libm.so.6=89 libmvec.so.1=90 libstdc++.so.6=91
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=96 libgcc_s.so.1=69 libm.so.6=97 libmvec.so.1=45 libstdc++.so.6=98
  union aarch64 package GLIBC=92 GLIBCXX=93 CXXABI=94 GCC=95
  union x86_64 package GLIBC=99 GLIBCXX=93 CXXABI=100 GCC=69
  upto armv7l image GLIBC=2.4..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=50
  upto ppc64le image GLIBC=2.17..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..16.0.0 named=52
  upto s390x image GLIBC=2.2..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..16.0.0 named=59
  source aarch64 libc6 2.43-2ubuntu2, libgcc-s1 16-20260322-1ubuntu1, libstdc++6 16-20260322-1ubuntu1
  source x86_64 libc6 2.43-2ubuntu2.7, libgcc-s1 16-20260322-1ubuntu1, libstdc++6 16-20260322-1ubuntu1
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.78 libicu78
  soname libicuuc.so.78 libicu78
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libpython3.14.so.1.0 libpython3.14
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.16 libxml2-16
  soname libz.so.1 zlib1g
  note the archive has an optional amd64v3 (x86-64-v3) build; amd64 itself stays at the baseline

target ubuntu-26.10
  name Ubuntu 26.10
  line ubuntu
  aliases stonking ubuntu:26.10 ubuntu:stonking ubuntu-stonking ubuntu26.10 ubuntu2610
  libc glibc 2.44
  installer apt
  released 2026-10-15
  kernel 7.3
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_44
  row x86_64 package ld-linux-x86-64.so.2=41 libc.so.6=101 libgcc_s.so.1=69 libm.so.6=102 libmvec.so.1=45 libstdc++.so.6=103
  union x86_64 package GLIBC=104 GLIBCXX=105 CXXABI=100 GCC=69
  source x86_64 libc6 2.44-1ubuntu2, libgcc-s1 16.2.0-3ubuntu1, libstdc++6 16.2.0-3ubuntu1
  soname ld-linux-x86-64.so.2 libc6
  soname libatomic.so.1 libatomic1
  soname libc.so.6 libc6
  soname libcrypto.so.3 libssl3t64
  soname libcrypto.so.4 libssl4
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libedit.so.2 libedit2
  soname libgcc_s.so.1 libgcc-s1
  soname libicui18n.so.78 libicu78
  soname libicuuc.so.78 libicu78
  soname libm.so.6 libc6
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libpython3.14.so.1.0 libpython3.14
  soname libpython3.15.so.1.0 libpython3.15
  soname libsqlite3.so.0 libsqlite3-0
  soname libssl.so.3 libssl3t64
  soname libssl.so.4 libssl4
  soname libstdc++.so.6 libstdc++6
  soname libtinfo.so.6 libtinfo6
  soname libxml2.so.16 libxml2-16
  soname libz.so.1 zlib1g
  note the archive has an optional amd64v3 (x86-64-v3) build; amd64 itself stays at the baseline
  note standard support of an interim release is 9 months (to 2027-07, inferred); ships OpenSSL 3 (libssl3t64) and OpenSSL 4 (libssl4) side by side

target debian-8
  name Debian 8 (jessie)
  line debian
  aliases jessie debian:8 debian:jessie debian-jessie debian8
  libc glibc 2.19
  installer apt
  released 2015-04-25
  eol 2018-06-17
  extended 2020-06-30
  kernel 3.16
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel mips mipsel powerpc ppc64le s390x
  manylinux manylinux_2_19
  lts
  union x86_64 image GLIBC=106 GLIBCXX=107 CXXABI=108 GCC=10
  upto armv7l image GLIBC=2.4..2.18 GLIBCXX=3.4..3.4.20 CXXABI=1.3..1.3.8 GCC=3.0..4.7.0 named=5
  upto i686 image GLIBC=2.0..2.18 GLIBCXX=3.4..3.4.20 CXXABI=1.3..1.3.8 GCC=3.0..4.8.0 named=29
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libedit.so.2
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target debian-9
  name Debian 9 (stretch)
  line debian
  aliases stretch debian:9 debian:stretch debian-stretch debian9
  libc glibc 2.24
  installer apt
  released 2017-06-17
  eol 2020-07-18
  extended 2022-07-01
  kernel 4.9
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel mips mipsel mips64el ppc64le s390x
  manylinux manylinux_2_24
  lts
  union aarch64 image GLIBC=109 GLIBCXX=110 CXXABI=111 GCC=4
  union x86_64 image GLIBC=112 GLIBCXX=110 CXXABI=113 GCC=10
  upto armv7l image GLIBC=2.4..2.24 GLIBCXX=3.4..3.4.22 CXXABI=1.3..1.3.10 GCC=3.0..4.7.0 named=5
  upto i686 image GLIBC=2.0..2.24 GLIBCXX=3.4..3.4.22 CXXABI=1.3..1.3.10 GCC=3.0..4.8.0 named=6
  upto ppc64le image GLIBC=2.17..2.24 GLIBCXX=3.4..3.4.22 CXXABI=1.3..1.3.10 GCC=3.0..4.7.0 named=7
  upto s390x image GLIBC=2.2..2.24 GLIBCXX=3.4..3.4.22 CXXABI=1.3..1.3.10 GCC=3.0..4.7.0 named=7
  soname libcrypto.so.1.0.0
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.2
  soname libicui18n.so.57
  soname libicuuc.so.57
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.5m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target debian-10
  name Debian 10 (buster)
  line debian
  aliases buster debian:10 debian:buster debian-buster debian10
  libc glibc 2.28
  installer apt
  released 2019-07-06
  eol 2022-09-10
  extended 2024-06-30
  kernel 4.19
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel mips mipsel mips64el ppc64le s390x
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto armv7l image GLIBC=2.4..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=5
  upto i686 image GLIBC=2.0..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=6
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.2
  soname libicui18n.so.63
  soname libicuuc.so.63
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.7m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target debian-11
  name Debian 11 (bullseye)
  line debian
  aliases bullseye debian:11 debian:bullseye debian-bullseye debian11
  libc glibc 2.31
  installer apt
  released 2021-08-14
  eol 2024-08-14
  extended 2026-08-31
  kernel 5.10
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel mips64el mipsel ppc64le s390x
  manylinux manylinux_2_31
  lts
  row aarch64 package ld-linux-aarch64.so.1=116 libBlocksRuntime.so.0=0 libanl.so.1=204 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=117 libcap.so.2=0 libcrypt.so.1=205 libcrypto.so.1.1=167 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=116 libdw.so.1=171 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.7=173 libgcc_s.so.1=118 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=175 libgobject-2.0.so.0=0 libgomp.so.1=176 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.0.14=0 libhistory.so.8=0 libicudata.so.67=0 libicui18n.so.67=0 libicuuc.so.67=0 libidn2.so.0=178 libjemalloc.so.2=0 liblber-2.4.so.2=179 libldap_r-2.4.so.2=179 liblz4.so.1=0 liblzma.so.5=180 libm.so.6=119 libmariadb.so.3=181 libncurses.so.5=182 libncurses.so.6=183 libncursesw.so.5=184 libncursesw.so.6=185 libnghttp2.so.14=0 libnsl.so.1=116 libnuma.so.1=187 libpam.so.0=188 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpthread.so.0=206 libpython2.7.so.1.0=0 libpython3.9.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=116 librt.so.1=204 libseccomp.so.2=0 libselinux.so.1=194 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.1.1=195 libstdc++.so.6=120 libsystemd.so.0=196 libthread_db.so.1=204 libtic.so.5=182 libtic.so.6=185 libtinfo.so.5=182 libtinfo.so.6=185 libudev.so.1=198 libunwind-aarch64.so.8=0 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind.so.8=0 liburing.so.1=199 libutil.so.1=204 libuuid.so.1=200 libuv.so.1=0 libxml2.so.2=201 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=203 libzmq.so.5=0 libzstd.so.1=0
  row armv7l package ld-linux-armhf.so.3=207 libanl.so.1=208 libatomic.so.1=165 libc.so.6=209 libcrypt.so.1=210 libcrypto.so.1.1=167 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=207 libffi.so.7=173 libgcc_s.so.1=211 libgomp.so.1=176 liblzma.so.5=180 libm.so.6=212 libncurses.so.5=182 libncurses.so.6=183 libncursesw.so.5=184 libncursesw.so.6=185 libnsl.so.1=207 libpthread.so.0=213 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=194 libssl.so.1.1=195 libstdc++.so.6=216 libsystemd.so.0=196 libthread_db.so.1=208 libtic.so.5=182 libtic.so.6=185 libtinfo.so.5=182 libtinfo.so.6=185 libutil.so.1=208 libuuid.so.1=200 libxml2.so.2=201 libz.so.1=203
  row i686 package ld-linux.so.2=217 libanl.so.1=218 libatomic.so.1=165 libc.so.6=219 libcrypt.so.1=220 libcrypto.so.1.1=167 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=221 libffi.so.7=173 libgcc_s.so.1=222 libgomp.so.1=176 liblzma.so.5=180 libm.so.6=223 libncurses.so.5=182 libncurses.so.6=183 libncursesw.so.5=184 libncursesw.so.6=185 libnsl.so.1=224 libpthread.so.0=225 libresolv.so.2=226 librt.so.1=227 libselinux.so.1=194 libssl.so.1.1=195 libstdc++.so.6=32 libsystemd.so.0=196 libthread_db.so.1=228 libtic.so.5=182 libtic.so.6=185 libtinfo.so.5=182 libtinfo.so.6=185 libutil.so.1=229 libuuid.so.1=200 libxml2.so.2=201 libz.so.1=203
  row x86_64 package ld-linux-x86-64.so.2=8 libBlocksRuntime.so.0=0 libanl.so.1=164 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=30 libcap.so.2=0 libcrypt.so.1=166 libcrypto.so.1.1=167 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=170 libdw.so.1=171 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.7=173 libgcc_s.so.1=21 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=175 libgobject-2.0.so.0=0 libgomp.so.1=176 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.0.14=0 libhistory.so.8=0 libicudata.so.67=0 libicui18n.so.67=0 libicuuc.so.67=0 libidn2.so.0=178 libjemalloc.so.2=0 liblber-2.4.so.2=179 libldap_r-2.4.so.2=179 liblz4.so.1=0 liblzma.so.5=180 libm.so.6=31 libmariadb.so.3=181 libmvec.so.1=12 libncurses.so.5=182 libncurses.so.6=183 libncursesw.so.5=184 libncursesw.so.6=185 libnghttp2.so.14=0 libnsl.so.1=186 libnuma.so.1=187 libpam.so.0=188 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpthread.so.0=191 libpython2.7.so.1.0=0 libpython3.9.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=192 librt.so.1=193 libseccomp.so.2=0 libselinux.so.1=194 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.1.1=195 libstdc++.so.6=32 libsystemd.so.0=196 libthread_db.so.1=197 libtic.so.5=182 libtic.so.6=185 libtinfo.so.5=182 libtinfo.so.6=185 libudev.so.1=198 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind-x86_64.so.8=0 libunwind.so.8=0 liburing.so.1=199 libutil.so.1=164 libuuid.so.1=200 libuv.so.1=0 libxml2.so.2=201 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=203 libzmq.so.5=0 libzstd.so.1=0
  upto ppc64le image GLIBC=2.17..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  source aarch64 libc6 2.31-13+deb11u11, libgcc-s1 10.2.1-6, libssl1.1 1.1.1w-0+deb11u1, libstdc++6 10.2.1-6
  source armv7l libc6 2.31-13+deb11u11, libgcc-s1 10.2.1-6, libssl1.1 1.1.1w-0+deb11u1, libstdc++6 10.2.1-6
  source i686 libc6 2.31-13+deb11u11, libgcc-s1 10.2.1-6, libssl1.1 1.1.1w-0+deb11u1, libstdc++6 10.2.1-6
  source x86_64 libc6 2.31-13+deb11u14, libgcc-s1 10.2.1-6, libssl1.1 1.1.1w-0+deb11u8, libstdc++6 10.2.1-6
  soname ld-linux-x86-64.so.2 libc6
  soname libBlocksRuntime.so.0 libblocksruntime0
  soname libanl.so.1 libc6
  soname libarchive.so.13 libarchive13
  soname libatomic.so.1 libatomic1
  soname libbrotlicommon.so.1 libbrotli1
  soname libbrotlidec.so.1 libbrotli1
  soname libbrotlienc.so.1 libbrotli1
  soname libbz2.so.1.0 libbz2-1.0
  soname libc.so.6 libc6
  soname libcap.so.2 libcap2
  soname libcrypt.so.1 libcrypt1
  soname libcrypto.so.1.1 libssl1.1
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl4
  soname libdl.so.2 libc6
  soname libdw.so.1 libdw1
  soname libedit.so.2 libedit2
  soname libelf.so.1 libelf1
  soname libev.so.4 libev4
  soname libevent-2.1.so.7 libevent-2.1-7
  soname libexpat.so.1 libexpat1
  soname libexpatw.so.1 libexpat1
  soname libexslt.so.0 libxslt1.1
  soname libffi.so.7 libffi7
  soname libgcc_s.so.1 libgcc-s1
  soname libgcrypt.so.20 libgcrypt20
  soname libgio-2.0.so.0 libglib2.0-0
  soname libglib-2.0.so.0 libglib2.0-0
  soname libgmodule-2.0.so.0 libglib2.0-0
  soname libgmp.so.10 libgmp10
  soname libgnutls.so.30 libgnutls30
  soname libgobject-2.0.so.0 libglib2.0-0
  soname libgomp.so.1 libgomp1
  soname libgssapi_krb5.so.2 libgssapi-krb5-2
  soname libgthread-2.0.so.0 libglib2.0-0
  soname libhiredis.so.0.14 libhiredis0.14
  soname libhistory.so.8 libreadline8
  soname libicudata.so.67 libicu67
  soname libicui18n.so.67 libicu67
  soname libicuuc.so.67 libicu67
  soname libidn2.so.0 libidn2-0
  soname libjemalloc.so.2 libjemalloc2
  soname liblber-2.4.so.2 libldap-2.4-2
  soname libldap_r-2.4.so.2 libldap-2.4-2
  soname liblz4.so.1 liblz4-1
  soname liblzma.so.5 liblzma5
  soname libm.so.6 libc6
  soname libmariadb.so.3 libmariadb3
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libncurses.so.6 libncurses6
  soname libncursesw.so.5 libncursesw5
  soname libncursesw.so.6 libncursesw6
  soname libnghttp2.so.14 libnghttp2-14
  soname libnsl.so.1 libc6
  soname libnuma.so.1 libnuma1
  soname libpam.so.0 libpam0g
  soname libpam_misc.so.0 libpam0g
  soname libpamc.so.0 libpam0g
  soname libpcre2-8.so.0 libpcre2-8-0
  soname libpq.so.5 libpq5
  soname libpsl.so.5 libpsl5
  soname libpthread.so.0 libc6
  soname libpython2.7.so.1.0 libpython2.7
  soname libpython3.9.so.1.0 libpython3.9
  soname librdkafka.so.1 librdkafka1
  soname libreadline.so.8 libreadline8
  soname libresolv.so.2 libc6
  soname librt.so.1 libc6
  soname libseccomp.so.2 libseccomp2
  soname libselinux.so.1 libselinux1
  soname libsodium.so.23 libsodium23
  soname libsqlite3.so.0 libsqlite3-0
  soname libssh2.so.1 libssh2-1
  soname libssl.so.1.1 libssl1.1
  soname libstdc++.so.6 libstdc++6
  soname libsystemd.so.0 libsystemd0
  soname libthread_db.so.1 libc6
  soname libtic.so.5 libtinfo5
  soname libtic.so.6 libtinfo6
  soname libtinfo.so.5 libtinfo5
  soname libtinfo.so.6 libtinfo6
  soname libudev.so.1 libudev1
  soname libunwind-coredump.so.0 libunwind8
  soname libunwind-ptrace.so.0 libunwind8
  soname libunwind-x86_64.so.8 libunwind8
  soname libunwind.so.8 libunwind8
  soname liburing.so.1 liburing1
  soname libutil.so.1 libc6
  soname libuuid.so.1 libuuid1
  soname libuv.so.1 libuv1
  soname libxml2.so.2 libxml2
  soname libxslt.so.1 libxslt1.1
  soname libyaml-0.so.2 libyaml-0-2
  soname libz.so.1 zlib1g
  soname libzmq.so.5 libzmq5
  soname libzstd.so.1 libzstd1
  note Release file now lists only amd64 arm64 armhf i386 (LTS set); 11.0 also had armel mips64el mipsel ppc64el s390x
  note libncurses5/libtinfo5 still packaged; gone in trixie

target debian-12
  name Debian 12 (bookworm)
  line debian
  aliases bookworm debian:12 debian:bookworm debian-bookworm debian12
  libc glibc 2.36
  installer apt
  released 2023-06-10
  eol 2026-07-11
  extended 2028-06-30
  kernel 6.1
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel mips64el mipsel ppc64le s390x
  swift 5.10.1 6.3.3 x86_64 aarch64
  image swift:bookworm
  manylinux manylinux_2_36
  lts
  row aarch64 package ld-linux-aarch64.so.1=86 libBlocksRuntime.so.0=0 libanl.so.1=204 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=121 libc_malloc_debug.so.0=253 libcap.so.2=0 libcrypt.so.1=205 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=204 libdw.so.1=233 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=234 libgcc_s.so.1=122 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=235 libgobject-2.0.so.0=0 libgomp.so.1=236 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.0.14=0 libhistory.so.8=0 libicudata.so.72=0 libicui18n.so.72=0 libicuuc.so.72=0 libidn2.so.0=178 libjemalloc.so.2=0 liblber-2.5.so.0=237 libldap-2.5.so.0=237 liblz4.so.1=0 liblzma.so.5=238 libm.so.6=123 libmariadb.so.3=239 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnghttp2.so.14=0 libnsl.so.1=116 libnuma.so.1=244 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=254 libpython3.11.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=116 librt.so.1=204 libseccomp.so.2=0 libselinux.so.1=247 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=248 libstdc++.so.6=124 libsystemd.so.0=249 libthread_db.so.1=204 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libudev.so.1=198 libunwind-aarch64.so.8=0 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind.so.8=0 liburing.so.2=250 libutil.so.1=204 libuuid.so.1=200 libuv.so.1=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=252 libzmq.so.5=0 libzstd.so.1=0
  row armv5tel package ld-linux.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=256 libc_malloc_debug.so.0=257 libcrypt.so.1=210 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=208 libffi.so.8=234 libgcc_s.so.1=211 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=258 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=260 libsystemd.so.0=249 libthread_db.so.1=208 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=208 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row armv7l package ld-linux-armhf.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=256 libc_malloc_debug.so.0=257 libcrypt.so.1=210 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=208 libffi.so.8=234 libgcc_s.so.1=211 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=258 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=260 libsystemd.so.0=249 libthread_db.so.1=208 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=208 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row i686 package ld-linux.so.2=261 libanl.so.1=218 libatomic.so.1=165 libc.so.6=262 libc_malloc_debug.so.0=263 libcrypt.so.1=220 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=264 libffi.so.8=234 libgcc_s.so.1=265 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=266 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=224 libpthread.so.0=267 libresolv.so.2=226 librt.so.1=268 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=46 libsystemd.so.0=249 libthread_db.so.1=228 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=229 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row mips64el package ld.so.1=269 libanl.so.1=218 libatomic.so.1=165 libc.so.6=270 libc_malloc_debug.so.0=263 libcrypt.so.1=220 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=271 libffi.so.8=234 libgcc_s.so.1=272 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=273 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=274 libpthread.so.0=275 libresolv.so.2=226 librt.so.1=276 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=124 libsystemd.so.0=249 libthread_db.so.1=228 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=229 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row mipsel package ld.so.1=269 libanl.so.1=218 libatomic.so.1=165 libc.so.6=277 libc_malloc_debug.so.0=263 libcrypt.so.1=220 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=271 libffi.so.8=234 libgcc_s.so.1=278 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=273 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=274 libpthread.so.0=275 libresolv.so.2=226 librt.so.1=276 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=124 libsystemd.so.0=249 libthread_db.so.1=228 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=229 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row ppc64le package ld64.so.2=279 libanl.so.1=204 libatomic.so.1=165 libc.so.6=121 libc_malloc_debug.so.0=253 libcrypt.so.1=205 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=204 libffi.so.8=280 libgcc_s.so.1=281 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=282 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=116 libpthread.so.0=254 libresolv.so.2=116 librt.so.1=204 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=283 libsystemd.so.0=249 libthread_db.so.1=204 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=204 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row s390x package ld64.so.1=284 libanl.so.1=218 libatomic.so.1=165 libc.so.6=285 libc_malloc_debug.so.0=286 libcrypt.so.1=287 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=288 libffi.so.8=234 libgcc_s.so.1=289 libgomp.so.1=236 liblzma.so.5=238 libm.so.6=290 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnsl.so.1=291 libpthread.so.0=292 libresolv.so.2=293 librt.so.1=276 libselinux.so.1=247 libssl.so.3=248 libstdc++.so.6=294 libsystemd.so.0=249 libthread_db.so.1=295 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libutil.so.1=296 libuuid.so.1=200 libxml2.so.2=251 libz.so.1=252
  row x86_64 package ld-linux-x86-64.so.2=41 libBlocksRuntime.so.0=0 libanl.so.1=164 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=126 libc_malloc_debug.so.0=230 libcap.so.2=0 libcrypt.so.1=166 libcrypto.so.3=231 libcurl-gnutls.so.4=168 libcurl.so.4=169 libdl.so.2=232 libdw.so.1=233 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=234 libgcc_s.so.1=43 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=235 libgobject-2.0.so.0=0 libgomp.so.1=236 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.0.14=0 libhistory.so.8=0 libicudata.so.72=0 libicui18n.so.72=0 libicuuc.so.72=0 libidn2.so.0=178 libjemalloc.so.2=0 liblber-2.5.so.0=237 libldap-2.5.so.0=237 liblz4.so.1=0 liblzma.so.5=238 libm.so.6=44 libmariadb.so.3=239 libmvec.so.1=45 libncurses.so.5=240 libncurses.so.6=241 libncursesw.so.5=242 libncursesw.so.6=243 libnghttp2.so.14=0 libnsl.so.1=186 libnuma.so.1=244 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=246 libpython3.11.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=192 librt.so.1=193 libseccomp.so.2=0 libselinux.so.1=247 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=248 libstdc++.so.6=46 libsystemd.so.0=249 libthread_db.so.1=197 libtic.so.5=240 libtic.so.6=243 libtinfo.so.5=240 libtinfo.so.6=243 libudev.so.1=198 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind-x86_64.so.8=0 libunwind.so.8=0 liburing.so.2=250 libutil.so.1=164 libuuid.so.1=200 libuv.so.1=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=252 libzmq.so.5=0 libzstd.so.1=0
  source aarch64 libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.22-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source armv5tel libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source armv7l libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source i686 libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source mips64el libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source mipsel libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source ppc64le libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source s390x libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.20-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  source x86_64 libc6 2.36-9+deb12u14, libgcc-s1 12.2.0-14+deb12u1, libssl3 3.0.22-1~deb12u2, libstdc++6 12.2.0-14+deb12u1
  soname ld-linux-x86-64.so.2 libc6
  soname libBlocksRuntime.so.0 libblocksruntime0
  soname libanl.so.1 libc6
  soname libarchive.so.13 libarchive13
  soname libatomic.so.1 libatomic1
  soname libbrotlicommon.so.1 libbrotli1
  soname libbrotlidec.so.1 libbrotli1
  soname libbrotlienc.so.1 libbrotli1
  soname libbz2.so.1.0 libbz2-1.0
  soname libc.so.6 libc6
  soname libc_malloc_debug.so.0 libc6
  soname libcap.so.2 libcap2
  soname libcrypt.so.1 libcrypt1
  soname libcrypto.so.3 libssl3
  soname libcurl-gnutls.so.4 libcurl3-gnutls
  soname libcurl.so.4 libcurl4
  soname libdl.so.2 libc6
  soname libdw.so.1 libdw1
  soname libedit.so.2 libedit2
  soname libelf.so.1 libelf1
  soname libev.so.4 libev4
  soname libevent-2.1.so.7 libevent-2.1-7
  soname libexpat.so.1 libexpat1
  soname libexpatw.so.1 libexpat1
  soname libexslt.so.0 libxslt1.1
  soname libffi.so.8 libffi8
  soname libgcc_s.so.1 libgcc-s1
  soname libgcrypt.so.20 libgcrypt20
  soname libgio-2.0.so.0 libglib2.0-0
  soname libglib-2.0.so.0 libglib2.0-0
  soname libgmodule-2.0.so.0 libglib2.0-0
  soname libgmp.so.10 libgmp10
  soname libgnutls.so.30 libgnutls30
  soname libgobject-2.0.so.0 libglib2.0-0
  soname libgomp.so.1 libgomp1
  soname libgssapi_krb5.so.2 libgssapi-krb5-2
  soname libgthread-2.0.so.0 libglib2.0-0
  soname libhiredis.so.0.14 libhiredis0.14
  soname libhistory.so.8 libreadline8
  soname libicudata.so.72 libicu72
  soname libicui18n.so.72 libicu72
  soname libicuuc.so.72 libicu72
  soname libidn2.so.0 libidn2-0
  soname libjemalloc.so.2 libjemalloc2
  soname liblber-2.5.so.0 libldap-2.5-0
  soname libldap-2.5.so.0 libldap-2.5-0
  soname liblz4.so.1 liblz4-1
  soname liblzma.so.5 liblzma5
  soname libm.so.6 libc6
  soname libmariadb.so.3 libmariadb3
  soname libmvec.so.1 libc6
  soname libncurses.so.5 libncurses5
  soname libncurses.so.6 libncurses6
  soname libncursesw.so.5 libncursesw5
  soname libncursesw.so.6 libncursesw6
  soname libnghttp2.so.14 libnghttp2-14
  soname libnsl.so.1 libc6
  soname libnuma.so.1 libnuma1
  soname libpam.so.0 libpam0g
  soname libpam_misc.so.0 libpam0g
  soname libpamc.so.0 libpam0g
  soname libpcre2-8.so.0 libpcre2-8-0
  soname libpq.so.5 libpq5
  soname libpsl.so.5 libpsl5
  soname libpsx.so.2 libcap2
  soname libpthread.so.0 libc6
  soname libpython3.11.so.1.0 libpython3.11
  soname librdkafka.so.1 librdkafka1
  soname libreadline.so.8 libreadline8
  soname libresolv.so.2 libc6
  soname librt.so.1 libc6
  soname libseccomp.so.2 libseccomp2
  soname libselinux.so.1 libselinux1
  soname libsodium.so.23 libsodium23
  soname libsqlite3.so.0 libsqlite3-0
  soname libssh2.so.1 libssh2-1
  soname libssl.so.3 libssl3
  soname libstdc++.so.6 libstdc++6
  soname libsystemd.so.0 libsystemd0
  soname libthread_db.so.1 libc6
  soname libtic.so.5 libtinfo5
  soname libtic.so.6 libtinfo6
  soname libtinfo.so.5 libtinfo5
  soname libtinfo.so.6 libtinfo6
  soname libudev.so.1 libudev1
  soname libunwind-coredump.so.0 libunwind8
  soname libunwind-ptrace.so.0 libunwind8
  soname libunwind-x86_64.so.8 libunwind8
  soname libunwind.so.8 libunwind8
  soname liburing.so.2 liburing2
  soname libutil.so.1 libc6
  soname libuuid.so.1 libuuid1
  soname libuv.so.1 libuv1
  soname libxml2.so.2 libxml2
  soname libxslt.so.1 libxslt1.1
  soname libyaml-0.so.2 libyaml-0-2
  soname libz.so.1 zlib1g
  soname libzmq.so.5 libzmq5
  soname libzstd.so.1 libzstd1
  note no bookworm update up to 2.36-9+deb12u14 adds GLIBC_ABI_DT_X86_64_PLT although upstream release/2.36 has it
  note libncurses5/libtinfo5 still packaged; gone in trixie

target debian-13
  name Debian 13 (trixie)
  line debian
  aliases trixie debian:13 debian:trixie debian-trixie debian13
  libc glibc 2.41
  installer apt
  released 2025-08-09
  eol 2028-08-09
  extended 2030-06-30
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv5tel ppc64le riscv64 s390x
  manylinux manylinux_2_41
  lts
  row aarch64 package ld-linux-aarch64.so.1=86 libBlocksRuntime.so.0=0 libanl.so.1=204 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=127 libc_malloc_debug.so.0=253 libcap.so.2=0 libcrypt.so.1=205 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=204 libdw.so.1=300 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=234 libgcc_s.so.1=128 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=301 libgobject-2.0.so.0=0 libgomp.so.1=302 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.76=0 libicui18n.so.76=0 libicuuc.so.76=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=129 libmariadb.so.3=239 libmvec.so.1=130 libncurses.so.6=306 libncursesw.so.6=307 libnghttp2.so.14=0 libnsl.so.1=116 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=254 libpython3.13.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=116 librt.so.1=204 libseccomp.so.2=0 libselinux.so.1=309 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=131 libsystemd.so.0=311 libthread_db.so.1=204 libtic.so.6=307 libtinfo.so.6=307 libudev.so.1=198 libunwind-aarch64.so.8=0 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind.so.8=0 liburing-ffi.so.2=312 liburing.so.2=313 libutil.so.1=204 libuuid.so.1=314 libuv.so.1=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=252 libzmq.so.5=0 libzstd.so.1=0
  row armv5tel package ld-linux.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=315 libc_malloc_debug.so.0=257 libcrypt.so.1=210 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=208 libffi.so.8=234 libgcc_s.so.1=316 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=317 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=318 libsystemd.so.0=311 libthread_db.so.1=208 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=208 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row armv7l package ld-linux-armhf.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=315 libc_malloc_debug.so.0=257 libcrypt.so.1=210 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=208 libffi.so.8=234 libgcc_s.so.1=316 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=317 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=318 libsystemd.so.0=311 libthread_db.so.1=208 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=208 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row i686 package ld-linux.so.2=261 libanl.so.1=218 libatomic.so.1=165 libc.so.6=319 libc_malloc_debug.so.0=263 libcrypt.so.1=220 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=264 libffi.so.8=234 libgcc_s.so.1=320 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=321 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=224 libpthread.so.0=267 libresolv.so.2=226 librt.so.1=268 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=71 libsystemd.so.0=311 libthread_db.so.1=228 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=229 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row ppc64le package ld64.so.2=322 libanl.so.1=204 libatomic.so.1=165 libc.so.6=127 libc_malloc_debug.so.0=253 libcrypt.so.1=205 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=204 libffi.so.8=280 libgcc_s.so.1=323 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=324 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=116 libpthread.so.0=254 libresolv.so.2=116 librt.so.1=204 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=325 libsystemd.so.0=311 libthread_db.so.1=204 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=204 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row riscv64 package ld-linux-riscv64-lp64d.so.1=326 libanl.so.1=327 libatomic.so.1=165 libc.so.6=328 libc_malloc_debug.so.0=329 libcrypt.so.1=330 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=327 libffi.so.8=280 libgcc_s.so.1=331 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=332 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=333 libpthread.so.0=334 libresolv.so.2=333 librt.so.1=327 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=131 libsystemd.so.0=311 libthread_db.so.1=327 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=327 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row s390x package ld64.so.1=284 libanl.so.1=218 libatomic.so.1=165 libc.so.6=335 libc_malloc_debug.so.0=286 libcrypt.so.1=287 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=288 libffi.so.8=234 libgcc_s.so.1=336 libgomp.so.1=302 liblzma.so.5=305 libm.so.6=337 libncurses.so.6=306 libncursesw.so.6=307 libnsl.so.1=291 libpthread.so.0=292 libresolv.so.2=293 librt.so.1=276 libselinux.so.1=309 libssl.so.3=310 libstdc++.so.6=338 libsystemd.so.0=311 libthread_db.so.1=295 libtic.so.6=307 libtinfo.so.6=307 libutil.so.1=296 libuuid.so.1=314 libxml2.so.2=251 libz.so.1=252
  row x86_64 package ld-linux-x86-64.so.2=41 libBlocksRuntime.so.0=0 libanl.so.1=164 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=133 libc_malloc_debug.so.0=230 libcap.so.2=0 libcrypt.so.1=166 libcrypto.so.3=297 libcurl-gnutls.so.4=298 libcurl.so.4=299 libdl.so.2=232 libdw.so.1=300 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=234 libgcc_s.so.1=69 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=301 libgobject-2.0.so.0=0 libgomp.so.1=302 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.76=0 libicui18n.so.76=0 libicuuc.so.76=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=79 libmariadb.so.3=239 libmvec.so.1=45 libncurses.so.6=306 libncursesw.so.6=307 libnghttp2.so.14=0 libnsl.so.1=186 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=0 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=246 libpython3.13.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=192 librt.so.1=193 libseccomp.so.2=0 libselinux.so.1=309 libsodium.so.23=0 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=71 libsystemd.so.0=311 libthread_db.so.1=197 libtic.so.6=307 libtinfo.so.6=307 libudev.so.1=198 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind-x86_64.so.8=0 libunwind.so.8=0 liburing-ffi.so.2=312 liburing.so.2=313 libutil.so.1=164 libuuid.so.1=314 libuv.so.1=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=252 libzmq.so.5=0 libzstd.so.1=0
  source aarch64 libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u3, libstdc++6 14.2.0-19
  source armv5tel libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source armv7l libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source i686 libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source ppc64le libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source riscv64 libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source s390x libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u2, libstdc++6 14.2.0-19
  source x86_64 libc6 2.41-12+deb13u4, libgcc-s1 14.2.0-19, libssl3t64 3.5.7-1~deb13u3, libstdc++6 14.2.0-19
  soname ld-linux-x86-64.so.2 libc6
  soname libBlocksRuntime.so.0 libblocksruntime0
  soname libanl.so.1 libc6
  soname libarchive.so.13 libarchive13t64
  soname libatomic.so.1 libatomic1
  soname libbrotlicommon.so.1 libbrotli1
  soname libbrotlidec.so.1 libbrotli1
  soname libbrotlienc.so.1 libbrotli1
  soname libbz2.so.1.0 libbz2-1.0
  soname libc.so.6 libc6
  soname libc_malloc_debug.so.0 libc6
  soname libcap.so.2 libcap2
  soname libcrypt.so.1 libcrypt1
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl3t64-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libdl.so.2 libc6
  soname libdw.so.1 libdw1t64
  soname libedit.so.2 libedit2
  soname libelf.so.1 libelf1t64
  soname libev.so.4 libev4t64
  soname libevent-2.1.so.7 libevent-2.1-7t64
  soname libexpat.so.1 libexpat1
  soname libexpatw.so.1 libexpat1
  soname libexslt.so.0 libxslt1.1
  soname libffi.so.8 libffi8
  soname libgcc_s.so.1 libgcc-s1
  soname libgcrypt.so.20 libgcrypt20
  soname libgio-2.0.so.0 libglib2.0-0t64
  soname libglib-2.0.so.0 libglib2.0-0t64
  soname libgmodule-2.0.so.0 libglib2.0-0t64
  soname libgmp.so.10 libgmp10
  soname libgnutls.so.30 libgnutls30t64
  soname libgobject-2.0.so.0 libglib2.0-0t64
  soname libgomp.so.1 libgomp1
  soname libgssapi_krb5.so.2 libgssapi-krb5-2
  soname libgthread-2.0.so.0 libglib2.0-0t64
  soname libhiredis.so.1.1.0 libhiredis1.1.0
  soname libhiredis_ssl.so.1.1.0 libhiredis1.1.0
  soname libhistory.so.8 libreadline8t64
  soname libicudata.so.76 libicu76
  soname libicui18n.so.76 libicu76
  soname libicuuc.so.76 libicu76
  soname libidn2.so.0 libidn2-0
  soname libjemalloc.so.2 libjemalloc2
  soname liblber.so.2 libldap2
  soname libldap.so.2 libldap2
  soname liblz4.so.1 liblz4-1
  soname liblzma.so.5 liblzma5
  soname libm.so.6 libc6
  soname libmariadb.so.3 libmariadb3
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libncursesw.so.6 libncursesw6
  soname libnghttp2.so.14 libnghttp2-14
  soname libnsl.so.1 libc6
  soname libnuma.so.1 libnuma1
  soname libpam.so.0 libpam0g
  soname libpam_misc.so.0 libpam0g
  soname libpamc.so.0 libpam0g
  soname libpcre2-8.so.0 libpcre2-8-0
  soname libpq.so.5 libpq5
  soname libpsl.so.5 libpsl5t64
  soname libpsx.so.2 libcap2
  soname libpthread.so.0 libc6
  soname libpython3.13.so.1.0 libpython3.13
  soname librdkafka.so.1 librdkafka1
  soname libreadline.so.8 libreadline8t64
  soname libresolv.so.2 libc6
  soname librt.so.1 libc6
  soname libseccomp.so.2 libseccomp2
  soname libselinux.so.1 libselinux1
  soname libsodium.so.23 libsodium23
  soname libsqlite3.so.0 libsqlite3-0
  soname libssh2.so.1 libssh2-1t64
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libsystemd.so.0 libsystemd0
  soname libthread_db.so.1 libc6
  soname libtic.so.6 libtinfo6
  soname libtinfo.so.6 libtinfo6
  soname libudev.so.1 libudev1
  soname libunwind-coredump.so.0 libunwind8
  soname libunwind-ptrace.so.0 libunwind8
  soname libunwind-x86_64.so.8 libunwind8
  soname libunwind.so.8 libunwind8
  soname liburing-ffi.so.2 liburing2
  soname liburing.so.2 liburing2
  soname libutil.so.1 libc6
  soname libuuid.so.1 libuuid1
  soname libuv.so.1 libuv1t64
  soname libxml2.so.2 libxml2
  soname libxslt.so.1 libxslt1.1
  soname libyaml-0.so.2 libyaml-0-2
  soname libz.so.1 zlib1g
  soname libzmq.so.5 libzmq5
  soname libzstd.so.1 libzstd1
  note x86_64 as first seen on 2025-08-13 (pep600): GLIBC lacked ABI_DT_X86_64_PLT ABI_GNU2_TLS
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 13.0 (libc6 2.41-12), present in 13.7 (2.41-12+deb13u4)

target debian-14
  name Debian 14 (forky)
  line debian
  aliases forky debian:14 debian:forky debian-forky debian14 testing debian:testing debian-testing
  libc glibc 2.43
  installer apt
  kernel 7.2
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l loongarch64 ppc64le riscv64 s390x
  manylinux manylinux_2_43
  row aarch64 package ld-linux-aarch64.so.1=86 libBlocksRuntime.so.0=0 libanl.so.1=204 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=87 libc_malloc_debug.so.0=354 libcap.so.2=0 libcrypt.so.1=205 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=204 libdw.so.1=342 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=343 libgcc_s.so.1=88 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=344 libgobject-2.0.so.0=0 libgomp.so.1=345 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.78=0 libicui18n.so.78=0 libicuuc.so.78=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=89 libmariadb.so.3=239 libmvec.so.1=90 libncurses.so.6=346 libncursesw.so.6=347 libnghttp2.so.14=0 libnsl.so.1=116 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=348 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=254 libpython3.13.so.1.0=0 libpython3.14.so.1.0=0 libpython3.15.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=116 librt.so.1=204 libseccomp.so.2=0 libselinux.so.1=349 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=135 libsystemd.so.0=350 libthread_db.so.1=204 libtic.so.6=347 libtinfo.so.6=347 libudev.so.1=198 libunwind-aarch64.so.8=0 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind.so.8=0 liburing-ffi.so.2=351 liburing.so.2=352 libutil.so.1=204 libuuid.so.1=314 libuv.so.1=0 libxml2.so.16=0 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=353 libzmq.so.5=0 libzstd.so.1=0
  row armv7l package ld-linux-armhf.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=355 libc_malloc_debug.so.0=356 libcrypt.so.1=210 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=208 libffi.so.8=357 libgcc_s.so.1=358 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=359 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=360 libsystemd.so.0=350 libthread_db.so.1=208 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=208 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row i686 package ld-linux.so.2=261 libanl.so.1=218 libatomic.so.1=165 libc.so.6=361 libc_malloc_debug.so.0=362 libcrypt.so.1=220 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=264 libffi.so.8=357 libgcc_s.so.1=320 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=363 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=224 libpthread.so.0=267 libresolv.so.2=226 librt.so.1=268 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=228 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=229 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row loongarch64 package ld-linux-loongarch-lp64d.so.1=364 libatomic.so.1=165 libc.so.6=365 libc_malloc_debug.so.0=366 libcrypt.so.1=367 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=368 libffi.so.8=369 libgcc_s.so.1=370 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=371 libncurses.so.6=346 libncursesw.so.6=347 libpthread.so.0=368 libresolv.so.2=364 librt.so.1=368 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=368 libtic.so.6=347 libtinfo.so.6=347 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row ppc64le package ld64.so.2=322 libanl.so.1=204 libatomic.so.1=165 libc.so.6=87 libc_malloc_debug.so.0=354 libcrypt.so.1=205 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=204 libffi.so.8=357 libgcc_s.so.1=323 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=372 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=116 libpthread.so.0=254 libresolv.so.2=116 librt.so.1=204 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=373 libsystemd.so.0=350 libthread_db.so.1=204 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=204 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row riscv64 package ld-linux-riscv64-lp64d.so.1=326 libanl.so.1=327 libatomic.so.1=165 libc.so.6=374 libc_malloc_debug.so.0=375 libcrypt.so.1=330 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=327 libffi.so.8=369 libgcc_s.so.1=376 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=377 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=333 libpthread.so.0=334 libresolv.so.2=333 librt.so.1=327 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=378 libsystemd.so.0=350 libthread_db.so.1=327 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=327 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row s390x package ld64.so.1=284 libanl.so.1=218 libatomic.so.1=165 libc.so.6=379 libc_malloc_debug.so.0=380 libcrypt.so.1=287 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=288 libffi.so.8=343 libgcc_s.so.1=381 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=382 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=291 libpthread.so.0=292 libresolv.so.2=293 librt.so.1=276 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=383 libsystemd.so.0=350 libthread_db.so.1=295 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=296 libuuid.so.1=314 libxml2.so.16=0 libz.so.1=353
  row x86_64 package ld-linux-x86-64.so.2=41 libBlocksRuntime.so.0=0 libanl.so.1=164 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=96 libc_malloc_debug.so.0=339 libcap.so.2=0 libcrypt.so.1=166 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=232 libdw.so.1=342 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=343 libgcc_s.so.1=69 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=344 libgobject-2.0.so.0=0 libgomp.so.1=345 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.78=0 libicui18n.so.78=0 libicuuc.so.78=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=97 libmariadb.so.3=239 libmvec.so.1=45 libncurses.so.6=346 libncursesw.so.6=347 libnghttp2.so.14=0 libnsl.so.1=186 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=348 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=246 libpython3.13.so.1.0=0 libpython3.14.so.1.0=0 libpython3.15.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=192 librt.so.1=193 libseccomp.so.2=0 libselinux.so.1=349 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=197 libtic.so.6=347 libtinfo.so.6=347 libudev.so.1=198 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind-x86_64.so.8=0 libunwind.so.8=0 liburing-ffi.so.2=351 liburing.so.2=352 libutil.so.1=164 libuuid.so.1=314 libuv.so.1=0 libxml2.so.16=0 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=353 libzmq.so.5=0 libzstd.so.1=0
  source aarch64 libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source armv7l libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source i686 libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source loongarch64 libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source ppc64le libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source riscv64 libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source s390x libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  source x86_64 libc6 2.43-7, libgcc-s1 16.2.0-3, libssl3t64 3.6.5-1, libstdc++6 16.2.0-3
  soname ld-linux-x86-64.so.2 libc6
  soname libBlocksRuntime.so.0 libblocksruntime0
  soname libanl.so.1 libc6
  soname libarchive.so.13 libarchive13t64
  soname libatomic.so.1 libatomic1
  soname libbrotlicommon.so.1 libbrotli1
  soname libbrotlidec.so.1 libbrotli1
  soname libbrotlienc.so.1 libbrotli1
  soname libbz2.so.1.0 libbz2-1.0
  soname libc.so.6 libc6
  soname libc_malloc_debug.so.0 libc6
  soname libcap.so.2 libcap2
  soname libcrypt.so.1 libcrypt1
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl4-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libdl.so.2 libc6
  soname libdw.so.1 libdw1t64
  soname libedit.so.2 libedit2
  soname libelf.so.1 libelf1t64
  soname libev.so.4 libev4t64
  soname libevent-2.1.so.7 libevent-2.1-7t64
  soname libexpat.so.1 libexpat1
  soname libexpatw.so.1 libexpat1
  soname libexslt.so.0 libxslt1.1
  soname libffi.so.8 libffi8
  soname libgcc_s.so.1 libgcc-s1
  soname libgcrypt.so.20 libgcrypt20
  soname libgio-2.0.so.0 libglib2.0-0t64
  soname libglib-2.0.so.0 libglib2.0-0t64
  soname libgmodule-2.0.so.0 libglib2.0-0t64
  soname libgmp.so.10 libgmp10
  soname libgnutls.so.30 libgnutls30t64
  soname libgobject-2.0.so.0 libglib2.0-0t64
  soname libgomp.so.1 libgomp1
  soname libgssapi_krb5.so.2 libgssapi-krb5-2
  soname libgthread-2.0.so.0 libglib2.0-0t64
  soname libhiredis.so.1.1.0 libhiredis1.1.0
  soname libhiredis_ssl.so.1.1.0 libhiredis1.1.0
  soname libhistory.so.8 libreadline8t64
  soname libicudata.so.78 libicu78
  soname libicui18n.so.78 libicu78
  soname libicuuc.so.78 libicu78
  soname libidn2.so.0 libidn2-0
  soname libjemalloc.so.2 libjemalloc2
  soname liblber.so.2 libldap2
  soname libldap.so.2 libldap2
  soname liblz4.so.1 liblz4-1
  soname liblzma.so.5 liblzma5
  soname libm.so.6 libc6
  soname libmariadb.so.3 libmariadb3
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libncursesw.so.6 libncursesw6
  soname libnghttp2.so.14 libnghttp2-14
  soname libnsl.so.1 libc6
  soname libnuma.so.1 libnuma1
  soname libpam.so.0 libpam0g
  soname libpam_misc.so.0 libpam0g
  soname libpamc.so.0 libpam0g
  soname libpcre2-8.so.0 libpcre2-8-0
  soname libpq.so.5 libpq5
  soname libpsl.so.5 libpsl5t64
  soname libpsx.so.2 libcap2
  soname libpthread.so.0 libc6
  soname libpython3.13.so.1.0 libpython3.13
  soname libpython3.14.so.1.0 libpython3.14
  soname libpython3.15.so.1.0 libpython3.15
  soname librdkafka.so.1 librdkafka1
  soname libreadline.so.8 libreadline8t64
  soname libresolv.so.2 libc6
  soname librt.so.1 libc6
  soname libseccomp.so.2 libseccomp2
  soname libselinux.so.1 libselinux1
  soname libsqlite3.so.0 libsqlite3-0
  soname libssh2.so.1 libssh2-1t64
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libsystemd.so.0 libsystemd0
  soname libthread_db.so.1 libc6
  soname libtic.so.6 libtinfo6
  soname libtinfo.so.6 libtinfo6
  soname libudev.so.1 libudev1
  soname libunwind-coredump.so.0 libunwind8
  soname libunwind-ptrace.so.0 libunwind8
  soname libunwind-x86_64.so.8 libunwind8
  soname libunwind.so.8 libunwind8
  soname liburing-ffi.so.2 liburing2
  soname liburing.so.2 liburing2
  soname libutil.so.1 libc6
  soname libuuid.so.1 libuuid1
  soname libuv.so.1 libuv1t64
  soname libxml2.so.16 libxml2-16
  soname libxslt.so.1 libxslt1.1
  soname libyaml-0.so.2 libyaml-0-2
  soname libz.so.1 zlib1g
  soname libzmq.so.5 libzmq5
  soname libzstd.so.1 libzstd1
  note libxml2.so.2 gone from forky (libxml2-16 only); sid still carries both

target debian-sid
  name Debian unstable (sid)
  line debian
  aliases sid unstable debian:sid debian:unstable debian-unstable debiansid
  libc glibc 2.43
  installer apt
  kernel 7.2
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l loongarch64 ppc64le riscv64 s390x
  manylinux manylinux_2_43
  rolling
  row aarch64 package ld-linux-aarch64.so.1=86 libBlocksRuntime.so.0=0 libanl.so.1=204 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=87 libc_malloc_debug.so.0=354 libcap.so.2=0 libcrypt.so.1=205 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=204 libdw.so.1=342 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=343 libgcc_s.so.1=88 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=344 libgobject-2.0.so.0=0 libgomp.so.1=345 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.76=0 libicudata.so.78=0 libicui18n.so.76=0 libicui18n.so.78=0 libicuuc.so.76=0 libicuuc.so.78=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=89 libmariadb.so.3=239 libmvec.so.1=90 libncurses.so.6=346 libncursesw.so.6=347 libnghttp2.so.14=0 libnsl.so.1=116 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=384 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=254 libpython3.13.so.1.0=0 libpython3.14.so.1.0=0 libpython3.15.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=116 librt.so.1=204 libseccomp.so.2=0 libselinux.so.1=349 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=135 libsystemd.so.0=350 libthread_db.so.1=204 libtic.so.6=347 libtinfo.so.6=347 libudev.so.1=198 libunwind-aarch64.so.8=0 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind.so.8=0 liburing-ffi.so.2=351 liburing.so.2=352 libutil.so.1=204 libuuid.so.1=314 libuv.so.1=0 libxml2.so.16=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=353 libzmq.so.5=0 libzstd.so.1=0
  row armv7l package ld-linux-armhf.so.3=255 libanl.so.1=208 libatomic.so.1=165 libc.so.6=355 libc_malloc_debug.so.0=356 libcrypt.so.1=210 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=208 libffi.so.8=357 libgcc_s.so.1=358 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=359 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=207 libpthread.so.0=259 libresolv.so.2=214 librt.so.1=215 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=360 libsystemd.so.0=350 libthread_db.so.1=208 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=208 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row i686 package ld-linux.so.2=261 libanl.so.1=218 libatomic.so.1=165 libc.so.6=361 libc_malloc_debug.so.0=362 libcrypt.so.1=220 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=264 libffi.so.8=357 libgcc_s.so.1=320 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=363 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=224 libpthread.so.0=267 libresolv.so.2=226 librt.so.1=268 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=228 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=229 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row loongarch64 package ld-linux-loongarch-lp64d.so.1=364 libatomic.so.1=165 libc.so.6=365 libc_malloc_debug.so.0=366 libcrypt.so.1=367 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=368 libffi.so.8=369 libgcc_s.so.1=370 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=371 libncurses.so.6=346 libncursesw.so.6=347 libpthread.so.0=368 libresolv.so.2=364 librt.so.1=368 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=368 libtic.so.6=347 libtinfo.so.6=347 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row ppc64le package ld64.so.2=322 libanl.so.1=204 libatomic.so.1=165 libc.so.6=87 libc_malloc_debug.so.0=354 libcrypt.so.1=205 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=204 libffi.so.8=357 libgcc_s.so.1=323 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=372 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=116 libpthread.so.0=254 libresolv.so.2=116 librt.so.1=204 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=373 libsystemd.so.0=350 libthread_db.so.1=204 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=204 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row riscv64 package ld-linux-riscv64-lp64d.so.1=326 libanl.so.1=327 libatomic.so.1=165 libc.so.6=374 libc_malloc_debug.so.0=375 libcrypt.so.1=330 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=327 libffi.so.8=369 libgcc_s.so.1=376 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=377 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=333 libpthread.so.0=334 libresolv.so.2=333 librt.so.1=327 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=378 libsystemd.so.0=350 libthread_db.so.1=327 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=327 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row s390x package ld64.so.1=284 libanl.so.1=218 libatomic.so.1=165 libc.so.6=379 libc_malloc_debug.so.0=380 libcrypt.so.1=287 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=288 libffi.so.8=343 libgcc_s.so.1=381 libgomp.so.1=345 liblzma.so.5=305 libm.so.6=382 libncurses.so.6=346 libncursesw.so.6=347 libnsl.so.1=291 libpthread.so.0=292 libresolv.so.2=293 librt.so.1=276 libselinux.so.1=349 libssl.so.3=310 libstdc++.so.6=383 libsystemd.so.0=350 libthread_db.so.1=295 libtic.so.6=347 libtinfo.so.6=347 libutil.so.1=296 libuuid.so.1=314 libxml2.so.16=0 libxml2.so.2=251 libz.so.1=353
  row x86_64 package ld-linux-x86-64.so.2=41 libBlocksRuntime.so.0=0 libanl.so.1=164 libarchive.so.13=0 libatomic.so.1=165 libbrotlicommon.so.1=0 libbrotlidec.so.1=0 libbrotlienc.so.1=0 libbz2.so.1.0=0 libc.so.6=96 libc_malloc_debug.so.0=339 libcap.so.2=0 libcrypt.so.1=166 libcrypto.so.3=340 libcurl-gnutls.so.4=341 libcurl.so.4=299 libdl.so.2=232 libdw.so.1=342 libedit.so.2=0 libelf.so.1=172 libev.so.4=0 libevent-2.1.so.7=0 libexpat.so.1=0 libexpatw.so.1=0 libexslt.so.0=0 libffi.so.8=343 libgcc_s.so.1=69 libgcrypt.so.20=174 libgio-2.0.so.0=0 libglib-2.0.so.0=0 libgmodule-2.0.so.0=0 libgmp.so.10=0 libgnutls.so.30=344 libgobject-2.0.so.0=0 libgomp.so.1=345 libgssapi_krb5.so.2=177 libgthread-2.0.so.0=0 libhiredis.so.1.1.0=0 libhiredis_ssl.so.1.1.0=0 libhistory.so.8=0 libicudata.so.76=0 libicudata.so.78=0 libicui18n.so.76=0 libicui18n.so.78=0 libicuuc.so.76=0 libicuuc.so.78=0 libidn2.so.0=303 libjemalloc.so.2=0 liblber.so.2=304 libldap.so.2=304 liblz4.so.1=0 liblzma.so.5=305 libm.so.6=97 libmariadb.so.3=239 libmvec.so.1=45 libncurses.so.6=346 libncursesw.so.6=347 libnghttp2.so.14=0 libnsl.so.1=186 libnuma.so.1=308 libpam.so.0=245 libpam_misc.so.0=189 libpamc.so.0=190 libpcre2-8.so.0=384 libpq.so.5=0 libpsl.so.5=0 libpsx.so.2=0 libpthread.so.0=246 libpython3.13.so.1.0=0 libpython3.14.so.1.0=0 libpython3.15.so.1.0=0 librdkafka.so.1=0 libreadline.so.8=0 libresolv.so.2=192 librt.so.1=193 libseccomp.so.2=0 libselinux.so.1=349 libsqlite3.so.0=0 libssh2.so.1=0 libssl.so.3=310 libstdc++.so.6=103 libsystemd.so.0=350 libthread_db.so.1=197 libtic.so.6=347 libtinfo.so.6=347 libudev.so.1=198 libunwind-coredump.so.0=0 libunwind-ptrace.so.0=0 libunwind-x86_64.so.8=0 libunwind.so.8=0 liburing-ffi.so.2=351 liburing.so.2=352 libutil.so.1=164 libuuid.so.1=314 libuv.so.1=0 libxml2.so.16=0 libxml2.so.2=251 libxslt.so.1=202 libyaml-0.so.2=0 libz.so.1=353 libzmq.so.5=0 libzstd.so.1=0
  source aarch64 libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source armv7l libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source i686 libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source loongarch64 libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source ppc64le libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source riscv64 libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source s390x libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  source x86_64 libc6 2.43-7, libgcc-s1 16.2.0-4, libssl3t64 3.6.5-1, libstdc++6 16.2.0-4
  soname ld-linux-x86-64.so.2 libc6
  soname libBlocksRuntime.so.0 libblocksruntime0
  soname libanl.so.1 libc6
  soname libarchive.so.13 libarchive13t64
  soname libatomic.so.1 libatomic1
  soname libbrotlicommon.so.1 libbrotli1
  soname libbrotlidec.so.1 libbrotli1
  soname libbrotlienc.so.1 libbrotli1
  soname libbz2.so.1.0 libbz2-1.0
  soname libc.so.6 libc6
  soname libc_malloc_debug.so.0 libc6
  soname libcap.so.2 libcap2
  soname libcrypt.so.1 libcrypt1
  soname libcrypto.so.3 libssl3t64
  soname libcurl-gnutls.so.4 libcurl4-gnutls
  soname libcurl.so.4 libcurl4t64
  soname libdl.so.2 libc6
  soname libdw.so.1 libdw1t64
  soname libedit.so.2 libedit2
  soname libelf.so.1 libelf1t64
  soname libev.so.4 libev4t64
  soname libevent-2.1.so.7 libevent-2.1-7t64
  soname libexpat.so.1 libexpat1
  soname libexpatw.so.1 libexpat1
  soname libexslt.so.0 libxslt1.1
  soname libffi.so.8 libffi8
  soname libgcc_s.so.1 libgcc-s1
  soname libgcrypt.so.20 libgcrypt20
  soname libgio-2.0.so.0 libglib2.0-0t64
  soname libglib-2.0.so.0 libglib2.0-0t64
  soname libgmodule-2.0.so.0 libglib2.0-0t64
  soname libgmp.so.10 libgmp10
  soname libgnutls.so.30 libgnutls30t64
  soname libgobject-2.0.so.0 libglib2.0-0t64
  soname libgomp.so.1 libgomp1
  soname libgssapi_krb5.so.2 libgssapi-krb5-2
  soname libgthread-2.0.so.0 libglib2.0-0t64
  soname libhiredis.so.1.1.0 libhiredis1.1.0
  soname libhiredis_ssl.so.1.1.0 libhiredis1.1.0
  soname libhistory.so.8 libreadline8t64
  soname libicudata.so.76 libicu76
  soname libicudata.so.78 libicu78
  soname libicui18n.so.76 libicu76
  soname libicui18n.so.78 libicu78
  soname libicuuc.so.76 libicu76
  soname libicuuc.so.78 libicu78
  soname libidn2.so.0 libidn2-0
  soname libjemalloc.so.2 libjemalloc2
  soname liblber.so.2 libldap2
  soname libldap.so.2 libldap2
  soname liblz4.so.1 liblz4-1
  soname liblzma.so.5 liblzma5
  soname libm.so.6 libc6
  soname libmariadb.so.3 libmariadb3
  soname libmvec.so.1 libc6
  soname libncurses.so.6 libncurses6
  soname libncursesw.so.6 libncursesw6
  soname libnghttp2.so.14 libnghttp2-14
  soname libnsl.so.1 libc6
  soname libnuma.so.1 libnuma1
  soname libpam.so.0 libpam0g
  soname libpam_misc.so.0 libpam0g
  soname libpamc.so.0 libpam0g
  soname libpcre2-8.so.0 libpcre2-8-0
  soname libpq.so.5 libpq5
  soname libpsl.so.5 libpsl5t64
  soname libpsx.so.2 libcap2
  soname libpthread.so.0 libc6
  soname libpython3.13.so.1.0 libpython3.13
  soname libpython3.14.so.1.0 libpython3.14
  soname libpython3.15.so.1.0 libpython3.15
  soname librdkafka.so.1 librdkafka1
  soname libreadline.so.8 libreadline8t64
  soname libresolv.so.2 libc6
  soname librt.so.1 libc6
  soname libseccomp.so.2 libseccomp2
  soname libselinux.so.1 libselinux1
  soname libsqlite3.so.0 libsqlite3-0
  soname libssh2.so.1 libssh2-1t64
  soname libssl.so.3 libssl3t64
  soname libstdc++.so.6 libstdc++6
  soname libsystemd.so.0 libsystemd0
  soname libthread_db.so.1 libc6
  soname libtic.so.6 libtinfo6
  soname libtinfo.so.6 libtinfo6
  soname libudev.so.1 libudev1
  soname libunwind-coredump.so.0 libunwind8
  soname libunwind-ptrace.so.0 libunwind8
  soname libunwind-x86_64.so.8 libunwind8
  soname libunwind.so.8 libunwind8
  soname liburing-ffi.so.2 liburing2
  soname liburing.so.2 liburing2
  soname libutil.so.1 libc6
  soname libuuid.so.1 libuuid1
  soname libuv.so.1 libuv1t64
  soname libxml2.so.16 libxml2-16
  soname libxml2.so.2 libxml2
  soname libxslt.so.1 libxslt1.1
  soname libyaml-0.so.2 libyaml-0-2
  soname libz.so.1 zlib1g
  soname libzmq.so.5 libzmq5
  soname libzstd.so.1 libzstd1
  note state of 2026-10-30

target distroless-debian12
  name distroless cc/base on Debian 12
  line distroless
  aliases distroless-12 distroless:12 distroless:debian12 distroless/cc-debian12 distroless/base-debian12 gcr.io/distroless/cc-debian12 gcr.io/distroless/base-debian12
  libc glibc 2.36
  installer none
  eol 2026-09-30
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l s390x ppc64le
  manylinux manylinux_2_36
  base debian-12 inherited
  soname libcrypto.so.3 libssl3
  soname libssl.so.3 libssl3
  note base: libc6, libssl3, tzdata, ca-certificates; base-nossl: without libssl; cc: + libstdc++6, libgcc-s1, libgomp1; static: no libc at all
  note no libcurl, libxml2, ICU, ncurses, sqlite, shell or package manager: copy in or link statically what is needed

target distroless-debian13
  name distroless cc/base on Debian 13
  line distroless
  aliases distroless-13 distroless:13 distroless:debian13 distroless/cc-debian13 distroless/base-debian13 gcr.io/distroless/cc-debian13 gcr.io/distroless/base-debian13 distroless
  libc glibc 2.41
  installer none
  cpu x86_64 v1
  arches x86_64 aarch64 armv7l s390x ppc64le riscv64
  manylinux manylinux_2_41
  out
  base debian-13 inherited
  soname libcrypto.so.3 libssl3t64
  soname libssl.so.3 libssl3t64
  soname libz.so.1 zlib1g
  note eol: debian 14 release + 1 year
  note base: libc6, libssl3t64, zlib1g, tzdata, ca-certificates; base-nossl: without libssl; cc: + libstdc++6, libgcc-s1, libgomp1; static: no libc at all
  note no libcurl, libxml2, ICU, ncurses, sqlite, shell or package manager: copy in or link statically what is needed

target rhel-6
  name Red Hat Enterprise Linux 6
  line rhel
  aliases el6 rhel6 rhel:6 el-6
  libc glibc 2.12
  installer yum
  released 2010-11-10
  eol 2020-11-30
  extended 2024-06-30
  kernel 2.6
  cpu x86_64 v1
  arches x86_64 i686 ppc64 s390x
  manylinux manylinux_2_12
  lts
  union x86_64 image GLIBC=136 GLIBCXX=137 CXXABI=138 GCC=139
  upto i686 image GLIBC=2.0..2.12 GLIBCXX=3.4..3.4.13 CXXABI=1.3..1.3.3 GCC=3.0..4.5.0
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libicui18n.so.42
  soname libicuuc.so.42
  soname libncurses.so.5
  soname libpython2.6.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1
  note nodes taken from the CentOS 6 image

target rhel-7
  name Red Hat Enterprise Linux 7
  line rhel
  aliases el7 rhel7 rhel:7 el-7
  libc glibc 2.17
  installer yum
  released 2014-06-10
  eol 2024-06-30
  extended 2029-05-31
  kernel 3.10
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 ppc64 ppc64le s390x aarch64
  manylinux manylinux_2_17
  lts
  union x86_64 image GLIBC=141 GLIBCXX=142 CXXABI=143 GCC=10
  upto ppc64le image GLIBC=2.17..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.7.0 named=140
  upto s390x image GLIBC=2.2..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.7.0 named=140
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target rhel-8
  name Red Hat Enterprise Linux 8
  line rhel
  aliases el8 rhel8 rhel:8 el-8
  libc glibc 2.28
  installer dnf
  released 2019-05-07
  eol 2029-05-31
  extended 2033-05-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note OpenSSL 1.0 through compat-openssl10

target rhel-9
  name Red Hat Enterprise Linux 9
  line rhel
  aliases el9 rhel9 rhel:9 el-9
  libc glibc 2.34
  installer dnf
  released 2022-05-18
  eol 2032-05-31
  extended 2036-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  swift 5.8.1 6.3.3 x86_64 aarch64
  image swift:rhel-ubi9
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target rhel-9.7
  name Red Hat Enterprise Linux 9.7 and later
  line rhel
  aliases el9.7 el-9.7 rhel9.7 rhel:9.7 ubi9.7 ubi:9.7 ubi-9.7
  libc glibc 2.34
  installer dnf
  released 2025-11-12
  eol 2032-05-31
  extended 2036-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  swift 5.8.1 6.3.3 x86_64 aarch64
  image swift:rhel-ubi9
  manylinux manylinux_2_34
  lts
  base rhel-9 reported
  adds libc.so.6 148 reported
  note also defines OPENSSL_3.4.0 in libcrypto.so.3 (reported)
  note reported in spack issue 51888 and fluent-package-builder issue 1087

target rhel-10
  name Red Hat Enterprise Linux 10
  line rhel
  aliases el10 rhel10 rhel:10 el-10
  libc glibc 2.39
  installer dnf
  released 2025-05-20
  eol 2035-05-31
  extended 2039-05-31
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_39
  lts
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 10.0, present in the Oracle Linux 10 image of 2025-11-08; take them as available from 10.1 (inferred)

target rhel-10.2
  name Red Hat Enterprise Linux 10.2 and later
  line rhel
  aliases el10.2 el-10.2 rhel10.2 rhel:10.2 ubi10.2 ubi:10.2 ubi-10.2
  libc glibc 2.39
  installer dnf
  released 2026-05-20
  eol 2035-05-31
  extended 2039-05-31
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_39
  lts
  base rhel-10 reported
  adds libc.so.6 149 reported
  note reported in fluent-package-builder issue 1088

target ubi-7
  name Red Hat Universal Base Image 7
  line ubi
  aliases ubi7 ubi:7 ubi7-minimal redhat/ubi7 ubi7/ubi
  libc glibc 2.17
  installer yum
  released 2014-06-10
  eol 2024-06-30
  extended 2029-05-31
  kernel 3.10
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 ppc64le s390x
  manylinux manylinux_2_17
  lts
  union x86_64 image GLIBC=141 GLIBCXX=142 CXXABI=143 GCC=10
  upto ppc64le image GLIBC=2.17..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.7.0 named=140
  upto s390x image GLIBC=2.2..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.7.0 named=140
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target ubi-8
  name Red Hat Universal Base Image 8
  line ubi
  aliases ubi8 ubi:8 ubi8-minimal redhat/ubi8 ubi8/ubi
  libc glibc 2.28
  installer dnf
  released 2019-05-07
  eol 2029-05-31
  extended 2033-05-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note libnsl.so.1 is not in the image or its repositories by default (pep600 README: unavailable libraries)
  note OpenSSL 1.0 through compat-openssl10

target ubi-9
  name Red Hat Universal Base Image 9
  line ubi
  aliases ubi9 ubi:9 ubi9-minimal redhat/ubi9 ubi9/ubi
  libc glibc 2.34
  installer dnf
  released 2022-05-18
  eol 2032-05-31
  extended 2036-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  swift 5.8.1 6.3.3 x86_64 aarch64
  image swift:rhel-ubi9
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note libnsl.so.1 is not in the image or its repositories by default (pep600 README: unavailable libraries)

target ubi-10
  name Red Hat Universal Base Image 10
  line ubi
  aliases ubi10 ubi:10 ubi10-minimal redhat/ubi10 ubi10/ubi
  libc glibc 2.39
  installer dnf
  released 2025-05-20
  eol 2035-05-31
  extended 2039-05-31
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_39
  lts
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note libnsl.so.1 is not in the image or its repositories by default (pep600 README: unavailable libraries)

target centos-6
  name CentOS Linux 6
  line centos
  aliases centos6 centos:6 centoslinux6
  libc glibc 2.12
  installer yum
  released 2011-07-10
  eol 2020-11-30
  kernel 2.6
  cpu x86_64 v1
  arches x86_64 i686
  manylinux manylinux_2_12
  lts
  union x86_64 image GLIBC=136 GLIBCXX=137 CXXABI=138 GCC=139
  upto i686 image GLIBC=2.0..2.12 GLIBCXX=3.4..3.4.13 CXXABI=1.3..1.3.3 GCC=3.0..4.5.0
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libicui18n.so.42
  soname libicuuc.so.42
  soname libncurses.so.5
  soname libpython2.6.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target centos-7
  name CentOS Linux 7
  line centos
  aliases centos7 centos:7 centoslinux7
  libc glibc 2.17
  installer yum
  released 2014-07-07
  eol 2024-06-30
  kernel 3.10
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le i686 armv7l
  swift 5.2.5 5.10.1 x86_64
  image swift:centos7
  manylinux manylinux_2_17
  lts
  holds aarch64 libc.so.6 GLIBC_2.18 reported _mcount
  union aarch64 image GLIBC=150 GLIBCXX=142 CXXABI=143 GCC=4
  union x86_64 image GLIBC=141 GLIBCXX=142 CXXABI=143 GCC=10
  upto i686 image GLIBC=2.0..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.8.0 named=29
  upto ppc64le image GLIBC=2.17..2.17 GLIBCXX=3.4..3.4.19 CXXABI=1.3..1.3.7 GCC=3.0..4.7.0 named=140
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target centos-8
  name CentOS Linux 8
  line centos
  aliases centos8 centos:8 centoslinux8
  libc glibc 2.28
  installer dnf
  released 2019-09-24
  eol 2021-12-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le
  swift 5.2.4 5.6 x86_64 aarch64
  image swift:centos8
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note OpenSSL 1.0 through compat-openssl10

target centos-stream-8
  name CentOS Stream 8
  line centos-stream
  aliases stream8 stream-8 centos-stream8 centos-stream:8 centos:stream8 centosstream8 c8s
  libc glibc 2.28
  installer dnf
  released 2019-09-24
  eol 2024-05-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_28
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note OpenSSL 1.0 through compat-openssl10

target centos-stream-9
  name CentOS Stream 9
  line centos-stream
  aliases stream9 stream-9 centos-stream9 centos-stream:9 centos:stream9 centosstream9 c9s centos9 centos:9 centos-9
  libc glibc 2.34
  installer dnf
  released 2021-09-15
  eol 2027-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_34
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target centos-stream-10
  name CentOS Stream 10
  line centos-stream
  aliases stream10 stream-10 centos-stream10 centos-stream:10 centos:stream10 centosstream10 c10s centos10 centos:10 centos-10
  libc glibc 2.39
  installer dnf
  released 2024-12-12
  eol 2030-05-31
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_39
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 10.0, present in the Oracle Linux 10 image of 2025-11-08; take them as available from 10.1 (inferred)

target rocky-8
  name Rocky Linux 8
  line rocky
  aliases rocky8 rocky:8 rockylinux:8 rockylinux8 rockylinux-8
  libc glibc 2.28
  installer dnf
  released 2021-05-01
  eol 2029-05-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note OpenSSL 1.0 through compat-openssl10

target rocky-9
  name Rocky Linux 9
  line rocky
  aliases rocky9 rocky:9 rockylinux:9 rockylinux9 rockylinux-9
  libc glibc 2.34
  installer dnf
  released 2022-07-14
  eol 2032-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target rocky-10
  name Rocky Linux 10
  line rocky
  aliases rocky10 rocky:10 rockylinux:10 rockylinux10 rockylinux-10
  libc glibc 2.39
  installer dnf
  released 2025-06-11
  eol 2035-05-31
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x riscv64
  manylinux manylinux_2_39
  lts
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=52
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 10.0, present in the Oracle Linux 10 image of 2025-11-08; take them as available from 10.1 (inferred)

target almalinux-8
  name AlmaLinux OS 8
  line almalinux
  aliases alma8 alma-8 alma:8 almalinux:8 almalinux8
  libc glibc 2.28
  installer dnf
  released 2021-03-30
  eol 2029-05-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.28 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note OpenSSL 1.0 through compat-openssl10

target almalinux-9
  name AlmaLinux OS 9
  line almalinux
  aliases alma9 alma-9 alma:9 almalinux:9 almalinux9
  libc glibc 2.34
  installer dnf
  released 2022-05-26
  eol 2032-05-31
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target almalinux-10
  name AlmaLinux OS 10
  line almalinux
  aliases alma10 alma-10 alma:10 almalinux:10 almalinux10
  libc glibc 2.39
  installer dnf
  released 2025-05-27
  eol 2035-05-31
  kernel 6.12
  cpu x86_64 v3
  arches x86_64 aarch64 ppc64le s390x i686
  manylinux manylinux_2_39
  lts
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note x86_64 alternate build: v2 (separate x86_64_v2 repositories)
  note arches: i686 (userspace only, 10.2+)
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 10.0, present in the Oracle Linux 10 image of 2025-11-08; take them as available from 10.1 (inferred)

target oraclelinux-6
  name Oracle Linux 6
  line oraclelinux
  aliases ol6 ol-6 ol:6 oraclelinux:6 oraclelinux6
  libc glibc 2.12
  installer yum
  released 2011-02-12
  eol 2021-03-31
  extended 2024-12-31
  kernel 2.6
  cpu x86_64 v1
  arches x86_64 i686
  manylinux manylinux_2_12
  lts
  union x86_64 image GLIBC=136 GLIBCXX=137 CXXABI=138 GCC=139
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libicui18n.so.42
  soname libicuuc.so.42
  soname libncurses.so.5
  soname libpython2.6.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1
  note boots the UEK kernel by default, which is newer than the one given

target oraclelinux-7
  name Oracle Linux 7
  line oraclelinux
  aliases ol7 ol-7 ol:7 oraclelinux:7 oraclelinux7
  libc glibc 2.17
  installer yum
  released 2014-07-23
  eol 2024-12-31
  extended 2028-06-30
  kernel 3.10
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64
  manylinux manylinux_2_17
  lts
  holds aarch64 libc.so.6 GLIBC_2.18 reported _mcount
  union aarch64 image GLIBC=150 GLIBCXX=142 CXXABI=143 GCC=4
  union x86_64 image GLIBC=141 GLIBCXX=142 CXXABI=143 GCC=10
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1
  note boots the UEK kernel by default, which is newer than the one given

target oraclelinux-8
  name Oracle Linux 8
  line oraclelinux
  aliases ol8 ol-8 ol:8 oraclelinux:8 oraclelinux8
  libc glibc 2.28
  installer dnf
  released 2019-07-19
  eol 2029-07-31
  extended 2032-07-31
  kernel 4.18
  cpu x86_64 v1
  cpu ppc64le power8
  cpu s390x z13
  arches x86_64 aarch64
  manylinux manylinux_2_28
  lts
  union aarch64 image GLIBC=114 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=17 CXXABI=25 GCC=21
  soname libcrypto.so.1.1
  soname libcrypto.so.10 compat-openssl10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.10 compat-openssl10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note boots the UEK kernel by default, which is newer than the one given
  note OpenSSL 1.0 through compat-openssl10

target oraclelinux-9
  name Oracle Linux 9
  line oraclelinux
  aliases ol9 ol-9 ol:9 oraclelinux:9 oraclelinux9
  libc glibc 2.34
  installer dnf
  released 2022-07-06
  eol 2032-06-30
  extended 2035-06-30
  kernel 5.14
  cpu x86_64 v2
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  soname libcrypto.so.1.1 compat-openssl11
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 compat-openssl11
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note boots the UEK kernel by default, which is newer than the one given

target oraclelinux-10
  name Oracle Linux 10
  line oraclelinux
  aliases ol10 ol-10 ol:10 oraclelinux:10 oraclelinux10
  libc glibc 2.39
  installer dnf
  released 2025-06-26
  eol 2035-06-30
  extended 2038-06-30
  kernel 6.12
  cpu x86_64 v3
  cpu ppc64le power9
  cpu s390x z14
  arches x86_64 aarch64
  manylinux manylinux_2_39
  lts
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=151 GLIBCXX=65 CXXABI=73 GCC=69
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note boots the UEK kernel by default, which is newer than the one given
  note GLIBC_ABI_DT_X86_64_PLT and GLIBC_ABI_GNU2_TLS: absent in 10.0, present in the Oracle Linux 10 image of 2025-11-08; take them as available from 10.1 (inferred)

target fedora-33
  name Fedora Linux 33
  line fedora
  aliases f33 fc33 fedora:33 fedora33
  libc glibc 2.32
  installer dnf
  released 2020-10-27
  eol 2021-11-30
  kernel 5.8
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_32
  union aarch64 image GLIBC=152 GLIBCXX=27 CXXABI=28 GCC=19
  union x86_64 image GLIBC=153 GLIBCXX=27 CXXABI=34 GCC=21
  upto armv7l image GLIBC=2.4..2.32 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.32 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  upto s390x image GLIBC=2.2..2.32 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-34
  name Fedora Linux 34
  line fedora
  aliases f34 fc34 fedora:34 fedora34
  libc glibc 2.33
  installer dnf
  released 2021-04-27
  eol 2022-06-07
  kernel 5.11
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_33
  union aarch64 image GLIBC=154 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=155 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.33 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.33 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2020-09-26: GLIBCXX ended at 3.4.28, CXXABI ended at 1.3.12, GCC ended at 7.0.0
  note x86_64 as first seen on 2020-09-26: GLIBCXX ended at 3.4.28, CXXABI ended at 1.3.12

target fedora-35
  name Fedora Linux 35
  line fedora
  aliases f35 fc35 fedora:35 fedora35
  libc glibc 2.34
  installer dnf
  released 2021-11-02
  eol 2022-12-13
  kernel 5.14
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_34
  union aarch64 image GLIBC=144 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=147 GLIBCXX=145 CXXABI=48 GCC=21
  upto ppc64le image GLIBC=2.17..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=146
  upto s390x image GLIBC=2.2..2.34 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.69
  soname libicuuc.so.69
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note openssl 1.1.1 is default; OpenSSL 3 arrived in F36

target fedora-36
  name Fedora Linux 36
  line fedora
  aliases f36 fc36 fedora:36 fedora36
  libc glibc 2.35
  installer dnf
  released 2022-05-10
  eol 2023-05-16
  kernel 5.17
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_35
  union aarch64 image GLIBC=35 GLIBCXX=36 CXXABI=37 GCC=38
  union x86_64 image GLIBC=47 GLIBCXX=36 CXXABI=48 GCC=43
  upto ppc64le image GLIBC=2.17..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=39
  upto s390x image GLIBC=2.2..2.35 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1 openssl1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.69
  soname libicuuc.so.69
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 openssl1.1
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-37
  name Fedora Linux 37
  line fedora
  aliases f37 fc37 fedora:37 fedora37
  libc glibc 2.36
  installer dnf
  released 2022-11-15
  eol 2023-12-05
  kernel 6.0
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_36
  union aarch64 image GLIBC=49 GLIBCXX=36 CXXABI=37 GCC=38
  union x86_64 image GLIBC=54 GLIBCXX=36 CXXABI=48 GCC=43
  upto ppc64le image GLIBC=2.17..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=51
  upto s390x image GLIBC=2.2..2.36 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=53
  soname libcrypto.so.1.1 openssl1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.71
  soname libicuuc.so.71
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 openssl1.1
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-38
  name Fedora Linux 38
  line fedora
  aliases f38 fc38 fedora:38 fedora38
  libc glibc 2.37
  installer dnf
  released 2023-04-18
  eol 2024-05-21
  kernel 6.2
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_37
  union aarch64 image GLIBC=49 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=54 GLIBCXX=55 CXXABI=60 GCC=61
  upto ppc64le image GLIBC=2.17..2.36 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=58
  upto s390x image GLIBC=2.2..2.36 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=59
  soname libcrypto.so.1.1 openssl1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 openssl1.1
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2023-03-17: GLIBCXX ended at 3.4.31, GCC ended at 11.0
  note x86_64 as first seen on 2023-03-17: GLIBCXX ended at 3.4.31

target fedora-39
  name Fedora Linux 39
  line fedora
  aliases f39 fc39 fedora:39 fedora39
  libc glibc 2.38
  installer dnf
  released 2023-11-07
  eol 2024-11-26
  kernel 6.5
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  swift 5.10.1 6.3.3 x86_64 aarch64
  image swift:fedora39
  manylinux manylinux_2_38
  union aarch64 image GLIBC=62 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=63 GLIBCXX=55 CXXABI=60 GCC=61
  upto ppc64le image GLIBC=2.17..2.38 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=58
  upto s390x image GLIBC=2.2..2.38 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=59
  soname libcrypto.so.1.1 openssl1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.73
  soname libicuuc.so.73
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 openssl1.1
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-40
  name Fedora Linux 40
  line fedora
  aliases f40 fc40 fedora:40 fedora40
  libc glibc 2.39
  installer dnf
  released 2024-04-23
  eol 2025-05-13
  kernel 6.8
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_39
  union aarch64 image GLIBC=64 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=72 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.39 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2024-04-14: GLIBCXX ended at 3.4.32
  note x86_64 as first seen on 2024-04-14: GLIBCXX ended at 3.4.32

target fedora-41
  name Fedora Linux 41
  line fedora
  aliases f41 fc41 fedora:41 fedora41
  libc glibc 2.40
  installer dnf
  released 2024-10-29
  eol 2025-12-15
  kernel 6.11
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  swift 6.2.4 6.3.3 x86_64 aarch64
  manylinux manylinux_2_40
  union aarch64 image GLIBC=74 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=75 GLIBCXX=65 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.40 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.40 GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-42
  name Fedora Linux 42
  line fedora
  aliases f42 fc42 fedora:42 fedora42
  libc glibc 2.41
  installer dnf
  released 2025-04-15
  eol 2026-05-27
  kernel 6.14
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_41
  union aarch64 image GLIBC=76 GLIBCXX=77 CXXABI=66 GCC=67
  union x86_64 image GLIBC=81 GLIBCXX=77 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.41 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.76
  soname libicuuc.so.76
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat

target fedora-43
  name Fedora Linux 43
  line fedora
  aliases f43 fc43 fedora:43 fedora43
  libc glibc 2.42
  installer dnf
  released 2025-10-28
  eol 2026-12-09
  kernel 6.17
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_42
  union aarch64 image GLIBC=82 GLIBCXX=77 CXXABI=66 GCC=67
  union x86_64 image GLIBC=85 GLIBCXX=77 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.42 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.77
  soname libicuuc.so.77
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.14.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1

target fedora-44
  name Fedora Linux 44
  line fedora
  aliases f44 fc44 fedora:44 fedora44
  libc glibc 2.43
  installer dnf
  released 2026-04-28
  eol 2027-06-02
  kernel 6.19
  cpu x86_64 v1
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_43
  union aarch64 image GLIBC=92 GLIBCXX=93 CXXABI=94 GCC=95
  union x86_64 image GLIBC=99 GLIBCXX=93 CXXABI=100 GCC=69
  upto ppc64le image GLIBC=2.17..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=58
  upto s390x image GLIBC=2.2..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..16.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.77
  soname libicuuc.so.77
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython3.14.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1 zlib-ng-compat
  note aarch64 as first seen on 2026-02-12: GCC ended at 14.0.0

target amazonlinux-1
  name Amazon Linux AMI 2018.03
  line amazonlinux
  aliases al1 al-1 amazonlinux:1 amazonlinux1 amzn1 amzn-1 amzn:1 amzn:2018.03 amazonlinux:2018.03
  libc glibc 2.17
  installer yum
  released 2018-04-25
  eol 2023-12-31
  kernel 4.14
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_17
  lts
  union x86_64 image GLIBC=141 GLIBCXX=156 CXXABI=25 GCC=21
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5
  soname libpython2.7.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.10
  soname libtinfo.so.5
  soname libxml2.so.2
  soname libz.so.1

target amazonlinux-2
  name Amazon Linux 2
  line amazonlinux
  aliases al2 al-2 amazonlinux:2 amazonlinux2 amzn2 amzn-2 amzn:2
  libc glibc 2.26
  installer yum
  released 2018-06-26
  eol 2026-06-30
  kernel 5.10
  cpu x86_64 v1
  arches x86_64 aarch64
  swift 5.2.4 6.3.3 x86_64 aarch64
  image swift:amazonlinux2
  manylinux manylinux_2_26
  lts
  union aarch64 image GLIBC=157 GLIBCXX=156 CXXABI=18 GCC=19
  union x86_64 image GLIBC=158 GLIBCXX=156 CXXABI=25 GCC=21
  soname libcrypto.so.1.1 openssl11-libs
  soname libcrypto.so.10
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.50
  soname libicuuc.so.50
  soname libncurses.so.5 ncurses-compat-libs
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.7m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1 openssl11-libs
  soname libssl.so.10
  soname libtinfo.so.5 ncurses-compat-libs
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note endoflife.date gives 2026-06-30 as end, images were still published 2026-08

target amazonlinux-2023
  name Amazon Linux 2023
  line amazonlinux
  aliases al2023 al-2023 amazonlinux:2023 amazonlinux2023 amzn2023 amzn-2023 amzn:2023
  libc glibc 2.34
  installer dnf
  released 2023-03-01
  eol 2029-06-30
  kernel 6.1
  cpu x86_64 v2
  cpu aarch64 armv8.2-a+crypto
  arches x86_64 aarch64
  swift 6.3.1 6.3.3 x86_64 aarch64
  image swift:amazonlinux2023
  manylinux manylinux_2_34
  lts
  union aarch64 image GLIBC=144 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=147 GLIBCXX=65 CXXABI=73 GCC=69
  soname libcrypto.so.3
  soname libcurl.so.4 libcurl-minimal
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note x86_64 as first seen on 2023-03-01: GLIBCXX ended at 3.4.29, CXXABI ended at 1.3.13, GCC ended at 7.0.0

target opensuse-leap-42.1
  name openSUSE Leap 42.1
  line opensuse-leap
  aliases leap-42.1 leap42.1 leap:42.1 opensuse/leap:42.1 opensuse-leap:42.1 opensuse:42.1
  libc glibc 2.19
  installer zypper
  released 2015-11-04
  eol 2017-05-17
  kernel 4.1
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64
  manylinux manylinux_2_19
  union x86_64 image GLIBC=106 GLIBCXX=2 CXXABI=15 GCC=10
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-42.2
  name openSUSE Leap 42.2
  line opensuse-leap
  aliases leap-42.2 leap42.2 leap:42.2 opensuse/leap:42.2 opensuse-leap:42.2 opensuse:42.2
  libc glibc 2.22
  installer zypper
  released 2016-11-16
  eol 2018-01-26
  kernel 4.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64
  manylinux manylinux_2_22
  union x86_64 image GLIBC=159 GLIBCXX=110 CXXABI=113 GCC=10
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-42.3
  name openSUSE Leap 42.3
  line opensuse-leap
  aliases leap-42.3 leap42.3 leap:42.3 opensuse/leap:42.3 opensuse-leap:42.3 opensuse:42.3
  libc glibc 2.22
  installer zypper
  released 2017-07-26
  eol 2019-07-01
  kernel 4.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64
  manylinux manylinux_2_22
  union x86_64 image GLIBC=159 GLIBCXX=17 CXXABI=25 GCC=21
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.0
  name openSUSE Leap 15.0
  line opensuse-leap
  aliases leap-15.0 leap15.0 leap:15.0 opensuse/leap:15.0 opensuse-leap:15.0
  libc glibc 2.26
  installer zypper
  released 2018-05-25
  eol 2019-12-03
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_26
  union aarch64 image GLIBC=157 GLIBCXX=17 CXXABI=18 GCC=19
  union x86_64 image GLIBC=158 GLIBCXX=17 CXXABI=25 GCC=21
  upto ppc64le image GLIBC=2.17..2.26 GLIBCXX=3.4..3.4.25 CXXABI=1.3..1.3.11 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.1
  name openSUSE Leap 15.1
  line opensuse-leap
  aliases leap-15.1 leap15.1 leap:15.1 opensuse/leap:15.1 opensuse-leap:15.1
  libc glibc 2.26
  installer zypper
  released 2019-05-22
  eol 2021-02-02
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_26
  union aarch64 image GLIBC=157 GLIBCXX=27 CXXABI=28 GCC=19
  union x86_64 image GLIBC=158 GLIBCXX=27 CXXABI=34 GCC=21
  upto armv7l image GLIBC=2.4..2.26 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.26 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note x86_64 as first seen on 2020-04-05: GLIBCXX ended at 3.4.25, CXXABI ended at 1.3.11
  note aarch64 as first seen on 2020-04-05: GLIBCXX ended at 3.4.25, CXXABI ended at 1.3.11
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.2
  name openSUSE Leap 15.2
  line opensuse-leap
  aliases leap-15.2 leap15.2 leap:15.2 opensuse/leap:15.2 opensuse-leap:15.2
  libc glibc 2.26
  installer zypper
  released 2020-07-02
  eol 2022-01-04
  kernel 5.3
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_26
  union aarch64 image GLIBC=157 GLIBCXX=27 CXXABI=28 GCC=19
  union x86_64 image GLIBC=158 GLIBCXX=27 CXXABI=34 GCC=21
  upto armv7l image GLIBC=2.4..2.26 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.26 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=7
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.60
  soname libicuuc.so.60
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note x86_64 as first seen on 2020-04-05: GLIBCXX ended at 3.4.27
  note aarch64 as first seen on 2020-04-05: GLIBCXX ended at 3.4.27
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.3
  name openSUSE Leap 15.3
  line opensuse-leap
  aliases leap-15.3 leap15.3 leap:15.3 opensuse/leap:15.3 opensuse-leap:15.3
  libc glibc 2.31
  installer zypper
  released 2021-06-02
  eol 2022-12-31
  kernel 5.3
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_31
  union aarch64 image GLIBC=26 GLIBCXX=145 CXXABI=37 GCC=38
  union x86_64 image GLIBC=33 GLIBCXX=145 CXXABI=48 GCC=21
  upto armv7l image GLIBC=2.4..2.31 GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.31 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  upto s390x image GLIBC=2.2..2.31 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.65
  soname libicuuc.so.65
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.6m.so.1.0
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2021-05-01: GLIBCXX ended at 3.4.28, CXXABI ended at 1.3.12, GCC ended at 7.0.0
  note x86_64 as first seen on 2021-05-01: GLIBCXX ended at 3.4.28, CXXABI ended at 1.3.12
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.4
  name openSUSE Leap 15.4
  line opensuse-leap
  aliases leap-15.4 leap15.4 leap:15.4 opensuse/leap:15.4 opensuse-leap:15.4
  libc glibc 2.31
  installer zypper
  released 2022-06-09
  eol 2023-12-07
  kernel 5.14
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_31
  union aarch64 image GLIBC=26 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=33 GLIBCXX=55 CXXABI=60 GCC=61
  upto armv7l image GLIBC=2.4..2.31 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.31 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=160
  upto s390x image GLIBC=2.2..2.31 GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=40
  soname libcrypto.so.1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.65
  soname libicuuc.so.65
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.3
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2022-01-04: GLIBCXX ended at 3.4.29, CXXABI ended at 1.3.13, GCC ended at 11.0
  note x86_64 as first seen on 2022-01-04: GLIBCXX ended at 3.4.29, CXXABI ended at 1.3.13, GCC ended at 7.0.0
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.5
  name openSUSE Leap 15.5
  line opensuse-leap
  aliases leap-15.5 leap15.5 leap:15.5 opensuse/leap:15.5 opensuse-leap:15.5
  libc glibc 2.31
  installer zypper
  released 2023-06-07
  eol 2024-12-31
  kernel 5.14
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x armv7l
  manylinux manylinux_2_31
  union aarch64 image GLIBC=26 GLIBCXX=55 CXXABI=56 GCC=57
  union x86_64 image GLIBC=33 GLIBCXX=55 CXXABI=60 GCC=61
  upto armv7l image GLIBC=2.4..2.31 GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13 GCC=3.0..7.0.0 named=5
  upto ppc64le image GLIBC=2.17..2.31 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=160
  upto s390x image GLIBC=2.2..2.31 GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14 GCC=3.0..7.0.0 named=160
  soname libcrypto.so.1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.65
  soname libicuuc.so.65
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.3
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2023-07-02: GLIBCXX ended at 3.4.30, CXXABI ended at 1.3.13, GCC ended at 11.0
  note x86_64 as first seen on 2023-07-02: GLIBCXX ended at 3.4.30, CXXABI ended at 1.3.13, GCC ended at 12.0.0
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-15.6
  name openSUSE Leap 15.6
  line opensuse-leap
  aliases leap-15.6 leap15.6 leap:15.6 opensuse/leap:15.6 opensuse-leap:15.6
  libc glibc 2.38
  installer zypper
  released 2024-06-12
  eol 2026-04-30
  kernel 6.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_38
  union aarch64 image GLIBC=62 GLIBCXX=65 CXXABI=66 GCC=67
  union x86_64 image GLIBC=63 GLIBCXX=65 CXXABI=73 GCC=69
  soname libcrypto.so.1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.73
  soname libicuuc.so.73
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.3
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note aarch64 as first seen on 2024-07-20: GLIBCXX ended at 3.4.32, CXXABI ended at 1.3.14, GCC ended at 13.0.0
  note x86_64 as first seen on 2024-07-20: GLIBCXX ended at 3.4.32, CXXABI ended at 1.3.14, GCC ended at 13.0.0
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target opensuse-leap-16.0
  name openSUSE Leap 16.0
  line opensuse-leap
  aliases leap-16.0 leap16.0 leap:16.0 opensuse/leap:16.0 opensuse-leap:16.0
  libc glibc 2.40
  installer zypper
  released 2025-10-01
  eol 2027-10-31
  kernel 6.12
  cpu x86_64 v2
  cpu ppc64le power10
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_40
  union aarch64 image GLIBC=74 GLIBCXX=77 CXXABI=66 GCC=67
  union x86_64 image GLIBC=75 GLIBCXX=77 CXXABI=73 GCC=69
  upto ppc64le image GLIBC=2.17..2.40 GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15 GCC=3.0..14.0.0 named=58
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.77
  soname libicuuc.so.77
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note cpu ppc64le: power10 (POWER9 runs, unsupported)
  note libnsl.so.1 removed; stub package libnsl-stub1 only (suse-rn)
  note libstdc++6 and libgcc_s1 follow the newest GCC through updates: the first image has lower nodes

target sles-12.0
  name SUSE Linux Enterprise Server 12
  line sles
  aliases sles12.0 sles:12.0 suse-12.0 sles12 sles-12 sles:12
  libc glibc 2.19
  installer zypper
  released 2014-10-27
  eol 2016-06-30
  extended 2019-07-01
  kernel 3.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 ppc64le s390x
  manylinux manylinux_2_19
  lts
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-12.1
  name SUSE Linux Enterprise Server 12 SP1
  line sles
  aliases sles12.1 sles:12.1 suse-12.1 sles12sp1 sles-12-sp1 sles-12sp1 sle12sp1
  libc glibc 2.19
  installer zypper
  released 2015-12-15
  eol 2017-05-31
  extended 2020-05-31
  kernel 3.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 ppc64le s390x
  manylinux manylinux_2_19
  lts
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-12.2
  name SUSE Linux Enterprise Server 12 SP2
  line sles
  aliases sles12.2 sles:12.2 suse-12.2 sles12sp2 sles-12-sp2 sles-12sp2 sle12sp2
  libc glibc 2.22
  installer zypper
  released 2016-11-08
  eol 2018-03-31
  extended 2021-03-31
  kernel 4.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_22
  lts
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-12.3
  name SUSE Linux Enterprise Server 12 SP3
  line sles
  aliases sles12.3 sles:12.3 suse-12.3 sles12sp3 sles-12-sp3 sles-12sp3 sle12sp3
  libc glibc 2.22
  installer zypper
  released 2017-09-07
  eol 2019-06-30
  extended 2022-06-30
  kernel 4.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_22
  lts
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-12.4
  name SUSE Linux Enterprise Server 12 SP4
  line sles
  aliases sles12.4 sles:12.4 suse-12.4 sles12sp4 sles-12-sp4 sles-12sp4 sle12sp4
  libc glibc 2.22
  installer zypper
  released 2018-12-12
  eol 2020-06-30
  extended 2023-06-30
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_22
  lts
  soname libcrypto.so.1.0.0
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-12.5
  name SUSE Linux Enterprise Server 12 SP5
  line sles
  aliases sles12.5 sles:12.5 suse-12.5 sles12sp5 sles-12-sp5 sles-12sp5 sle12sp5
  libc glibc 2.22
  installer zypper
  released 2019-12-09
  eol 2024-10-31
  extended 2027-10-31
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_22
  lts
  soname libcrypto.so.1.0.0
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.52
  soname libicuuc.so.52
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython2.7.so.1.0
  soname libpython3.4m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libssl.so.1.1
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note nodes not read; libstdc++6 moves to newer GCC releases through updates

target sles-15.0
  name SUSE Linux Enterprise Server 15
  line sles
  aliases sles15.0 sles:15.0 suse-15.0 sles15 sles-15 sles:15
  libc glibc 2.26
  installer zypper
  released 2018-07-16
  eol 2019-12-31
  extended 2022-12-31
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_26
  lts
  base opensuse-leap-15.0 inferred

target sles-15.1
  name SUSE Linux Enterprise Server 15 SP1
  line sles
  aliases sles15.1 sles:15.1 suse-15.1 sles15sp1 sles-15-sp1 sles-15sp1 sle15sp1
  libc glibc 2.26
  installer zypper
  released 2019-06-24
  eol 2021-01-31
  extended 2024-01-31
  kernel 4.12
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_26
  lts
  base opensuse-leap-15.1 inferred

target sles-15.2
  name SUSE Linux Enterprise Server 15 SP2
  line sles
  aliases sles15.2 sles:15.2 suse-15.2 sles15sp2 sles-15-sp2 sles-15sp2 sle15sp2
  libc glibc 2.26
  installer zypper
  released 2020-07-21
  eol 2021-12-31
  extended 2024-12-31
  kernel 5.3
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_26
  lts
  base opensuse-leap-15.2 inferred

target sles-15.3
  name SUSE Linux Enterprise Server 15 SP3
  line sles
  aliases sles15.3 sles:15.3 suse-15.3 bci:15.3 sles15sp3 sles-15-sp3 sles-15sp3 sle15sp3
  libc glibc 2.31
  installer zypper
  released 2021-06-22
  eol 2022-12-31
  extended 2025-12-31
  kernel 5.3
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_31
  lts
  base opensuse-leap-15.3 inferred

target sles-15.4
  name SUSE Linux Enterprise Server 15 SP4
  line sles
  aliases sles15.4 sles:15.4 suse-15.4 bci:15.4 sles15sp4 sles-15-sp4 sles-15sp4 sle15sp4
  libc glibc 2.31
  installer zypper
  released 2022-06-21
  eol 2023-12-31
  extended 2026-12-31
  kernel 5.14
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_31
  lts
  base opensuse-leap-15.4 inferred

target sles-15.5
  name SUSE Linux Enterprise Server 15 SP5
  line sles
  aliases sles15.5 sles:15.5 suse-15.5 bci:15.5 sles15sp5 sles-15-sp5 sles-15sp5 sle15sp5
  libc glibc 2.31
  installer zypper
  released 2023-06-20
  eol 2024-12-31
  extended 2027-12-31
  kernel 5.14
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_31
  lts
  base opensuse-leap-15.5 inferred

target sles-15.6
  name SUSE Linux Enterprise Server 15 SP6
  line sles
  aliases sles15.6 sles:15.6 suse-15.6 bci:15.6 sles15sp6 sles-15-sp6 sles-15sp6 sle15sp6
  libc glibc 2.38
  installer zypper
  released 2024-06-26
  eol 2025-12-31
  extended 2028-12-31
  kernel 6.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_38
  lts
  base opensuse-leap-15.6 inferred

target sles-15.7
  name SUSE Linux Enterprise Server 15 SP7
  line sles
  aliases sles15.7 sles:15.7 suse-15.7 bci:15.7 sles15sp7 sles-15-sp7 sles-15sp7 sle15sp7
  libc glibc 2.38
  installer zypper
  released 2025-06-17
  eol 2031-07-31
  extended 2034-07-31
  kernel 6.4
  cpu x86_64 v1
  cpu ppc64le power8
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_38
  lts
  soname libcrypto.so.1.1
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.73
  soname libicuuc.so.73
  soname libncurses.so.5
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libpython3.6m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libssl.so.3
  soname libtinfo.so.5
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note symbol versions not measured; same code stream as 15.6 (glibc 2.38)

target sles-16.0
  name SUSE Linux Enterprise Server 16.0
  line sles
  aliases sles16.0 sles:16.0 suse-16.0 bci:16.0
  libc glibc 2.40
  installer zypper
  released 2025-11-04
  eol 2027-11-30
  extended 2030-11-30
  kernel 6.12
  cpu x86_64 v2
  cpu ppc64le power10
  cpu s390x z14
  arches x86_64 aarch64 ppc64le s390x
  manylinux manylinux_2_40
  lts
  base opensuse-leap-16.0 inferred
  note cpu ppc64le: power10 (POWER9 runs, unsupported)
  note libnsl.so.1 removed; stub libnsl-stub1 only

target opensuse-tumbleweed
  name openSUSE Tumbleweed
  line opensuse-tumbleweed
  aliases tumbleweed opensuse/tumbleweed opensuse-tumbleweed:latest opensuse/tumbleweed:latest
  libc glibc 2.43
  installer zypper
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l ppc64le s390x riscv64
  manylinux manylinux_2_43
  rolling
  union aarch64 image GLIBC=92 GLIBCXX=105 CXXABI=94 GCC=95
  union x86_64 image GLIBC=99 GLIBCXX=105 CXXABI=100 GCC=69
  upto armv7l image GLIBC=2.4..2.43 GLIBCXX=3.4..3.4.36 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=50
  upto i686 image GLIBC=2.0..2.43 GLIBCXX=3.4..3.4.36 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=132
  upto ppc64le image GLIBC=2.17..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..14.0.0 named=58
  upto riscv64 image GLIBC=2.27..2.43 GLIBCXX=3.4..3.4.35 CXXABI=1.3..1.3.17 GCC=3.0..16.0.0 named=52
  upto s390x image GLIBC=2.2..2.43 GLIBCXX=3.4..3.4.36 CXXABI=1.3..1.3.17 GCC=3.0..16.0.0 named=59
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.78
  soname libicuuc.so.78
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.16
  soname libz.so.1
  note kernel: rolling (latest stable)
  note cpu x86_64: v1 (optional v3 hwcaps packages)
  note snapshot 2026-08-04 in pep600; libnsl.so.1 not available

target alpine-3.16
  name Alpine Linux 3.16
  line alpine
  aliases alpine:3.16 alpine3.16
  libc musl 1.2.3
  installer apk
  released 2022-05-23
  eol 2024-05-23
  kernel 5.15
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x
  manylinux musllinux_1_2
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.71
  soname libicuuc.so.71
  soname libncursesw.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.17
  name Alpine Linux 3.17
  line alpine
  aliases alpine:3.17 alpine3.17
  libc musl 1.2.3
  installer apk
  released 2022-11-22
  eol 2024-11-22
  kernel 5.15
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncursesw.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.18
  name Alpine Linux 3.18
  line alpine
  aliases alpine:3.18 alpine3.18
  libc musl 1.2.4
  installer apk
  released 2023-05-09
  eol 2025-05-09
  kernel 6.1
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.73
  soname libicuuc.so.73
  soname libncursesw.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.19
  name Alpine Linux 3.19
  line alpine
  aliases alpine:3.19 alpine3.19
  libc musl 1.2.4
  installer apk
  released 2023-12-07
  eol 2025-11-01
  kernel 6.6
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncursesw.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.20
  name Alpine Linux 3.20
  line alpine
  aliases alpine:3.20 alpine3.20
  libc musl 1.2.5
  installer apk
  released 2024-05-22
  eol 2026-04-01
  kernel 6.6
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x riscv64
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncursesw.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.21
  name Alpine Linux 3.21
  line alpine
  aliases alpine:3.21 alpine3.21
  libc musl 1.2.5
  installer apk
  released 2024-12-05
  eol 2026-11-01
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x riscv64 loongarch64
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncursesw.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.22
  name Alpine Linux 3.22
  line alpine
  aliases alpine:3.22 alpine3.22
  libc musl 1.2.5
  installer apk
  released 2025-05-30
  eol 2027-05-01
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x riscv64 loongarch64
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.76
  soname libicuuc.so.76
  soname libncursesw.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.23
  name Alpine Linux 3.23
  line alpine
  aliases alpine:3.23 alpine3.23
  libc musl 1.2.5
  installer apk
  released 2025-12-04
  eol 2027-11-01
  kernel 6.18
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x riscv64 loongarch64
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.76
  soname libicuuc.so.76
  soname libncursesw.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.2
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target alpine-3.24
  name Alpine Linux 3.24
  line alpine
  aliases alpine:3.24 alpine3.24
  libc musl 1.2.6
  installer apk
  released 2026-06-09
  eol 2028-06-01
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l armv6l ppc64le s390x riscv64 loongarch64
  manylinux musllinux_1_2
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libncursesw.so.6
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libz.so.1
  note musl: a binary linked for glibc does not run here

target azurelinux-2
  name CBL-Mariner / Azure Linux 2.0
  line azurelinux
  aliases azl2 azurelinux2 azurelinux:2 azurelinux:2.0 azurelinux-2.0 azurelinux2.0 mariner2 mariner-2 mariner:2 mariner:2.0 mariner2.0 cbl-mariner2 cbl-mariner-2 cbl-mariner/base/core:2.0 cbl-mariner2.0
  libc glibc 2.35
  installer dnf
  eol 2025-07-31
  kernel 5.15
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_35
  lts
  upto * inferred GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.68
  soname libicuuc.so.68
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note released: 2022
  note not covered by pep600: symbol versions follow from glibc 2.35 and GCC 11.2.0
  note the package tool is tdnf, which takes the arguments of dnf

target azurelinux-3
  name Azure Linux 3.0
  line azurelinux
  aliases azl3 azurelinux3 azurelinux:3 azurelinux:3.0 azurelinux-3.0 azurelinux3.0 azurelinux/base/core:3.0
  libc glibc 2.38
  installer dnf
  kernel 6.6
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_38
  out
  lts
  upto * inferred GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note released: 2024
  note not covered by pep600: symbol versions follow from glibc 2.38 and GCC 13.2.0
  note the package tool is tdnf, which takes the arguments of dnf

target photon-3
  name VMware Photon OS 3.0
  line photon
  aliases photon3 photon:3 photon:3.0 photon3.0 photon-3.0 photonos-3
  libc glibc 2.28
  installer dnf
  released 2019-02-08
  eol 2025-10-02
  kernel 4.19
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_28
  union aarch64 image GLIBC=114 GLIBCXX=156 CXXABI=18 GCC=19
  union x86_64 image GLIBC=115 GLIBCXX=156 CXXABI=25 GCC=21
  soname libcrypto.so.1.0.0
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.6
  soname libpython3.7m.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.0.0
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note photon 3.0: an OpenSSL 1.1 package may also exist - not checked
  note the package tool is tdnf, which takes the arguments of dnf

target photon-4
  name VMware Photon OS 4.0
  line photon
  aliases photon4 photon:4 photon:4.0 photon4.0 photon-4.0 photonos-4
  libc glibc 2.32
  installer dnf
  released 2021-02-25
  eol 2027-10-11
  kernel 5.10
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_32
  union aarch64 image GLIBC=152 GLIBCXX=27 CXXABI=28 GCC=19
  union x86_64 image GLIBC=153 GLIBCXX=27 CXXABI=34 GCC=21
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.70
  soname libicuuc.so.70
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note the package tool is tdnf, which takes the arguments of dnf

target photon-5
  name VMware Photon OS 5.0
  line photon
  aliases photon5 photon:5 photon:5.0 photon5.0 photon-5.0 photonos-5
  libc glibc 2.36
  installer dnf
  released 2023-05-02
  kernel 6.1
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_36
  union aarch64 image GLIBC=49 GLIBCXX=36 CXXABI=37 GCC=38
  union x86_64 image GLIBC=54 GLIBCXX=36 CXXABI=48 GCC=43
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note the package tool is tdnf, which takes the arguments of dnf

target arch
  name Arch Linux
  line arch
  aliases archlinux archlinux:latest arch-linux archlinux:base
  libc glibc 2.44
  installer pacman
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_44
  rolling
  union x86_64 image GLIBC=104 GLIBCXX=105 CXXABI=100 GCC=69
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libedit.so.0
  soname libicui18n.so.78
  soname libicuuc.so.78
  soname libncursesw.so.6
  soname libpython3.14.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libxml2.so.16
  soname libxml2.so.2 libxml2-legacy
  soname libz.so.1
  note kernel: rolling (latest stable)
  note snapshot 2026-07-31 in pep600 (GCC 16.2 runtime: GLIBCXX_3.4.36)
  note libtinfo.so.6/libncurses.so.6 exist only as links to libncursesw.so.6 - inferred

target gentoo
  name Gentoo (stable keywords)
  line gentoo
  aliases gentoo-stable gentoo/stage3
  libc glibc 2.43
  installer none
  cpu x86_64 v1
  arches x86_64 i686 aarch64 armv7l ppc64le riscv64 s390x
  manylinux manylinux_2_43
  rolling
  upto * inferred GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libncurses.so.6
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.16
  soname libz.so.1
  note kernel: admin-built
  note cpu x86_64: v1 (admin-chosen CFLAGS)
  note stable amd64: glibc-2.43-r2; ~amd64: 2.44 (2026-08-22)
  note libtinfo only with USE=tinfo - inferred

target nixos-23.11
  name NixOS 23.11
  line nixos
  aliases nixos:23.11 nixos23.11 nixpkgs-23.11
  libc glibc 2.38
  installer none
  released 2023-11-29
  eol 2024-06-30
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_38
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment

target nixos-24.05
  name NixOS 24.05
  line nixos
  aliases nixos:24.05 nixos24.05 nixpkgs-24.05
  libc glibc 2.39
  installer none
  released 2024-05-31
  eol 2024-12-31
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_39
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment

target nixos-24.11
  name NixOS 24.11
  line nixos
  aliases nixos:24.11 nixos24.11 nixpkgs-24.11
  libc glibc 2.40
  installer none
  released 2024-11-30
  eol 2025-06-30
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_40
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment

target nixos-25.05
  name NixOS 25.05
  line nixos
  aliases nixos:25.05 nixos25.05 nixpkgs-25.05
  libc glibc 2.40
  installer none
  released 2025-05-23
  eol 2025-12-31
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_40
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment

target nixos-25.11
  name NixOS 25.11
  line nixos
  aliases nixos:25.11 nixos25.11 nixpkgs-25.11
  libc glibc 2.40
  installer none
  released 2025-11-30
  eol 2026-06-30
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_40
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment

target nixos-26.05
  name NixOS 26.05
  line nixos
  aliases nixos:26.05 nixos26.05 nixpkgs-26.05
  libc glibc 2.42
  installer none
  released 2026-05-30
  eol 2026-12-31
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_42
  note no loader in /lib64 and no FHS library paths: a foreign ELF file does not start whatever its nodes; it needs patchelf, nix-ld or an FHS environment
  note glibc version inferred (nixpkgs stored common.nix = 2.42-67)

target flatcar
  name Flatcar Container Linux (stable 4593.2.5)
  line flatcar
  aliases flatcar-stable flatcar:stable
  libc glibc 2.41
  installer none
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_41
  rolling
  upto * inferred GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15
  note state of the channel: 2026-08-12
  note container host: /usr is read-only, binaries normally run in containers

target flatcar-beta
  name Flatcar Container Linux (beta 4757.1.0)
  line flatcar
  aliases flatcar:beta
  libc glibc 2.42
  installer none
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_42
  rolling
  note state of the channel: 2026-08-12
  note container host: /usr is read-only, binaries normally run in containers

target flatcar-alpha
  name Flatcar Container Linux (alpha 4790.0.0)
  line flatcar
  aliases flatcar:alpha
  libc glibc 2.43
  installer none
  kernel 6.12
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_43
  rolling
  note state of the channel: 2026-08-12
  note container host: /usr is read-only, binaries normally run in containers

target bottlerocket
  name Bottlerocket
  line bottlerocket
  aliases bottlerocket-aws
  libc glibc 2.38
  installer none
  kernel 6.1
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_38
  rolling
  note container host without shell or package manager: only the kernel matters for Swift binaries, which run in container images
  note state of 2024-10-24 (core kit 3.1.1): glibc 2.38 built with --enable-kernel=5.10.0

target raspberrypios-11
  name Raspberry Pi OS (Debian 11 based)
  line raspberrypios
  aliases raspberrypios11 raspberrypios:11 raspios11 raspios-11 rpios11 raspbian11 raspbian-11 raspbian:11 raspios-bullseye raspbian-bullseye
  libc glibc 2.31
  installer apt
  kernel 6.1
  cpu armv6l armv6+vfp2
  arches aarch64 armv6l
  manylinux manylinux_2_31
  base debian-11 inherited
  note cpu armv6l: armv6+vfp2 hard-float (32-bit raspbian rebuild)
  note 64-bit packages are Debian's arm64; the 32-bit flavour is a rebuild for ARMv6

target raspberrypios-12
  name Raspberry Pi OS (Debian 12 based)
  line raspberrypios
  aliases raspberrypios12 raspberrypios:12 raspios12 raspios-12 rpios12 raspbian12 raspbian-12 raspbian:12 raspios-bookworm raspbian-bookworm
  libc glibc 2.36
  installer apt
  released 2023-10-11
  cpu armv6l armv6+vfp2
  arches aarch64 armv6l
  manylinux manylinux_2_36
  base debian-12 inherited
  note kernel: 6.6 / 6.12
  note cpu armv6l: armv6+vfp2 hard-float (32-bit raspbian rebuild)
  note 64-bit packages are Debian's arm64; the 32-bit flavour is a rebuild for ARMv6

target raspberrypios-13
  name Raspberry Pi OS (Debian 13 based)
  line raspberrypios
  aliases raspberrypios13 raspberrypios:13 raspios13 raspios-13 rpios13 raspbian13 raspbian-13 raspbian:13 raspios-trixie raspbian-trixie
  libc glibc 2.41
  installer apt
  released 2025-10-02
  kernel 6.12
  cpu armv6l armv6+vfp2
  arches aarch64 armv6l
  manylinux manylinux_2_41
  base debian-13 inherited
  note cpu armv6l: armv6+vfp2 hard-float (32-bit raspbian rebuild)
  note 64-bit packages are Debian's arm64; the 32-bit flavour is a rebuild for ARMv6

target linuxmint-20
  name Linux Mint 20
  line linuxmint
  aliases mint20 mint-20 mint:20 linuxmint20 linuxmint:20 ulyana
  libc glibc 2.31
  installer apt
  released 2020-06-27
  eol 2025-04-30
  kernel 5.4
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_31
  lts
  base ubuntu-20.04 inherited

target linuxmint-20.1
  name Linux Mint 20.1
  line linuxmint
  aliases mint20.1 mint-20.1 mint:20.1 linuxmint20.1 linuxmint:20.1 ulyssa
  libc glibc 2.31
  installer apt
  released 2021-01-08
  eol 2025-04-30
  kernel 5.4
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_31
  lts
  base ubuntu-20.04 inherited

target linuxmint-20.2
  name Linux Mint 20.2
  line linuxmint
  aliases mint20.2 mint-20.2 mint:20.2 linuxmint20.2 linuxmint:20.2 uma
  libc glibc 2.31
  installer apt
  released 2021-07-08
  eol 2025-04-30
  kernel 5.4
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_31
  lts
  base ubuntu-20.04 inherited

target linuxmint-20.3
  name Linux Mint 20.3
  line linuxmint
  aliases mint20.3 mint-20.3 mint:20.3 linuxmint20.3 linuxmint:20.3 una
  libc glibc 2.31
  installer apt
  released 2022-01-07
  eol 2025-04-30
  kernel 5.4
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_31
  lts
  base ubuntu-20.04 inherited

target linuxmint-21
  name Linux Mint 21
  line linuxmint
  aliases mint21 mint-21 mint:21 linuxmint21 linuxmint:21 vanessa
  libc glibc 2.35
  installer apt
  released 2022-07-31
  eol 2027-04-30
  kernel 5.15
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_35
  lts
  base ubuntu-22.04 inherited

target linuxmint-21.1
  name Linux Mint 21.1
  line linuxmint
  aliases mint21.1 mint-21.1 mint:21.1 linuxmint21.1 linuxmint:21.1 vera
  libc glibc 2.35
  installer apt
  released 2022-12-20
  eol 2027-04-30
  kernel 5.15
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_35
  lts
  base ubuntu-22.04 inherited

target linuxmint-21.2
  name Linux Mint 21.2
  line linuxmint
  aliases mint21.2 mint-21.2 mint:21.2 linuxmint21.2 linuxmint:21.2 victoria
  libc glibc 2.35
  installer apt
  released 2023-07-16
  eol 2027-04-30
  kernel 5.15
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_35
  lts
  base ubuntu-22.04 inherited

target linuxmint-21.3
  name Linux Mint 21.3
  line linuxmint
  aliases mint21.3 mint-21.3 mint:21.3 linuxmint21.3 linuxmint:21.3 virginia
  libc glibc 2.35
  installer apt
  released 2024-01-12
  eol 2027-04-30
  kernel 5.15
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_35
  lts
  base ubuntu-22.04 inherited

target linuxmint-22
  name Linux Mint 22
  line linuxmint
  aliases mint22 mint-22 mint:22 linuxmint22 linuxmint:22 wilma
  libc glibc 2.39
  installer apt
  released 2024-07-25
  eol 2029-04-30
  kernel 6.8
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_39
  lts
  base ubuntu-24.04 inherited

target linuxmint-22.1
  name Linux Mint 22.1
  line linuxmint
  aliases mint22.1 mint-22.1 mint:22.1 linuxmint22.1 linuxmint:22.1 xia
  libc glibc 2.39
  installer apt
  released 2025-01-16
  eol 2029-04-30
  kernel 6.8
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_39
  lts
  base ubuntu-24.04 inherited

target linuxmint-22.2
  name Linux Mint 22.2
  line linuxmint
  aliases mint22.2 mint-22.2 mint:22.2 linuxmint22.2 linuxmint:22.2 zara
  libc glibc 2.39
  installer apt
  released 2025-09-04
  eol 2029-04-30
  kernel 6.8
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_39
  lts
  base ubuntu-24.04 inherited

target linuxmint-22.3
  name Linux Mint 22.3
  line linuxmint
  aliases mint22.3 mint-22.3 mint:22.3 linuxmint22.3 linuxmint:22.3 zena
  libc glibc 2.39
  installer apt
  released 2026-01-11
  eol 2029-04-30
  kernel 6.8
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_39
  lts
  base ubuntu-24.04 inherited

target lmde6
  name LMDE 6
  line lmde
  aliases lmde-6 lmde:6 linuxmint:6 faye
  libc glibc 2.36
  installer apt
  released 2023-09-27
  eol 2026-01-01
  kernel 6.1
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_36
  base debian-12 inherited

target lmde7
  name LMDE 7
  line lmde
  aliases lmde-7 lmde:7 linuxmint:7 gigi
  libc glibc 2.41
  installer apt
  released 2025-10-14
  kernel 6.12
  cpu x86_64 v1
  arches x86_64
  manylinux manylinux_2_41
  base debian-13 inherited

target steamrt-scout
  name Steam Runtime 1 (scout)
  line steamrt
  aliases steamrt1 steamrt:1 steamrt-1 scout steamrt/scout steam-runtime-scout
  libc glibc 2.15
  installer none
  cpu x86_64 v1
  arches x86_64 i686
  manylinux manylinux_2_15
  union x86_64 inferred GLIBC=161 GLIBCXX=162 CXXABI=163 GCC=139
  upto i686 inferred GLIBC=2.0..2.15 GLIBCXX=3.4..3.4.16 CXXABI=1.3..1.3.5 GCC=3.0..4.5.0
  soname libc.so.6
  soname libgcc_s.so.1
  soname libm.so.6
  soname libstdc++.so.6
  note at run time the host's glibc and libstdc++ are imported when they are newer
  note nodes are those of Ubuntu 12.04, read in its image

target steamrt-soldier
  name Steam Runtime 2 (soldier)
  line steamrt
  aliases steamrt2 steamrt:2 steamrt-2 soldier steamrt/soldier steam-runtime-soldier
  libc glibc 2.28
  installer none
  cpu x86_64 v1
  arches x86_64 i686
  manylinux manylinux_2_28
  base debian-10 inferred
  soname libc.so.6
  soname libgcc_s.so.1
  soname libm.so.6
  soname libstdc++.so.6
  note at run time the host's glibc and libstdc++ are imported when they are newer

target steamrt-sniper
  name Steam Runtime 3 (sniper)
  line steamrt
  aliases steamrt3 steamrt:3 steamrt-3 sniper steamrt/sniper steam-runtime-sniper
  libc glibc 2.31
  installer none
  cpu x86_64 v1
  arches x86_64 i686
  manylinux manylinux_2_31
  base debian-11 inferred
  soname libc.so.6
  soname libgcc_s.so.1
  soname libm.so.6
  soname libstdc++.so.6
  note at run time the host's glibc and libstdc++ are imported when they are newer

target steamrt-4
  name Steam Runtime 4
  line steamrt
  aliases steamrt4 steamrt:4 steam-runtime-4
  libc glibc 2.41
  installer none
  cpu x86_64 v1
  arches x86_64 aarch64
  manylinux manylinux_2_41
  base debian-13 inferred
  soname libc.so.6
  soname libgcc_s.so.1
  soname libm.so.6
  soname libstdc++.so.6
  note at run time the host's glibc and libstdc++ are imported when they are newer

target yocto-3.1
  name Yocto Project 3.1 (dunfell)
  line yocto
  aliases dunfell yocto-dunfell yocto:3.1 yocto3.1 poky-3.1
  libc glibc 2.31
  installer none
  released 2020-04-21
  eol 2024-04-30
  kernel 5.4
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_31
  lts
  upto * inferred GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.66
  soname libicuuc.so.66
  soname libncurses.so.6
  soname libpython3.8.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-3.2
  name Yocto Project 3.2 (gatesgarth)
  line yocto
  aliases gatesgarth yocto-gatesgarth yocto:3.2 yocto3.2 poky-3.2
  libc glibc 2.32
  installer none
  released 2020-11-03
  eol 2021-05-01
  kernel 5.8
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_32
  upto * inferred GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.67
  soname libicuuc.so.67
  soname libncurses.so.6
  soname libpython3.8.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-3.3
  name Yocto Project 3.3 (hardknott)
  line yocto
  aliases hardknott yocto-hardknott yocto:3.3 yocto3.3 poky-3.3
  libc glibc 2.33
  installer none
  released 2021-04-19
  eol 2022-04-20
  kernel 5.10
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_33
  upto * inferred GLIBCXX=3.4..3.4.28 CXXABI=1.3..1.3.12
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.68
  soname libicuuc.so.68
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-3.4
  name Yocto Project 3.4 (honister)
  line yocto
  aliases honister yocto-honister yocto:3.4 yocto3.4 poky-3.4
  libc glibc 2.34
  installer none
  released 2021-10-25
  eol 2022-05-01
  kernel 5.14
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_34
  upto * inferred GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13
  soname libcrypto.so.1.1
  soname libcurl.so.4
  soname libicui18n.so.69
  soname libicuuc.so.69
  soname libncurses.so.6
  soname libpython3.9.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.1.1
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-4.0
  name Yocto Project 4.0 (kirkstone)
  line yocto
  aliases kirkstone yocto-kirkstone yocto:4.0 yocto4.0 poky-4.0
  libc glibc 2.35
  installer none
  released 2022-04-25
  eol 2026-04-27
  kernel 5.15
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_35
  lts
  upto * inferred GLIBCXX=3.4..3.4.29 CXXABI=1.3..1.3.13
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.70
  soname libicuuc.so.70
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-4.1
  name Yocto Project 4.1 (langdale)
  line yocto
  aliases langdale yocto-langdale yocto:4.1 yocto4.1 poky-4.1
  libc glibc 2.36
  installer none
  released 2022-10-23
  eol 2023-05-27
  kernel 5.19
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_36
  upto * inferred GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.71
  soname libicuuc.so.71
  soname libncurses.so.6
  soname libpython3.10.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-4.2
  name Yocto Project 4.2 (mickledore)
  line yocto
  aliases mickledore yocto-mickledore yocto:4.2 yocto4.2 poky-4.2
  libc glibc 2.37
  installer none
  released 2023-05-03
  eol 2023-11-05
  kernel 6.1
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_37
  upto * inferred GLIBCXX=3.4..3.4.30 CXXABI=1.3..1.3.13
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.72
  soname libicuuc.so.72
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-4.3
  name Yocto Project 4.3 (nanbield)
  line yocto
  aliases nanbield yocto-nanbield yocto:4.3 yocto4.3 poky-4.3
  libc glibc 2.38
  installer none
  released 2023-11-09
  eol 2024-06-09
  kernel 6.5
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_38
  upto * inferred GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.73
  soname libicuuc.so.73
  soname libncurses.so.6
  soname libpython3.11.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-5.0
  name Yocto Project 5.0 (scarthgap)
  line yocto
  aliases scarthgap yocto-scarthgap yocto:5.0 yocto5.0 poky-5.0
  libc glibc 2.39
  installer none
  released 2024-04-29
  eol 2028-04-30
  kernel 6.6
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_39
  lts
  upto * inferred GLIBCXX=3.4..3.4.32 CXXABI=1.3..1.3.14
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.74
  soname libicuuc.so.74
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-5.1
  name Yocto Project 5.1 (styhead)
  line yocto
  aliases styhead yocto-styhead yocto:5.1 yocto5.1 poky-5.1
  libc glibc 2.40
  installer none
  released 2024-10-16
  eol 2025-05-16
  kernel 6.10
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_40
  upto * inferred GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.75
  soname libicuuc.so.75
  soname libncurses.so.6
  soname libpython3.12.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-5.2
  name Yocto Project 5.2 (walnascar)
  line yocto
  aliases walnascar yocto-walnascar yocto:5.2 yocto5.2 poky-5.2
  libc glibc 2.41
  installer none
  released 2025-05-07
  eol 2025-12-07
  kernel 6.12
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_41
  upto * inferred GLIBCXX=3.4..3.4.33 CXXABI=1.3..1.3.15
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.76
  soname libicuuc.so.76
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.2
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-5.3
  name Yocto Project 5.3 (whinlatter)
  line yocto
  aliases whinlatter yocto-whinlatter yocto:5.3 yocto5.3 poky-5.3
  libc glibc 2.42
  installer none
  released 2025-12-15
  eol 2026-06-15
  kernel 6.16
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_42
  upto * inferred GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.77
  soname libicuuc.so.77
  soname libncurses.so.6
  soname libpython3.13.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.16
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target yocto-6.0
  name Yocto Project 6.0 (wrynose)
  line yocto
  aliases wrynose yocto-wrynose yocto:6.0 yocto6.0 poky-6.0
  libc glibc 2.43
  installer none
  released 2026-05-13
  eol 2030-04-30
  kernel 6.18
  arches x86_64 aarch64 armv7l i686 riscv64 ppc64le mips
  manylinux manylinux_2_43
  lts
  upto * inferred GLIBCXX=3.4..3.4.34 CXXABI=1.3..1.3.15
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.78
  soname libicuuc.so.78
  soname libncurses.so.6
  soname libpython3.14.so.1.0
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.16
  soname libz.so.1
  note glibc by default; musl by TCLIBC

target wolfi
  name Wolfi / Chainguard
  line wolfi
  aliases chainguard wolfi:20230201 wolfi-base chainguard/wolfi-base cgr.dev/chainguard/wolfi-base
  libc glibc 2.43
  installer apk
  cpu x86_64 v2
  arches x86_64 aarch64
  manylinux manylinux_2_43
  rolling
  upto * inferred GLIBCXX=3.4..3.4.36 CXXABI=1.3..1.3.17
  soname libcrypto.so.3
  soname libcurl.so.4
  soname libicui18n.so.78
  soname libicuuc.so.78
  soname libncurses.so.6
  soname libsqlite3.so.0
  soname libssl.so.3
  soname libtinfo.so.6
  soname libxml2.so.16
  soname libz.so.1
  note apk-based but glibc, not musl; glibc built --enable-kernel=4.9
"""#
