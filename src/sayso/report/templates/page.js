(() => {
  'use strict';
  const root = document.documentElement, $ = (q, at = document) => at.querySelector(q);
  const all = (q, at = document) => [...at.querySelectorAll(q)];
  root.classList.add('js');
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const bring = (el, block = 'center') => {
    const behavior = still() ? 'auto' : 'smooth', pane = el.closest('.pages');
    if (pane && getComputedStyle(pane).overflowY === 'auto' && pane.scrollHeight > pane.clientHeight) {
      const at = el.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTo({top: pane.scrollTop + at - pane.clientHeight / 3, behavior});
    } else el.scrollIntoView({block, behavior});
  };

  const tabs = all('.tabs a'), pages = all('.pages article');
  const open = id => {
    if (!tabs.length) return;
    for (const page of pages) page.classList.toggle('away', page.id !== id);
    for (const tab of tabs) tab.setAttribute('aria-current', String(tab.hash === '#' + id));
  };
  for (const tab of tabs) tab.addEventListener('click', e => { e.preventDefault(); open(tab.hash.slice(1)); $('.pages').scrollTop = 0; });
  if (pages.length) open(pages[0].id);

  const pop = $('.pop'), inside = $('.pop ol');
  let back = null;
  const clear = () => all('.on').forEach(el => { if (el.matches('mark, tr')) el.classList.remove('on'); });
  const shut = () => { pop.hidden = true; clear(); if (back && back.isConnected) back.focus({preventScroll: true}); back = null; };
  $('.pop button').addEventListener('click', shut);
  addEventListener('keydown', e => { if (e.key === 'Escape' && !pop.hidden) shut(); });
  const show = ids => {
    inside.textContent = '';
    for (const id of ids) {
      const note = document.getElementById('n' + id);
      if (note) { const copy = note.cloneNode(true); copy.removeAttribute('id'); inside.append(copy); }
    }
    pop.hidden = !inside.children.length;
  };
  const list = (el, name) => (el.dataset[name] || '').split(' ').filter(Boolean);
  const light = (name, id) => {
    clear();
    const marks = all('mark').filter(m => list(m, name).includes(id));
    marks.forEach(m => m.classList.add('on'));
    return marks;
  };
  const reach = el => {
    const page = el.closest('article');
    if (page) open(page.id);
    for (let d = el.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  };

  document.addEventListener('click', e => {
    const link = e.target.closest('a[href^="#"]'), mark = e.target.closest('mark');
    if (link && link.closest('.tabs')) return;
    if (link && !mark) {
      const id = link.getAttribute('href').slice(1), target = document.getElementById(id);
      if (!target) return;
      if (/^c\d+$/.test(id) || link.classList.contains('ref')) {
        e.preventDefault();
        back = link;
        const name = id.replace(/^n/, '');
        const marks = light(name[0], name);
        if (marks.length) { reach(marks[0]); bring(marks[0]); marks[0].tabIndex = -1; marks[0].focus({preventScroll: true}); }
        const row = link.closest('tr');
        const around = marks.length ? list(marks[0], 'a').reverse() : [];
        show(name[0] === 'c' ? [...around.slice(0, 1), name] : [name, ...marks.flatMap(m => list(m, 'c')).filter((c, n, l) => l.indexOf(c) === n)].slice(0, 1));
        const home = row && inside.querySelector(`a[href="#${row.id}"]`);
        if (home) home.closest('ul').prepend(home.closest('li'));
        if (link.classList.contains('ref')) (inside.querySelector('a') || $('.pop button')).focus({preventScroll: true});
        history.replaceState(null, '', '#' + id);
      } else if (/^p\d+$/.test(id)) {
        e.preventDefault();
        wide();
        reach(target); clear(); target.classList.add('on'); bring(target);
        target.tabIndex = -1; target.focus({preventScroll: true});
      } else reach(target);
      return;
    }
    if (mark) {
      if (link) e.preventDefault();
      if (getSelection().toString()) return;
      const ids = [...list(mark, 'a').reverse(), ...list(mark, 's')];
      if (ids.length) { light(list(mark, 'a').length ? 'a' : 's', ids[0]); show(ids); }
      else if (list(mark, 'c').length) { light('c', list(mark, 'c')[0]); show(list(mark, 'c')); }
      const home = link && inside.querySelector(`a[href="${link.hash}"]`);
      if (home) home.closest('ul').prepend(home.closest('li'));
      if (e.detail === 0) { back = link || mark; (inside.querySelector('a') || $('.pop button')).focus({preventScroll: true}); }
      return;
    }
    const box = e.target.closest('[data-voice], [data-word]');
    if (box && words) { $('#by-voice').value = box.dataset.voice || 'w:' + box.dataset.word; sift(); bring($('#said'), 'start'); }
  });

  const rows = all('.said tr[data-status]'), homes = rows.map(r => r.parentNode), words = $('#by-text'), order = $('#by-order');
  const fold = $('details.claims'), found = $('.found');
  const lines = new Map(all('.grid tr[data-row]').map(tr => [tr.dataset.row, tr])), parts = all('.grid tbody');
  const sift = () => {
    if (!words) return;
    const text = words.value.trim().toLowerCase(), status = $('#by-status').value, voice = $('#by-voice').value;
    let n = 0;
    for (const row of rows) {
      const fits = (!text || row.textContent.toLowerCase().includes(text)) && (!status || row.dataset.status === status) && (!voice || (voice.startsWith('w:') ? list(row, 'words').includes(voice.slice(2)) : list(row, 'voices').includes(voice)));
      row.hidden = !fits;
      if (lines.has(row.id)) lines.get(row.id).hidden = !fits;
      n += fits;
    }
    for (const part of parts) part.hidden = !$('tr[data-row]:not([hidden])', part);
    const on = text || status || voice;
    if (fold && on) fold.open = true;
    found.textContent = on ? n + ' of ' + rows.length + ' shown' : '';
  };
  const wide = () => { if (words) { words.value = ''; $('#by-status').value = ''; $('#by-voice').value = ''; sift(); } };
  const sort = () => {
    const by = order.value, given = rows.map((r, n) => [r, n]);
    const key = {weight: p => p[1], told: p => +p[0].dataset.n, status: p => p[0].dataset.status, voices: p => -p[0].dataset.count}[by];
    given.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a[1] - b[1]));
    given.forEach(([row], n) => homes[n].append(row));
  };
  if (words) {
    words.addEventListener('input', sift);
    for (const id of ['#by-status', '#by-voice']) $(id).addEventListener('change', sift);
    order.addEventListener('change', sort);
  }
  document.addEventListener('mouseover', e => {
    const cell = e.target.closest('.grid td a'), mark = e.target.closest('mark');
    if (cell && !cell.title) cell.title = cell.getAttribute('aria-label');
    if (mark && !mark.title) {
      const notes = [...list(mark, 'a').reverse(), ...list(mark, 's'), ...list(mark, 'c')].map(id => document.getElementById('n' + id));
      const told = notes.filter(Boolean).slice(0, 2).map(n => [...n.querySelectorAll('bdi, .facts')].map(el => el.matches('p[dir] bdi, li bdi') ? '' : el.textContent).filter(Boolean).join(' · '));
      mark.title = told.join(' — ');
    }
  });
  addEventListener('beforeprint', () => all('details:not(.chains)').forEach(d => { d.open = true; }));
  const first = location.hash && document.getElementById(location.hash.slice(1));
  if (first) { reach(first); if (/^#c\d+$/.test(location.hash)) light('c', location.hash.slice(1)); bring(first); }
})();
