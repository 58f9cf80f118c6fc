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
