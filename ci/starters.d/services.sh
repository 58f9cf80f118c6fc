# GitLab, CircleCI and Jenkins: what they carry is Plugins/judge.sh, so the ways that it goes are tried with GitLab, and of the others
# what differs.
# shellcheck shell=bash disable=SC2154,SC2034,SC2016

# job SERVICE DIR INPUT=VALUE...: the script of a job whose check-out is DIR, by the shells that a runner may have. Sets $status, $log.
job() {
    local service=$1 there=$2 file rendered=$work/step
    shift 2
    case $service in
        gitlab) file=gitlab/templates/preflight.yml ;;
        circleci) file=circleci/config.yml ;;
        jenkins) file=jenkins/Jenkinsfile ;;
    esac
    log=$there.log
    rm -rf "$rendered" "$log"
    status=0
    if ! render "$service" "$ROOT/Plugins/$file" "$rendered" "$@" >"$log" 2>&1; then
        status=refused
        return 0
    fi
    local -a environment shell
    mapfile -d '' -t environment <"$rendered/environment"
    case $service in
        gitlab) shell=("${gitlab_shell:-sh}") ;;
        circleci) shell=(bash -eo pipefail) ;;
        jenkins) shell=(sh -xe) ;;
    esac
    (
        cd "$there"
        env -i PATH="${runner_path-$PATH}" HOME="$HOME" LANG=C.UTF-8 CI=true CI_PROJECT_DIR="$there" "${environment[@]}" "${shell[@]}" "$rendered/script"
    ) >"$log" 2>&1 || status=$?
}

# A report is what its readers take: JUnit is XML with suites, code quality a list of issues with what GitLab demands of each.
is_junit() { "$python" -c 'import sys, xml.etree.ElementTree as tree; assert tree.parse(sys.argv[1]).getroot().tag == "testsuites"' "$1"; }
is_code_quality() {
    "$python" - "$1" "$2" <<'END'
import json, sys
issues = json.load(open(sys.argv[1]))
assert len(issues) == int(sys.argv[2]), issues
for issue in issues:
    assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert all(isinstance(issue[key], str) and issue[key] for key in ("description", "check_name", "fingerprint"))
    assert not issue["location"]["path"].startswith(("/", "./")) and issue["location"]["lines"]["begin"] > 0
assert len({issue["fingerprint"] for issue in issues}) == len(issues)
END
}

gitlab() {
    local there name releases=$work/releases text input
    there=$(site gitlab)
    job gitlab "$there" paths=app targets="$good" preflight="$PREFLIGHT"
    ok "gitlab: a good program passes" ends 0
    ok "gitlab: … code quality has nothing" is_code_quality "$there/gl-code-quality-report.json" 0
    ok "gitlab: … JUnit" is_junit "$there/preflight-junit.xml"
    ok "gitlab: … JSON for preflight merge and diff" "$PREFLIGHT" diff "$there/preflight.json" "$there/preflight.json"
    gitlab_shell=bash job gitlab "$there" paths=app targets="$bad" as_of=2026-01-01 preflight="$PREFLIGHT"
    ok "gitlab: a program that would not start fails" ends 1
    ok "gitlab: … code quality" is_code_quality "$there/gl-code-quality-report.json" 1
    ok "gitlab: … JUnit has a failure" grep -q '<failure type="node-missing"' "$there/preflight-junit.xml"
    ok "gitlab: … the day" says "as of 2026-01-01"
    job gitlab "$there" paths=app targets="$bad" fail_on=never preflight="$PREFLIGHT"
    ok "gitlab: fail_on never passes" ends 0
    job gitlab "$there" paths="app nosuch" targets="$good" preflight="$PREFLIGHT"
    ok "gitlab: what cannot be read is 3" ends 3
    ok "gitlab: … code quality" is_code_quality "$there/gl-code-quality-report.json" 1
    job gitlab "$there" paths="app nosuch" targets="$good" on_unknown=pass preflight="$PREFLIGHT"
    ok "gitlab: on_unknown pass passes" ends 0
    job gitlab "$there" paths=app targets=nosuch preflight="$PREFLIGHT"
    ok "gitlab: an unknown target is 2" ends 2
    (cd "$there" && "$PREFLIGHT" check app --targets "$bad" --no-host --quiet --write-baseline known.json) >"$work/logs/last" 2>&1 || true
    job gitlab "$there" paths=app targets="$bad" baseline=known.json preflight="$PREFLIGHT"
    ok "gitlab: what the baseline knows passes" ends 0
    printf '{ "targets": ["%s"], "paths": ["a b"] }\n' "$bad" >"$there/strict.json"
    cp "$work/app" "$there/a b"
    job gitlab "$there" config=strict.json preflight="$PREFLIGHT"
    ok "gitlab: targets and a path with a blank from the configuration" ends 1
    job gitlab "$there" paths=app preflight=nosuch
    ok "gitlab: no such executable is 2" ends 2
    ok "gitlab: … with the next step" says "or a version to download"

    name=preflight-0.1.0-linux-$(uname -m)
    rm -rf "$releases" && mkdir -p "$releases/0.1.0"
    cp "$PREFLIGHT" "$releases/0.1.0/$name"
    job gitlab "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases"
    ok "gitlab: a release without SHA256SUMS is not believed" ends 2
    (cd "$releases/0.1.0" && echo x >"$name.asc" && sha256sum -- * >../sums && mv ../sums SHA256SUMS)
    job gitlab "$there" paths=app targets="$bad" version=0.1.0 releases="file://$releases"
    ok "gitlab: a release is downloaded and used" ends 1
    job gitlab "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases" sha256="$(sha256sum <"$PREFLIGHT" | cut -c 1-64)"
    ok "gitlab: a release with its sum" ends 0
    echo damaged >>"$releases/0.1.0/$name"
    job gitlab "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases"
    ok "gitlab: a damaged release is 2" ends 2
    job gitlab "$there" paths=app version=0.2.0 releases="file://$releases"
    ok "gitlab: no such release is 2" ends 2

    plant "$there"
    for input in paths targets as_of config baseline fail_on on_unknown preflight version sha256 releases; do
        for text in $'$(touch pwned) `touch pwned` \'; touch pwned; \'" "; touch pwned; "' $'x\n  script: touch pwned' 'x: "y' '--help' '* ?'; do
            case $input in
                preflight) job gitlab "$there" paths=app "$input=$text" ;;
                version | sha256 | releases) job gitlab "$there" paths=app version=0.1.0 releases="file://$releases" "$input=$text" ;;
                *) job gitlab "$there" preflight="$PREFLIGHT" "$input=$text" ;;
            esac
            ok "gitlab: $input as $text is no pass" not ends 0
        done
    done
    job gitlab "$there" paths=$'a\nb' preflight="$PREFLIGHT"
    ok "gitlab: a line feed in an input is refused" ends refused
    job gitlab "$there" paths=. targets="$bad" preflight="$PREFLIGHT"
    ok "gitlab: hostile names are judged" ends 1
    ok "gitlab: nothing hostile was run" unharmed
}

circleci() {
    local there text
    there=$(site circleci)
    job circleci "$there" paths=app targets="$good" preflight="$PREFLIGHT"
    ok "circleci: a good program passes" ends 0
    ok "circleci: … JUnit" is_junit "$there/preflight-results/preflight.xml"
    job circleci "$there" paths=app targets="$bad" preflight="$PREFLIGHT"
    ok "circleci: a program that would not start fails" ends 1
    ok "circleci: … JUnit has a failure" grep -q '<failure type="node-missing"' "$there/preflight-results/preflight.xml"
    job circleci "$there" paths="app nosuch" targets="$good" preflight="$PREFLIGHT"
    ok "circleci: what cannot be read is 3" ends 3
    job circleci "$there" paths=app targets=nosuch preflight="$PREFLIGHT"
    ok "circleci: an unknown target is 2" ends 2
    job circleci "$there" paths=app targets="$good" fail-on=sometimes preflight="$PREFLIGHT"
    ok "circleci: what is not in an enum is refused" ends refused
    for text in $'$(touch pwned) `touch pwned` \'; touch pwned; \'" "; touch pwned; "' $'x\ntouch pwned'; do
        for input in paths targets config baseline; do
            job circleci "$there" preflight="$PREFLIGHT" "$input=$text"
            ok "circleci: $input as $text is no pass" not ends 0
        done
    done
    ok "circleci: nothing hostile was run" unharmed
}

jenkins() {
    local there
    there=$(site jenkins)
    job jenkins "$there" PREFLIGHT_PATHS=app PREFLIGHT_TARGETS="$good" PREFLIGHT_EXECUTABLE="$PREFLIGHT"
    ok "jenkins: a good program passes" ends 0
    ok "jenkins: … JUnit" is_junit "$there/preflight.xml"
    ok "jenkins: … SARIF" grep -q '"version":"2.1.0"' "$there/preflight.sarif"
    job jenkins "$there" PREFLIGHT_PATHS=app PREFLIGHT_TARGETS="$bad" PREFLIGHT_EXECUTABLE="$PREFLIGHT"
    ok "jenkins: a program that would not start fails" ends 1
    ok "jenkins: … SARIF has the result" grep -q '"ruleId":"node-missing"' "$there/preflight.sarif"
    job jenkins "$there" PREFLIGHT_PATHS='$(touch pwned)' PREFLIGHT_EXECUTABLE="$PREFLIGHT"
    ok "jenkins: a hostile path is 3" ends 3
    ok "jenkins: nothing hostile was run" unharmed

    if ! groovy --version >"$work/logs/last" 2>&1; then
        note "the Jenkinsfile as Groovy" "there is no groovy that starts (apt-get install groovy; it wants a JVM)"
        return 0
    fi
    for entry in "$good:0:" "$bad:1:step: error preflight: something would not start" "nosuch:2:step: error preflight ended with status 2"; do
        log=$there.log status=0
        (cd "$there" && rm -f preflight.xml && groovy "$ROOT/ci/starters.d/jenkins.groovy" "$ROOT/Plugins/jenkins/Jenkinsfile" \
            PREFLIGHT_PATHS=app PREFLIGHT_TARGETS="${entry%%:*}" PREFLIGHT_EXECUTABLE="$PREFLIGHT") >"$log" 2>&1 || status=$?
        ok "jenkins: Groovy runs the file for ${entry%%:*}" ends 0
        case ${entry#*:} in
            0:*) ok "jenkins: … and it ends well" silent "step: error" ;;
            *) ok "jenkins: … and it ends as it should" says "${entry#*:?:}" ;;
        esac
        case ${entry#*:} in
            2:*) ok "jenkins: … without results" silent "step: junit" ;;
            *) ok "jenkins: … with results" says "step: recordIssues" ;;
        esac
    done
}

gitlab
circleci
jenkins
