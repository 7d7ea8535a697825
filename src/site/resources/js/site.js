// Copy buttons, the list of contents, and the search. A page that is opened from a file may not fetch anything, so the search's data are scripts.
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

for (const code of document.querySelectorAll('main pre')) {
  const button = element('button', { type: 'button', textContent: 'Copy' });
  button.onclick = async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  };
  const box = element('div', { className: 'code' });
  code.replaceWith(box);
  box.append(code, ...(navigator.clipboard ? [button] : []));
}

// What scrolls sideways can be reached and scrolled with the keyboard.
for (const region of document.querySelectorAll('main pre, main .table')) {
  if (region.scrollWidth > region.clientWidth) {
    region.tabIndex = 0;
  }
}

document.querySelector('.menu [aria-current]')?.scrollIntoView({ block: 'nearest' });

const contents = document.querySelector('.contents');
if (contents) {
  const wide = matchMedia('(min-width: 1181px)');
  contents.open = wide.matches;
  wide.onchange = () => (contents.open = wide.matches);
  const links = new Map([...contents.querySelectorAll('a')].map(link => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id));
  const mark = () => {
    const current = headings.findLast(heading => heading.getBoundingClientRect().top < 130);
    links.forEach((link, id) => link.toggleAttribute('aria-current', id === current?.id));
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}

const form = element('form', { id: 'search', role: 'search' });
form.innerHTML = `<input type="search" placeholder="Search" aria-label="Search" autocomplete="off">
  <div id="found" hidden><p role="status"></p><ol></ol></div>`;
document.querySelector('.brand').after(form);
const [field, found, status, list] = form.querySelectorAll('input, #found, p, ol');

const load = name => new Promise((resolve, reject) => {
  document.head.append(element('script', { src: `js/${name}.js`, onload: resolve, onerror: reject }));
});

const build = async () => {
  await Promise.all([load('lunr'), load('documents')]);
  lunr.tokenizer.separator = /[\s:()",;=<>-]/;
  return lunr(function () {
    this.ref('link');
    this.field('page', { boost: 4 });
    this.field('heading', { boost: 6 });
    this.field('text');
    // A parameter or a list of links is short, and would else come before the page that explains it.
    for (const each of Object.values(siteDocuments)) {
      this.add({ ...each, text: each.text.replace(/-D(?=[a-z])/g, ' ') }, { boost: /-mojo|^index.html#/.test(each.link) ? 0.3 : 1 });
    }
  });
};

// Each word counts, and so does the beginning of a word that is still being typed. A word that is nowhere may have one wrong letter.
// First come the places that have the whole text, such as a message, and most of the words, above all in their
// heading; a heading with … is a message whose rest differs.
const query = (documents, words, text) => {
  const exact = word => all => all
    .term(word, { boost: 10 })
    .term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
  const rank = ({ ref }) => {
    const { page, heading, text: body } = siteDocuments[ref];
    const name = heading.toLowerCase();
    const whole = `${page} ${name} ${body}`.toLowerCase();
    const typed = text.trim().toLowerCase();
    return 2 * words.filter(word => whole.includes(word)).length + words.filter(word => name.includes(word)).length
      + whole.includes(typed) + (name === typed) + (name.includes('…') && typed.includes(name.split(' …')[0]) ? 5 : 0);
  };
  return documents.query(all => {
    for (const word of words) {
      if (documents.query(exact(word)).length) {
        exact(word)(all);
      } else if (word.length > 3) {
        all.term(word, { editDistance: 1 });
      }
    }
  }).sort((one, other) => rank(other) - rank(one));
};

// About two lines of the text around the first word, with all words marked.
const excerpt = (text, words) => {
  const pattern = new RegExp(`(${words.map(word => word.replace(/[^\w\s]/g, '\\$&')).join('|')})`, 'gi');
  const first = Math.max(0, text.search(pattern));
  const start = first < 60 ? 0 : text.indexOf(' ', first - 60) + 1;
  const parts = text.slice(start, start + 180).split(pattern);
  return [start ? '… ' : '', ...parts.map((part, i) => (i % 2 ? element('mark', { textContent: part }) : part))];
};

let index;
const search = async () => {
  const text = field.value;
  index ??= build();
  const documents = await index;
  if (text !== field.value) {
    return;
  }
  const words = lunr.tokenizer(text).map(String);
  const hits = words.length ? query(documents, words, text) : [];
  found.hidden = !words.length;
  status.textContent = hits.length ? `${hits.length} ${hits.length === 1 ? 'place' : 'places'} found` : 'Nothing found';
  list.replaceChildren(...hits.slice(0, 10).map(({ ref }) => {
    const { page, heading, text: body } = siteDocuments[ref];
    const name = element('b', {}, page === heading ? page : `${page}: ${heading}`);
    return element('li', {}, element('a', { href: ref }, name, element('span', {}, ...excerpt(body, words))));
  }));
  form.dataset.found = text;
};

field.addEventListener('input', search);
form.addEventListener('submit', event => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
form.addEventListener('keydown', event => {
  const places = [field, ...list.querySelectorAll('a')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    places[places.indexOf(document.activeElement) + step]?.focus();
  } else if (event.key === 'Escape') {
    found.hidden = true;
    field.focus();
  }
});
document.addEventListener('click', event => (found.hidden = !form.contains(event.target) || !field.value));
document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.target.closest('input')) {
    event.preventDefault();
    field.focus();
  }
});
