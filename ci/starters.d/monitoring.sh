# Monitoring: the commands as Nagios and Icinga start them, and the metrics by the parsers of their readers.
# shellcheck shell=bash disable=SC2154,SC2034,SC2016

# Nagios' command NAME with ARG1, through the shell as Nagios does. Sets $status, $log.
nagios() {
    local line
    line=$(awk -v name="$1" '$1 == "command_name" { on = $2 == name } on && $1 == "command_line" { sub(/^ *command_line */, ""); print }' \
        "$ROOT/Plugins/monitoring/preflight.cfg")
    line=${line//\$ARG1\$/$2}
    log=$work/logs/nagios status=0
    # The executable is where the command says on machines that have it.
    sh -c "${line//\/usr\/bin\/preflight/$PREFLIGHT}" >"$log" 2>"$log.errors" || status=$?
}

metrics() {
    "$python" - "$@" <<'END'
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as prometheus
text = open(sys.argv[1]).read()
for parser in openmetrics, prometheus:
    samples = {sample.name: sample.value for family in parser(text) for sample in family.samples}
    assert samples["preflight_status"] == float(sys.argv[2]), samples
    assert "preflight_build_info" in samples
# node_exporter (expfmt) knows these types alone, and drops the whole file for another.
types = {line.split()[3] for line in text.splitlines() if line.startswith("# TYPE")}
assert types <= {"counter", "gauge", "summary", "untyped", "histogram"}, types
END
}

monitoring() {
    local there
    there=$(site monitoring)
    cd "$there" || return
    nagios check_preflight app
    ok "nagios: a good program is OK" ends 0
    ok "nagios: … in one line with performance data" grep -qE '^PREFLIGHT OK - .* \| objects=1;;;0 ' "$log"
    nagios check_preflight nosuch
    ok "nagios: what cannot be read is UNKNOWN" ends 3
    echo 'int nosuch(void); int main(void) { return nosuch(); }' >bad.c
    echo 'int nosuch(void) { return 0; }' | gcc -x c -shared -fPIC -Wl,-soname,libnosuch.so.1 -o libnosuch.so -
    gcc -o bad bad.c -L. -lnosuch && rm libnosuch.so
    nagios check_preflight bad
    ok "nagios: a program that does not start is CRITICAL" ends 2
    ok "nagios: … with the reason" says libnosuch.so.1
    nagios check_preflight_host nosuch
    ok "nagios: an unknown profile is not OK" not ends 0
    cp bad "$there/bad|x=9;;;0"
    nagios check_preflight "'bad|x=9;;;0'"
    ok "nagios: a name forges no performance data" test "$(head -n 1 "$log" | tr -cd '|' | wc -c)" = 1

    # What the unit runs, line by line.
    local unit=$ROOT/Plugins/monitoring/preflight-metrics.service line
    local METRICS=$there
    export METRICS
    for entry in app:0 bad:1 nosuch:3; do
        status=0 log=$work/logs/metrics
        line=$(sed -n 's/^ExecStart=//p' "$unit")
        line=${line/\/usr\/bin\/preflight/$PREFLIGHT}
        sh -c "${line/\/usr\/local \/opt \/srv/${entry%:*}}" >"$log" 2>&1 || status=$?
        ok "metrics: ${entry%:*} ends with ${entry#*:}" ends "${entry#*:}"
        sh -c "$(sed -n 's/^ExecStartPost=//p' "$unit")"
        ok "metrics: … and can be read" metrics "$there/preflight.prom" "${entry#*:}"
    done
    sed -i 's/gauge$/info/' preflight.prom
    ok "metrics: a type that node_exporter refuses is noticed" not metrics "$there/preflight.prom" 3
    cd "$ROOT" || return
}

if install_missing python3-prometheus-client; then monitoring; else skip monitoring "there is no python3-prometheus-client"; fi
if command -v systemd-analyze >/dev/null; then
    # The executable need not be on this machine; everything else that is told is a finding.
    units_are_right() {
        mkdir -p "$work/units"
        cp "$ROOT"/Plugins/monitoring/preflight-metrics.{service,timer} "$work/units/"
        sed -i "s#/usr/bin/preflight#$PREFLIGHT#" "$work/units/preflight-metrics.service"
        systemd-analyze verify --man=no "$work"/units/preflight-metrics.{service,timer} 2>&1 | grep -F preflight-metrics && return 1
        return 0
    }
    ok "metrics: systemd takes the units" units_are_right
else
    skip "systemd-analyze verify" "there is no systemd here"
fi
