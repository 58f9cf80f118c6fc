# The composite action, with what a runner sets.
# shellcheck shell=bash disable=SC2154,SC2034,SC2016

# action DIR INPUT=VALUE...: one step of a job whose workspace is DIR. Sets $status, $log; $outputs and $summary are its files.
action() {
    local workspace=$1 rendered=$work/step
    shift
    outputs=$workspace.outputs summary=$workspace.summary paths_file=$workspace.paths log=$workspace.log
    rm -rf "$workspace".{outputs,summary,paths,log,tmp} "$rendered"
    mkdir "$workspace.tmp"
    touch "$outputs" "$summary" "$paths_file"
    render github "$ROOT/Plugins/github/action.yml" "$rendered" "$@" || die "the action cannot be rendered; the reason stands above"
    local -a environment
    mapfile -d '' -t environment <"$rendered/environment"
    status=0
    (
        cd "$workspace"
        env -i PATH="${runner_path-$PATH}" HOME="$HOME" LANG=C.UTF-8 CI=true GITHUB_ACTIONS=true RUNNER_OS=Linux RUNNER_TEMP="$workspace.tmp" \
            GITHUB_WORKSPACE="$workspace" GITHUB_ACTION_PATH="$ROOT/Plugins/github" GITHUB_OUTPUT="$outputs" GITHUB_STEP_SUMMARY="$summary" \
            GITHUB_PATH="$paths_file" "${environment[@]}" bash --noprofile --norc -e -o pipefail "$rendered/script"
    ) >"$log" 2>&1 || status=$?
}

# told NAME VALUE: the runner reads this output. A name that comes twice is a mistake.
told() { [ "$(grep "^$1=" "$outputs")" = "$1=$2" ] || { cat "$outputs" && echo "expected: $1=$2" && return 1; }; }

# acts: the lines of the log that a runner obeys, by its rules: none while commands are stopped.
acts() {
    awk '{ sub(/^[ \t]+/, "") }
         stopped != "" { if ($0 == "::" stopped "::") stopped = ""; next }
         /^::stop-commands::/ { stopped = substr($0, 18); next }
         /^(::|##\[)/' "$log"
}
annotated() { acts | grep -qF -- "$1" || { cat "$log" && echo "no annotation: $1" && return 1; }; }
acts_harmlessly() { not grep -qE '^::(error|warning|notice)( [^:]*)?::pwned' <(acts); }

github() {
    local there
    there=$(site github)
    action "$there" paths=app targets="$good" preflight="$PREFLIGHT" sarif=preflight.sarif formats=$'json:head.json\njunit:preflight.xml\n'
    ok "github: a good program passes" ends 0
    ok "github: … and its outputs say so" told shippable true
    ok "github: … status" told status 0
    ok "github: … the executable" told preflight "$(realpath "$PREFLIGHT")"
    ok "github: … the lowest releases" told lowest "ubuntu-26.04,debian-13"
    ok "github: … the summary is Markdown" grep -q '^### ✅' "$summary"
    ok "github: … SARIF, JSON and JUnit are there" test -s "$there/preflight.sarif" -a -s "$there/head.json" -a -s "$there/preflight.xml"
    ok "github: … nothing is annotated" test -z "$(acts)"

    action "$there" paths=app targets="$bad,debian-13" as-of=2026-01-01 preflight="$PREFLIGHT" sarif=preflight.sarif
    ok "github: a program that would not start fails" ends 1
    ok "github: … shippable" told shippable false
    ok "github: … status" told status 1
    ok "github: … failing" told failing 1
    ok "github: … lowest" told lowest debian-13
    ok "github: … decision" told decision "Not shippable to all targets: 1 object, 1 of 2 targets good, 1 object failing."
    ok "github: … annotation" annotated "::error title=app%3A node-missing::does not start on centos-7"
    ok "github: … the day" says "as of 2026-01-01"
    ok "github: … SARIF has the result" grep -q '"ruleId":"node-missing"' "$there/preflight.sarif"

    action "$there" paths=app targets="$bad" preflight="$PREFLIGHT" fail-on=never
    ok "github: fail-on never passes, with a warning" ends 0
    ok "github: … warning" annotated "::warning title=app"
    action "$there" paths=$'app\nnosuch\n' targets="$good" preflight="$PREFLIGHT"
    ok "github: what cannot be read is 3" ends 3
    ok "github: … status" told status 3
    action "$there" paths=app targets=nosuch preflight="$PREFLIGHT"
    ok "github: an unknown target is 2" ends 2
    ok "github: … status" told status 2
    ok "github: … shippable" told shippable false
    ok "github: … annotation" annotated "::error title=preflight::Nothing was judged"

    (cd "$there" && "$PREFLIGHT" check app --targets "$bad" --no-host --quiet --write-baseline known.json) >"$work/logs/last" 2>&1 || true
    action "$there" paths=app targets="$bad" preflight="$PREFLIGHT" baseline=known.json
    ok "github: what the baseline knows passes" ends 0
    mkdir -p "$there/sub dir" && cp "$work/app" "$there/sub dir/app"
    printf '{ "targets": ["%s"], "paths": ["app"] }\n' "$bad" >"$there/sub dir/.preflight.json"
    action "$there" working-directory="sub dir" preflight="$PREFLIGHT" sarif=sub.sarif
    ok "github: the configuration of working-directory is taken" ends 1
    ok "github: … and SARIF's paths begin in the workspace" grep -q '"uri":"sub%20dir/app"' "$there/sub dir/sub.sarif"
    action "$there" paths=app config="sub dir/.preflight.json" preflight="$PREFLIGHT"
    ok "github: config names another" ends 1
    action "$there" working-directory=nosuch preflight="$PREFLIGHT"
    ok "github: no such working-directory is 2" ends 2
    action "$there" paths=app targets="$good" preflight="$PREFLIGHT" arguments=$'--quiet\n--on-unknown=warn\n'
    ok "github: further arguments" ends 0
    ok "github: … are taken" silent "targets as of"
    action "$there" paths=app targets="$good" preflight="$PREFLIGHT" profile=nosuch
    ok "github: an unknown profile is 2" ends 2
    action "$there" paths=app targets="$bad" preflight="$PREFLIGHT" profile=go-test
    ok "github: a profile beside a finding: the finding decides" ends 1
    ok "github: … and the machine is in the summary" grep -qF "this machine" "$summary"
}

# Where the executable comes from.
github_sources() {
    local there name releases sum
    there=$(site sources)
    action "$there" paths=app preflight="$there/nosuch"
    ok "github: no such executable is 2" ends 2
    ok "github: … with the next step" annotated "give its path, or a version to download"
    runner_path=/usr/bin:/bin action "$there" paths=app
    ok "github: nothing on the PATH is 2" ends 2
    ln -s "$PREFLIGHT" "$work/bin/preflight"
    runner_path=$work/bin:/usr/bin:/bin action "$there" paths=app targets="$good"
    ok "github: preflight of the PATH" ends 0

    name=preflight-0.1.0-linux-$(uname -m) releases=$work/releases
    mkdir -p "$releases/0.1.0"
    cp "$PREFLIGHT" "$releases/0.1.0/$name"
    sum=$(sha256sum <"$PREFLIGHT") sum=${sum%% *}
    action "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases"
    ok "github: a release without SHA256SUMS is not believed" ends 2
    (cd "$releases/0.1.0" && echo x >"$name.asc" && sha256sum -- * >../sums && mv ../sums SHA256SUMS)
    action "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases"
    ok "github: a release is downloaded and used" ends 0
    ok "github: … and on the PATH of later steps" test -x "$(cat "$paths_file")/preflight"
    action "$there" paths=app targets="$bad" version=0.1.0 releases="file://$releases" sha256="${sum^^}"
    ok "github: a release with its sum" ends 1
    action "$there" paths=app targets="$good" version=0.1.0 releases="file://$releases" sha256="${sum//[0-9]/0}"
    ok "github: another sum is 2" ends 2
    ok "github: … and nothing is put on the PATH" test ! -s "$paths_file"
    action "$there" paths=app version=0.2.0 releases="file://$releases"
    ok "github: no such release is 2" ends 2
    action "$there" paths=app version=../../etc releases="file://$releases"
    ok "github: a version that is a path is 2" ends 2
    echo damaged >>"$releases/0.1.0/$name"
    action "$there" paths=app version=0.1.0 releases="file://$releases"
    ok "github: a damaged release is 2" ends 2

    # A swift that does what SwiftPM does with the plugin: the products are built, and every status is 0 or 1.
    cat >"$work/bin/swift" <<SWIFT
#!/bin/bash
[ "\$1 \$2" = "package preflight" ] || exit 64
shift 2
printf '%s\n' "\$@" >arguments
paths=()
while [ \$# -gt 0 ]; do
    case \$1 in --product) paths+=("\$2"); shift 2 ;; *) break ;; esac
done
"$PREFLIGHT" check "\$@" -- "\${paths[@]}" || exit 1
SWIFT
    chmod 755 "$work/bin/swift"
    cp "$there/app" "$there/other"
    runner_path=$work/bin:$PATH action "$there" products=$'app\nother\n' targets="$good"
    ok "github: products pass" ends 0
    ok "github: … both" told objects 2
    runner_path=$work/bin:$PATH action "$there" products=app targets="$bad"
    ok "github: a product that would not start" ends 1
    runner_path=$work/bin:$PATH action "$there" products=$'app\nnosuch' targets="$good"
    ok "github: SwiftPM's 1 is told as the 3 that it was" ends 3
    runner_path=$work/bin:$PATH action "$there" products=app targets=nosuch
    ok "github: … and as the 2 that it was" ends 2
    action "$there" products=app paths=app preflight="$PREFLIGHT"
    ok "github: paths and products are 2" ends 2

    printf '#!/bin/sh\nkill -SEGV $$\n' >"$work/bin/crash"
    chmod 755 "$work/bin/crash"
    action "$there" paths=app preflight="$work/bin/crash"
    ok "github: a crash is no verdict" ends 3
    ok "github: … shippable" told shippable false
    ok "github: … annotation" annotated "::error title=preflight::Nothing was judged: crash ended with status 139"
    printf '#!/bin/sh\n"%s" "$@"\nkill -KILL $$\n' "$PREFLIGHT" >"$work/bin/crash"
    action "$there" paths=app targets="$good" preflight="$work/bin/crash"
    ok "github: killed after a good verdict is 3" ends 3
}

github_hostile() {
    local there list input
    there=$(site hostile)
    plant "$there"
    list=$(printf '%s\n' "${hostile[@]}")
    action "$there" paths="$list" targets="$bad" preflight="$PREFLIGHT" sarif='$(touch pwned).sarif'
    ok "github: hostile names are judged" ends 1
    ok "github: … all of them" told objects "${#hostile[@]}"
    ok "github: … no line of theirs is obeyed" acts_harmlessly
    ok "github: … SARIF under a hostile name" test -s "$there/\$(touch pwned).sarif"
    for input in paths products targets as-of config baseline profile fail-on sarif formats arguments working-directory preflight version sha256 releases; do
        for text in $'$(touch pwned) `touch pwned` \'; touch pwned; \'" "; touch pwned; "' $'x\n::error::pwned\ntouch pwned' '::error::pwned'; do
            case $input in
                preflight) action "$there" paths=app targets="$good" preflight="$text" ;;
                version | sha256 | releases)
                    action "$there" paths=app targets="$good" version=0.1.0 releases="file://$work/releases" "$input=$text"
                    ;;
                *) action "$there" preflight="$PREFLIGHT" "$input=$text" ;;
            esac
            ok "github: $input as $text acts on nothing" acts_harmlessly
            ok "github: $input as $text forges no output" test "$(grep -c '^status=' "$outputs")" = 1
        done
    done
    ok "github: nothing hostile was run" unharmed
}

# The steps of the example that are commands, with a stand-in for swift and one for gh that keeps what it is given.
github_example() {
    local there
    there=$(site example)
    ok "github: the example has its steps" "$python" - "$ROOT/Plugins/github/example.yml" "$work/example" <<'END'
import pathlib, sys, yaml
steps = yaml.safe_load(open(sys.argv[1]))["jobs"]["preflight"]["steps"]
out = pathlib.Path(sys.argv[2])
out.mkdir()
for name in "Judge the base", "Comment on the pull request":
    (step,) = [step for step in steps if step.get("name") == name]
    assert "${{" not in step["run"], name
    (out / name.split()[0]).write_text(step["run"])
END
    mkdir -p "$there/base"
    cat >"$work/bin/swift" <<'SWIFT'
#!/bin/sh
mkdir -p .build/release && cp "$APP" .build/release/App
SWIFT
    cat >"$work/bin/gh" <<'GH'
#!/bin/bash
case " $* " in
    *" --jq "*) if [ -n "$FOUND" ]; then echo "$FOUND"; fi ;;
    *) printf '%s\n' "$*" >called ;;
esac
GH
    chmod 755 "$work/bin/gh" "$work/bin/swift"
    (cd "$there" && mkdir -p .build/release && cp app .build/release/App &&
        "$PREFLIGHT" check .build/release/App --targets ubuntu-22.04,debian-12,rhel-9 --no-host --format json:head.json) >"$work/logs/last" 2>&1 || true
    (cd "$there/base" && PATH=$work/bin:$PATH APP=$work/app sh -e "$work/example/Judge") >"$work/logs/example" 2>&1 || cat "$work/logs/example"
    ok "github: the example compares base and head" grep -q '^###\|^|\|[Nn]othing' "$there/difference.md"
    (cd "$there" && PATH=$work/bin:$PATH COMMENTS=https://api/comments FOUND='' sh -e "$work/example/Comment") || true
    ok "github: the example comments" grep -q -- '--method POST https://api/comments --field body=@comment.md' "$there/called"
    (cd "$there" && PATH=$work/bin:$PATH COMMENTS=https://api/comments FOUND=https://api/1 sh -e "$work/example/Comment") || true
    ok "github: … and edits its comment later" grep -q -- '--method PATCH https://api/1 --field body=@comment.md' "$there/called"
    rm "$work/bin/swift" "$work/bin/gh"
}

github
github_sources
github_hostile
github_example
