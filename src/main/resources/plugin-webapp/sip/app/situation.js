// SIP-läget: per county what is open, what waits and what has failed; each number opens its list.

import * as api from './api.js';
import { el, table, field, days, toInstance, attempt } from './parts.js';

const WAITS = ['CONSENT', 'ANSWER', 'MEETING', 'FOLLOW_UP', 'STEP'];
const FAULTS = ['PAST_DATE', 'UNSENT', 'INCIDENTS', 'LATE_TIMERS', 'STILL'];

export async function show(node) {
  const state = { days: null, county: null, group: null, page: 0 };
  const lists = el('div');
  const figures = el('div');
  const failed = el('div');
  const range = el('input', { type: 'number', min: '1', max: '365', class: 'form-control sip-days' });
  const redraw = async () => drawFigures(figures, await api.situation(state.days), range, (county, group, label) => {
    Object.assign(state, { county, group, label, page: 0 });
    return drawList(lists, state);
  });
  const status = el('span', { role: 'status', class: 'sip-status' });
  const button = el('button', { type: 'submit', class: 'btn btn-default' }, 'Räkna om');
  const form = el('form', {
    class: 'sip-days-form',
    submit: (event) => {
      event.preventDefault();
      state.days = range.value;
      attempt(button, status, async () => {
        await redraw();
        await drawFailures(failed);
        if (state.group) {
          await drawList(lists, state, false);
        }
        return 'Uppdaterat.';
      });
    }
  }, field('Utan rörelse räknas från så många dagar', range), button, status);
  await redraw();
  node.replaceChildren(el('section', { 'aria-labelledby': 'sip-laget' },
    el('h2', { id: 'sip-laget' }, 'SIP-läget'), form, figures, lists, failed));
  await drawFailures(failed);
}

function drawFigures(node, situation, range, open) {
  range.value = situation.stillDays;
  const most = Math.max(1, ...situation.counties.map((county) => figure(county, 'OPEN').count));
  node.replaceChildren(
    el('p', { class: 'sip-help' }, `Läget ${situation.at.replace('T', ' kl. ').slice(0, 20)}. Välj ett tal för att se ärendena. `
      + 'Personuppgifter visas inte här.'),
    el('div', { class: 'sip-counties' }, situation.counties.map((county) => el('section', { class: 'sip-county' },
      el('h3', {}, county.name),
      bars(county, ['OPEN'], most, open),
      el('h4', {}, 'Väntar på'), bars(county, WAITS, most, open),
      el('h4', {}, 'Behöver någon'), bars(county, FAULTS, most, open)))));
}

const figure = (county, key) => county.figures.find((candidate) => candidate.key === key);

function bars(county, keys, most, open) {
  return el('ul', { class: 'sip-bars' }, keys.map((key) => {
    const one = figure(county, key);
    const label = one.label.replace(/^Väntar på /, '');
    const text = [el('span', { class: 'sip-bar-label' }, key === 'OPEN' ? one.label : label.charAt(0).toUpperCase() + label.slice(1)),
      el('strong', { class: 'sip-bar-number' }, String(one.count))];
    const bar = el('span', { class: `sip-bar ${FAULTS.includes(key) ? 'sip-bar-fault' : ''}`, 'aria-hidden': 'true' },
      el('span', { style: `width: ${one.count === 0 ? 0 : Math.max(1, Math.round((100 * one.count) / most))}%` }));
    const since = one.count > 0 && one.longestDays !== undefined && key !== 'OPEN'
      ? el('span', { class: 'sip-bar-since' }, `längst ${days(one.longestDays)}`) : null;
    return el('li', {}, one.count === 0 ? el('span', { class: 'sip-bar-row' }, text, bar)
      : el('button', { type: 'button', class: 'sip-bar-row', 'data-group': key, 'data-county': county.id,
        'aria-label': `${county.name}, ${one.label}: ${one.count}${since ? `, ${since.textContent}` : ''}. Visa listan`,
        click: () => open(county.id, key, `${county.name}: ${one.label}`) }, text, bar, since));
  }));
}

async function drawList(node, state, focus = true) {
  let heading;
  try {
    const page = await api.cases(state.county, state.group, state.days, state.page);
    heading = el('h3', { tabindex: '-1', id: 'sip-lista' }, `${state.label} (${page.total})`);
    const step = (to, text) => el('button', { type: 'button', class: 'btn btn-default',
      click: () => { state.page = to; drawList(node, state); } }, text);
    node.replaceChildren(el('section', { 'aria-labelledby': 'sip-lista', class: 'sip-list' }, heading,
      page.total === 0 ? el('p', {}, 'Inga ärenden.') : table('Det som har stannat först, sedan det som är senast',
        ['Ärende', 'Varför det väntar', 'Att se till', 'Sammankallande', 'Senast något hände'],
        page.rows.map((row) => [row.instanceId ? el('a', { href: toInstance(row.instanceId) }, row.number) : row.number,
          row.why, el('ul', { class: 'sip-faults' }, row.faults.map((fault) => el('li', {}, fault))), row.convener, row.movedOn ?? ''])),
      el('p', { class: 'sip-pages' },
        page.page > 0 ? step(page.page - 1, 'Föregående') : null,
        page.pages > 1 ? ` Sida ${page.page + 1} av ${page.pages} ` : null,
        page.page + 1 < page.pages ? step(page.page + 1, 'Nästa') : null,
        el('button', { type: 'button', class: 'btn btn-default', click: () => { state.group = null; node.replaceChildren(); } }, 'Stäng listan'))));
  } catch (fault) {
    heading = el('p', { role: 'alert', class: 'sip-fault', tabindex: '-1' }, fault.forUser ?? 'Listan kunde inte hämtas.');
    node.replaceChildren(heading);
  }
  if (focus) {
    heading.focus();
    heading.scrollIntoView({ block: 'start' });
  }
}

/** Jobs that have failed, by what and why, to be tried again all at once. */
async function drawFailures(node) {
  let groups;
  try {
    groups = await api.failures(null);
  } catch (fault) {
    node.replaceChildren(el('p', { role: 'alert', class: 'sip-fault' }, fault.forUser ?? 'Felen kunde inte hämtas.'));
    return;
  }
  const status = el('p', { role: 'status', class: 'sip-status' });
  if (groups.length === 0) {
    node.replaceChildren(el('h3', {}, 'Steg som har misslyckats'), el('p', {}, 'Inget steg väntar på att försökas igen.'), status);
    return;
  }
  const county = el('select', { class: 'form-control' }, [...new Map(groups.map((g) => [g.county, g.countyName]))]
    .map(([id, name]) => el('option', { value: id }, name)));
  const kind = el('select', { class: 'form-control' });
  const message = el('input', { class: 'form-control', type: 'text', maxlength: '200' });
  const count = el('p', { class: 'sip-help', role: 'status' });
  const button = el('button', { type: 'submit', class: 'btn btn-primary' }, 'Försök igen');
  const chosen = () => groups.filter((g) => g.county === county.value && (kind.value === '' || g.kind === kind.value)
    && g.message.toLowerCase().includes(message.value.trim().toLowerCase()));
  const recount = () => {
    const number = chosen().reduce((sum, g) => sum + g.count, 0);
    count.textContent = `${number} misslyckade steg passar.`;
    button.disabled = number === 0;
  };
  const kinds = () => {
    const names = new Map(groups.filter((g) => g.county === county.value).map((g) => [g.kind, g.kindName]));
    kind.replaceChildren(el('option', { value: '' }, 'Alla slag'), ...[...names].map(([id, name]) => el('option', { value: id }, name)));
    recount();
  };
  county.addEventListener('change', kinds);
  kind.addEventListener('change', recount);
  message.addEventListener('input', recount);
  kinds();
  node.replaceChildren(el('section', { class: 'sip-failures' }, el('h3', {}, 'Steg som har misslyckats'),
    table('Efter slag och meddelande', ['Steg', 'Län', 'Meddelande', 'Antal'],
      groups.map((g) => [g.kindName, g.countyName, g.message, String(g.count)])),
    el('form', { class: 'sip-action', submit: (event) => {
      event.preventDefault();
      attempt(button, status, async () => {
        const { retried } = await api.retry({ county: county.value, kind: kind.value || null, message: message.value.trim() });
        await drawFailures(node);
        const after = node.querySelector('.sip-status');
        after.className = 'sip-status sip-done';
        after.textContent = `${retried} steg försöks igen. Det är antecknat i loggen och i varje ärende.`;
        return '';
      });
    } }, el('h4', {}, 'Försök igen'), field('Län', county), field('Slag av steg', kind),
      field('Meddelandet innehåller', message, 'Tomt: alla meddelanden.'), count, button), status));
}
