# Files against the schemas of their services, and against each other.
# shellcheck shell=bash disable=SC2154

# tool NAME: the path of a tool from PyPI, installed where it is not on the PATH.
tools=$ROOT/.build/starters
tool() {
    if command -v "$1"; then return 0; fi
    if [ ! -x "$tools/bin/$1" ]; then
        [ -x "$tools/bin/pip" ] || python3 -m venv "$tools" >&2 || return 1
        say "installing $1 with pip"
        "$tools/bin/pip" install --quiet "$1" >&2 || return 1
    fi
    printf '%s\n' "$tools/bin/$1"
}

render() { "$python" "$ROOT/ci/starters.d/render.py" "$@"; }

schema() { "$jsonschema" --builtin-schema "vendor.$1" "${@:2}"; }

# Every input of a starter is in its page.
documented() {
    local name
    for name in "${@:2}"; do
        grep -qF "\`$name\`" "$1" || { echo "$1 does not have \`$name\`" && return 1; }
    done
}

# The script that GitLab, CircleCI and Jenkins carry, without its indentation.
copy_of_judge() {
    awk '/^ *set -eu$/ { indent = index($0, "s") - 1; on = 1 }
         on && $0 != "" && substr($0, 1, indent) !~ /^ *$/ { exit }
         on { print substr($0, indent + 1) }
         on && /check --format=text/ { exit }' "$1"
}
same_as_judge() { diff <(copy_of_judge "$ROOT/Plugins/judge.sh") <(copy_of_judge "$1"); }

for file in gitlab/templates/preflight.yml circleci/config.yml jenkins/Jenkinsfile; do
    ok "Plugins/$file carries Plugins/judge.sh" same_as_judge "$ROOT/Plugins/$file"
done
printf 'set -eu\nelse\n  check --format=text\n' >"$work/other"
ok "a copy that differs is noticed" not same_as_judge "$work/other"

for entry in github:github/action.yml gitlab:gitlab/templates/preflight.yml circleci:circleci/config.yml jenkins:jenkins/Jenkinsfile; do
    ok "Plugins/${entry#*:} can be rendered" render "${entry%%:*}" "$ROOT/Plugins/${entry#*:}" "$work/rendered/${entry%%:*}"
done
mapfile -t names < <(sed -n '/^inputs:/,/^runs:/s/^  \([a-z0-9-]*\):$/\1/p' "$ROOT/Plugins/github/action.yml")
ok "Plugins/github/README.md has all inputs and outputs" documented "$ROOT/Plugins/github/README.md" "${names[@]}"
mapfile -t names < <(sed -n '/^---/q; s/^    \([a-z0-9_]*\):$/\1/p' "$ROOT/Plugins/gitlab/templates/preflight.yml")
ok "Plugins/gitlab/README.md has all inputs" documented "$ROOT/Plugins/gitlab/README.md" "${names[@]}"
mapfile -t names < <(sed -n '/^    parameters:/,/^    steps:/s/^      \([a-z0-9-]*\):$/\1/p' "$ROOT/Plugins/circleci/config.yml")
ok "Plugins/circleci/README.md has all parameters" documented "$ROOT/Plugins/circleci/README.md" "${names[@]}"

if jsonschema=$(tool check-jsonschema); then
    ok "action.yml is what GitHub takes" schema github-actions "$ROOT/Plugins/github/action.yml"
    ok "the example is a workflow of GitHub" schema github-workflows "$ROOT/Plugins/github/example.yml"
    ok "the rendered component is what GitLab takes" schema gitlab-ci --data-transform gitlab-ci "$work/rendered/gitlab/job.yml"
    sed '/^---$/,$d' "$ROOT/Plugins/gitlab/templates/preflight.yml" >"$work/head.yml"
    ok "the head of the component is what GitLab takes" schema gitlab-ci "$work/head.yml"
    ok "the example is a pipeline of GitLab" schema gitlab-ci --data-transform gitlab-ci "$ROOT/Plugins/gitlab/example.gitlab-ci.yml"
    ok "config.yml is what CircleCI takes" schema circle-ci "$ROOT/Plugins/circleci/config.yml"
    sed 's/using: composite/using: nonsense/' "$ROOT/Plugins/github/action.yml" >"$work/wrong.yml"
    ok "a wrong action is noticed" not schema github-actions "$work/wrong.yml"
    sed 's/when: always/when: nonsense/' "$work/rendered/gitlab/job.yml" >"$work/wrong.yml"
    ok "a wrong component is noticed" not schema gitlab-ci --data-transform gitlab-ci "$work/wrong.yml"
    sed 's/type: string/type: nonsense/' "$ROOT/Plugins/circleci/config.yml" >"$work/wrong.yml"
    ok "a wrong configuration of CircleCI is noticed" not schema circle-ci "$work/wrong.yml"
else
    skip "schemas of GitHub, GitLab and CircleCI" "check-jsonschema is neither on the PATH nor to be had by pip"
fi
