# Shared by the scripts under ci/: messages, missing packages, and the release build that is shipped.
# shellcheck shell=bash disable=SC2034
# Sourced with `set -euo pipefail` in force; $ROOT is the repository. Nothing here prints to standard output but print_help.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

die() {
    say "$*"
    exit 2
}

# The comment at the top of a script is its help.
print_help() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$1"; }

# as_root COMMAND...: runs it, through sudo where that is needed and there.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

is_installed() { [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_missing PACKAGE...: installs by name what is not there yet. False, after saying what to do, where that cannot be done.
install_missing() {
    local package
    local missing=()
    if ! command -v dpkg-query >/dev/null; then
        say "this is neither Debian nor Ubuntu; what these packages hold must be there: $*"
        return 0
    fi
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} = 0 ]; then return 0; fi
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        say "${missing[*]} missing, and there is no sudo. As root: apt-get install ${missing[*]}"
        return 1
    fi
    say "installing ${missing[*]}"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}")
    # The lists of a fresh machine are empty or old; they are fetched only if the packages cannot be had without.
    if as_root "${install[@]}" >/dev/null 2>&1; then return 0; fi
    if as_root apt-get update --quiet=2 >&2 && as_root "${install[@]}" >&2; then return 0; fi
    say "apt-get could not install ${missing[*]}; its reason stands above"
    return 1
}

need_swift() {
    if command -v swift >/dev/null; then return 0; fi
    die "there is no swift on this machine's PATH. https://www.swift.org/install/linux/ says how to get it (6.1 or later)."
}

# The linker's words on functions that load shared libraries of glibc at run time (getpwnam and the like) and on mktemp. They come
# from Foundation, which is linked whole; preflight calls none of them.
without_static_warnings() {
    grep --line-buffered -vE \
        -e "warning: Using '[a-z_]+' in statically linked applications requires at runtime" \
        -e "warning: the use of \`mktemp' is dangerous" \
        -e ": in function \`[^']*':\$" || true
}

# build_release: builds the executable that is shipped, without any shared library, or with shared libraries where that fails.
# Sets PREFLIGHT to its path and PREFLIGHT_LINKAGE to static or dynamic.
build_release() {
    local build=(swift build --package-path "$ROOT" --configuration release --product preflight)
    # The directory of the clone stays out of the executable, so that two clones build the same bytes.
    local mapped=(-Xswiftc -file-prefix-map -Xswiftc "$ROOT=/swift-preflight" -Xcc "-ffile-prefix-map=$ROOT=/swift-preflight")
    local flags=("${mapped[@]}" -Xswiftc -static-executable)
    local object="$ROOT/.build/static-start.o"
    mkdir -p "$ROOT/.build"
    # clang comes with Swift. Without the object the build still works on most machines; the file says on which not.
    if clang -O2 -c -o "$object" "$ROOT/ci/static-start.c" >&2; then flags+=(-Xlinker "$object"); fi
    PREFLIGHT_LINKAGE=static
    if ! "${build[@]}" "${flags[@]}" 2>&1 | without_static_warnings >&2; then
        say "the static build failed (the reason stands above; often a static library is missing); building with shared libraries instead"
        PREFLIGHT_LINKAGE=dynamic
        flags=()
        "${build[@]}" >&2 || return 1
    fi
    PREFLIGHT="$("${build[@]}" ${flags[@]+"${flags[@]}"} --show-bin-path)/preflight"
}

# The moment that everything we ship is dated by: SOURCE_DATE_EPOCH, else the last commit.
source_date_epoch() { printf '%s\n' "${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || echo 0)}"; }

# strip_release FROM TO: the executable as it is shipped. Of two builds in different directories only two things would differ, and neither
# is ever read by a program: the hashes that the compiler keeps of its own input (.swift_modhash), and the build ID, which covers them.
# The first become zeros, the second the hash of the rest.
strip_release() {
    local work
    work=$(mktemp -d)
    strip --strip-all -o "$2" "$1"
    chmod 755 "$2"
    if objcopy --dump-section ".swift_modhash=$work/hashes" "$2" 2>/dev/null; then
        head -c "$(stat --format=%s "$work/hashes")" /dev/zero >"$work/zeros"
        objcopy --update-section ".swift_modhash=$work/zeros" "$2"
    fi
    if objcopy --dump-section ".note.gnu.build-id=$work/note" "$2" 2>/dev/null; then
        # A note's head is 16 bytes: three numbers, and "GNU".
        { head -c 16 "$work/note" && head -c 20 /dev/zero; } >"$work/blank"
        objcopy --update-section ".note.gnu.build-id=$work/blank" "$2"
        { head -c 16 "$work/note" && sha1sum "$2" | cut -d' ' -f1 | python3 -c 'import sys; sys.stdout.buffer.write(bytes.fromhex(input()))'; } >"$work/named"
        objcopy --update-section ".note.gnu.build-id=$work/named" "$2"
    fi
    rm -rf "$work"
}
