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
