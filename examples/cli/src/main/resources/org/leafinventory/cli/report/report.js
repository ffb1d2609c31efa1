'use strict';
// Sorts and filters the table of hosts. What is shown stands in the address after '#', so that it
// can be linked to: #sort=-memory&filter=studio
(() => {
  const table = document.getElementById('host-table');
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const tools = document.getElementById('host-tools');
  const filter = document.getElementById('host-filter');
  const shown = document.getElementById('host-count');
  const collator = new Intl.Collator('en', { numeric: true });
  const hosts = Array.from(body.rows, (row, place) => ({ row, place, keys: [], text: '' }));
  const state = { column: 0, descending: false };

  const isNumber = (column) => heads[column].dataset.type === 'number';

  // An empty key is a fact that is not known.
  const keyOf = (host, column) => {
    if (host.keys[column] === undefined) {
      const cell = host.row.cells[column];
      const key = cell.dataset.key === undefined ? cell.textContent : cell.dataset.key;
      host.keys[column] = isNumber(column) && key !== '' ? Number(key) : key;
    }
    return host.keys[column];
  };

  const compare = (one, other) => {
    const a = keyOf(one, state.column);
    const b = keyOf(other, state.column);
    if (a === '' || b === '') {
      // Not known stands last, whichever the direction.
      return (a === '') - (b === '') || one.place - other.place;
    }
    const order = isNumber(state.column) ? a - b : collator.compare(a, b);
    return (state.descending ? -order : order) || one.place - other.place;
  };

  const sort = () => {
    hosts.sort(compare);
    const fragment = document.createDocumentFragment();
    for (const host of hosts) {
      fragment.append(host.row);
    }
    body.append(fragment);
    heads.forEach((head, column) => {
      if (column === state.column) {
        head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    });
  };

  const select = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const host of hosts) {
      host.text = host.text || Array.from(host.row.cells, (cell) => cell.textContent).join(' ').toLowerCase();
      const matches = words.every((word) => host.text.includes(word));
      host.row.hidden = !matches;
      count += matches ? 1 : 0;
    }
    shown.textContent = count + ' of ' + hosts.length + (hosts.length === 1 ? ' host' : ' hosts');
  };

  const remember = () => {
    const parts = new URLSearchParams();
    if (state.column !== 0 || state.descending) {
      parts.set('sort', (state.descending ? '-' : '') + heads[state.column].dataset.column);
    }
    if (filter.value !== '') {
      parts.set('filter', filter.value);
    }
    history.replaceState(null, '', '#' + parts);
  };

  const recall = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const sorted = parts.get('sort');
    if (sorted !== null) {
      const name = sorted.replace(/^-/, '');
      const column = heads.findIndex((head) => head.dataset.column === name);
      if (column >= 0) {
        state.column = column;
        state.descending = sorted.startsWith('-');
      }
    }
    if (parts.has('filter')) {
      filter.value = parts.get('filter');
    }
    sort();
    select();
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      // Of numbers people look for the largest first.
      state.descending = column === state.column ? !state.descending : isNumber(column);
      state.column = column;
      sort();
      remember();
    });
  });
  filter.addEventListener('input', () => {
    select();
    remember();
  });
  addEventListener('hashchange', recall);

  // Paper cannot be unfolded.
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details:not([open])')) {
      folded.open = true;
      opened.push(folded);
    }
  });
  addEventListener('afterprint', () => {
    for (const folded of opened.splice(0)) {
      folded.open = false;
    }
  });

  tools.hidden = false;
  recall();
})();
