// What a browser can add to a report that is whole without it: theme, search, filter, folds, links that open what they
// point to, contents that follow the reading, copy buttons. It requests nothing and makes no markup from text.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (text, onclick, properties = {}) => make('button', { type: 'button', onclick, ...properties }, text);

  // Theme. Before the page is painted, and without storage where a server's policy has taken it away.
  const THEME = 'chaos-report-theme';
  const recall = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // The choice holds for this visit.
    }
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const remembered = recall(THEME);
  if (remembered === 'dark' || remembered === 'light') root.dataset.theme = remembered;
  root.classList.add('scripted');

  function themeSwitch() {
    const name = () => (isDark() ? 'light' : 'dark');
    const control = button(name(), () => {
      root.dataset.theme = name();
      remember(THEME, root.dataset.theme);
      control.textContent = name();
    });
    control.title = 'Switch between light and dark';
    dark.addEventListener('change', () => (control.textContent = name()));
    return control;
  }

  // Folds
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  };
  function reveal(element) {
    const hidden = element.closest('[hidden]');
    if (hidden) clearSearch();
    open(element);
    element.scrollIntoView();
  }
  function revealTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (target) reveal(target);
  }
  function foldSwitch(text, state) {
    return button(text, () => all('main details').forEach((fold) => (fold.open = state)));
  }
  function openForPrint() {
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = all('main details:not([open])');
      opened.forEach((fold) => (fold.open = true));
    });
    addEventListener('afterprint', () => opened.forEach((fold) => (fold.open = false)));
  }

  // Filter and search: both leave out experiments, in the matrix, the contents and the page.
  const chosen = { verdict: '', status: '', tag: '' };
  let words = '';
  let found = [];
  let here = -1;
  let chapters = [];
  let say = () => {};
  let clearSearch = () => {};

  const textOf = new Map();
  const holds = (chapter) => {
    if (!words) return true;
    if (!textOf.has(chapter)) textOf.set(chapter, chapter.textContent.toLowerCase());
    return textOf.get(chapter).includes(words);
  };

  const valuesOf = {
    verdict: (chapter) => [chapter.dataset.verdict],
    status: (chapter) => (chapter.dataset.status === undefined ? [] : [chapter.dataset.status]),
    tag: (chapter) => (chapter.dataset.tags ?? '').split('\n').filter(Boolean),
  };
  const isChosen = (chapter) =>
    Object.entries(chosen).every(([kind, value]) => !value || valuesOf[kind](chapter).includes(value));

  function show() {
    let shown = 0;
    for (const chapter of chapters) {
      const visible = isChosen(chapter) && holds(chapter);
      chapter.hidden = !visible;
      for (const line of all(`[data-target="${CSS.escape(chapter.dataset.target ?? chapter.id)}"]`)) line.hidden = !visible;
      if (visible) shown += 1;
    }
    found = words ? occurrences() : [];
    here = -1;
    paint();
    say(shown);
  }

  const MOST = 5000;
  function occurrences() {
    const ranges = [];
    const walker = document.createTreeWalker(one('main'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
      const text = node.data.toLowerCase();
      for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
        if (node.parentElement.closest('[hidden], .filters, .copy')) break;
        const range = document.createRange();
        // Lower case can be longer than what it is of.
        range.setStart(node, Math.min(at, node.length));
        range.setEnd(node, Math.min(at + words.length, node.length));
        ranges.push(range);
      }
    }
    return ranges;
  }
  function paint() {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.set('found', new Highlight(...found.filter((_, i) => i !== here)));
    CSS.highlights.set('here', new Highlight(...(here < 0 ? [] : [found[here]])));
  }
  function step(by) {
    if (found.length === 0) return;
    here = here < 0 && by < 0 ? found.length - 1 : (here + by + found.length) % found.length;
    const place = found[here].startContainer.parentElement;
    open(place);
    place.scrollIntoView({ block: 'center' });
    paint();
    say();
  }

  function filters() {
    chapters = all('main article[data-verdict]');
    // The index of a folder has no experiments: their rows in the matrix stand for them.
    if (chapters.length === 0) chapters = all('table.matrix tbody[data-verdict][data-target]');
    if (chapters.length === 0) return;
    const bar = make('div', { className: 'filters' });
    const countsOf = (kind) => {
      const counts = new Map();
      for (const value of chapters.flatMap((chapter) => [...new Set(valuesOf[kind](chapter))]))
        counts.set(value, (counts.get(value) ?? 0) + 1);
      return counts;
    };
    const counts = countsOf('verdict');
    const choose = (value) => {
      chosen.verdict = value;
      for (const control of all('button', bar)) control.ariaPressed = String(control.dataset.value === value);
      show();
    };
    // Runs are counted, where the matrix has the latest of each experiment alone.
    const runs = all('table.matrix tbody[data-target]').length < chapters.length;
    const choice = (value, count, label) => {
      const control = button('', () => choose(value), { ariaPressed: String(value === '') });
      control.dataset.value = value;
      control.append(...label, ` ${count}${runs && !value ? ' runs' : ''}`);
      bar.append(control);
    };
    if (counts.size > 1) {
      choice('', chapters.length, ['all']);
      for (const [value, count] of counts) {
        const of = `[data-verdict="${CSS.escape(value)}"]`;
        // Of older runs the matrix may have none with this verdict.
        const sample = one(`tbody${of} .status, article${of} .callout.verdict .status`);
        choice(value, count, sample ? [sample.cloneNode(true)] : [value.replaceAll('-', ' ')]);
      }
    }
    // A choice only where it leaves something out.
    const selects = ['status', 'tag'].flatMap((kind) => {
      const values = [...countsOf(kind)].filter(([value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
      if (values.every(([, count]) => count === chapters.length)) return [];
      const control = make(
        'select',
        {},
        make('option', { value: '' }, 'any'),
        ...values.map(([value, count]) => make('option', { value }, `${value} (${count})`)),
      );
      control.addEventListener('change', () => {
        chosen[kind] = control.value;
        show();
      });
      bar.append(make('label', {}, `${kind} `, control));
      return [control];
    });
    const input = make('input', { type: 'search', placeholder: 'Find a name, a tag, a word', ariaLabel: 'Find' });
    const output = make('output');
    const form = make('form', { role: 'search' }, input, output);
    let pending = 0;
    input.addEventListener('input', () => {
      clearTimeout(pending);
      pending = setTimeout(() => {
        words = input.value.trim().toLowerCase();
        show();
      }, 150);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    });
    clearSearch = () => {
      input.value = words = chosen.status = chosen.tag = '';
      for (const control of selects) control.value = '';
      choose('');
    };
    let last = chapters.length;
    say = (shown = last) => {
      last = shown;
      const number = found.length >= MOST ? `${MOST} or more` : found.length;
      const place = here < 0 ? 'Enter goes to the first' : `${here + 1} of ${number}`;
      output.textContent = !words
        ? ''
        : found.length === 0
          ? 'Nothing found'
          : `${number} in ${shown} of ${chapters.length} experiments; ${place}`;
    };
    bar.append(form);
    const matrix = one('table.matrix');
    if (matrix) matrix.before(bar);
    else one('main').prepend(bar);
    one('.tools').append(slashSwitch(input));
  }

  // A key without a modifier can be pressed by accident or by speech input: it must be possible to turn it off
  // (WCAG 2.1.4). It is dead where one types or chooses.
  const SLASH = 'chaos-report-slash';
  function slashSwitch(input) {
    const name = () => `/ to search: ${isOn ? 'on' : 'off'}`;
    let isOn = recall(SLASH) !== 'off';
    const control = button(name(), () => {
      isOn = !isOn;
      remember(SLASH, isOn ? 'on' : 'off');
      control.textContent = name();
    });
    addEventListener('keydown', (event) => {
      if (!isOn || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target.closest?.('input, select, textarea, [contenteditable]')) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
    return control;
  }

  // Contents that follow the reading
  function follow() {
    const contents = one('.contents');
    const links = new Map(all('a[href^="#"]', contents).map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const first = links.values().next().value ?? null;
    let current = null;
    const update = () => {
      // What stands a quarter down the window, in the middle of the text.
      const { left, width } = one('main').getBoundingClientRect();
      let last = scrollY < 10 ? first : null;
      for (let at = document.elementFromPoint(left + width / 2, innerHeight / 4); at && !last; at = at.parentElement) {
        last = links.get(at.id) ?? null;
      }
      last ??= current;
      if (last === current) return;
      all('.current', contents).forEach((line) => line.classList.remove('current'));
      current?.removeAttribute('aria-current');
      current = last;
      current?.setAttribute('aria-current', 'location');
      for (let line = current?.closest('li'); line; line = line.parentElement.closest('li')) line.classList.add('current');
      if (current && getComputedStyle(contents).position === 'sticky') {
        const top = current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
        if (top < 60 || top > contents.clientHeight - 60) contents.scrollTop += top - contents.clientHeight / 3;
      }
    };
    let frame = 0;
    addEventListener(
      'scroll',
      () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          update();
        });
      },
      { passive: true },
    );
    update();
  }
  function foldContents() {
    const fold = one('.contents details');
    const narrow = matchMedia('(max-width: 70rem)');
    const set = () => (fold.open = !narrow.matches);
    narrow.addEventListener('change', set);
    fold.addEventListener('click', (event) => {
      if (narrow.matches && event.target.closest('a')) fold.open = false;
    });
    set();
  }

  // Copying, also where the page is no secure context
  async function copy(text, code) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand('copy');
      getSelection().removeAllRanges();
    }
  }
  function copyButtons() {
    for (const figure of all('figure.code')) {
      const code = one('code', figure);
      const control = button('copy', async () => {
        await copy(code.textContent, code);
        control.textContent = 'copied';
        control.classList.add('done');
        setTimeout(() => {
          control.textContent = 'copy';
          control.classList.remove('done');
        }, 1500);
      });
      control.className = 'copy';
      control.ariaLive = 'polite';
      figure.append(control);
    }
  }

  // From here on laying everything out at once takes longer than a reader should wait.
  const LONG = 40;

  addEventListener('DOMContentLoaded', () => {
    root.classList.toggle('long', all('main article').length > LONG);
    const folds = all('main details').length > 0;
    one('.tools').append(
      ...(folds ? [foldSwitch('expand all', true), foldSwitch('collapse all', false)] : []),
      themeSwitch(),
    );
    foldContents();
    filters();
    follow();
    copyButtons();
    openForPrint();
    addEventListener('hashchange', revealTarget);
    revealTarget();
    // A link to where the page already is changes nothing, and has to open it all the same.
    addEventListener('click', (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      if (link && link.hash === location.hash) revealTarget();
    });
  });
})();
