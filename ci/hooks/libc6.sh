# Shared by the hooks' scripts: Debian's libc6 in two versions, as real packages.
# shellcheck shell=bash disable=SC2154
# Sourced behind ci/lib.sh; $work is a private directory.

# The last one before GLIBC_2.34, by which most programs of today start.
old_name=libc6_2.31-13+deb11u11_amd64.deb
old_hash=SHA256:05f7264da867b37f4c5ce49266b558ea1e81e05a9464f623152fca70f3550282

# fetch_debs: puts this machine's libc6 into $work/debs/new.deb and that one into $work/debs/old.deb. Status 77 where the archive of this
# machine does not serve it.
fetch_debs() {
    local archive
    mkdir -p "$work/debs"
    # apt downloads as a user of its own.
    chmod 755 "$work" "$work/debs"
    (cd "$work/debs" && apt-get download --quiet=2 libc6 >"$work/debs/log" 2>&1) || die "apt-get download libc6: $(tail -n 1 "$work/debs/log")"
    mv "$work"/debs/libc6_*.deb "$work/debs/new.deb"
    # shellcheck disable=SC2016 # apt's own placeholder
    for archive in $(apt-get indextargets --format '$(REPO_URI)' | sort -u); do
        /usr/lib/apt/apt-helper download-file "${archive%/}/pool/main/g/glibc/$old_name" "$work/debs/old.deb" "$old_hash" >"$work/debs/log" 2>&1 || true
        if [ -s "$work/debs/old.deb" ]; then return; fi
    done
    say "skipped: the archive does not serve $old_name."
    exit 77
}
