# The hook for pre-commit, in a real repository with real commits.
# shellcheck shell=bash disable=SC2154,SC2034,SC2016

precommit() {
    local hooks=$work/hooks there=$work/commits
    export PRE_COMMIT_HOME=$work/pre-commit
    export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@example.org
    log=$work/logs/commit
    ok "pre-commit: the manifest is one" "$precommit" validate-manifest "$ROOT/.pre-commit-hooks.yaml"
    # A repository as people name it: what a tag of ours holds, as far as pre-commit looks.
    mkdir -p "$hooks/Plugins"
    cp "$ROOT/.pre-commit-hooks.yaml" "$hooks/"
    cp -r "$ROOT/Plugins/pre-commit" "$hooks/Plugins/"
    (cd "$hooks" && git init -q && git add -A && git commit -qm hooks && git tag 0.1.0)
    mkdir "$there"
    cd "$there" || return
    git init -q
    configure "args: ['--targets=$bad', '--']"
    git add -A && git commit -qm configuration
    "$precommit" install >"$log" 2>&1 || die "pre-commit install failed: $(cat "$log")"

    echo text >notes.txt && printf '\211PNG\r\n\032\n\0\0' >picture.png
    commit
    ok "pre-commit: a commit without ELF files passes" ends 0
    cp "$work/app" app
    commit
    ok "pre-commit: a program that would not start is not committed" ends 1
    ok "pre-commit: … and the reason is shown" says "does not start: GLIBC_2.34"
    configure "args: ['--targets=$good', '--']"
    commit
    ok "pre-commit: a good program is committed" ends 0

    configure "args: ['--targets=$bad']"
    cp "$work/app" "$there/second"
    commit
    ok "pre-commit: args without -- are refused" ends 1
    ok "pre-commit: … and told" says 'has to end with "--"'
    configure "args: ['--targets=$bad', '--']"
    rm second
    for name in "${hostile[@]}" $'two\nlines' --fail-on=never -- ; do
        cp "$work/app" "./$name"
        commit
        ok "pre-commit: a program called $name is judged" ends 1
        ok "pre-commit: … and found" says "does not start: GLIBC_2.34"
        rm -f "./$name" && git reset -q
    done
    configure "args: ['--targets=$bad', '--']"
    cp "$work/app" app2
    PREFLIGHT_HIDDEN=nosuch commit
    ok "pre-commit: no executable is 2" says "there is no executable nosuch"
    ok "pre-commit: … and no commit" ends 1
    ok "pre-commit: nothing hostile was run" unharmed
    cd "$ROOT" || return
}

configure() {
    cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $work/hooks
    rev: 0.1.0
    hooks:
      - id: preflight
        $1
CONFIG
}

commit() {
    status=0
    git add -A
    PREFLIGHT=${PREFLIGHT_HIDDEN-$PREFLIGHT} git commit -qm change >"$log" 2>&1 || status=$?
}

if precommit=$(tool pre-commit); then precommit; else skip pre-commit "it is neither on the PATH nor to be had by pip"; fi
