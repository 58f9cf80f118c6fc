// The page of `--format html`, as it stands under page/. Written by ci/page/embed; not to be edited.

/// The page around its data.
enum PageFiles {
    /// What stands before the objects, before the rest of the data, before the sections, and after them.
    static let parts: [String] = [
        ##"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-oYkWg2NCJAMIUvguMHe8DoWLw7PZv6fKQC8OfSgtcWg='; script-src 'sha256-4nQhnJLxniiJfouwY1+5k+fuueK6vfCdMAYDiixqRwY='; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>preflight: will it run there?</title>
        <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23224'/%3E%3Cpath d='M3 8l4 4 6-8' stroke='%237d7' stroke-width='2' fill='none'/%3E%3C/svg%3E">
        <style>
        /* The look of the page. Colours come in pairs, light and dark; marks differ by shape as well as by colour. */

        :root {
            color-scheme: light dark;
            --page: light-dark(#f5f6f8, #0e1217);
            --surface: light-dark(#ffffff, #161b22);
            --raised: light-dark(#f0f2f5, #1e252e);
            --text: light-dark(#1a1f26, #e7eaef);
            --muted: light-dark(#545d69, #a3adba);
            --line: light-dark(#d9dee5, #2c3540);
            --accent: light-dark(#0a58ca, #7fb2ff);
            --x: light-dark(#c1272d, #f2655b);
            --x-on: light-dark(#ffffff, #210302);
            --c: light-dark(#a8480a, #f0a045);
            --c-on: light-dark(#ffffff, #211100);
            --u: light-dark(#dfe3e9, #39434f);
            --u-on: light-dark(#39424d, #e2e7ee);
            --d: light-dark(#fbd3a3, #59390f);
            --d-on: light-dark(#6a3700, #ffcf94);
            --w: light-dark(#fdeaa8, #4e400d);
            --w-on: light-dark(#654600, #ffe08a);
            --r: light-dark(#e2f2e6, #16301d);
            --r-on: light-dark(#23733a, #74d08a);
            --bad: light-dark(#b3191f, #ff8a80);
            --good: light-dark(#1d6b33, #7fd694);
            --doubtful: light-dark(#7a5200, #ffd069);
            --name: 22rem;
            --column: 26px;
            --row: 30px;
            --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }

        * { box-sizing: border-box; }
        html { background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        body { margin: 0; overflow-wrap: anywhere; }
        main, header { max-width: 120rem; margin: 0 auto; padding: 0 clamp(0.75rem, 2.5vw, 2.5rem); }
        main { padding-bottom: 3rem; outline: none; }
        h1, h2, h3, h4, p, ul, dl, dd, pre { margin: 0; }
        h2 { font-size: 1.15rem; font-weight: 650; margin: 0 0 0.75rem; }
        ul { padding-left: 1.2rem; }
        code, pre, .code, .paths { font-family: var(--mono); font-size: 0.86em; }
        section, .targets { margin-top: 1.75rem; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        [hidden] { display: none !important; }
        .skip { position: absolute; left: -100rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--accent); color: var(--page); z-index: 9; }
        .skip:focus { left: 0.75rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        button, select, input {
            font: inherit; color: inherit; background: var(--surface); border: 1px solid light-dark(#848e9b, #6b7684); border-radius: 7px;
            padding: 0.3rem 0.7rem; min-height: 2.2rem;
        }
        button { cursor: pointer; }
        button:hover { background: var(--raised); }

        header { display: flex; align-items: center; justify-content: space-between; padding-top: 1rem; }
        .tool { color: var(--muted); }
        .tool strong { color: var(--text); letter-spacing: 0.01em; }
        .tool span::before { content: "· "; }

        /* The decision */

        .decision {
            margin-top: 0.9rem; padding: 1.3rem 1.5rem 1.2rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
            border-left: 7px solid var(--doubtful);
        }
        .decision[data-mark="bad"] { border-left-color: var(--x); }
        .decision[data-mark="good"] { border-left-color: var(--r-on); }
        .decision h1 { font-size: clamp(1.05rem, 1.6vw, 1.3rem); font-weight: 450; line-height: 1.35; }
        .decision h1 strong { display: block; font-size: 1.75em; font-weight: 720; letter-spacing: -0.015em; line-height: 1.2; margin-bottom: 0.2rem; color: var(--doubtful); }
        .decision[data-mark="bad"] h1 strong { color: var(--bad); }
        .decision[data-mark="good"] h1 strong { color: var(--good); }
        .decision ul { margin-top: 0.6rem; padding: 0; list-style: none; max-width: 75rem; }
        .decision li { padding-left: 1.1rem; text-indent: -1.1rem; }
        .decision li::before { content: "→ "; color: var(--muted); }
        .figures { display: flex; flex-wrap: wrap; gap: 0.4rem 2.2rem; margin-top: 1rem; padding-top: 0.9rem; border-top: 1px solid var(--line); }
        .figures div { display: flex; flex-direction: column-reverse; }
        .figures dt { color: var(--muted); font-size: 0.87rem; }
        .figures dd { font-size: 1.45rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .figures .bad dd { color: var(--bad); }
        .figures .unknown dd { color: var(--doubtful); }

        /* Marks: a tile with a shape */

        .mark { display: grid; place-items: center; border-radius: 4px; forced-color-adjust: none; print-color-adjust: exact; }
        .mark::before { content: ""; width: var(--shape, 11px); height: var(--shape, 11px); background: currentColor; print-color-adjust: exact; }
        .mark[data-v="x"] { background: var(--x); color: var(--x-on); }
        .mark[data-v="c"] { background: var(--c); color: var(--c-on); }
        .mark[data-v="u"] { background: var(--u); color: var(--u-on); }
        .mark[data-v="d"] { background: var(--d); color: var(--d-on); }
        .mark[data-v="w"] { background: var(--w); color: var(--w-on); }
        .mark[data-v="r"] { background: var(--r); color: var(--r-on); }
        .mark[data-v="-"] { color: var(--muted); }
        .mark[data-v="x"]::before {
            clip-path: polygon(20% 0, 50% 30%, 80% 0, 100% 20%, 70% 50%, 100% 80%, 80% 100%, 50% 70%, 20% 100%, 0 80%, 30% 50%, 0 20%);
        }
        .mark[data-v="c"]::before { clip-path: polygon(64% 0, 12% 56%, 45% 56%, 32% 100%, 88% 40%, 54% 40%); transform: scale(1.25); }
        .mark[data-v="u"]::before { content: "?"; background: none; font: 700 13px/11px var(--mono); text-align: center; }
        .mark[data-v="d"]::before { clip-path: polygon(34% 0, 66% 0, 66% 46%, 100% 46%, 50% 100%, 0 46%, 34% 46%); }
        .mark[data-v="w"]::before { clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
        .mark[data-v="r"]::before { border-radius: 50%; transform: scale(0.55); }
        .mark[data-v="-"]::before { height: 2px; transform: scaleX(0.7); }
        .mark[data-forgiven] { box-shadow: inset 0 0 0 2px var(--surface), inset 0 0 0 3.5px currentColor; }

        /* Filters */

        .filters { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.6rem; }
        .filters label { display: inline-flex; align-items: center; gap: 0.4rem; white-space: nowrap; }
        .filters input[type="search"] { width: 15rem; }
        .filters input[type="checkbox"] { min-height: 0; width: 1.05rem; height: 1.05rem; accent-color: var(--accent); }
        .filters select { max-width: 13rem; }
        .chips { display: flex; flex-wrap: wrap; gap: 0.35rem; }
        .chips button { display: inline-flex; align-items: center; gap: 0.45rem; padding: 0.15rem 0.65rem 0.15rem 0.35rem; border-radius: 99px; }
        .chips .mark { width: 22px; height: 22px; border-radius: 50%; --shape: 10px; }
        .chips b { font-variant-numeric: tabular-nums; }
        .chips button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 2px var(--accent); background: var(--raised); }
        .status { color: var(--muted); margin: 0.6rem 0 0.5rem; min-height: 1.5em; }

        /* The grid */

        .layout { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
        .layout.with-panel { grid-template-columns: fit-content(calc(100% - 30rem)) minmax(28rem, 42rem); }
        .grid {
            overflow: auto; max-height: max(24rem, 82vh); background: var(--surface); border: 1px solid var(--line); border-radius: 10px;
            position: relative; width: fit-content; max-width: 100%; scroll-padding: 10rem 0 0 var(--name);
        }
        .head { position: sticky; top: 0; z-index: 3; background: var(--surface); width: max-content; min-width: 100%; border-bottom: 1px solid var(--line); }
        .lines { display: flex; padding-top: 0.45rem; }
        .lines span { font-size: 0.86rem; font-weight: 650; text-align: center; white-space: nowrap; }
        .lines span + span { margin-left: 8px; border-bottom: 2px solid var(--line); }
        .cells { display: flex; padding-right: 0.6rem; }
        .name {
            position: sticky; left: 0; z-index: 1; width: var(--name); flex: none; display: flex; align-items: center; gap: 0.3rem; padding: 0 0.6rem;
            background: var(--surface); border-right: 1px solid var(--line); white-space: nowrap; overflow: hidden; cursor: pointer; height: var(--row);
        }
        .head .name, .lines .name { z-index: 2; color: var(--muted); font-size: 0.86rem; cursor: default; height: auto; align-items: end; padding-bottom: 0.3rem; border-bottom: 0; }
        .column {
            flex: none; width: var(--column); display: flex; align-items: end; justify-content: center; padding: 0.3rem 0; cursor: pointer;
            font-size: 0.86rem; white-space: nowrap; border-radius: 4px;
        }
        .column:hover { background: var(--raised); }
        .upright .column > span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem; overflow: hidden; text-overflow: ellipsis; }
        .upright .column i { font-style: normal; color: var(--muted); }
        .first { margin-left: 8px; }
        .rows { position: relative; min-width: 100%; }
        .row { position: absolute; top: 0; left: 0; min-width: 100%; width: max-content; height: var(--row); contain: layout style; }
        .row:hover .name, .row:focus-within .name { background: var(--raised); }
        .cell {
            flex: none; width: var(--column); height: var(--row); cursor: pointer; border: 2px solid transparent; border-radius: 6px;
            background-clip: padding-box !important;
        }
        .cell:hover { outline: 2px solid var(--text); outline-offset: -2px; }
        .cell:focus-visible, .name:focus-visible, .column:focus-visible { outline-offset: -3px; }
        .cell.open { outline: 3px solid var(--accent); outline-offset: -2px; }
        .paper { display: none; }
        .name .turn { width: 1.15rem; height: 1.15rem; flex: none; display: grid; place-items: center; border-radius: 4px; color: var(--muted); }
        .name .turn::before { content: ""; border: solid currentColor; border-width: 0 2px 2px 0; width: 7px; height: 7px; transform: rotate(-45deg); }
        .name[aria-expanded="true"] .turn::before { transform: rotate(45deg); }
        .name .turn:hover { background: var(--line); }
        .name.inner { padding-left: 2.1rem; }
        .name .dir { color: var(--muted); overflow: hidden; text-overflow: ellipsis; flex: 0 9 auto; min-width: 1.2rem; }
        .name .base { overflow: hidden; text-overflow: ellipsis; flex: 0 1 auto; font-weight: 550; }
        .name .path { display: flex; overflow: hidden; min-width: 0; font-size: 0.93rem; }
        .name .more { color: var(--muted); flex: none; font-size: 0.86rem; }
        .nothing { padding: 1.5rem; color: var(--muted); }
        .hint { color: var(--muted); font-size: 0.86rem; margin-top: 0.5rem; }
        kbd { font: inherit; border: 1px solid var(--line); border-radius: 4px; padding: 0 0.3rem; background: var(--surface); }

        /* The panel */

        .panel {
            background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.15rem; position: sticky; top: 0.75rem;
            max-height: max(24rem, 82vh); overflow: auto;
        }
        .panel header { display: block; padding: 0 2.6rem 0.7rem 0; }
        .panel h3 { font-size: 1.05rem; line-height: 1.35; overflow-wrap: anywhere; margin-bottom: 0.4rem; }
        .panel .remedy { border-left: 3px solid var(--r-on); padding-left: 0.65rem; }
        .panel .about { color: var(--muted); font-size: 0.9rem; }
        .panel .close { position: absolute; top: 0.8rem; right: 0.9rem; width: 2.2rem; padding: 0; font-size: 1.2rem; line-height: 1; }
        .panel article { border-top: 1px solid var(--line); padding: 0.8rem 0; }
        .panel article h4 { font-size: 0.98rem; line-height: 1.4; }
        .panel dl > div { margin-top: 0.45rem; }
        .panel dt { color: var(--muted); font-size: 0.85rem; }
        .panel ul.plain { list-style: none; padding: 0; max-height: 16rem; overflow: auto; }
        .link { border: 0; background: none; padding: 0.1rem 0; min-height: 0; color: var(--accent); text-align: left; text-decoration: underline; text-underline-offset: 2px; }
        .copy { float: right; min-height: 0; padding: 0 0.5rem; font-size: 0.82rem; margin-left: 0.5rem; }
        pre { background: var(--raised); border-radius: 6px; padding: 0.5rem 0.7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .symbols { display: flex; flex-wrap: wrap; gap: 0.25rem; list-style: none; padding: 0; }
        .symbols li { background: var(--raised); border-radius: 5px; padding: 0 0.4rem; font-family: var(--mono); font-size: 0.85rem; overflow-wrap: anywhere; }

        /* What was found, in words */

        .effect { display: inline-block; border-radius: 5px; padding: 0.05rem 0.5rem; margin-right: 0.5rem; font-size: 0.84rem; font-weight: 600; background: var(--raised); print-color-adjust: exact; }
        [data-v="x"] .effect { background: var(--x); color: var(--x-on); }
        [data-v="c"] .effect { background: var(--c); color: var(--c-on); }
        [data-v="u"] .effect { background: var(--u); color: var(--u-on); }
        [data-v="d"] .effect { background: var(--d); color: var(--d-on); }
        [data-v="w"] .effect { background: var(--w); color: var(--w-on); }
        [data-v="r"] .effect { background: var(--r); color: var(--r-on); }
        .causes article, .machine article {
            background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 0.85rem 1.1rem 0.9rem; margin-top: 0.6rem;
            content-visibility: auto; contain-intrinsic-size: auto 8rem;
        }
        .causes h3, .machine h3 { font-size: 1rem; font-weight: 600; }
        .causes dl, .machine dl { margin-top: 0.4rem; }
        .causes dl > div, .machine dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.8rem; padding: 0.1rem 0; }
        .causes dt, .machine dt { color: var(--muted); }
        .causes .link { float: right; margin-left: 1rem; }
        .targets > summary { cursor: pointer; }
        .targets > summary h2 { display: inline; }
        table { border-collapse: collapse; margin-top: 0.75rem; background: var(--surface); font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: 0.25rem 0.9rem; border-bottom: 1px solid var(--line); font-weight: 400; }
        thead th { color: var(--muted); font-size: 0.87rem; }
        .number { text-align: right; }
        td.bad { color: var(--bad); }
        td.unknown { color: var(--doubtful); }
        footer { margin-top: 2.5rem; color: var(--muted); font-size: 0.87rem; }

        @media (max-width: 62rem) {
            :root { --name: 11rem; }
            .layout.with-panel { grid-template-columns: minmax(0, 1fr); }
            .panel { position: fixed; inset: auto 0 0 0; z-index: 8; max-height: 72vh; border-radius: 14px 14px 0 0; box-shadow: 0 -6px 30px rgb(0 0 0 / 35%); }
            .causes dl > div, .machine dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
            .filters input[type="search"] { width: 100%; }
            .filters label:has([type="search"]) { flex: 1 1 100%; }
            .decision { padding: 1rem; }
            .figures { gap: 0.4rem 1.4rem; }
            .targets { overflow-x: auto; }
        }
        @media (prefers-reduced-motion: no-preference) {
            .panel { animation: appear 0.14s ease-out; }
            .name .turn::before { transition: transform 0.12s; }
        }
        @keyframes appear { from { opacity: 0; transform: translateX(10px); } }
        @media (forced-colors: active) {
            .effect, .chips button[aria-pressed="true"] { border: 2px solid Highlight; }
        }

        @media print {
            @page { size: A4 landscape; margin: 11mm; }
            :root, :root[data-theme] { color-scheme: light; --page: #fff; --row: 17px; }
            html { font-size: 11px; }
            main, header { padding: 0; max-width: none; }
            .filters, .panel, .hint, .copy, .link, #theme, .skip, .turn { display: none !important; }
            .layout .grid { display: none; }
            .paper { display: block; }
            .paper .grid { display: block; overflow: visible; max-height: none; border: 0; margin-bottom: 1rem; break-inside: avoid; }
            .causes { columns: 2; column-gap: 8mm; }
            .causes h2 { column-span: all; }
            .causes dl > div { grid-template-columns: 5.5rem minmax(0, 1fr); }
            .layout.with-panel { grid-template-columns: minmax(0, 1fr); }
            .head, .name { position: static; }
            .rows { height: auto !important; }
            .row { position: static; transform: none !important; break-inside: avoid; contain: none; }
            .cell { border-width: 1px; border-radius: 3px; }
            .first { margin-left: 5px; }
            .causes article, .machine article { break-inside: avoid; content-visibility: visible; padding: 0.5rem 0.7rem; }
            h2 { break-after: avoid; }
        }
        </style>
        </head>
        <body>
        <a class="skip" href="#main">To the report</a>
        <header>
        <p class="tool"><strong>preflight</strong> <span>will it run there?</span></p>
        <button type="button" id="theme" hidden>Dark</button>
        </header>
        <script type="application/json" id="objects">
        """##,
        #"""
        </script>
        <script type="application/json" id="report">
        """#,
        #"""
        </script>
        <main id="main" tabindex="-1">

        """#,
        #"""
        </main>
        <script>
        'use strict';
        (() => {
        // The data of the page: objects, causes, targets; what is shown of them; rows of objects that fare alike.

        const read = (id) => JSON.parse(document.getElementById(id).textContent);
        const report = read('report');
        const targets = report.targets;
        const wordOf = Object.fromEntries(report.verdicts);
        // From the worst to the best, as the report orders them.
        const ranks = Object.fromEntries(report.verdicts.map(([letter], place) => [letter, report.verdicts.length - place]));
        const fails = (letter) => letter === 'x' || letter === 'c';

        const objects = [];
        const causes = [];
        {
            const [patterns, kinds, leftOut] = [[], [], []];
            for (const entry of read('objects')) {
                if (!Array.isArray(entry)) {
                    if ('m' in entry) patterns.push(entry.m);
                    else if ('i' in entry) kinds.push(entry.i);
                    else if ('l' in entry) leftOut.push(entry.l);
                    else if ('c' in entry) causes.push({ ...entry.c, number: causes.length, targets: new Set(entry.c.on) });
                    continue;
                }
                const [path, pattern, found, kind, why] = entry;
                objects.push({
                    path,
                    number: objects.length,
                    marks: patterns[pattern],
                    kind: kinds[kind],
                    found: found.map((item) => (Array.isArray(item)
                        ? { cause: causes[item[0]], symbols: item[1] ? item[1].split('\n') : [], blame: item[2] || [] }
                        : { cause: causes[item], symbols: [], blame: [] })),
                    leftOut: why === undefined ? [] : leftOut[why],
                });
            }
        }

        // What is shown: the filters, and what is open in the panel.
        const fresh = () => ({ query: '', verdicts: new Set(), line: '', rule: '', cause: null, failing: false, grouped: null });
        let state = fresh();
        const opened = new Set();
        const mostSingle = 40;

        const isClean = (object) => object.found.length === 0 && /r/.test(object.marks) && /^[r-]*$/.test(object.marks);

        // The targets, as numbers, and the objects that the filters leave.
        function chosen() {
            let columns = targets.map((_, number) => number).filter((number) => targets[number].judged > 0);
            if (state.line) columns = columns.filter((number) => targets[number].line === state.line);
            const query = state.query.trim().toLowerCase();
            const seen = new Set(columns);
            const concerns = (cause) => cause.on.length === 0 || cause.on.some((target) => seen.has(target));
            const some = (object, test) => columns.some((column) => test(object.marks[column].toLowerCase()));
            const left = objects.filter((object) =>
                (!query || object.path.toLowerCase().includes(query))
                && (!state.rule || object.found.some(({ cause }) => cause.rule === state.rule && concerns(cause)))
                && (state.cause === null || object.found.some(({ cause }) => cause.number === state.cause))
                && (state.verdicts.size === 0 || some(object, (letter) => state.verdicts.has(letter)))
                && (!state.failing || some(object, fails)));
            if (state.failing) columns = columns.filter((column) => left.some((object) => fails(object.marks[column].toLowerCase())));
            return { columns, left };
        }

        function weight(marks) {
            let [worst, failing] = [0, 0];
            for (const mark of marks) {
                const letter = mark.toLowerCase();
                if (letter !== '-') worst = Math.max(worst, ranks[letter]);
                if (fails(letter)) failing += 1;
            }
            // Nothing was judged: that is worth a look.
            return [worst || ranks.u, failing];
        }

        // The rows of the grid: objects, groups of objects with the same marks, and all that is good as one.
        function rowsOf({ columns, left }) {
            const marksOf = (object) => columns.map((column) => object.marks[column]).join('');
            const groups = new Map();
            const clean = [];
            const isPicked = state.query.trim() !== '' || state.verdicts.size > 0;
            const wanting = left.filter((object) => isPicked || !isClean(object) || !clean.push(object));
            const isGrouped = state.grouped ?? wanting.length > mostSingle;
            for (const object of wanting) {
                const marks = marksOf(object);
                const key = isGrouped ? marks : `${object.number}`;
                const group = groups.get(key);
                if (group) group.objects.push(object);
                else groups.set(key, { key: `m${key}`, marks, objects: [object], weight: weight(marks) });
            }
            const sorted = [...groups.values()].sort((one, other) =>
                other.weight[0] - one.weight[0] || other.weight[1] - one.weight[1] || other.objects.length - one.objects.length
                || (one.objects[0].path < other.objects[0].path ? -1 : 1));
            if (clean.length === 1) sorted.push({ key: 'clean', marks: marksOf(clean[0]), objects: clean });
            if (clean.length > 1) {
                // A target that some of them were not judged for is still good for the rest.
                const marks = columns.map((column) => (clean.some((object) => object.marks[column] === 'r') ? 'r' : '-')).join('');
                sorted.push({ key: 'clean', marks, objects: clean, isClean: true });
            }
            const rows = [];
            for (const group of sorted) {
                if (group.objects.length === 1) {
                    rows.push({ object: group.objects[0], marks: group.marks });
                    continue;
                }
                const isOpen = opened.has(group.key);
                rows.push({ group, marks: group.marks, isOpen });
                if (isOpen) for (const object of group.objects) rows.push({ object, marks: marksOf(object), isInner: true });
            }
            return rows;
        }
        // Elements and words. Text gets into the page as text nodes only.

        const make = (name, properties = {}, ...children) => {
            const element = document.createElement(name);
            for (const [key, value] of Object.entries(properties)) {
                if (value === undefined || value === null || value === false) continue;
                if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
                else element.setAttribute(key, value === true ? '' : value);
            }
            element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
            return element;
        };
        const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
        const split = (path) => {
            const place = path.lastIndexOf('/', path.length - 2) + 1;
            return [path.slice(0, place), path.slice(place)];
        };
        const nameOf = (row) => {
            if (row.object) return row.object.path;
            if (row.group.isClean) return `${count(row.group.objects.length, 'object')} that start everywhere`;
            return `${split(row.group.objects[0].path)[1]} and ${count(row.group.objects.length - 1, 'other')}`;
        };
        const verdictOf = (mark) => {
            if (mark === '-') return 'left out';
            return wordOf[mark.toLowerCase()] + (mark === mark.toLowerCase() ? '' : ', with forgiven findings');
        };
        const dressOf = (mark) => ({ 'data-v': mark.toLowerCase(), 'data-forgiven': mark !== '-' && mark !== mark.toLowerCase() });
        const markOf = (mark) => make('span', { class: 'mark', 'aria-hidden': 'true', ...dressOf(mark) });

        // Targets in words, line by line: "ubuntu 20.04, 22.04; debian up to 11; sles (all 5)".
        function placesOf(numbers, judged) {
            if (judged && numbers.length === judged && judged > 1) return `all ${judged} targets`;
            const lines = new Map();
            for (const number of numbers) {
                const { line } = targets[number];
                lines.set(line, [...(lines.get(line) || []), number]);
            }
            return [...lines].map(([line, members]) => {
                const known = targets.map((_, number) => number).filter((number) => targets[number].line === line && targets[number].judged > 0);
                const releases = members.map((number) => targets[number].release);
                if (releases.length === 1 && releases[0] === line) return line;
                if (members.length > 2 && members.length === known.length) return `${line} (all ${known.length})`;
                const isPrefix = members.length > 2 && members.every((number, place) => number === known[place]);
                return `${line} ${isPrefix ? `up to ${releases[releases.length - 1]}` : releases.join(', ')}`;
            }).join('; ');
        }

        async function copy(text, button) {
            try {
                await navigator.clipboard.writeText(text);
            } catch {
                const area = make('textarea', { class: 'unseen' });
                area.value = text;
                document.body.append(area);
                area.select();
                document.execCommand('copy');
                area.remove();
                button.focus();
            }
            button.textContent = 'Copied';
            say('Copied.');
            setTimeout(() => { button.textContent = 'Copy'; }, 1500);
        }
        const copyButton = (text, what) => {
            const button = make('button', { type: 'button', class: 'copy', 'aria-label': `Copy the ${what}` }, 'Copy');
            button.addEventListener('click', () => copy(text, button));
            return button;
        };

        // What a screen reader is told without a move of the focus.
        const voice = make('p', { class: 'unseen', role: 'status' });
        const say = (text) => { voice.textContent = text; };
        // The panel: reason, symbols, blame and remedy of what was chosen in the grid.

        const panel = make('div', { class: 'panel', role: 'dialog', 'aria-labelledby': 'panel-title', hidden: true });
        let origin = null;

        const part = (name, ...content) => make('div', {}, make('dt', {}, name), make('dd', {}, ...content));

        function symbolList(symbols) {
            const first = symbols.slice(0, 12).map((name) => make('li', {}, name));
            const list = make('ul', { class: 'symbols' }, ...first);
            if (symbols.length > 12) {
                const more = make('button', { type: 'button', class: 'link' }, `${symbols.length - 12} more`);
                more.addEventListener('click', () => {
                    list.append(...symbols.slice(12).map((name) => make('li', {}, name)));
                    more.remove();
                });
                return [list, more];
            }
            return [list];
        }

        // One cause, with what is the object's own.
        function causeArticle(cause, { symbols = [], blame = [], share = null, judged = 0 }) {
            const parts = [];
            if (share) parts.push(part('concerns', share));
            if (symbols.length) parts.push(part('because of', ...symbolList(symbols)));
            if (blame.length) parts.push(part('from', make('ul', {}, ...blame.map((line) => make('li', {}, line)))));
            if (cause.on.length) parts.push(part('on', placesOf(cause.on, judged)));
            if (cause.there) parts.push(part('to be had on', cause.there));
            if (cause.remedy) parts.push(part('remedy', copyButton(cause.remedy, 'remedy'), make('p', { class: 'remedy' }, cause.remedy)));
            if (cause.lines) parts.push(part('lines', copyButton(cause.lines.join('\n'), 'lines'), make('pre', {}, cause.lines.join('\n'))));
            if (cause.by) parts.push(part('forgiven', cause.by));
            parts.push(part('rule', make('code', {}, cause.rule), cause.evidence ? `, evidence: ${cause.evidence}` : ''));
            return make('article', { 'data-v': cause.by ? 'forgiven' : cause.v },
                make('h4', {}, make('span', { class: 'effect' }, cause.by ? 'forgiven' : wordOf[cause.v] || cause.v), cause.head),
                make('dl', {}, ...parts));
        }

        const worstFirst = (one, other) =>
            Boolean(one.cause.by) - Boolean(other.cause.by) || ranks[other.cause.v] - ranks[one.cause.v]
            || other.cause.on.length - one.cause.on.length;

        function ofObject(object, column) {
            const found = object.found.filter(({ cause }) => column === null || cause.targets.has(column)).sort(worstFirst);
            const judged = [...object.marks].filter((mark) => mark !== '-').length;
            const parts = found.map((item) => causeArticle(item.cause, { ...item, judged }));
            const why = object.leftOut.filter(([, left]) => column === null || left.includes(column));
            if (column === null || object.marks[column] === '-') {
                for (const [text, left] of why) {
                    parts.push(make('article', {}, make('h4', {}, make('span', { class: 'effect' }, 'left out'), text),
                        column === null ? make('p', { class: 'about' }, placesOf(left)) : ''));
                }
            }
            if (!parts.length) parts.push(make('article', {}, make('p', {}, 'It starts; nothing speaks against it.')));
            return parts;
        }

        function ofGroup(group, column) {
            const sums = new Map();
            for (const object of group.objects) {
                for (const { cause, symbols } of object.found) {
                    if (column !== null && !cause.targets.has(column)) continue;
                    const sum = sums.get(cause) || { cause, objects: 0, symbols: new Set() };
                    sum.objects += 1;
                    for (const name of symbols) if (sum.symbols.size < 60) sum.symbols.add(name);
                    sums.set(cause, sum);
                }
            }
            const sorted = [...sums.values()].sort((one, other) => worstFirst(one, other) || other.objects - one.objects);
            const all = group.objects.length;
            const parts = sorted.slice(0, 40).map(({ cause, objects: some, symbols }) =>
                causeArticle(cause, { symbols: [...symbols], share: some === all ? `all ${count(all, 'object')}` : `${some} of ${count(all, 'object')}` }));
            if (sorted.length > 40) parts.push(make('p', {}, `And ${sorted.length - 40} further causes; filter by name or rule to see them.`));
            if (!parts.length) parts.push(make('article', {}, make('p', {}, 'They start; nothing speaks against them.')));
            const names = group.objects.slice(0, 200).map((object) => make('li', {}, make('button', {
                type: 'button', class: 'link', onclick: () => show({ object, marks: '' }, column),
            }, object.path)));
            if (all > 200) names.push(make('li', {}, `and ${count(all - 200, 'more')}`.replace('mores', 'more')));
            parts.push(make('article', {}, make('h4', {}, count(all, 'object')), make('ul', { class: 'plain' }, ...names)));
            return parts;
        }

        function ofTarget(number) {
            const target = targets[number];
            const sums = new Map(report.verdicts.map(([letter]) => [letter, 0]));
            for (const object of objects) {
                const letter = object.marks[number].toLowerCase();
                if (sums.has(letter)) sums.set(letter, sums.get(letter) + 1);
            }
            const facts = [
                ['C library', target.libc], ['kernel', target.kernel], ['released', target.released], ['supported until', target.eol],
                ['extended support until', target.extended], ['Swift image', target.image],
                ['packages that a run image needs', target.packages && target.packages.join(' ')],
            ].filter(([, value]) => value).map(([name, value]) => part(name, value));
            const verdicts = [...sums].filter(([, sum]) => sum > 0).map(([letter, sum]) => part(wordOf[letter], count(sum, 'object')));
            return [make('article', {}, make('dl', {}, ...verdicts)), make('article', {}, make('dl', {}, ...facts)),
                ...(target.notes || []).map((note) => make('p', { class: 'about' }, note))];
        }

        // Opens the panel on a row, a cell (row and target) or a target.
        function show(row, column, { from = null, quiet = false } = {}) {
            if (from) origin = from;
            const target = column === null ? null : targets[column];
            const title = row ? nameOf(row) : target.name || target.id;
            const about = [];
            if (row && row.object) about.push(row.object.kind);
            if (row && row.object && !target) {
                const judged = [...row.object.marks].filter((mark) => mark !== '-');
                about.push(`starts on ${judged.filter((mark) => 'rwdRWD'.includes(mark)).length} of ${count(judged.length, 'target')}`);
            }
            if (row && target) about.push(target.name && target.name !== target.id ? `${target.name} (${[target.id, target.libc].filter(Boolean).join(', ')})` : target.id);
            if (!row) about.push(target.id);
            const mark = row && target ? (row.object ? row.object.marks[column] : row.group.objects[0].marks[column]) : null;
            const heading = make('h3', { id: 'panel-title', tabindex: '-1' }, title, target && row ? ` on ${target.id}` : '',
                mark ? make('span', { class: 'unseen' }, `: ${verdictOf(mark)}`) : '');
            panel.replaceChildren(
                make('header', {}, heading, make('p', { class: 'about' }, about.join(' · '))),
                make('button', { type: 'button', class: 'close', 'aria-label': 'Close (Escape)', onclick: () => hide() }, '×'),
                ...(row ? (row.object ? ofObject(row.object, column) : ofGroup(row.group, column)) : ofTarget(column)));
            const isNew = panel.hidden;
            panel.hidden = false;
            panel.parentNode.classList.add('with-panel');
            // The grid has another width now.
            if (isNew) draw();
            panel.scrollTop = 0;
            state.shown = { path: row ? (row.object || row.group.objects[0]).path : null, column, isGroup: Boolean(row && row.group) };
            markOpen();
            if (origin) reveal(origin);
            remember();
            if (!quiet) heading.focus({ preventScroll: true });
        }

        function hide({ quiet = false } = {}) {
            if (panel.hidden) return;
            panel.hidden = true;
            panel.parentNode.classList.remove('with-panel');
            draw();
            state.shown = null;
            markOpen();
            remember();
            if (!quiet) focusCell(origin || place);
            origin = null;
        }
        // The grid: only the rows in view are elements. One cell at a time takes part in the order of the Tab key; arrow keys move on.

        let rows = [];
        let columns = [];
        // Where the focus is, or would be: row -1 is the head, column -1 the name.
        let place = { row: 0, column: -1 };
        let rowHeight = 30;
        let isPrinting = false;

        const body = make('div', { class: 'rows', role: 'rowgroup' });
        const head = make('div', { class: 'head', role: 'rowgroup' });
        const grid = make('div', { class: 'grid', role: 'grid', 'aria-labelledby': 'picture-title', 'aria-describedby': 'grid-hint' }, head, body);
        const drawn = new Map();
        // The number of the first column: paper shows one part of them after the other.
        let shift = 0;
        const mostOnPaper = 300;

        const widest = 54;
        const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 15;
        const isFirst = (place) => place > 0 && targets[columns[place]].line !== targets[columns[place - 1]].line;
        const width = (() => {
            const context = document.createElement('canvas').getContext('2d');
            return (text) => {
                context.font = '650 14px system-ui, "DejaVu Sans", sans-serif';
                return context.measureText(text).width;
            };
        })();

        // Columns as wide as their words where all fit beside each other, else narrow ones with upright words.
        function layColumns(room) {
            const lines = [];
            columns.forEach((number) => {
                const last = lines[lines.length - 1];
                if (last && last.line === targets[number].line) last.members.push(number);
                else lines.push({ line: targets[number].line, members: [number] });
            });
            const measure = (least) => {
                const widths = new Map();
                for (const { line, members } of lines) {
                    const share = (width(line) + 10) / members.length;
                    for (const number of members) widths.set(number, Math.ceil(Math.max(least, share, width(targets[number].release) + 10)));
                }
                return [widths, [...widths.values()].reduce((sum, one) => sum + one, 0) + lines.length * 8];
            };
            let [widths, needed] = measure(widest);
            if (needed > room) [widths, needed] = measure(30);
            const isUpright = isPrinting || needed > room;
            const share = (room - lines.length * 8) / columns.length;
            const upright = isPrinting ? 17 : Math.max(21, Math.min(28, Math.floor(share)));
            return { lines, isUpright, widthOf: (number) => (isUpright ? upright : widths.get(number)) };
        }

        let layout = null;

        function drawHead() {
            // As wide as the names, within bounds.
            const beside = !panel.hidden && getComputedStyle(panel).position !== 'fixed' ? 30 * rem : 0;
            const page = grid.closest('.layout').clientWidth - beside;
            const longest = Math.max(0, ...rows.slice(0, 300).map((row) => width(row.object ? row.object.path : nameOf(row)) + (row.group || row.isInner ? 24 : 0)));
            const most = page < 640 ? 0.42 * page : Math.min(400, 0.36 * page);
            const name = isPrinting ? 240 : Math.round(Math.max(page < 640 ? 100 : 150, Math.min(most, longest + 30)));
            grid.style.setProperty('--name', `${name}px`);
            const room = (isPrinting ? 1010 : page) - name - 24;
            layout = layColumns(room);
            grid.classList.toggle('upright', layout.isUpright);
            grid.style.setProperty('--shape', isPrinting ? '9px' : '');
            const cells = columns.map((number, at) => {
                const target = targets[number];
                const label = target.release === target.line ? [target.line]
                    : layout.isUpright ? [make('i', {}, `${target.line} `), target.release] : [target.release];
                const cell = make('div', {
                    class: isFirst(at) ? 'column first' : 'column', role: 'columnheader', 'aria-colindex': at + 2, 'data-c': at, 'data-r': -1, tabindex: '-1',
                    'aria-label': target.id, title: target.name || target.id,
                }, make('span', {}, ...label));
                cell.style.width = `${layout.widthOf(number)}px`;
                return cell;
            });
            const corner = make('div', { class: 'name', role: 'columnheader', 'aria-colindex': 1, 'data-c': -1, 'data-r': -1, tabindex: '-1' }, 'object');
            const parts = [make('div', { class: 'cells', role: 'row', 'aria-rowindex': 1 }, corner, ...cells)];
            if (!layout.isUpright) {
                const spans = layout.lines.map(({ line, members }, at) => {
                    const span = make('span', {}, line === targets[members[0]].release ? '' : line);
                    if (at === 0) span.style.borderBottom = '2px solid var(--line)';
                    span.style.width = `${members.reduce((sum, number) => sum + layout.widthOf(number), 0)}px`;
                    return span;
                });
                const gap = make('div', { class: 'name' });
                parts.unshift(make('div', { class: 'lines', 'aria-hidden': 'true' }, gap, ...spans));
                spans[0].style.marginLeft = '0';
            }
            head.replaceChildren(...parts);
            grid.setAttribute('aria-colcount', columns.length + 1);
        }

        function nameCell(row, at) {
            const isGroup = Boolean(row.group);
            const [dir, base] = split(row.object ? row.object.path : row.group.objects[0].path);
            const parts = isGroup ? [make('span', { class: 'turn', 'aria-hidden': 'true' })] : [];
            if (isGroup && row.group.isClean) {
                parts.push(make('span', { class: 'base' }, `${count(row.group.objects.length, 'object')} start everywhere`));
            } else {
                parts.push(make('span', { class: 'path' }, isGroup || !dir ? '' : make('span', { class: 'dir' }, dir), make('span', { class: 'base' }, base)));
                if (isGroup) parts.push(make('span', { class: 'more' }, `and ${count(row.group.objects.length - 1, 'other')}`));
            }
            return make('div', {
                class: row.isInner ? 'name inner' : 'name', role: 'rowheader', 'aria-colindex': 1, 'data-c': -1, 'data-r': at, tabindex: '-1',
                'aria-expanded': isGroup ? String(row.isOpen) : null, 'aria-label': nameOf(row), title: row.object ? row.object.path : null,
            }, ...parts);
        }

        function drawRow(at) {
            const row = rows[at];
            const name = nameOf(row);
            const cells = columns.map((number, column) => {
                const mark = row.marks[column + shift];
                const cell = make('div', {
                    class: isFirst(column) ? 'cell mark first' : 'cell mark', role: 'gridcell', 'aria-colindex': column + 2, 'data-c': column, 'data-r': at,
                    tabindex: '-1', 'aria-label': `${name} on ${targets[number].id}: ${verdictOf(mark)}`, ...dressOf(mark),
                });
                const wide = layout.widthOf(number);
                cell.style.width = `${Math.min(wide, widest)}px`;
                if (wide > widest) {
                    const side = (wide - widest) / 2;
                    cell.style.marginLeft = `${side + (isFirst(column) ? 8 : 0)}px`;
                    cell.style.marginRight = `${side}px`;
                }
                return cell;
            });
            const element = make('div', { class: 'row cells', role: 'row', 'aria-rowindex': at + 2 }, nameCell(row, at), ...cells);
            element.style.transform = `translateY(${at * rowHeight}px)`;
            return element;
        }

        // On paper nothing can be moved: the columns stand in parts below each other, each as wide as a sheet.
        function drawPaper() {
            const paper = make('div', { class: 'paper' });
            const all = columns;
            const most = 38;
            for (let from = 0; from < all.length;) {
                let end = Math.min(all.length, from + most);
                // Between two lines where one begins in the second half.
                const starts = (at) => targets[all[at]].line !== targets[all[at - 1]].line;
                for (let at = end; end < all.length && at > from + most / 2; at -= 1) {
                    if (starts(at)) {
                        end = at;
                        break;
                    }
                }
                [columns, shift] = [all.slice(from, end), from];
                drawHead();
                // As many rows as fit under a head of their own; the decision stands on the first sheet.
                for (let [at, next] = [0, 14]; at < Math.min(rows.length, 4 * mostOnPaper); [at, next] = [next, next + 30]) {
                    body.replaceChildren(...rows.slice(at, next).map((_, more) => drawRow(at + more)));
                    paper.append(grid.cloneNode(true));
                }
                from = end;
            }
            [columns, shift] = [all, 0];
            return paper;
        }

        // Draws what is in view, and keeps the row that has the focus.
        function drawRows() {
            const first = Math.max(0, Math.floor(grid.scrollTop / rowHeight) - 8);
            const last = Math.min(rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / rowHeight) + 8);
            for (const [at, element] of drawn) {
                if ((at < first || at >= last) && at !== place.row) {
                    element.remove();
                    drawn.delete(at);
                }
            }
            const wanted = [];
            for (let at = first; at < last; at += 1) wanted.push(at);
            if (place.row >= 0 && place.row < rows.length) wanted.push(place.row);
            for (const at of wanted) {
                if (drawn.has(at)) continue;
                const element = drawRow(at);
                drawn.set(at, element);
                // The order of elements is the order of reading.
                const next = [...body.children].find((other) => Number(other.firstChild.dataset.r) > at);
                body.insertBefore(element, next || null);
            }
            markTab();
            markOpen();
        }

        const cellAt = ({ row, column }) => grid.querySelector(`[data-r="${row}"][data-c="${column}"]`);

        function markTab() {
            for (const cell of grid.querySelectorAll('[tabindex="0"]')) cell.tabIndex = -1;
            const cell = cellAt(place);
            if (cell) cell.tabIndex = 0;
        }

        function markOpen() {
            for (const cell of grid.querySelectorAll('.open')) cell.classList.remove('open');
            if (!panel.hidden && origin) cellAt(origin)?.classList.add('open');
        }

        function draw() {
            const picked = chosen();
            columns = picked.columns;
            rows = rowsOf(picked);
            place = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length - 1) };
            if (rows.length && place.row < -1) place.row = 0;
            const hadFocus = grid.contains(document.activeElement);
            body.replaceChildren();
            drawn.clear();
            drawHead();
            rowHeight = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 30;
            body.style.height = `${rows.length * rowHeight}px`;
            grid.setAttribute('aria-rowcount', rows.length + 1);
            grid.hidden = rows.length === 0 || columns.length === 0;
            drawRows();
            if (hadFocus) cellAt(place)?.focus({ preventScroll: true });
            return picked;
        }

        function focusCell(to) {
            place = {
                row: Math.max(-1, Math.min(to.row, rows.length - 1)),
                column: Math.max(-1, Math.min(to.column, columns.length - 1)),
            };
            if (place.row >= 0) {
                const [top, header] = [place.row * rowHeight, head.offsetHeight];
                const room = grid.clientHeight - header;
                if (top < grid.scrollTop) grid.scrollTop = top;
                else if (top + rowHeight > grid.scrollTop + room) grid.scrollTop = top + rowHeight - room;
            }
            drawRows();
            const cell = cellAt(place);
            if (!cell) return;
            cell.focus({ preventScroll: true });
            reveal(place);
            if (!isInView(grid)) grid.scrollIntoView({ block: 'nearest' });
        }
        // The names cover the left of the grid.
        function reveal(place) {
            const cell = cellAt(place);
            if (cell && place.column >= 0) {
                const [start, name] = [cell.offsetLeft, cell.parentNode.firstChild.offsetWidth];
                if (start - name < grid.scrollLeft) grid.scrollLeft = start - name;
                else if (start + cell.offsetWidth > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = start + cell.offsetWidth - grid.clientWidth;
            }
        }
        const isInView = (element) => {
            const box = element.getBoundingClientRect();
            return box.top < window.innerHeight && box.bottom > 0;
        };

        function turn(at) {
            const { group } = rows[at];
            if (!opened.delete(group.key)) opened.add(group.key);
            draw();
            focusCell({ row: at, column: -1 });
            say(opened.has(group.key) ? `${count(group.objects.length, 'object')} shown` : 'closed');
        }

        function activate(to) {
            place = to;
            markTab();
            if (to.row < 0 && to.column < 0) return;
            show(to.row < 0 ? null : rows[to.row], to.column < 0 ? null : columns[to.column], { from: to });
        }

        const steps = {
            ArrowUp: ([row, column]) => [row - 1, column],
            ArrowDown: ([row, column]) => [row + 1, column],
            ArrowLeft: ([row, column]) => [row, column - 1],
            ArrowRight: ([row, column]) => [row, column + 1],
            PageUp: ([row, column]) => [Math.max(0, row - 15), column],
            PageDown: ([row, column]) => [row + 15, column],
            Home: ([row, column], isFar) => (isFar ? [0, -1] : [row, -1]),
            End: ([row, column], isFar) => (isFar ? [Infinity, Infinity] : [row, Infinity]),
        };

        const placeOf = (element) => {
            const cell = element.closest('[data-r]');
            return cell && { row: Number(cell.dataset.r), column: Number(cell.dataset.c) };
        };

        grid.addEventListener('keydown', (event) => {
            const at = placeOf(event.target);
            if (!at || event.altKey || event.metaKey) return;
            const step = steps[event.key];
            if (step) {
                const [row, column] = step([at.row, at.column], event.ctrlKey);
                focusCell({ row, column });
            } else if (event.key === ' ' && at.column === -1 && rows[at.row]?.group) {
                turn(at.row);
            } else if (event.key === 'Enter' || event.key === ' ') {
                activate(at);
            } else {
                return;
            }
            event.preventDefault();
        });
        grid.addEventListener('click', (event) => {
            const at = placeOf(event.target);
            if (!at) return;
            if (at.column === -1 && rows[at.row]?.group && (event.target.closest('.turn') || rows[at.row].group.isClean)) turn(at.row);
            else activate(at);
        });
        grid.addEventListener('focusin', (event) => {
            const at = placeOf(event.target);
            if (!at) return;
            place = at;
            markTab();
        });
        let isWaiting = false;
        grid.addEventListener('scroll', () => {
            if (isWaiting) return;
            isWaiting = true;
            requestAnimationFrame(() => {
                isWaiting = false;
                drawRows();
            });
        });
        // The page around the grid: filters, the address that opens the same view again, the theme, printing.

        const addressOf = () => {
            const words = new URLSearchParams();
            if (state.query) words.set('q', state.query);
            if (state.verdicts.size) words.set('v', [...state.verdicts].join(''));
            if (state.line) words.set('line', state.line);
            if (state.rule) words.set('rule', state.rule);
            if (state.cause !== null) words.set('cause', state.cause);
            if (state.failing) words.set('failing', '1');
            if (state.grouped !== null) words.set('group', state.grouped ? '1' : '0');
            if (state.shown) {
                if (state.shown.path !== null) words.set(state.shown.isGroup ? 'group-of' : 'object', state.shown.path);
                if (state.shown.column !== null) words.set('target', targets[state.shown.column].id);
            }
            return words.toString();
        };

        let written = null;
        function remember() {
            const address = addressOf();
            if (address === written) return;
            written = address;
            try {
                history.replaceState(null, '', address ? `#${address}` : location.pathname + location.search);
            } catch {
                location.hash = address;
            }
        }

        const search = make('input', { type: 'search', placeholder: 'part of a path', autocomplete: 'off', spellcheck: 'false' });
        const lines = make('select', {}, make('option', { value: '' }, 'all'));
        const rules = make('select', {}, make('option', { value: '' }, 'any'));
        const failing = make('input', { type: 'checkbox' });
        const grouping = make('input', { type: 'checkbox' });
        const chips = make('div', { class: 'chips', role: 'group', 'aria-label': 'Verdicts' });
        const reset = make('button', { type: 'button' }, 'Show all');
        const status = make('p', { class: 'status', role: 'status' });
        const nothing = make('p', { class: 'nothing', hidden: true }, 'Nothing is left by these filters.');

        function fillFilters() {
            for (const line of new Set(targets.filter((target) => target.judged > 0).map((target) => target.line))) {
                lines.append(make('option', { value: line }, line));
            }
            for (const rule of [...new Set(causes.map((cause) => cause.rule))].sort()) rules.append(make('option', { value: rule }, rule));
            for (const [letter, word] of report.verdicts) {
                const sum = objects.filter((object) => object.marks.toLowerCase().includes(letter)).length;
                if (!sum) continue;
                chips.append(make('button', {
                    type: 'button', 'aria-pressed': 'false', 'data-letter': letter,
                    onclick: () => {
                        if (!state.verdicts.delete(letter)) state.verdicts.add(letter);
                        update();
                    },
                }, markOf(letter), `${word} `, make('b', {}, sum.toLocaleString('en'))));
            }
        }

        // Filters as they are, and the grid after them.
        function update({ isQuiet = false } = {}) {
            search.value = state.query;
            lines.value = state.line;
            rules.value = state.rule;
            failing.checked = state.failing;
            for (const chip of chips.children) chip.setAttribute('aria-pressed', String(state.verdicts.has(chip.dataset.letter)));
            if (!isQuiet) hide({ quiet: true });
            const { left } = draw();
            grouping.checked = state.grouped ?? left.filter((object) => !isClean(object)).length > mostSingle;
            nothing.hidden = !grid.hidden;
            const judged = targets.filter((target) => target.judged > 0).length;
            const cause = state.cause === null ? '' : ` with: ${causes[state.cause].head}`;
            status.textContent = `${left.length.toLocaleString('en')} of ${count(objects.length, 'object')}, `
                + `${columns.length} of ${count(judged, 'target')}, in ${count(rows.length, 'row')}${cause}`;
            reset.hidden = !(state.query || state.verdicts.size || state.line || state.rule || state.failing || state.cause !== null);
            remember();
        }

        const set = (change) => {
            Object.assign(state, change);
            place = { row: 0, column: -1 };
            grid.scrollTop = 0;
            update();
        };

        // Opens the view that the address names.
        function restore() {
            // A place on the page (the link past the head) is no view.
            if (location.hash.length > 1 && !location.hash.includes('=')) return;
            const words = new URLSearchParams(location.hash.slice(1));
            if (addressOf() === words.toString()) return;
            const known = (list, word) => (list.includes(word) ? word : '');
            const cause = Number.parseInt(words.get('cause') ?? '', 10);
            state = Object.assign(fresh(), {
                query: words.get('q') || '',
                verdicts: new Set([...(words.get('v') || '')].filter((letter) => letter in ranks)),
                line: known(targets.map((target) => target.line), words.get('line')),
                rule: known(causes.map((one) => one.rule), words.get('rule')),
                cause: causes[cause] ? cause : null,
                failing: words.get('failing') === '1',
                grouped: words.has('group') ? words.get('group') === '1' : null,
            });
            update();
            const isGroup = words.has('group-of');
            const path = words.get('group-of') ?? words.get('object');
            const number = targets.findIndex((target) => target.id === words.get('target'));
            const column = number < 0 || !columns.includes(number) ? null : number;
            if (path === null) {
                if (column !== null) show(null, column, { from: { row: -1, column: columns.indexOf(column) }, quiet: true });
                return;
            }
            let at = rows.findIndex((row) => (row.object ? [row.object] : row.group.objects).some((object) => object.path === path));
            if (at < 0) return;
            if (!isGroup && rows[at].group) {
                opened.add(rows[at].group.key);
                draw();
                at = rows.findIndex((row) => row.object?.path === path);
            }
            const from = { row: at, column: column === null ? -1 : columns.indexOf(column) };
            show(rows[at], column, { from, quiet: true });
            place = from;
            grid.scrollTop = Math.max(0, (at - 5) * rowHeight);
            drawRows();
            markOpen();
        }

        function theme() {
            const button = document.getElementById('theme');
            const dark = matchMedia('(prefers-color-scheme: dark)');
            const root = document.documentElement;
            // A page of a file may keep nothing in some browsers.
            const kept = (value) => {
                try {
                    if (value) localStorage.setItem('preflight-theme', value);
                    return localStorage.getItem('preflight-theme');
                } catch { return null; }
            };
            const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
            const name = () => { button.textContent = isDark() ? 'Light' : 'Dark'; button.setAttribute('aria-label', `${button.textContent} colours`); };
            if (['light', 'dark'].includes(kept())) root.dataset.theme = kept();
            button.addEventListener('click', () => {
                root.dataset.theme = isDark() ? 'light' : 'dark';
                kept(root.dataset.theme);
                name();
            });
            dark.addEventListener('change', name);
            button.hidden = false;
            name();
        }

        function print() {
            let [closed, paper] = [[], null];
            window.addEventListener('beforeprint', () => {
                closed = [...document.querySelectorAll('details:not([open])')];
                for (const details of closed) details.open = true;
                if (!grid.isConnected || grid.hidden) return;
                isPrinting = true;
                const kept = state.grouped;
                // Nobody reads thousands of lines on paper.
                if (rows.length > mostOnPaper) {
                    state.grouped = true;
                    rows = rowsOf(chosen());
                }
                paper = drawPaper();
                state.grouped = kept;
                grid.before(paper);
            });
            window.addEventListener('afterprint', () => {
                for (const details of closed) details.open = false;
                isPrinting = false;
                if (!paper) return;
                paper.remove();
                paper = null;
                draw();
            });
        }

        function start() {
            document.title = `${report.word}: preflight`;
            theme();
            print();
            const section = document.getElementById('picture');
            if (!section || objects.length === 0) return;
            const labelled = (text, input) => make('label', {}, text, input);
            const hint = make('p', { class: 'hint', id: 'grid-hint' });
            hint.append('Arrow keys move, ', make('kbd', {}, 'Enter'), ' opens the reason, ', make('kbd', {}, 'Space'),
                ' on a group shows its objects, ', make('kbd', {}, 'Esc'), ' goes back.');
            section.append(
                make('div', { class: 'filters', role: 'search', 'aria-label': 'Filters' }, labelled('Find', search), chips,
                    labelled('Line', lines), labelled('Rule', rules), labelled('', failing), labelled('', grouping), reset),
                status, make('div', { class: 'layout' }, make('div', {}, grid, nothing), panel), hint, voice);
            failing.after('only what fails');
            grouping.after('alike together');
            fillFilters();
            let timer = 0;
            search.addEventListener('input', () => {
                clearTimeout(timer);
                timer = setTimeout(() => set({ query: search.value }), 120);
            });
            lines.addEventListener('change', () => set({ line: lines.value }));
            rules.addEventListener('change', () => set({ rule: rules.value }));
            failing.addEventListener('change', () => set({ failing: failing.checked }));
            grouping.addEventListener('change', () => set({ grouped: grouping.checked }));
            reset.addEventListener('click', () => {
                state = Object.assign(fresh(), { grouped: state.grouped });
                set({});
                search.focus();
            });
            document.addEventListener('keydown', (event) => {
                if (event.key === 'Escape' && !panel.hidden) {
                    event.preventDefault();
                    hide();
                }
            });
            for (const article of document.querySelectorAll('article[data-cause]')) {
                const number = Number(article.dataset.cause);
                const button = make('button', {
                    type: 'button', class: 'link',
                    onclick: () => {
                        state = fresh();
                        set({ cause: number });
                        section.scrollIntoView({ block: 'start' });
                        focusCell({ row: 0, column: -1 });
                    },
                }, 'show in the picture');
                article.querySelector('h3').before(button);
            }
            if (location.hash.includes('=')) restore();
            else update({ isQuiet: true });
            window.addEventListener('resize', () => { if (!isPrinting) draw(); });
            window.addEventListener('hashchange', restore);
        }
        start();
        document.documentElement.dataset.ready = String(Math.round(performance.now()));
        })();
        </script>
        </body>
        </html>

        """#,
    ]
}
