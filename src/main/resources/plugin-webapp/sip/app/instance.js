// SIP-ärendet on a process instance: why it waits, its dates, what has happened, and what an admin may do.

import * as api from './api.js';
import { el, table, field, attempt } from './parts.js';

export async function show(node, { processInstanceId }) {
  await draw(node, processInstanceId, '');
}

async function draw(node, id, done) {
  const one = await api.instance(id);
  const again = async (text) => { await draw(node, id, text); };
  const outcome = el('p', { role: 'status', class: 'sip-status sip-done', tabindex: '-1' }, done);
  node.replaceChildren(el('section', { 'aria-label': `Ärendet ${one.number}` },
    el('h2', {}, `Ärendet ${one.number}`), outcome,
    el('p', { class: 'sip-now' }, el('strong', {}, one.why), ` (${one.phase}).`),
    one.faults.length ? el('ul', { class: 'sip-faults' }, one.faults.map((fault) => el('li', {}, fault))) : null,
    el('p', {}, one.next ? `Nästa datum: ${moment(one.next.at)}, ${one.next.what}.` : 'Ärendet har inget datum framåt.',
      one.convener ? ` Sammankallande: ${one.convener}.` : null),
    one.open ? actions(one, again) : null,
    el('h3', {}, 'Datum i ärendet'),
    one.moments.length === 0 ? el('p', {}, 'Inga.') : table('Det närmaste först', ['När', 'Vad', 'Kan flyttas'],
      one.moments.map((m) => [moment(m.at), m.what, m.fixed ?? 'Ja'])),
    el('h3', {}, 'Tidslinje'),
    el('p', { class: 'sip-help' }, 'Det senaste först, även det som är klart. Steg ur länets diagram och händelser i ärendet; vad som står i ärendet visas inte här.'),
    el('ol', { class: 'sip-timeline' }, one.timeline.map((line) => el('li', { class: line.open ? 'sip-open' : '' },
      el('span', {}, moment(line.at), line.until && line.until.slice(0, 10) !== line.at.slice(0, 10) ? ` – ${moment(line.until)}` : null),
      el('span', {}, line.what, line.where ? ` (${line.where})` : null, line.open ? ', pågår' : null, line.cancelled ? ', avbrutet' : null))))));
  if (done) {
    outcome.focus();
  }
}

const moment = (text) => text.replace('T', ' ').slice(0, 16).replace(/ (00:00|23:59)$/, '');

function actions(one, again) {
  return el('details', { class: 'sip-actions' }, el('summary', {}, 'Hjälp ärendet vidare'),
    remind(one, again), moveDate(one, again), changeUnit(one, again));
}

function form(title, fields, label, work) {
  const status = el('p', { role: 'status', class: 'sip-status' });
  const button = el('button', { type: 'submit', class: 'btn btn-primary' }, label);
  return el('form', { class: 'sip-action', submit: (event) => { event.preventDefault(); attempt(button, status, work); } },
    el('h4', {}, title), fields, button, status);
}

function remind(one, again) {
  return form('Påminn', [el('p', { class: 'sip-help' }, 'De kallade som inte har svarat påminns, annars de enheter som har en uppgift. En gång om dagen.')],
    'Påminn', async () => again((await api.act(one.number, 'reminder', {})).done));
}

function moveDate(one, again) {
  const movable = one.moments.filter((m) => !m.fixed);
  if (movable.length === 0) {
    return null;
  }
  const which = el('select', { class: 'form-control', required: true }, movable.map((m, n) => el('option', { value: String(n) }, `${moment(m.at)}: ${m.what}`)));
  const to = el('input', { type: 'date', class: 'form-control', required: true });
  const reason = el('input', { type: 'text', class: 'form-control', maxlength: '500', required: true });
  return form('Flytta ett datum', [field('Vilket datum?', which), field('Till vilken dag?', to),
    field('Varför?', reason, 'Skriv inget om personen. Skälet står i ärendets historik.')], 'Flytta', async () => {
    const chosen = movable[Number(which.value)];
    await again((await api.act(one.number, 'date', { kind: chosen.kind, id: chosen.id, to: to.value, reason: reason.value })).done);
  });
}

function changeUnit(one, again) {
  if (one.holders.length === 0) {
    return null;
  }
  const group = (label, units) => (units.length === 0 ? null : el('optgroup', { label }, units.map((u) => el('option', { value: u.id }, u.name))));
  const from = el('select', { class: 'form-control', required: true },
    one.holders.map((h) => el('option', { value: h.id }, `${h.name}: ${h.tasks.join(', ')}`)));
  const to = el('select', { class: 'form-control', required: true }, el('option', { value: '' }, 'Välj enhet'),
    group('Har grund att se ärendet', one.units.filter((u) => u.grounded)),
    group('Utan grund: sammankallande får ta ställning', one.units.filter((u) => !u.grounded)));
  const reason = el('input', { type: 'text', class: 'form-control', maxlength: '500', required: true });
  return form('Låt en annan enhet ta över', [field('Vems uppgift?', from), field('Till vilken enhet?', to),
    field('Varför?', reason, 'Skriv inget om personen. Skälet står i ärendets historik.')], 'Lämna över', async () => again(
    (await api.act(one.number, 'unit', { from: from.value, to: to.value, reason: reason.value })).done));
}
