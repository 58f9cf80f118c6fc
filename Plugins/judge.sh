# What GitLab, CircleCI and Jenkins run: gets an executable and judges. Everything comes in by the environment, PREFLIGHT_*.
# Those services take no file beside their own, so that each carries a copy; ci/starters fails where one differs from this.
# shellcheck shell=sh
set -eu
if [ -n "${PREFLIGHT_VERSION-}" ]; then
  name=preflight-$PREFLIGHT_VERSION-linux-$(uname -m)
  mkdir -p .preflight-download
  (
    cd .preflight-download
    fetch() {
      set -- "$1" "$PREFLIGHT_RELEASES/$PREFLIGHT_VERSION/$1"
      curl --fail --silent --show-error --location --retry 3 --proto '=https,file' --proto-redir '=https' --output "$1" -- "$2"
    }
    if ! fetch "$name"; then
      echo "$name cannot be downloaded; check the version, and whether there is an executable for this machine." >&2
      exit 2
    fi
    if [ -n "${PREFLIGHT_SHA256-}" ]; then
      echo "$PREFLIGHT_SHA256  $name" >sum
    elif ! fetch SHA256SUMS || ! awk -v name="$name" '$2 == name' SHA256SUMS >sum || [ ! -s sum ]; then
      echo "SHA256SUMS of the release does not list $name; give the sum itself." >&2
      exit 2
    fi
    if ! sha256sum -c sum >&2; then
      echo "$name is not what its SHA-256 says, so it is not used; check the version and the sum." >&2
      exit 2
    fi
    chmod 755 "$name"
  )
  PREFLIGHT_EXECUTABLE=$PWD/.preflight-download/$name
elif ! command -v "${PREFLIGHT_EXECUTABLE:=preflight}" >/dev/null; then
  echo "there is no executable $PREFLIGHT_EXECUTABLE; give its path, an image that has it, or a version to download." >&2
  exit 2
fi
# Paths and formats are words without patterns. A name with a blank belongs to "paths" of the configuration.
set -f
# shellcheck disable=SC2086
set -- ${PREFLIGHT_PATHS-}
if [ $# -gt 0 ]; then set -- -- "$@"; fi
for format in ${PREFLIGHT_FORMATS-}; do set -- --format="$format" "$@"; done
if [ -n "${PREFLIGHT_TARGETS-}" ]; then set -- --targets="$PREFLIGHT_TARGETS" "$@"; fi
if [ -n "${PREFLIGHT_AS_OF-}" ]; then set -- --as-of="$PREFLIGHT_AS_OF" "$@"; fi
if [ -n "${PREFLIGHT_CONFIG-}" ]; then set -- --config="$PREFLIGHT_CONFIG" "$@"; fi
if [ -n "${PREFLIGHT_BASELINE-}" ]; then set -- --baseline="$PREFLIGHT_BASELINE" "$@"; fi
if [ -n "${PREFLIGHT_FAIL_ON-}" ]; then set -- --fail-on="$PREFLIGHT_FAIL_ON" "$@"; fi
if [ -n "${PREFLIGHT_ON_UNKNOWN-}" ]; then set -- --on-unknown="$PREFLIGHT_ON_UNKNOWN" "$@"; fi
"$PREFLIGHT_EXECUTABLE" check --format=text "$@"
