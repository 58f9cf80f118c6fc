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
