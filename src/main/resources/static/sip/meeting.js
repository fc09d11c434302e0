/*
 * Mötesläge: the plan, written while people talk. Everything typed is saved on the server as it is written; while the
 * server cannot be reached it stays in the page.
 */

import { SipForm } from '../camunda/app/tasklist/sip/sip-forms.js';
import { CallFailed, meetingSource, taskSource } from '../camunda/app/tasklist/sip/api.js';

const pane = document.getElementById('planen');
const { case: caseNumber, task, next } = pane.dataset;
const source = task ? taskSource(task) : meetingSource(caseNumber);
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

// The clock

const now = document.getElementById('klockan');
const elapsed = document.getElementById('gatt');
const pause = document.getElementById('paus');
const BREAK_AFTER_MIN = 60;
const began = Date.now();
let breaks = 0;
let breakSince = null;
let sinceBreak = began;

const minutes = (ms) => Math.floor(ms / 60000);

function tick() {
  now.textContent = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short' }).format(new Date());
  if (breakSince) {
    elapsed.textContent = `Paus sedan ${minutes(Date.now() - breakSince)} min`;
    return;
  }
  const worked = minutes(Date.now() - began - breaks);
  elapsed.textContent = `Mötet har pågått ${worked} min`
    + (minutes(Date.now() - sinceBreak) >= BREAK_AFTER_MIN ? '. Dags för en paus?' : '');
}

pause.addEventListener('click', () => {
  if (breakSince) {
    breaks += Date.now() - breakSince;
    breakSince = null;
    sinceBreak = Date.now();
    pause.textContent = 'Börja paus';
  } else {
    breakSince = Date.now();
    pause.textContent = 'Fortsätt mötet';
    form.saveDraft();
  }
  tick();
});
setInterval(tick, 5000);
tick();

window.addEventListener('pagehide', () => form.leave());
form.open();
