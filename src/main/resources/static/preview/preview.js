/*
 * Shows a form file with the script that staff meet in Tasklist, and with made-up content in place of a task. The file
 * may come from anybody's computer, so only what a form may hold is taken over from it.
 */

import { ELEMENT_NAMES, fieldsOf, SipForm } from '../camunda/app/tasklist/sip/sip-forms.js';

const PLAIN = ['form', 'option', 'p', 'ul', 'ol', 'li', 'h3', 'h4', 'strong', 'em', 'br'];
const ATTRIBUTES = ['name', 'label', 'label-adult', 'help', 'help-adult', 'clause', 'rule', 'required', 'title', 'title-adult',
  'only', 'rows', 'min', 'max', 'from', 'when', 'is', 'add', 'one', 'title-field', 'value', 'class', 'role', 'kind'];
const UNITS = ['Exempelskolans elevhälsa', 'BUP Exempelstad', 'Socialtjänsten Exempelstad', 'Vårdcentralen Exempelstad']
  .map((name, index) => ({ id: `exempel-${index + 1}`, name }));
const CASE = {
  number: 'SIP-2026-000001',
  person: 'Alva Exempelsson',
  idNumber: '20140312-2383',
  age: 12,
  phase: 'Exempel',
  discoveredOn: '2026-03-02',
  meetingDue: '2026-03-23',
  interpreter: 'Somaliska',
  adaptations: 'Bildstöd',
  guardians: [{ name: 'Bo Exempelsson' }, { name: 'Cia Exempelsson' }]
};
const DECISIONS = [{
  table: 'behov_av_sip',
  outcome: 'SIP',
  why: 'Insatser behövs från båda huvudmännen.',
  clauses: ['VGB-05'],
  at: '2026-03-02T09:00:00'
}];

const known = document.getElementById('known');
const file = document.getElementById('file');
const all = document.getElementById('all');
const adult = document.getElementById('adult');
const pane = document.getElementById('pane');
const complete = document.getElementById('complete');
const result = document.getElementById('result');
let form = null;

/** The file with what it holds in common with others put in; a part may hold parts. */
async function whole(text, folder, depth = 0) {
  const refused = [];
  let joined = text;
  for (const [element, name] of [...text.matchAll(/<sip-part\s+name="([a-z0-9_]+)"\s*>\s*<\/sip-part>/g)]) {
    const own = folder && await fetch(`../api/preview/forms/delar/${folder}/${name}.html`);
    const answer = own?.ok ? own : await fetch(`../api/preview/forms/delar/${name}.html`);
    if (answer.ok && depth < 4) {
      const part = await whole(await answer.text(), folder, depth + 1);
      refused.push(...part.refused);
      joined = joined.replace(element, () => part.joined);
    } else {
      refused.push(`Delen ${name} finns inte.`);
      joined = joined.replace(element, '');
    }
  }
  return { joined, refused };
}

/** Only elements and attributes that a form file may hold; what else there is, is named. */
function clean(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const refused = new Set();
  for (const element of [...page.body.querySelectorAll('*')]) {
    const name = element.localName;
    if (name === 'script') {
      element.remove();
    } else if (!ELEMENT_NAMES.includes(name) && !PLAIN.includes(name)) {
      refused.add(`<${name}> finns inte bland formulärens element.`);
      element.remove();
    } else {
      for (const attribute of [...element.attributes]) {
        if (!ATTRIBUTES.includes(attribute.name)) {
          refused.add(`${attribute.name} får inte stå på <${name}>.`);
          element.removeAttribute(attribute.name);
        }
      }
    }
  }
  const found = page.body.querySelectorAll('form');
  if (found.length !== 1) {
    refused.add('En fil ska ha precis ett <form>.');
  }
  return { root: found[0] ? document.importNode(found[0], true) : null, refused: [...refused] };
}

/** Something to choose, rows to fill in and text to read, for every name the form asks the server for. */
function sample(root) {
  const choices = {};
  const model = {};
  for (const element of root.querySelectorAll('[from]')) {
    const name = element.getAttribute('from');
    if (element.localName === 'sip-info') {
      choices[name] ??= `Här står text ur ärendet (${name}).`;
    } else {
      choices[name] = [1, 2, 3].map((number) => ({ value: `EXEMPEL_${number}`, label: `Exempel ${number}` }));
    }
  }
  for (const rows of root.querySelectorAll('sip-fixed-rows')) {
    const title = rows.getAttribute('title-field') ?? 'name';
    model[rows.getAttribute('name')] = [{ [title]: 'Exempel A' }, { [title]: 'Exempel B' }];
  }
  // What the server alone knows: the first of the answers that open something.
  for (const part of root.querySelectorAll('sip-show')) {
    const name = part.getAttribute('when');
    if (!root.querySelector(`[name="${name}"]`)) {
      model[name] ??= part.getAttribute('is')?.trim().split(/\s+/)[0];
    }
  }
  model.adult = adult.checked;
  return { choices, model };
}

/** What must be filled in and is not. The real check is the server's and knows more. */
function missing(group, prefix = '') {
  return fieldsOf(group).filter((field) => field.isShown).flatMap((field) => {
    const path = prefix + field.name;
    const inside = (field.rows ?? []).flatMap((row, index) => missing(row, `${path}[${index}].`));
    const empty = field.required && (field.value === null || field.value.length === 0);
    return empty ? [{ field: path, message: 'Fyll i det här.' }, ...inside] : inside;
  });
}

let shown = null;

async function show(title, file) {
  shown = { title, file };
  const { joined, refused: missingParts } = await whole(file, title.includes('/') ? title.split('/')[0] : '');
  const { root, refused: faults } = clean(joined);
  const refused = [...missingParts, ...faults];
  document.getElementById('faults').replaceChildren(...refused.map((message) => {
    const line = document.createElement('p');
    line.className = 'preview-fault';
    line.textContent = message;
    return line;
  }));
  result.hidden = true;
  complete.hidden = !root;
  const heading = document.getElementById('form-title');
  heading.textContent = title;
  pane.replaceChildren(...(root ? [root] : []));
  if (!root) {
    return;
  }
  const { choices, model } = sample(root);
  form = new SipForm(root, {
    context: async () => ({
      task: { id: 'prov', documentation: 'Här står uppgiftens beskrivning ur diagrammet.', mine: true },
      case: CASE,
      decisions: DECISIONS,
      model,
      choices,
      adult: adult.checked,
      today: new Date().toISOString().slice(0, 10)
    }),
    check: async () => missing(root),
    saveDraft: null,
    units: {
      find: async (text) => UNITS.filter((unit) => unit.name.toLowerCase().includes(text.toLowerCase())),
      byId: async (id) => UNITS.find((unit) => unit.id === id) ?? null
    }
  });
  form.everythingShown = all.checked;
  await form.open();
  heading.focus();
}

async function showKnown() {
  const answer = await fetch(`../api/preview/forms/${known.value.split('/').map(encodeURIComponent).join('/')}`);
  if (answer.ok) {
    await show(known.value, await answer.text());
  }
}

known.addEventListener('change', () => {
  if (known.value) {
    file.value = '';
    showKnown();
  }
});

file.addEventListener('change', async () => {
  const [chosen] = file.files;
  if (chosen) {
    known.value = '';
    await show(chosen.name, await chosen.text());
  }
});

all.addEventListener('change', () => {
  if (form) {
    form.everythingShown = all.checked;
    form.refresh();
  }
});

adult.addEventListener('change', async () => {
  if (shown) {
    await show(shown.title, shown.file);
    adult.focus();
  }
});

complete.addEventListener('click', async () => {
  const content = await form.checked();
  result.hidden = content === null;
  if (content) {
    document.getElementById('content').textContent = JSON.stringify(content, null, 2);
    document.getElementById('result-title').focus();
  }
});

const answer = await fetch('../api/preview/forms');
for (const name of answer.ok ? await answer.json() : []) {
  known.append(new Option(name, name));
}
