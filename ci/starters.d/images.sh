# The image builds, by buildah, from base images that are made here: one with this machine's C library, one with an older.
# shellcheck shell=bash disable=SC2154,SC2034,SC2153

# image TAG DIR FILE ARG...: builds an image. Sets $status, $log.
image() {
    local tag=$1 context=$2 file=$3
    shift 3
    log=$work/logs/image status=0
    buildah --root "$work/storage" --runroot "$work/storage-run" --storage-driver vfs \
        bud --isolation chroot --tag "localhost/$tag" "$@" --file "$file" "$context" >"$log" 2>&1 || status=$?
}

# A root that a program of C starts in; $1 is its libc.so.6.
root_with() {
    local root=$work/root name
    rm -rf "$root" && mkdir -p "$root/etc"
    while read -r name; do
        case $name in
            */libc.so.6) install -D -m 755 "$1" "$root$name" ;;
            *) install -D -m 755 "$(realpath "$name")" "$root$name" ;;
        esac
    done < <(ldd "$work/app" | grep -o '/[^ ]*')
}

images() {
    local context=$work/context previous=GLIBC_2.2.5 minor
    mkdir -p "$context"
    cp "$work/app" "$context/app"
    cp "$PREFLIGHT" "$context/preflight"
    # A libc.so.6 as it was before GLIBC_2.34, as far as its nodes go.
    {
        echo 'GLIBC_2.2.5 { global: *; };'
        for minor in 3 4 7 14 17 28 33; do
            echo "GLIBC_2.$minor { } $previous;"
            previous=GLIBC_2.$minor
        done
    } >"$work/old.map"
    echo 'int puts(const char *text) { return 0; }' |
        gcc -x c -shared -fPIC -nostdlib -fno-builtin -Wl,-soname,libc.so.6 -Wl,--version-script,"$work/old.map" -o "$work/old-libc" -
    printf 'FROM scratch\nCOPY root /\n' >"$work/base"
    root_with "$(realpath "$(ldd "$work/app" | grep -o '/[^ ]*/libc\.so\.6')")"
    image base "$work" "$work/base"
    if [ "$status" != 0 ]; then
        skip "image builds" "buildah cannot build an image of one COPY here: $(tail -n 1 "$log")"
        return 0
    fi
    root_with "$work/old-libc"
    image old "$work" "$work/base"
    ok "docker: base images are made" ends 0

    # Of the Dockerfile all but the build by Swift.
    awk '/^FROM \$\{BUILD_IMAGE\}/ { print "FROM scratch AS build\nCOPY app /product/app"; skipped = 1; next }
         /^$/ { skipped = 0 } !skipped' "$ROOT/Plugins/docker/Dockerfile" >"$work/Dockerfile"
    image good "$context" "$work/Dockerfile" --build-arg RUN_IMAGE=localhost/base
    ok "docker: a program that starts in the image is built" ends 0
    ok "docker: … and was judged" says "Shippable to /"
    image bad "$context" "$work/Dockerfile" --build-arg RUN_IMAGE=localhost/old
    ok "docker: a program that does not is not" not ends 0
    ok "docker: … with the reason" says "does not start: GLIBC_2.34 of libc.so.6"
    image good "$context" "$ROOT/Plugins/docker/Containerfile.bootc" --build-arg BASE_IMAGE=localhost/base
    ok "bootc: an image whose programs start is built" ends 0
    image bad "$context" "$ROOT/Plugins/docker/Containerfile.bootc" --build-arg BASE_IMAGE=localhost/old
    ok "bootc: one where they do not is not" not ends 0
    ok "bootc: … with the reason" says "does not start: GLIBC_2.34 of libc.so.6"
    printf 'FROM localhost/good\nCOPY preflight /again\nRUN ["/again", "check", "--root", "/", "--no-host", "/run"]\n' >"$work/look"
    image look "$context" "$work/look"
    ok "bootc: preflight is not left in the image" says "there is no program or library among what was named"
}

if [ "$(id -u)" != 0 ]; then
    skip "image builds" "they take root"
elif readelf --program-headers --wide "$PREFLIGHT" | grep -q INTERP; then
    skip "image builds" "$PREFLIGHT is linked with shared libraries, which a small image does not have; give the static one"
elif ! install_missing buildah binutils; then
    skip "image builds" "there is no buildah"
else
    images
fi
