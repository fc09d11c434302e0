/*
 * Loaded by Tasklist (see its config.js): warns there too before the session ends. The list that Tasklist asks for by
 * itself, and the open task, do not count as use, neither here nor on the server; whoever works in the page uses it.
 */

import { sessionLength, stillHere } from '../camunda/app/tasklist/sip/api.js';
import { over, watch } from './session.js';

const CALLS = /\/camunda\/api\//;
const BY_ITSELF = /\/(filter\/[^/]+\/(list|count)|task\/[^/]+)$/;
const REFUSED = 400;
const SELDOM_MS = 60000;

let contact = Date.now();

sessionLength().then((seconds) => {
  watch(seconds);
  window.addEventListener('sip-contact', () => { contact = Date.now(); });
  new PerformanceObserver((seen) => {
    if (seen.getEntries().some((call) => CALLS.test(call.name) && !BY_ITSELF.test(new URL(call.name).pathname)
        && call.responseStatus > 0 && call.responseStatus < REFUSED)) {
      window.dispatchEvent(new Event('sip-contact'));
    }
  }).observe({ type: 'resource' });
  for (const work of ['keydown', 'pointerdown', 'wheel']) {
    document.addEventListener(work, (event) => {
      if (Date.now() - contact > SELDOM_MS && !event.target.closest?.('#sip-session')) {
        contact = Date.now();
        stillHere().catch(() => null);
      }
    }, true);
  }
}, () => null);

// When the list finds that the session is over, Tasklist goes to its login and whatever is being filled in is gone. A
// form that is open stays open, and the user logs in beside it.
window.angular?.module('cam.tasklist').run(['$rootScope', ($rootScope) => {
  const broadcast = $rootScope.$broadcast;
  let user = null;
  $rootScope.$broadcast = function (name, ...rest) {
    const open = document.querySelector('form.sip-form');
    if (open && name === 'authentication.changed' && rest[0] === null) {
      user = $rootScope.authentication;
      return { defaultPrevented: false };
    }
    if (open && name === 'authentication.login.required') {
      $rootScope.authentication = user ?? $rootScope.authentication;
      over();
      return { defaultPrevented: false };
    }
    return broadcast.call(this, name, ...rest);
  };
}]);
