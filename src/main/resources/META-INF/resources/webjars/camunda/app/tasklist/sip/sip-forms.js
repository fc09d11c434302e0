/*
 * Loaded by Tasklist before it starts (customScripts). Defines the sip-* elements, and the service `sipForm` that the
 * one script line of every form file calls.
 */

import { CallFailed, startSource, taskSource } from './api.js';
import { define, ELEMENT_NAMES, fieldsOf } from './elements.js';
import { SipForm } from './form.js';

/** Tasklist stays silent about an error with exactly this message: the form has already said what is wrong. */
const SILENT = 'camForm submission prevented';
/** Tasklist has good words of its own for these, and closes the task. */
const GONE = /task is null|No matching task|is suspended/;

function loadStyles() {
  const href = new URL('sip-forms.css', import.meta.url).href;
  if (!document.querySelector(`link[href="${href}"]`)) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    document.head.append(link);
  }
}

/** The definition's id where Tasklist tells it: the process of the right county, for those who work in two. */
function processKey(camForm, $scope) {
  return camForm.processDefinitionId ?? $scope.params?.processDefinitionId ?? camForm.processDefinitionKey
    ?? $scope.params?.processDefinitionKey;
}

/** What the engine's answer to a refused hand-in means to the user. */
function explain(error) {
  return new CallFailed(Number(error?.status ?? error?.response?.status ?? 500));
}

/**
 * Connects a form file to Tasklist.
 *
 * @param camForm Tasklist's form object
 * @param $scope the AngularJS scope around the form
 * @returns {SipForm} the form, once it is open
 */
function attach(camForm, $scope) {
  const root = camForm.formElement[0];
  const source = camForm.taskId ? taskSource(camForm.taskId) : startSource(processKey(camForm, $scope));
  const angularForm = () => $scope[root.getAttribute('name')];
  const later = (action) => $scope.$evalAsync(action);
  const form = new SipForm(root, source, () => {
    // Lights Tasklist's "Spara".
    if (!angularForm()?.$dirty) {
      later(() => angularForm()?.$setDirty());
    }
  });

  const handIn = camForm.submit;
  let running = false;
  camForm.submit = async (done = () => {}) => {
    if (running) {
      return;
    }
    running = true;
    const content = await form.checked();
    if (content === null) {
      running = false;
      later(() => done(new Error(SILENT)));
      return;
    }
    // One variable, Json and transient: it reaches the intake and is written to no table.
    camForm.variableManager.variables.form = {
      name: 'form', type: 'Json', value: content, valueInfo: { transient: true }
    };
    handIn.call(camForm, async (error, result) => {
      let told = error;
      if (!error) {
        form.finish();
      } else if (!GONE.test(error.message ?? '')) {
        // The case may have changed since the check: then a second check says what is wrong now.
        if (await form.checked()) {
          form.fail(explain(error));
        }
        told = new Error(SILENT);
      }
      running = false;
      later(() => done(told, result));
    });
  };

  // "Spara", and the end of the session: never into the browser's own storage.
  camForm.on('store', () => {
    camForm.storePrevented = true;
    form.saveDraft(true);
  });

  // Claiming and releasing leave the form where it is and change only this.
  $scope.$watch('options.disableForm', (now, before) => {
    if (now !== before) {
      form.claimChanged();
    }
  });

  // The window of a start form closes on Esc and on a click beside it, and has no draft to come back to. Tasklist's
  // page may not open the browser's own dialogs, so the question is asked in the form.
  $scope.$on('modal.closing', (event, reason, closed) => {
    if (!closed && form.dirty) {
      event.preventDefault();
      form.askWhetherToLeave(() => later(() => event.targetScope.$dismiss()));
    }
  });

  const leave = () => form.leave();
  window.addEventListener('pagehide', leave);
  $scope.$on('$destroy', () => {
    window.removeEventListener('pagehide', leave);
    form.leave();
  });

  return form.open().then(() => {
    if (!camForm.taskId && form.ready) {
      form.focusFirst();
    }
    return form;
  });
}

loadStyles();
define();
window.angular?.module('cam.tasklist').factory('sipForm', () => ({ attach }));

export { attach, ELEMENT_NAMES, fieldsOf, SipForm };
