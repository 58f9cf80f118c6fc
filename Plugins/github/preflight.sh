#!/usr/bin/env bash
# What action.yml runs: gets an executable, judges, and hands annotations, summary and outputs to the runner.
# Everything comes in by the environment: PREFLIGHT_* are the inputs, GITHUB_* and RUNNER_* what a runner sets.
#
# Status: that of preflight: 0 good, 1 findings, 2 wrong usage or no executable, 3 something could not be judged.
set -euo pipefail

# --- the runner's way to be told something

# command_line KIND TEXT: a workflow command. Only this and preflight's own annotations are to be understood as such.
command_line() {
    local text=$2
    text=${text//'%'/%25}
    text=${text//$'\r'/%0D}
    text=${text//$'\n'/%0A}
    printf '::%s title=preflight::%s\n' "$1" "$text"
}

# set_output NAME VALUE: VALUE in one line, whatever it holds.
set_output() { printf '%s=%s\n' "$1" "${2//[$'\r\n']/ }" >>"${GITHUB_OUTPUT:-/dev/null}"; }

# give_up TEXT: nothing was judged, and the reason is a mistake of the workflow.
give_up() {
    command_line error "$1"
    set_output shippable false
    set_output status 2
    set_output decision "Nothing was judged: $1"
    exit 2
}

# quietly COMMAND...: shows what it prints, and lets no line of it be taken for a workflow command: names of files are in it.
quietly() {
    local token status=0
    token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '::stop-commands::%s\n' "$token"
    "$@" 2>&1 || status=$?
    # What was printed may have ended without a line feed.
    printf '\n::%s::\n' "$token"
    return "$status"
}

# --- inputs

# lines NAME TEXT: the lines of TEXT that are not empty, in the array NAME.
lines() {
    local -n into=$1
    local line
    into=()
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        if [ -n "$line" ]; then into+=("$line"); fi
    done <<<"$2"
}

case $(uname -s) in
    Linux) ;;
    *) give_up "preflight reads ELF binaries on Linux; let this step run on a Linux runner." ;;
esac
scratch=$(mktemp -d "${RUNNER_TEMP:-/tmp}/preflight.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

directory=${PREFLIGHT_DIRECTORY:-.}
# A relative directory is one of the workspace, wherever the shell stands; "--" and "./" keep "-" from being an option.
case $directory in
    /*) ;;
    *) directory=${GITHUB_WORKSPACE:-$PWD}/$directory ;;
esac
CDPATH='' cd -- "$directory" 2>/dev/null || give_up "working-directory: there is no directory $directory; name one below the workspace."

declare -a paths products profiles formats further
lines paths "${PREFLIGHT_PATHS-}"
lines products "${PREFLIGHT_PRODUCTS-}"
lines profiles "${PREFLIGHT_PROFILE-}"
lines formats "${PREFLIGHT_FORMATS-}"
lines further "${PREFLIGHT_ARGUMENTS-}"
if [ ${#products[@]} -gt 0 ] && [ ${#paths[@]} -gt 0 ]; then
    give_up "paths and products are both given; judge finished files (paths) or build them (products), in two steps if need be."
fi

# --- the executable

# release VERSION: sets $executable to that of a release, after comparing its SHA-256.
release() {
    local version=$1 name base have want sums
    case $version in
        *[!A-Za-z0-9._+-]* | .*) give_up "version: \"$version\" is no name of a release; they look like 0.1.0." ;;
    esac
    name=preflight-$version-linux-$(uname -m)
    base=${PREFLIGHT_RELEASES:-https://github.com/swift-preflight/swift-preflight/releases/download}/$version
    get "$base/$name" "$scratch/preflight" ||
        give_up "$base/$name cannot be downloaded; check version, and whether there is an executable for $(uname -m)."
    want=${PREFLIGHT_SHA256-}
    if [ -z "$want" ]; then
        sums=$scratch/SHA256SUMS
        get "$base/SHA256SUMS" "$sums" || give_up "$base/SHA256SUMS cannot be downloaded; give the sum as sha256."
        want=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1; exit }' "$sums")
        [ -n "$want" ] || give_up "$base/SHA256SUMS does not list $name; give the sum as sha256."
    fi
    have=$(sha256sum <"$scratch/preflight")
    have=${have%% *}
    if [ "$have" != "${want,,}" ]; then
        give_up "$base/$name has the SHA-256 $have, expected was $want; it is not used. Check version and sha256."
    fi
    executable=${RUNNER_TEMP:-/tmp}/preflight-$version/preflight
    mkdir -p "${executable%/*}"
    install -m 755 "$scratch/preflight" "$executable"
    # Later steps can say preflight.
    if [ -n "${GITHUB_PATH-}" ]; then printf '%s\n' "${executable%/*}" >>"$GITHUB_PATH"; fi
}

# get URL FILE
get() {
    curl --fail --silent --show-error --location --retry 3 --proto '=https,file' --proto-redir '=https' --output "$2" -- "$1"
}

executable=
if [ ${#products[@]} -gt 0 ]; then
    command -v swift >/dev/null || give_up "products are built by swift, which is not on the PATH; use a swift:… container or judge paths."
elif [ -n "${PREFLIGHT_EXECUTABLE-}" ]; then
    executable=$(command -v -- "$PREFLIGHT_EXECUTABLE") ||
        give_up "preflight: there is no executable $PREFLIGHT_EXECUTABLE; give its path, or a version to download."
elif [ -n "${PREFLIGHT_VERSION-}" ]; then
    release "$PREFLIGHT_VERSION"
else
    executable=$(command -v preflight) ||
        give_up "there is no preflight on the PATH; give version (a release to download), preflight (a path) or products (a Swift package)."
fi
# What was found below a relative entry of the PATH is to be found from everywhere.
if [ -n "$executable" ]; then
    executable=$(realpath -- "$executable")
    set_output preflight "$executable"
fi

# --- judging

options=(--format text --format "github:$scratch/annotations")
if [ -n "${PREFLIGHT_SARIF-}" ]; then options+=(--format "sarif:$PREFLIGHT_SARIF"); fi
for format in ${formats[@]+"${formats[@]}"}; do options+=(--format="$format"); done
policy=()
if [ -n "${PREFLIGHT_CONFIG-}" ]; then policy+=(--config="$PREFLIGHT_CONFIG"); fi
if [ -n "${PREFLIGHT_FAIL_ON-}" ]; then policy+=(--fail-on="$PREFLIGHT_FAIL_ON"); fi
if [ -n "${PREFLIGHT_TARGETS-}" ]; then options+=(--targets="$PREFLIGHT_TARGETS"); fi
if [ -n "${PREFLIGHT_AS_OF-}" ]; then options+=(--as-of="$PREFLIGHT_AS_OF"); fi
if [ -n "${PREFLIGHT_BASELINE-}" ]; then options+=(--baseline="$PREFLIGHT_BASELINE"); fi

judge=("$executable" check)
if [ ${#products[@]} -gt 0 ]; then
    judge=(swift package preflight)
    for product in "${products[@]}"; do judge+=(--product "$product"); done
fi
judge+=("${options[@]}" ${policy[@]+"${policy[@]}"} ${further[@]+"${further[@]}"})
if [ ${#paths[@]} -gt 0 ]; then judge+=(-- "${paths[@]}"); fi

# Its outputs go to a file of their own first: SwiftPM makes 1 of every status, and a run that died has written none.
status=0
GITHUB_OUTPUT=$scratch/outputs quietly "${judge[@]}" || status=$?
if [ -f "$scratch/annotations" ]; then cat "$scratch/annotations"; fi
if [ -s "$scratch/outputs" ]; then
    told=$(sed -n 's/^status=//p' "$scratch/outputs")
    # After a good verdict something else went wrong: a report that could not be written, a signal.
    if [ ${#products[@]} -gt 0 ] && [ "$status" != 0 ]; then
        status=$told
        if [ "$status" = 0 ]; then status=3; fi
    fi
    if [ "$status" -gt 3 ]; then status=3; fi
    shippable=$(sed -n 's/^shippable=//p' "$scratch/outputs")
    grep -vE '^(shippable|status)=' "$scratch/outputs" >>"${GITHUB_OUTPUT:-/dev/null}"
else
    # Wrong usage is 2 by itself, 1 through SwiftPM; anything else is a crash, which is no verdict.
    case $status in
        1 | 2) status=2 reason="the reason stands in its log" ;;
        *) reason="${judge[0]##*/} ended with status $status and no verdict" status=3 ;;
    esac
    shippable=false
    command_line error "Nothing was judged: $reason."
    set_output decision "Nothing was judged: $reason."
fi

# --- the machine

if [ ${#profiles[@]} -gt 0 ]; then
    if [ -z "$executable" ]; then
        command_line warning "profile is not judged with products: that takes preflight, in another step."
    else
        host=("$executable" host --format text --format "github:$scratch/host" ${policy[@]+"${policy[@]}"})
        for profile in "${profiles[@]}"; do host+=(--profile="$profile"); done
        machine=0
        GITHUB_OUTPUT=/dev/null quietly "${host[@]}" || machine=$?
        if [ -f "$scratch/host" ]; then cat "$scratch/host"; fi
        # A finding is known for sure, what could not be judged is not; so a finding decides, and a mistake comes first.
        for worst in 2 1 3; do
            if [ "$status" = "$worst" ]; then break; fi
            if [ "$machine" = "$worst" ]; then status=$machine && break; fi
        done
        if [ "$status" = 0 ] && [ "$machine" != 0 ]; then status=3; fi
    fi
fi

set_output shippable "$shippable"
set_output status "$status"
exit "$status"
