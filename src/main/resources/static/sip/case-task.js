/* A task's form on a page of its own: taken by opening it, saved while it is filled in, handed in by its button. */

import { SipForm } from '../camunda/app/tasklist/sip/sip-forms.js';
import { CallFailed, taskSource } from '../camunda/app/tasklist/sip/api.js';

const pane = document.getElementById('uppgift');
const source = taskSource(pane.dataset.task);
const form = new SipForm(pane.querySelector('form'), source);
const button = document.getElementById('slutfor');
const state = document.getElementById('lage');

/** Opening the page is taking the task, unless a colleague has it. */
const open = source.context;
source.context = async () => {
  const context = await open();
  if (context.task && !context.task.assignee) {
    await source.claim();
    return open();
  }
  return context;
};

let running = false;
button.addEventListener('click', async () => {
  if (running) {
    return;
  }
  running = true;
  state.textContent = '';
  const content = await form.checked();
  if (content) {
    try {
      await source.complete(content);
      form.finish();
      window.location.assign(pane.dataset.next);
      return;
    } catch (failure) {
      form.fail(failure instanceof CallFailed ? failure : new CallFailed(500));
    }
  }
  running = false;
});

window.addEventListener('pagehide', () => form.leave());
form.open();
