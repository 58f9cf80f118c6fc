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
