/*
 * The sip-* elements of a form file. They live in the light DOM, so that labels, descriptions and the surrounding
 * page's styles reach them. Nothing happens when an element is merely inserted: a SipForm builds them, from the
 * outside in, once it knows what the form is about.
 */

import { readDate, readNumber, readPersonNumber, readTime } from './values.js';

const DEFAULT_MAX_LENGTH = 4000;
const TYPING_PAUSE_MS = 250;
const GROUPS = '.sip-row, .sip-form';

let serial = 0;

/** Creates an element; false, null and undefined leave an attribute or a child out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** Builds every sip-* element below a node, outermost first. */
export function build(node, form) {
  for (const child of [...node.children]) {
    if (typeof child.build === 'function') {
      child.build(form);
    } else {
      build(child, form);
    }
  }
}

/** The fields of a form or of one row, not those of rows inside it, in document order. */
export function fieldsOf(group) {
  return [...group.querySelectorAll('*')]
    .filter((element) => element instanceof SipField && element.parentElement.closest(GROUPS) === group);
}

/** Of fields with the same name in different sip-show, the one that is shown counts. */
export function fieldNamed(group, name) {
  const named = fieldsOf(group).filter((field) => field.name === name);
  return named.find((field) => field.isShown) ?? named[0] ?? null;
}

/** The content of a form or row. What a hidden sip-show holds is left out, unless everything is asked for. */
export function readGroup(group, everything = false) {
  const content = {};
  for (const field of fieldsOf(group)) {
    if (field.isShown || (everything && !(field.name in content))) {
      content[field.name] = field.read(everything);
    }
  }
  return content;
}

/** Fills a form or row; fields that the content does not mention become empty. */
export function writeGroup(group, content) {
  for (const field of fieldsOf(group)) {
    field.value = content?.[field.name] ?? null;
  }
}

/** The county's rule of a field, from a decision table, where the author refers to one: required, clauses, note. */
function ruleOf(element, form) {
  return form?.choices('rules')?.[element.getAttribute('rule')];
}

/** What an author wrote to help, and the clauses a question rests on: those of the county's rule, or the author's. */
function helpOf(element, form, ...more) {
  const rule = ruleOf(element, form);
  const clauses = (rule?.clauses ?? element.getAttribute('clause')?.trim().split(/\s+/) ?? []).join(', ');
  const text = [element.getAttribute('help'), rule?.note, ...more].filter(Boolean).join(' ');
  return [
    text && `${text} `,
    clauses && make('span', { class: 'sip-clause' }, `Grund: ${clauses}`)
  ].filter(Boolean);
}

/** One named value of a form, with label, help and fault. */
export class SipField extends HTMLElement {
  build(form) {
    this.form = form;
    this.id ||= `sip-${++serial}`;
    this.classList.add('sip-field');
    this.options = [...this.querySelectorAll(':scope > option')].map((option) => ({
      value: option.getAttribute('value') ?? option.textContent.trim(),
      label: option.textContent.trim(),
      help: option.getAttribute('help')
    }));
    this.replaceChildren();
    // An author who has already said how to write it is not repeated.
    const hint = /åååå|tt:mm/.test(this.getAttribute('help') ?? '') ? '' : this.hint;
    this.help = make('div', { class: 'sip-help', id: `${this.id}-help` }, helpOf(this, form, hint));
    this.fault = make('div', { class: 'sip-fault', id: `${this.id}-fault`, hidden: true });
    this.buildControl();
    this.describe();
  }

  get name() {
    return this.getAttribute('name') ?? '';
  }

  get label() {
    return this.getAttribute('label') ?? this.name;
  }

  get required() {
    return this.hasAttribute('required') || ruleOf(this, this.form)?.required === true;
  }

  /** Whether every sip-show around the field is open. */
  get isShown() {
    return !this.closest('sip-show[hidden]');
  }

  /** How to write the value, said after the author's own help. */
  get hint() {
    return '';
  }

  /** What the label says. The star is for the eye; assistive technology is told by aria-required. */
  caption() {
    return [
      make('span', { class: 'sip-label-text' }, this.label),
      this.required && make('span', { class: 'sip-required', 'aria-hidden': 'true' }, ' *')
    ].filter(Boolean);
  }

  /** What is shown of help, then the place of the fault. */
  notes() {
    return [this.help.textContent && this.help, this.fault].filter(Boolean);
  }

  get descriptions() {
    return [this.help.textContent && this.help.id, !this.fault.hidden && this.fault.id].filter(Boolean).join(' ');
  }

  /** Puts help and fault into the accessible description. */
  describe() {
    const element = this.described;
    if (!element) {
      return;
    }
    if (this.descriptions) {
      element.setAttribute('aria-describedby', this.descriptions);
    } else {
      element.removeAttribute('aria-describedby');
    }
    for (const control of this.marked) {
      if (this.fault.hidden) {
        control.removeAttribute('aria-invalid');
      } else {
        control.setAttribute('aria-invalid', 'true');
      }
    }
  }

  /** What carries help and fault for assistive technology. */
  get described() {
    return this.control;
  }

  /** What is marked as wrong. */
  get marked() {
    return this.described ? [this.described] : [];
  }

  read() {
    return this.value;
  }

  /** What is wrong with the way the value is written; null when it can be sent. */
  problem() {
    return null;
  }

  showFault(message) {
    this.fault.replaceChildren(make('span', { class: 'sip-hidden-text' }, 'Fel: '), message);
    this.fault.hidden = false;
    this.classList.add('sip-has-fault');
    this.describe();
  }

  clearFault() {
    if (this.fault && !this.fault.hidden) {
      this.fault.hidden = true;
      this.fault.replaceChildren();
      this.classList.remove('sip-has-fault');
      this.describe();
    }
  }

  /** Where the focus goes when the field is pointed out. */
  focusField() {
    const target = this.querySelector('input:not([tabindex="-1"]), select, textarea, button') ?? this;
    target.focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  changed() {
    this.clearFault();
    this.form.changed();
  }
}

/** One line that is typed; the kind of value decides how it is read. */
class SipLine extends SipField {
  buildControl() {
    this.control = make('input', {
      type: 'text',
      id: `${this.id}-input`,
      class: 'sip-input',
      autocomplete: 'off',
      inputmode: this.inputMode,
      'aria-required': this.required && 'true',
      oninput: () => this.changed(),
      onchange: () => this.tidy()
    });
    this.append(make('label', { for: this.control.id }, this.caption()), ...this.notes(), this.arrange());
  }

  arrange() {
    return this.control;
  }

  get typed() {
    return this.control.value.trim();
  }

  /** Text to value; null when it cannot be read. */
  parse(text) {
    return text;
  }

  format(value) {
    return String(value);
  }

  get value() {
    return this.typed === '' ? null : this.parse(this.typed);
  }

  set value(value) {
    this.control.value = value === null ? '' : this.format(value);
  }

  /** A draft keeps what could not be read as it was typed. */
  read(everything) {
    return this.value ?? (everything && this.typed ? this.typed : null);
  }

  tidy() {
    if (this.value !== null) {
      this.control.value = this.format(this.value);
    }
  }
}

class SipText extends SipField {
  buildControl() {
    const rows = Number(this.getAttribute('rows') ?? 1);
    this.max = Number(this.getAttribute('max') ?? DEFAULT_MAX_LENGTH);
    const common = {
      id: `${this.id}-input`,
      class: 'sip-input',
      autocomplete: 'off',
      'aria-required': this.required && 'true',
      oninput: () => {
        this.count();
        this.changed();
      }
    };
    this.control = rows > 1 ? make('textarea', { ...common, rows }) : make('input', { ...common, type: 'text' });
    this.left = make('div', { class: 'sip-help sip-count', 'aria-live': 'polite', hidden: true });
    this.append(make('label', { for: this.control.id }, this.caption()), ...this.notes(), this.control, this.left);
  }

  get value() {
    return this.control.value.trim() || null;
  }

  set value(value) {
    this.control.value = value ?? '';
    this.count();
  }

  /** Said in steps of fifty, so that a screen reader is not interrupted at every key. */
  count() {
    const left = this.max - this.control.value.trim().length;
    this.left.hidden = left > this.max * 0.1;
    const text = left < 0 ? `${-left} tecken för mycket` : `${Math.ceil(left / 50) * 50} tecken eller färre kvar`;
    if (this.left.textContent !== text) {
      this.left.textContent = text;
    }
  }

  problem() {
    const over = (this.value ?? '').length - this.max;
    return over > 0 ? `Texten är ${over} tecken för lång. Den får vara högst ${this.max} tecken.` : null;
  }
}

class SipDate extends SipLine {
  get hint() {
    return 'Skriv åååå-mm-dd.';
  }

  get inputMode() {
    return 'numeric';
  }

  parse(text) {
    return readDate(text);
  }

  /** The text field is what counts; the button opens the browser's own calendar on a field nobody tabs to. */
  arrange() {
    this.control.classList.add('sip-short');
    this.control.setAttribute('pattern', '\\d{4}-?\\d{2}-?\\d{2}');
    this.picker = make('input', {
      type: 'date',
      class: 'sip-picker',
      tabindex: '-1',
      'aria-hidden': 'true',
      onchange: () => {
        if (this.picker.value) {
          this.control.value = this.picker.value;
          this.changed();
          this.control.focus();
        }
      }
    });
    const open = make('button', {
      type: 'button',
      class: 'sip-button sip-small',
      'aria-label': `Välj datum i kalender: ${this.label}`,
      onclick: () => {
        this.picker.value = this.value ?? '';
        this.picker.showPicker?.();
      }
    }, 'Välj datum');
    return make('div', { class: 'sip-line' }, this.control, open, this.picker);
  }

  problem() {
    return this.typed && this.value === null ? 'Skriv datumet som åååå-mm-dd, till exempel 2026-03-02.' : null;
  }
}

class SipTime extends SipLine {
  get hint() {
    return 'Skriv tt:mm.';
  }

  get inputMode() {
    return 'numeric';
  }

  parse(text) {
    return readTime(text);
  }

  arrange() {
    this.control.classList.add('sip-short');
    return this.control;
  }

  problem() {
    return this.typed && this.value === null ? 'Skriv klockslaget som tt:mm, till exempel 09:30.' : null;
  }
}

class SipNumber extends SipLine {
  get inputMode() {
    return 'decimal';
  }

  parse(text) {
    return readNumber(text);
  }

  format(value) {
    return String(value).replace('.', ',');
  }

  arrange() {
    this.control.classList.add('sip-short');
    return this.control;
  }

  problem() {
    if (!this.typed) {
      return null;
    }
    if (this.value === null) {
      return 'Skriv ett tal med siffror.';
    }
    const min = Number(this.getAttribute('min') ?? -Infinity);
    const max = Number(this.getAttribute('max') ?? Infinity);
    return this.value < min ? `Talet får vara minst ${min}.` : this.value > max ? `Talet får vara högst ${max}.` : null;
  }
}

class SipPersonNumber extends SipLine {
  get hint() {
    return 'Skriv ååååmmdd-nnnn.';
  }

  arrange() {
    this.control.classList.add('sip-medium');
    return this.control;
  }

  parse(text) {
    return readPersonNumber(text, this.form.today);
  }
}

/** Several inputs that answer one question together. */
class SipGroup extends SipField {
  buildControl() {
    this.inputs = [];
    this.list = make('div', { class: 'sip-options' });
    this.group = make('fieldset', {
      class: 'sip-plain',
      role: this.multiple ? null : 'radiogroup',
      'aria-required': this.multiple || !this.required ? null : 'true'
    }, make('legend', {}, this.caption(), this.multiple && this.required
      && make('span', { class: 'sip-hidden-text' }, ' (obligatorisk)')), ...this.notes(), this.list);
    for (const { value, label, help } of this.answers()) {
      this.addAnswer(value, label, help);
    }
    if (this.inputs.length === 0) {
      this.list.append(make('p', { class: 'sip-help' }, 'Det finns inget att välja.'));
    }
    this.append(this.group);
  }

  answers() {
    const from = this.getAttribute('from');
    const given = from ? this.form.choices(from) : [];
    return [...this.options, ...(Array.isArray(given) ? given : [])]
      .map((answer) => (typeof answer === 'string' ? { value: answer, label: answer } : answer));
  }

  addAnswer(value, label, help) {
    const id = `${this.id}-${this.inputs.length}`;
    const input = make('input', {
      type: this.multiple ? 'checkbox' : 'radio',
      name: this.id,
      id,
      value,
      'aria-describedby': help && `${id}-help`,
      onchange: () => this.changed()
    });
    this.inputs.push(input);
    this.list.append(make('div', { class: 'sip-option' }, input, make('div', {},
      make('label', { for: id }, label), help && make('div', { class: 'sip-help', id: `${id}-help` }, help))));
  }

  get described() {
    return this.group;
  }

  get marked() {
    return this.multiple ? this.inputs : [this.group];
  }

  focusField() {
    (this.inputs.find((input) => input.checked) ?? this.inputs[0])?.focus();
    this.scrollIntoView({ block: 'nearest' });
  }
}

class SipChoice extends SipGroup {
  buildControl() {
    super.buildControl();
    // An answer that need not be given can be taken back.
    if (!this.required) {
      this.clear = make('button', {
        type: 'button',
        class: 'sip-link',
        hidden: true,
        'aria-label': `Ta bort svaret: ${this.label}`,
        onclick: () => {
          this.value = null;
          this.inputs[0].focus();
          this.changed();
        }
      }, 'Ta bort svaret');
      this.group.append(this.clear);
    }
  }

  /** The value an input stands for. */
  meaning(input) {
    return input.value;
  }

  get value() {
    const chosen = this.inputs.find((input) => input.checked);
    return chosen ? this.meaning(chosen) : null;
  }

  set value(value) {
    for (const input of this.inputs) {
      input.checked = value !== null && String(this.meaning(input)) === String(value);
    }
    this.offerClear();
  }

  changed() {
    this.offerClear();
    super.changed();
  }

  offerClear() {
    if (this.clear) {
      this.clear.hidden = this.value === null;
    }
  }
}

class SipYesNo extends SipChoice {
  buildControl() {
    super.buildControl();
    this.list.classList.add('sip-side-by-side');
  }

  answers() {
    return [{ value: 'true', label: 'Ja' }, { value: 'false', label: 'Nej' }];
  }

  meaning(input) {
    return input.value === 'true';
  }
}

class SipChoices extends SipGroup {
  get multiple() {
    return true;
  }

  get value() {
    return this.inputs.filter((input) => input.checked).map((input) => input.value);
  }

  set value(value) {
    const chosen = (value ?? []).map(String);
    for (const input of this.inputs) {
      input.checked = chosen.includes(input.value);
    }
  }
}

class SipSelect extends SipField {
  buildControl() {
    this.control = make('select', {
      id: `${this.id}-input`,
      class: 'sip-input',
      'aria-required': this.required && 'true',
      onchange: () => this.changed()
    }, make('option', { value: '' }, 'Välj …'));
    const from = this.getAttribute('from');
    const given = from ? this.form.choices(from) : [];
    for (const answer of [...this.options, ...(Array.isArray(given) ? given : [])]) {
      this.control.append(make('option', { value: answer.value ?? answer }, answer.label ?? answer));
    }
    this.append(make('label', { for: this.control.id }, this.caption()), ...this.notes(), this.control);
  }

  get value() {
    return this.control.value || null;
  }

  set value(value) {
    this.control.value = value ?? '';
    if (this.control.selectedIndex < 0) {
      this.control.value = '';
    }
  }
}

/** A unit of the register, found by typing part of its name. The value is the unit's id. */
class SipUnit extends SipField {
  get hint() {
    return 'Skriv minst två bokstäver och välj i listan.';
  }

  buildControl() {
    this.unit = null;
    this.found = [];
    this.active = -1;
    this.list = make('ul', { class: 'sip-list', role: 'listbox', id: `${this.id}-list`, 'aria-label': this.label, hidden: true });
    this.control = make('input', {
      type: 'text',
      id: `${this.id}-input`,
      class: 'sip-input',
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.list.id,
      'aria-required': this.required && 'true',
      oninput: () => this.typing(),
      onkeydown: (event) => this.key(event),
      onblur: () => this.leave()
    });
    this.append(make('label', { for: this.control.id }, this.caption()), ...this.notes(),
      make('div', { class: 'sip-combobox' }, this.control, this.list));
  }

  get value() {
    return this.unit?.id ?? null;
  }

  set value(id) {
    this.close();
    this.unit = id ? { id, name: id } : null;
    this.control.value = '';
    if (id) {
      this.control.value = id;
      this.lookUp(id);
    }
  }

  /** The form knows the id; the name is asked for, and the id stands meanwhile. */
  async lookUp(id) {
    const unit = await this.form.source.units.byId(id).catch(() => null);
    if (unit && this.unit?.id === id && this.control.value === id) {
      this.pick(unit, true);
    }
  }

  problem() {
    return this.control.value.trim() && !this.unit ? 'Välj en enhet i listan som visas när du skriver.' : null;
  }

  typing() {
    this.unit = null;
    this.changed();
    clearTimeout(this.timer);
    const query = this.control.value.trim();
    if (query.length < 2) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.search(query), TYPING_PAUSE_MS);
  }

  async search(query) {
    let units;
    try {
      units = await this.form.source.units.find(query);
    } catch (failure) {
      this.showFault(failure.message);
      return;
    }
    if (query !== this.control.value.trim() || this.unit) {
      return;
    }
    this.found = units;
    this.active = -1;
    this.list.replaceChildren(...units.map((unit, index) => make('li', {
      role: 'option',
      id: `${this.id}-option-${index}`,
      'aria-selected': 'false',
      // Before the field loses the focus.
      onmousedown: (event) => {
        event.preventDefault();
        this.pick(unit);
      }
    }, unit.name, unit.detail && make('span', { class: 'sip-detail' }, unit.detail))));
    this.form.announce(units.length === 0 ? 'Ingen enhet hittades.' : `${units.length} enheter hittades.`);
    if (units.length === 0) {
      this.list.replaceChildren(make('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
        'Ingen enhet hittades.'));
    }
    this.list.hidden = false;
    this.control.setAttribute('aria-expanded', 'true');
  }

  key(event) {
    if (this.list.hidden) {
      if (event.key === 'ArrowDown' && this.control.value.trim().length >= 2 && !this.unit) {
        event.preventDefault();
        this.search(this.control.value.trim());
      }
      return;
    }
    const last = this.found.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? this.active + 1 : this.active - 1;
      this.activate(step > last ? 0 : step < 0 ? last : step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.active >= 0) {
        this.pick(this.found[this.active]);
      }
    } else if (event.key === 'Escape') {
      // Not further: it would close the window that the form stands in.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  activate(index) {
    this.active = this.found.length ? index : -1;
    this.control.removeAttribute('aria-activedescendant');
    [...this.list.children].forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === this.active));
      if (position === this.active) {
        this.control.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  pick(unit, silently = false) {
    this.unit = unit;
    this.control.value = unit.name;
    this.close();
    if (!silently) {
      this.form.announce(`${unit.name} är vald.`);
      this.changed();
    }
  }

  leave() {
    clearTimeout(this.timer);
    const typed = this.control.value.trim().toLowerCase();
    const exact = this.unit ? null : this.found.find((unit) => unit.name.toLowerCase() === typed);
    if (exact && typed) {
      this.pick(exact);
    }
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.control.setAttribute('aria-expanded', 'false');
    this.control.removeAttribute('aria-activedescendant');
  }
}

/** A key that a row or form carries along unseen. */
class SipHidden extends SipField {
  buildControl() {
    this.hidden = true;
    this.value = null;
  }

  focusField() {
    this.parentElement.closest(GROUPS)?.querySelector('input, select, textarea')?.focus();
  }
}

/** Rows of the same fields. The fields of one row stand as a group with a heading of its own. */
class SipFixedRows extends SipField {
  build(form) {
    this.template = document.createDocumentFragment();
    this.template.append(...this.childNodes);
    super.build(form);
  }

  buildControl() {
    this.rowList = make('div', { class: 'sip-row-list' });
    this.group = make('fieldset', { class: 'sip-plain sip-rows', tabindex: '-1' },
      make('legend', { class: 'sip-rows-legend' }, this.caption()), ...this.notes(), this.rowList);
    this.append(this.group);
  }

  get described() {
    return this.group;
  }

  get marked() {
    return [];
  }

  get rows() {
    return [...this.rowList.children];
  }

  get one() {
    return this.getAttribute('one') ?? this.label;
  }

  title(row) {
    return row.content?.[this.getAttribute('title-field')] ?? `${this.one} ${this.rows.indexOf(row) + 1}`;
  }

  insertRow(content, before = null) {
    const row = make('fieldset', { class: 'sip-row', tabindex: '-1' }, make('legend', {}));
    row.content = content;
    const fields = make('div', { class: 'sip-row-fields' });
    fields.append(this.template.cloneNode(true));
    row.append(fields);
    this.rowList.insertBefore(row, before);
    build(row, this.form);
    writeGroup(row, content);
    return row;
  }

  number() {
    for (const row of this.rows) {
      row.querySelector(':scope > legend').textContent = this.title(row);
    }
    this.form.refresh();
  }

  read(everything) {
    return this.rows.map((row) => readGroup(row, everything));
  }

  get value() {
    return this.read(false);
  }

  set value(rows) {
    this.rowList.replaceChildren();
    for (const content of rows ?? []) {
      this.insertRow(content);
    }
    this.number();
  }

  focusField() {
    this.group.focus();
    this.scrollIntoView({ block: 'nearest' });
  }
}

class SipRows extends SipFixedRows {
  buildControl() {
    super.buildControl();
    this.min = Number(this.getAttribute('min') ?? 0);
    this.max = Number(this.getAttribute('max') ?? Infinity);
    this.addButton = make('button', { type: 'button', class: 'sip-button', onclick: () => this.add() },
      this.getAttribute('add') ?? `Lägg till ${lowerFirst(this.one)}`);
    this.undo = make('div', { class: 'sip-undo', hidden: true });
    this.group.append(this.undo, this.addButton);
  }

  title(row) {
    return `${this.one} ${this.rows.indexOf(row) + 1}`;
  }

  insertRow(content, before) {
    const row = super.insertRow(content, before);
    row.remover = make('button', { type: 'button', class: 'sip-link sip-remove', onclick: () => this.removeRow(row) });
    row.append(row.remover);
    return row;
  }

  number() {
    super.number();
    for (const row of this.rows) {
      row.remover.textContent = `Ta bort ${lowerFirst(this.title(row))}`;
      row.remover.hidden = this.rows.length <= this.min;
    }
    this.addButton.hidden = this.rows.length >= this.max;
  }

  get value() {
    return super.value;
  }

  set value(rows) {
    this.forget();
    const filled = [...(rows ?? [])];
    while (filled.length < this.min) {
      filled.push({});
    }
    super.value = filled;
  }

  add() {
    this.forget();
    const row = this.insertRow({});
    this.number();
    this.form.lockAgain();
    this.form.announce(`${this.title(row)} har lagts till.`);
    (fieldsOf(row).find((field) => !field.hidden) ?? row).focusField?.();
    this.changed();
  }

  removeRow(row) {
    const index = this.rows.indexOf(row);
    const title = this.title(row);
    const content = readGroup(row, true);
    row.remove();
    this.number();
    this.clearFault();
    this.offerUndo(title, content, index);
    (this.rows[index] ?? this.rows[index - 1] ?? this.addButton).focus();
    this.form.announce(`${title} är borttagen. Du kan ångra.`);
    this.form.changed();
  }

  offerUndo(title, content, index) {
    this.undo.replaceChildren(`${title} är borttagen. `, make('button', {
      type: 'button',
      class: 'sip-link',
      onclick: () => {
        const row = this.insertRow(content, this.rows[index] ?? null);
        this.forget();
        this.number();
        row.focus();
        this.form.announce(`${title} är tillbaka.`);
        this.changed();
      }
    }, `Ångra borttagningen av ${lowerFirst(title)}`));
    this.undo.hidden = false;
  }

  forget() {
    this.undo.hidden = true;
    this.undo.replaceChildren();
  }
}

/** Shows what it holds while another field has one of the given values. */
class SipShow extends HTMLElement {
  build(form) {
    this.form = form;
    this.hidden = true;
    build(this, form);
  }

  /** Gives whether anything changed. */
  refresh() {
    const value = this.lookUp(this.getAttribute('when'));
    const wanted = this.getAttribute('is')?.trim().split(/\s+/);
    const values = [value].flat().filter((one) => one !== null && one !== undefined && one !== '').map(String);
    const shown = this.form.everythingShown || (wanted ? values.some((one) => wanted.includes(one)) : values.length > 0);
    const turned = this.hidden === shown;
    this.hidden = !shown;
    return turned;
  }

  /** The nearest field of that name, seen from here and outwards; else what the server said. A hidden one has none. */
  lookUp(name) {
    for (let group = this.parentElement.closest(GROUPS); group; group = group.parentElement?.closest(GROUPS)) {
      const field = fieldNamed(group, name);
      if (field) {
        return field.isShown ? field.value : null;
      }
    }
    return this.form.known(name);
  }
}

class SipSection extends HTMLElement {
  build(form) {
    this.id ||= `sip-${++serial}`;
    const title = this.getAttribute('title');
    const help = helpOf(this, form);
    // The attribute would show as a tooltip over everything in the section.
    this.removeAttribute('title');
    this.setAttribute('role', 'group');
    if (title) {
      this.setAttribute('aria-labelledby', `${this.id}-title`);
    }
    this.prepend(...[
      title && make('h3', { id: `${this.id}-title`, class: 'sip-title' }, title),
      help.length > 0 && make('p', { class: 'sip-help' }, help)
    ].filter(Boolean));
    build(this, form);
  }
}

/** Text that the server has for this task: a text, or several as a list. */
class SipInfo extends HTMLElement {
  build(form) {
    const given = form.choices(this.getAttribute('from'));
    const texts = [given].flat().filter((text) => text !== null && text !== undefined && text !== '').map((text) =>
      (typeof text === 'object' ? [text.label, text.help ?? text.value].filter(Boolean).join(': ') : String(text)));
    this.classList.add('sip-info');
    this.hidden = texts.length === 0;
    const label = this.getAttribute('label');
    this.replaceChildren(...[
      label && make('strong', {}, label),
      helpOf(this, form).length > 0 && make('div', { class: 'sip-help' }, helpOf(this, form)),
      Array.isArray(given) ? make('ul', {}, texts.map((text) => make('li', {}, text))) : make('p', {}, ...texts)
    ].filter(Boolean));
  }
}

/** A kept document that belongs to the task, or one made of the case as it is now, to open and print. */
class SipDocument extends HTMLElement {
  build(form) {
    const kind = this.getAttribute('kind');
    const given = kind ? { id: `preview/${kind}` } : form.choices(this.getAttribute('from'));
    const number = form.context?.case?.number ?? form.context?.caseHead?.number;
    this.hidden = !given || !number || !form.source.documentAddress;
    if (!this.hidden) {
      this.replaceChildren(make('p', {}, make('a', {
        href: form.source.documentAddress(number, given.id), target: '_blank', rel: 'noopener', class: 'sip-document'
      }, `${[this.getAttribute('label'), given.label].filter(Boolean).join(': ')} (PDF, öppnas i en ny flik)`)));
    }
  }
}

/** Shows, before sending, who gets what, which way and why, and each document as it will go. */
class SipSending extends HTMLElement {
  build(form) {
    this.form = form;
    this.hidden = !form.source.sheets;
    this.result = make('div', { 'aria-live': 'polite' });
    this.replaceChildren(
      make('button', { type: 'button', class: 'sip-button', onclick: () => this.show() },
        this.getAttribute('label') ?? 'Visa vad som skickas'),
      this.result);
  }

  async show() {
    const content = readGroup(this.form.root);
    try {
      const shown = await this.form.source.sheets(content);
      if (shown.faults?.length > 0) {
        this.result.replaceChildren(make('p', {}, 'Fyll i det som saknas först: '
          + shown.faults.map((fault) => fault.message).join(' ')));
      } else if (shown.sheets.length === 0) {
        this.result.replaceChildren(make('p', {}, 'Inget skickas.'));
      } else {
        this.result.replaceChildren(make('ul', {}, shown.sheets.map((sheet, number) => this.line(sheet, number, content))));
      }
    } catch (failure) {
      this.result.replaceChildren(make('p', {}, failure.message));
    }
  }

  line(sheet, number, content) {
    return make('li', {},
      make('strong', {}, sheet.recipient), `: ${sheet.what}. ${sheet.way}. ${sheet.why ?? ''} `,
      sheet.clauses?.length > 0 && make('span', { class: 'sip-clause' }, `Grund: ${sheet.clauses.join(', ')}`),
      sheet.document && make('div', {}, make('button', {
        type: 'button', class: 'sip-button', onclick: (event) => this.open(event.target, number, content),
        'aria-label': `Visa dokumentet till ${sheet.recipient}`
      }, 'Visa dokumentet')));
  }

  async open(button, number, content) {
    try {
      const address = await this.form.source.sheet(number, content);
      button.replaceWith(make('a', { href: address, target: '_blank', rel: 'noopener' }, 'Öppna dokumentet (PDF, ny flik)'));
    } catch (failure) {
      this.result.append(make('p', {}, failure.message));
    }
  }
}

/** behov_av_sip becomes Behov av SIP. */
function nameOfTable(key) {
  const words = key.replaceAll('_', ' ').replace(/\bsip\b/i, 'SIP');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const PROTECTION = {
  CONFIDENTIAL_MARKING: 'Sekretessmarkering',
  PROTECTED_REGISTRATION: 'Skyddad folkbokföring',
  ASSUMED_IDENTITY: 'Fingerade personuppgifter'
};

/** The head of the case: whom it concerns, where it stands, what has been decided and on what ground. */
class SipCase extends HTMLElement {
  build(form) {
    const { case: file, task, decisions } = form.context;
    this.replaceChildren();
    if (task?.documentation) {
      this.append(make('p', { class: 'sip-instruction' }, task.documentation));
    }
    if (!file) {
      return;
    }
    const age = file.age === null || file.age === undefined ? null : `${file.age} år`;
    const facts = [
      ['Ärende', file.number],
      ['Den enskilde', [file.person, file.idNumber, age].filter(Boolean).join(', ')],
      ['Skede', file.phase],
      ['Behovet upptäcktes', file.discoveredOn],
      ['Mötet bör hållas senast', file.meetingDue],
      ['Vårdnadshavare', (file.guardians ?? []).map((guardian) =>
        (guardian.limit ? `${guardian.name} (${guardian.limit})` : guardian.name)).join(', ')],
      ['Tolk', file.interpreter],
      ['Anpassningar', file.adaptations]
    ].filter(([, fact]) => fact);
    const protection = file.protection && file.protection !== 'NONE'
      && (PROTECTION[file.protection] ?? (file.protection === true ? 'Ja' : file.protection));
    this.append(make('div', { class: 'sip-case', role: 'group', 'aria-label': 'Ärendet' },
      protection && make('p', { class: 'sip-protected' }, make('strong', {}, 'Skyddade personuppgifter: '), protection),
      make('dl', {}, facts.map(([term, fact]) => make('div', {}, make('dt', {}, term), make('dd', {}, String(fact))))),
      decisions?.length > 0 && this.decisions(decisions)));
  }

  decisions(decisions) {
    return make('details', {}, make('summary', {}, `Beslut och vad de vilar på (${decisions.length})`),
      make('ul', {}, decisions.map(({ table, outcome, why, clauses, at }) => make('li', {},
        make('strong', {}, `${nameOfTable(table)}: `), why ?? outcome,
        ` (${[...(clauses ?? []), at && String(at).slice(0, 10)].filter(Boolean).join(', ')})`))));
  }
}

const ELEMENTS = {
  'sip-text': SipText,
  'sip-date': SipDate,
  'sip-time': SipTime,
  'sip-number': SipNumber,
  'sip-yes-no': SipYesNo,
  'sip-choice': SipChoice,
  'sip-choices': SipChoices,
  'sip-select': SipSelect,
  'sip-person-number': SipPersonNumber,
  'sip-unit': SipUnit,
  'sip-hidden': SipHidden,
  'sip-rows': SipRows,
  'sip-fixed-rows': SipFixedRows,
  'sip-show': SipShow,
  'sip-section': SipSection,
  'sip-info': SipInfo,
  'sip-document': SipDocument,
  'sip-sending': SipSending,
  'sip-case': SipCase
};

/** The names a form file may use. */
export const ELEMENT_NAMES = Object.keys(ELEMENTS);

export function define() {
  for (const [name, type] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) {
      customElements.define(name, type);
    }
  }
}
