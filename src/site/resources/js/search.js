// The search. A page that is opened from a file may not fetch anything, so the texts of all pages are a script, loaded at the first search.
addEventListener('DOMContentLoaded', () => {
  const form = document.createElement('form');
  form.id = 'search';
  form.role = 'search';
  form.innerHTML = `<label>Search <input type="search" autocomplete="off"></label>
    <p role="status"></p>
    <ol></ol>`;
  document.querySelector('#leftColumn').prepend(form);
  const [field, status, list] = form.querySelectorAll('input, p, ol');
  let index;

  const load = name => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `js/${name}.js`;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  const build = async () => {
    await Promise.all([load('lunr'), load('documents')]);
    lunr.tokenizer.separator = /[\s:-]+/;
    return lunr(function () {
      this.ref('link');
      this.field('page', { boost: 4 });
      this.field('heading', { boost: 6 });
      this.field('text');
      Object.values(siteDocuments).forEach(each => this.add(each));
    });
  };

  // Each word counts, and so does the beginning of a word that is still being typed. First come the places that have the whole text, such as a message.
  const query = (documents, text) => {
    const hasAll = ({ ref }) => {
      const { heading, text: body } = siteDocuments[ref];
      return `${heading} ${body}`.toLowerCase().includes(text.trim().toLowerCase());
    };
    return documents.query(all => {
      for (const word of lunr.tokenizer(text)) {
        all.term(word);
        all.term(word, { boost: 0.1, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      }
    }).sort((one, other) => hasAll(other) - hasAll(one));
  };

  const search = async () => {
    index ??= build();
    const documents = await index;
    const hits = field.value ? query(documents, field.value).slice(0, 10) : [];
    status.textContent = field.value && !hits.length ? 'Nothing found' : '';
    list.replaceChildren(...hits.map(({ ref }) => {
      const { page, heading } = siteDocuments[ref];
      const link = document.createElement('a');
      link.href = ref;
      link.textContent = page === heading ? page : `${page}: ${heading}`;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }));
    form.dataset.found = field.value;
  };

  field.addEventListener('input', search);
  form.addEventListener('submit', event => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
});
