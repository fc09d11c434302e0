/*
 * One open form: fetches what it is about, builds the elements, keeps a draft on the server, has the server check
 * before anything is handed in, and shows what is wrong beside each field. Knows nothing of Tasklist.
 */

import { build, fieldNamed, fieldsOf, make, readGroup, writeGroup } from './elements.js';
import { word } from './wording.js';

const AUTOSAVE_MS = 3000;
const RETRY_MS = 4000;
const LOADING = 'loading';
const UNCLAIMED = 'unclaimed';
const DRAFT = 'draft';

const when = (moment) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short' })
  .format(new Date(moment));

const clock = () => new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short' }).format(new Date());

export class SipForm {
  /**
   * @param root the form element of a form file
   * @param source where content comes from and goes to: context(), check(model), units.find(text),
   *     units.byId(id), saveDraft(model, leaving) or null where no draft can be kept
   * @param onDirty called when something has been typed since the last save
   */
  constructor(root, source, onDirty = () => {}) {
    this.root = root;
    this.source = source;
    this.onDirty = onDirty;
    this.locks = new Set([LOADING]);
    this.dirty = false;
    this.ready = false;
    /** For a page that goes on where the draft is without asking, as at a meeting. */
    this.goesOn = false;
    /** Version of the draft that the writer has seen. */
    this.draftVersion = 0;
    /** For a preview: every sip-show is open, whatever the answers. */
    this.everythingShown = false;
  }

  /** Fetches the content and shows the form; when that fails, says why and offers to try again. */
  async open() {
    this.frame();
    this.say(make('p', { class: 'sip-note', role: 'status' }, 'Formuläret hämtas …'));
    try {
      this.context = await this.source.context();
    } catch (failure) {
      this.say(make('div', { class: 'sip-summary', role: 'alert' }, make('p', {}, failure.message),
        make('button', { type: 'button', class: 'sip-button', onclick: () => this.open() }, 'Försök igen')));
      return;
    }
    this.today = this.context.today ?? new Date().toISOString().slice(0, 10);
    this.say();
    word(this.root, this.context.adult);
    build(this.root, this);
    this.root.classList.remove('sip-loading');
    this.markRequired();
    this.draftVersion = this.context.draft?.version ?? 0;
    const goesOn = this.goesOn && this.context.draft?.content;
    writeGroup(this.root, goesOn ? this.context.draft.content : this.context.model ?? {});
    this.draftAnswered = Boolean(goesOn);
    this.root.addEventListener('input', () => this.refresh());
    this.root.addEventListener('change', () => this.refresh());
    this.refresh();
    this.ready = true;
    this.locks.delete(LOADING);
    this.settle();
  }

  /** What stands around the fields: messages above, the state of the draft below. */
  frame() {
    if (this.messages) {
      return;
    }
    this.root.lang = 'sv';
    this.root.noValidate = true;
    this.root.classList.add('sip-form', 'sip-loading');
    this.messages = make('div', { class: 'sip-messages' });
    this.live = make('div', { class: 'sip-hidden-text', 'aria-live': 'polite', role: 'status' });
    this.draftState = make('p', { class: 'sip-help sip-draft-state' });
    this.root.prepend(this.messages);
    this.root.append(this.draftState, this.live);
  }

  markRequired() {
    if (fieldsOf(this.root).some((field) => field.required) || this.root.querySelector('[required]')) {
      const first = this.root.querySelector('sip-section') ?? fieldsOf(this.root)[0];
      first?.before(make('p', { class: 'sip-help' }, 'Fält med * måste fyllas i.'));
    }
  }

  /** Replaces what stands above the fields. */
  say(...nodes) {
    this.messages.replaceChildren(...nodes);
  }

  /** Tells a screen reader, and nobody else. */
  announce(text) {
    this.live.textContent = '';
    setTimeout(() => {
      this.live.textContent = text;
    }, 50);
  }

  choices(name) {
    return this.context.choices?.[name];
  }

  /** A value the server gave that no field of the form holds. */
  known(name) {
    if (name === 'adult') {
      return this.context.adult ?? this.context.model?.adult ?? this.adultByNumber();
    }
    return this.context.model?.[name] ?? this.context.choices?.[name] ?? null;
  }

  /** At a start the number that is typed says it; where it cannot, the answer is unknown. */
  adultByNumber() {
    const number = fieldNamed(this.root, 'idNumber')?.value;
    const born = /^(\d{4})(\d{2})(\d{2})-\d{4}$/.exec(number ?? '');
    if (!born) {
      return 'unknown';
    }
    const day = Number(born[3]) > 60 ? Number(born[3]) - 60 : Number(born[3]);
    return `${Number(born[1]) + 18}-${born[2]}-${String(day).padStart(2, '0')}` <= this.today;
  }

  /** Decides anew what is shown; one field may open another, so until nothing moves. */
  refresh() {
    const parts = [...this.root.querySelectorAll('sip-show')].filter((part) => part.form);
    for (let round = 0; round < 5; round++) {
      if (parts.filter((part) => part.refresh()).length === 0) {
        return;
      }
    }
  }

  // Who may write

  /** A form is open to the one who has claimed its task, once a draft has been dealt with. */
  settle() {
    const { task, draft } = this.context;
    this.locks[!task || task.mine ? 'delete' : 'add'](UNCLAIMED);
    const draftWaits = !this.locks.has(UNCLAIMED) && draft && !this.draftAnswered;
    this.locks[draftWaits ? 'add' : 'delete'](DRAFT);
    this.lockAgain();
    if (this.locks.has(UNCLAIMED)) {
      this.say(make('p', { class: 'sip-note', role: 'status' }, task.assignee
        ? 'Uppgiften är tagen av någon annan. Du kan läsa, men inte skriva.'
        : 'Ta uppgiften först: välj ”Ta uppgiften” ovanför formuläret. Då kan du fylla i.'));
    } else if (draftWaits) {
      this.offerDraft(draft);
    } else {
      this.say();
    }
  }

  lockAgain() {
    const locked = this.locks.size > 0;
    this.root.classList.toggle('sip-locked', locked);
    for (const control of this.root.querySelectorAll('input, select, textarea, button')) {
      if (!this.messages.contains(control)) {
        control.disabled = locked;
      }
    }
  }

  /** The task was claimed or released: asks the server anew, and keeps what has been typed. */
  async claimChanged() {
    if (!this.ready) {
      return;
    }
    try {
      this.context = await this.source.context();
    } catch (failure) {
      this.fail(failure);
      return;
    }
    if (!this.dirty) {
      writeGroup(this.root, this.context.model ?? {});
      this.refresh();
    }
    this.settle();
    // The link that was pressed is gone, and the focus with it.
    if (this.locks.size === 0 && document.activeElement === document.body) {
      this.focusFirst();
    }
  }

  // Drafts

  offerDraft(draft) {
    const answer = (content) => () => {
      this.draftAnswered = true;
      if (content) {
        writeGroup(this.root, content);
        this.refresh();
      }
      this.settle();
      this.focusFirst();
    };
    const title = make('p', { id: 'sip-draft-title' }, make('strong', {}, 'Det finns ett utkast. '),
      `Sparat ${[draft.savedAt && when(draft.savedAt), draft.author && `av ${draft.author}`].filter(Boolean).join(' ')}.`);
    const box = make('div', { class: 'sip-note', role: 'group', 'aria-labelledby': title.id, tabindex: '-1' }, title,
      make('div', { class: 'sip-line' },
        make('button', { type: 'button', class: 'sip-button sip-primary', onclick: answer(draft.content) },
          'Fortsätt på utkastet'),
        make('button', { type: 'button', class: 'sip-button', onclick: answer(null) }, 'Börja om')));
    this.say(box);
    box.focus({ preventScroll: true });
  }

  /** Somebody else has saved in the same form: both are shown, and whoever writes decides which one goes on. */
  offerBoth(theirs) {
    this.draftVersion = theirs.version;
    const mine = readGroup(this.root, true);
    const shown = (value) => (value === null || value === undefined || value === '' ? '–'
      : typeof value === 'boolean' ? (value ? 'Ja' : 'Nej')
        : Array.isArray(value) ? value.map(shown).join('; ')
          : typeof value === 'object' ? Object.values(value).filter((part) => part !== null && part !== '').join(', ') : String(value));
    const lines = fieldsOf(this.root).filter((field) => shown(mine[field.name]) !== shown(theirs.content?.[field.name]))
      .map((field) => make('li', {}, make('strong', {}, field.label ?? field.name),
        make('div', {}, `Du: ${shown(mine[field.name])}`), make('div', {}, `${theirs.author}: ${shown(theirs.content?.[field.name])}`)));
    const choose = (content) => () => {
      if (content) {
        writeGroup(this.root, content);
        this.refresh();
        this.dirty = false;
        this.draftState.textContent = `Du ser det ${theirs.author} sparade.`;
      }
      this.say();
      this.focusFirst();
      if (!content) {
        this.saveDraft(true);
      }
    };
    const title = make('p', { class: 'sip-summary-title', id: 'sip-both-title' },
      `${theirs.author} har skrivit i samma formulär, sparat ${when(theirs.savedAt)}. Inget är borta.`);
    const box = make('div', { class: 'sip-summary', role: 'group', 'aria-labelledby': title.id, tabindex: '-1' }, title,
      make('p', {}, 'Det här skiljer:'), make('ul', {}, lines),
      make('div', { class: 'sip-line' },
        make('button', { type: 'button', class: 'sip-button sip-primary', onclick: choose(null) }, 'Behåll det jag har skrivit'),
        make('button', { type: 'button', class: 'sip-button', onclick: choose(theirs.content) }, `Använd det ${theirs.author} skrev`)));
    this.draftState.textContent = 'Utkastet är inte sparat. Välj vad som ska gälla.';
    this.say(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'start' });
  }

  focusFirst() {
    this.root.querySelector('.sip-field input:not([tabindex="-1"]):not(:disabled), .sip-field textarea, .sip-field select')
      ?.focus({ preventScroll: true });
  }

  /** Something was typed, chosen, added or taken away. */
  changed() {
    if (!this.ready || this.locks.size > 0) {
      return;
    }
    this.dirty = true;
    this.onDirty();
    if (this.source.saveDraft) {
      clearTimeout(this.autosave);
      this.autosave = setTimeout(() => this.saveDraft(), AUTOSAVE_MS);
    }
  }

  /**
   * Keeps what has been typed, hidden parts too, on the server.
   *
   * @param asked whether the user asked for it, and so is told when it is done
   */
  saveDraft(asked = false) {
    clearTimeout(this.autosave);
    if (!this.source.saveDraft || !this.ready || this.locks.size > 0 || this.handedIn) {
      return Promise.resolve();
    }
    this.dirty = false;
    this.saving = (this.saving ?? Promise.resolve())
      .then(() => this.source.saveDraft(readGroup(this.root, true), false, this.draftVersion))
      .then((saved) => {
        this.draftVersion = saved?.version ?? this.draftVersion;
        const text = `Utkast sparat kl. ${clock()}.`;
        if (this.lost) {
          this.announce(`Anslutningen är tillbaka. ${text}`);
        } else if (asked) {
          this.announce(text);
        }
        this.lost = false;
        this.draftState.classList.remove('sip-not-saved');
        this.draftState.textContent = text;
      })
      .catch((failure) => {
        this.dirty = true;
        if (failure.status === 409 && failure.problem?.draft) {
          this.offerBoth(failure.problem.draft);
          return;
        }
        const text = `Utkastet kunde inte sparas. ${failure.message}`;
        this.draftState.classList.add('sip-not-saved');
        if (this.draftState.textContent !== text) {
          this.draftState.textContent = text;
          this.announce(text);
        }
        // What has been typed stays in the page and is saved as soon as there is somewhere to save it.
        this.lost = true;
        this.autosave = setTimeout(() => this.saveDraft(), RETRY_MS);
      });
    return this.saving;
  }

  /** The form is about to go away: what has not been saved is sent without waiting for an answer. */
  leave() {
    clearTimeout(this.autosave);
    if (this.dirty && this.ready && this.source.saveDraft && !this.handedIn) {
      this.dirty = false;
      this.source.saveDraft(readGroup(this.root, true), true, this.draftVersion).catch(() => {});
    }
  }

  // Handing in

  /**
   * Has the form checked, here and by the server, and shows every fault.
   *
   * @returns what to hand in, or null when something must be put right first
   */
  async checked() {
    if (!this.ready || this.locks.size > 0) {
      return null;
    }
    clearTimeout(this.autosave);
    this.root.setAttribute('aria-busy', 'true');
    try {
      await this.saving;
      const content = readGroup(this.root);
      const here = this.problems();
      const there = await this.source.check(content);
      const known = new Set(here.map((fault) => fault.field));
      const faults = [...here, ...there.filter((fault) => !known.has(fault.field))];
      this.showFaults(faults);
      return faults.length === 0 ? content : null;
    } catch (failure) {
      this.fail(failure);
      return null;
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  /** Values that are written in a way that cannot be sent. */
  problems(group = this.root, prefix = '') {
    return fieldsOf(group).filter((field) => field.isShown).flatMap((field) => {
      const path = prefix + field.name;
      if (field.rows) {
        return field.rows.flatMap((row, index) => this.problems(row, `${path}[${index}].`));
      }
      const message = field.problem();
      return message ? [{ field: path, message }] : [];
    });
  }

  /** The field a path such as guardians[1].name points at, or the nearest that holds it. */
  locate(path) {
    let group = this.root;
    let found = null;
    for (const part of path.split('.')) {
      const [, name, index] = /^([^[]*)(?:\[(\d+)\])?/.exec(part);
      const field = group && fieldNamed(group, name);
      if (!field) {
        return found;
      }
      found = field;
      group = index === undefined ? null : field.rows?.[Number(index)];
      if (index !== undefined && !group) {
        return found;
      }
    }
    return found;
  }

  showFaults(faults) {
    for (const element of this.root.querySelectorAll('.sip-has-fault')) {
      element.clearFault();
    }
    this.say();
    if (faults.length === 0) {
      return;
    }
    const lines = faults
      .map((fault) => ({ ...fault, at: fault.field ? this.locate(fault.field) : null }))
      .sort((a, b) => (!a.at || !b.at ? Number(Boolean(a.at)) - Number(Boolean(b.at))
        : a.at === b.at ? 0 : a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (const { at, message } of lines) {
      at?.showFault(message);
    }
    const title = make('p', { class: 'sip-summary-title', id: 'sip-summary-title' }, faults.length === 1
      ? 'Ett svar behöver rättas' : `${faults.length} svar behöver rättas`);
    const summary = make('div', { class: 'sip-summary', role: 'group', 'aria-labelledby': title.id, tabindex: '-1' },
      title, make('ul', {}, lines.map(({ at, message }) => make('li', {}, at ? this.linkTo(at, message) : message))));
    this.say(summary);
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: 'start' });
  }

  linkTo(field, message) {
    const row = field.closest('.sip-row')?.querySelector(':scope > legend')?.textContent;
    return make('a', {
      href: `#${field.id}`,
      // The address belongs to the page around the form.
      onclick: (event) => {
        event.preventDefault();
        event.stopPropagation();
        field.focusField();
      }
    }, `${[row, field.label].filter(Boolean).join(', ')} – ${message}`);
  }

  /** Says what went wrong; everything that was typed stays. */
  fail(failure) {
    const alert = make('div', { class: 'sip-summary', role: 'alert', tabindex: '-1' }, make('p', {}, failure.message));
    this.say(alert);
    alert.focus({ preventScroll: true });
    alert.scrollIntoView({ block: 'start' });
  }

  /** Asks before what has been typed is lost. */
  askWhetherToLeave(leave) {
    const title = make('p', { id: 'sip-leave-title' }, 'Stänga? Det du har skrivit försvinner.');
    const box = make('div', { class: 'sip-note', role: 'alertdialog', 'aria-labelledby': title.id }, title,
      make('div', { class: 'sip-line' },
        make('button', {
          type: 'button',
          class: 'sip-button sip-primary',
          onclick: () => {
            this.say();
            this.focusFirst();
          }
        }, 'Fortsätt fylla i'),
        make('button', {
          type: 'button',
          class: 'sip-button',
          onclick: () => {
            this.dirty = false;
            leave();
          }
        }, 'Stäng och släng')));
    this.say(box);
    box.querySelector('button').focus({ preventScroll: true });
    box.scrollIntoView({ block: 'start' });
  }

  /** The form has been taken in: nothing more is to be saved. */
  finish() {
    clearTimeout(this.autosave);
    this.handedIn = true;
    this.dirty = false;
  }
}

