# Shared by ci/hooks/ostree, ci/e2e/ostree and some of ci/e2e/hooks.d: counting checks, and trees of Debian's libc6 that OSTree can deploy.
# shellcheck shell=bash disable=SC2034
# Sourced behind ci/lib.sh.

. "$ROOT/ci/hooks/libc6.sh"

work=$(mktemp -d)
# A deployment's directory is immutable.
clean() {
    chattr -R -f -i "$work" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean EXIT
passed=0 failed=0

# check WHAT COMMAND...: one line of the result.
check() {
    local what=$1
    shift
    if "$@" >"$work/check" 2>&1; then
        passed=$((passed + 1)) && printf 'ok      %s\n' "$what"
    else
        failed=$((failed + 1)) && printf 'FAILED  %s\n' "$what" && sed 's/^/        /' "$work/check"
        if [ -f "$work/said" ]; then sed 's/^/        said: /' "$work/said"; fi
    fi
}
is() { [ "$1" = "$2" ] || { echo "is $1, must be $2" && false; }; }
says() { grep -qF -- "$1" "$work/said" || { echo "does not say: $1" && false; }; }

# MARK: Trees

# tree NAME DEB: a directory that OSTree can deploy.
tree() {
    local name top=$work/tree-$1
    mkdir -p "$top"/{usr/{bin,sbin,lib,lib64,etc},var,sysroot,boot,run,proc,dev,sys,tmp}
    dpkg-deb -x "$2" "$work/unpacked-$1"
    cp -a "$work/unpacked-$1"/lib/. "$top/usr/lib/"
    if [ -d "$work/unpacked-$1/usr/lib" ]; then cp -a "$work/unpacked-$1"/usr/lib/. "$top/usr/lib/"; fi
    rm -rf "$top"/usr/lib/x86_64-linux-gnu/{gconv,audit}
    ln -s "../lib/x86_64-linux-gnu/$(basename "$(readlink "$work/unpacked-$1/lib64/ld-linux-x86-64.so.2")")" "$top/usr/lib64/ld-linux-x86-64.so.2"
    for name in bin sbin lib lib64; do ln -s "usr/$name" "$top/$name"; done
    ln -s sysroot/ostree "$top/ostree"
    ln -s ../var/usrlocal "$top/usr/local"
    for name in opt srv home; do ln -s "var/$name" "$top/$name"; done
    echo "PRETTY_NAME=\"Tree $1\"" >"$top/usr/lib/os-release"
    echo 'include /etc/ld.so.conf.d/*.conf' >"$top/usr/etc/ld.so.conf"
    mkdir -p "$top/usr/etc/ld.so.conf.d" "$top/usr/lib/modules/6.1.0"
    echo kernel >"$top/usr/lib/modules/6.1.0/vmlinuz"
    echo initramfs >"$top/usr/lib/modules/6.1.0/initramfs.img"
}
commit() { ostree --repo="$work/repo" commit --branch="pf/$1" --owner-uid=0 --owner-gid=0 "$work/tree-$1" >"$work/rev-$1"; }
