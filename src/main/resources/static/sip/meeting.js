/*
 * Mötesläge: the plan, written while people talk. Everything typed is saved on the server as it is written; while the
 * server cannot be reached it stays in the page.
 */

import { SipForm } from '../camunda/app/tasklist/sip/sip-forms.js';
import { CallFailed, meetingClock, meetingSource, stillHere, taskSource } from '../camunda/app/tasklist/sip/api.js';

const pane = document.getElementById('planen');
const { case: caseNumber, task, next } = pane.dataset;
const source = { ...(task ? taskSource(task) : meetingSource(caseNumber)), ...meetingClock(caseNumber) };
const form = new SipForm(pane.querySelector('form'), source);
form.goesOn = true;
const open = source.context;
source.context = async () => {
  let context = await open();
  if (context.task && !context.task.assignee) {
    await source.claim();
    context = await open();
  }
  return { ...context, case: null, decisions: [] };
};

// Finishing

const finish = document.getElementById('avsluta');
const result = document.getElementById('resultat');
let running = false;

finish.addEventListener('click', async () => {
  if (running) {
    return;
  }
  running = true;
  result.textContent = '';
  const content = await form.checked();
  if (content) {
    if (task) {
      try {
        await source.complete(content);
        form.finish();
        window.location.assign(next);
        return;
      } catch (failure) {
        form.fail(failure instanceof CallFailed ? failure : new CallFailed(500));
      }
    } else {
      await form.saveDraft(true);
      result.textContent = document.getElementById('registrera')
        ? 'Inget saknas i planen. Registrera mötet, så kan planen göras klar.'
        : 'Inget saknas i planen. Den görs klar när mötet är registrerat, och det kan göras när mötets tid är inne.';
    }
  }
  running = false;
});

// Rows are added by keyboard

document.addEventListener('keydown', (event) => {
  if (event.altKey && !event.ctrlKey && (event.key === 'n' || event.key === 'N')) {
    event.preventDefault();
    const rows = form.root.querySelector('sip-rows[name="interventions"] > fieldset');
    const last = [...rows.querySelectorAll(':scope > .sip-row-list > .sip-row')].at(-1)?.querySelector('textarea, input');
    if (last && !last.value) {
      last.focus();
    } else {
      rows.querySelector(':scope > button.sip-button')?.click();
    }
  }
});

// The clock. What is noted is kept on the server, so that it is the same for everybody and goes into the record.

const now = document.getElementById('klockan');
const elapsed = document.getElementById('gatt');
const pause = document.getElementById('paus');
const told = document.getElementById('klocklage');
const { rule, breakWithin } = document.getElementById('motets-klocka').dataset;
const LONG_WITHOUT_BREAK_MIN = 60;
const AGAIN_MS = 3000;
const OTHERS_MS = 30000;
const ALIVE_MS = 300000;
const LONGEST_MEETING_MS = 4 * 3600 * 1000;
const unsent = [];
let begun = null;
let breaks = [];

const minutes = (ms) => Math.max(0, Math.floor(ms / 60000));
const paused = () => breaks.length > 0 && !breaks.at(-1).to;

function tick() {
  now.textContent = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short' }).format(new Date());
  pause.textContent = !begun ? 'Börja mötet' : paused() ? 'Fortsätt mötet' : 'Börja paus';
  if (!begun) {
    elapsed.textContent = 'Mötet har inte börjat';
    return;
  }
  if (paused()) {
    elapsed.textContent = `Paus sedan ${minutes(Date.now() - breaks.at(-1).from)} min`;
    return;
  }
  const all = minutes(Date.now() - begun);
  const worked = minutes(Date.now() - (breaks.at(-1)?.to ?? begun));
  const limit = Number(breakWithin ?? 0);
  let advice = '';
  if (limit && all >= limit) {
    advice = `. ${rule}${breaks.length ? '' : ' Ni har inte haft någon paus.'}`;
  } else if (worked >= LONG_WITHOUT_BREAK_MIN) {
    advice = '. Dags för en paus?';
  }
  elapsed.textContent = `Mötet har pågått ${all} min${advice}`;
}

/** The server counts in its own time; the page goes on from it in its own. */
function show(clock) {
  const shift = Date.now() - Date.parse(clock.at);
  const here = (moment) => (moment ? Date.parse(moment) + shift : null);
  begun = here(clock.begunAt);
  breaks = clock.breaks.map((b) => ({ from: here(b.fromAt), to: here(b.toAt) }));
  tick();
}

let sending = false;
async function send() {
  if (sending) {
    return;
  }
  sending = true;
  while (unsent.length) {
    try {
      const clock = await source.mark(unsent[0].mark, Math.round((Date.now() - unsent[0].at) / 1000));
      unsent.shift();
      told.textContent = '';
      if (!unsent.length) {
        show(clock);
      }
    } catch {
      told.textContent = 'Klockan sparas när anslutningen är tillbaka.';
      await new Promise((later) => { setTimeout(later, AGAIN_MS); });
    }
  }
  sending = false;
}

pause.addEventListener('click', () => {
  const at = Date.now();
  if (!begun) {
    begun = at;
    unsent.push({ mark: 'BEGIN', at });
  } else if (paused()) {
    breaks.at(-1).to = at;
    unsent.push({ mark: 'RESUME', at });
  } else {
    breaks.push({ from: at, to: null });
    unsent.push({ mark: 'BREAK', at });
    form.saveDraft();
  }
  tick();
  send();
});

/** While a meeting goes on nobody may have touched the page for long, and it is not to be logged out on the screen. */
setInterval(() => {
  if (begun && Date.now() - begun < LONGEST_MEETING_MS) {
    stillHere().catch(() => null);
  }
}, ALIVE_MS);

const look = () => (unsent.length ? null : source.clock().then(show, () => null));
setInterval(tick, 5000);
setInterval(look, OTHERS_MS);
tick();
look();

window.addEventListener('pagehide', () => form.leave());
form.open();
