/*
 * Warns two minutes before the session ends, and extends it on demand. What is typed stays in the page; forms save their
 * drafts on the server as they are written.
 */

import { stillHere } from '../camunda/app/tasklist/sip/api.js';

const WARN_S = 120;

let length = 0;
let ending;
let ended = false;

export function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...content);
  return element;
}

function styles() {
  const href = new URL('session.css', import.meta.url).href;
  if (!document.querySelector(`link[href="${href}"]`)) {
    document.head.append(make('link', { rel: 'stylesheet', href }));
  }
}

function bar(text, ...buttons) {
  document.getElementById('sip-session')?.remove();
  const title = make('p', { id: 'sip-session-text' }, text);
  const box = make('div', { id: 'sip-session', class: 'sip-session', role: 'alertdialog', 'aria-labelledby': title.id }, title,
    ...buttons);
  document.body.append(box);
  box.querySelector('a, button')?.focus();
}

/** The session is over; what is typed is still in the page. Said once: saying it again would take the focus from it. */
export function over() {
  if (ended) {
    return;
  }
  ended = true;
  clearTimeout(ending);
  styles();
  bar('Du är utloggad. Det du har skrivit finns kvar på sidan. Logga in i en ny flik, och fortsätt sedan här.',
    make('a', { class: 'sip-button', href: new URL('../login', import.meta.url).pathname, target: '_blank' }, 'Logga in i ny flik'));
}

function warn() {
  styles();
  bar('Du loggas ut om två minuter. Det du har skrivit finns kvar om du fortsätter.',
    make('button', { type: 'button', class: 'sip-button', onclick: () => stillHere().then(count, over) }, 'Fortsätt'));
  ending = setTimeout(over, WARN_S * 1000);
}

/** From now on the whole session remains. */
function count() {
  ended = false;
  document.getElementById('sip-session')?.remove();
  clearTimeout(ending);
  ending = setTimeout(warn, (length - WARN_S) * 1000);
}

/** @param seconds how long a session lasts from the last contact with the server */
export function watch(seconds) {
  length = Number(seconds ?? 0);
  if (length > WARN_S) {
    styles();
    count();
    window.addEventListener('sip-contact', count);
    // Back from the tab where somebody logged in again.
    window.addEventListener('focus', () => {
      if (ended) {
        stillHere().catch(() => null);
      }
    });
  }
}
