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
