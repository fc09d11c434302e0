/*
 * What every page of the product does for whoever is logged in: warns before the session ends and extends it, sends a
 * form once, and sends it only when there is somebody to receive it. Nothing typed is stored in the browser.
 */

import { stillHere } from '../camunda/app/tasklist/sip/api.js';

const WARN_S = 120;
const RETRY_MS = 3000;
const TOKEN_COOKIE = 'SIP-XSRF-TOKEN';

function make(tag, attributes, ...content) {
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

// The session

const length = Number(document.body.dataset.session ?? 0);
let ending;

function bar(text, ...buttons) {
  document.getElementById('sip-session')?.remove();
  const title = make('p', { id: 'sip-session-text' }, text);
  const box = make('div', { id: 'sip-session', class: 'sip-session', role: 'alertdialog', 'aria-labelledby': title.id }, title,
    ...buttons);
  document.body.append(box);
  box.querySelector('a, button')?.focus();
}

function over() {
  bar('Du är utloggad. Det du har skrivit finns kvar på sidan. Logga in i en ny flik, och fortsätt sedan här.',
    make('a', { class: 'sip-button', href: new URL('../login', import.meta.url).pathname, target: '_blank' }, 'Logga in i ny flik'));
}

function warn() {
  bar('Du loggas ut om två minuter. Det du har skrivit finns kvar om du fortsätter.',
    make('button', { type: 'button', class: 'sip-button', onclick: () => stillHere().then(count, over) }, 'Fortsätt'));
  ending = setTimeout(over, WARN_S * 1000);
}

/** From now on the whole session remains. */
function count() {
  document.getElementById('sip-session')?.remove();
  clearTimeout(ending);
  ending = setTimeout(warn, (length - WARN_S) * 1000);
}

if (length > WARN_S) {
  count();
  window.addEventListener('sip-contact', count);
}

// Forms

function newToken(form) {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${TOKEN_COOKIE}=`));
  const field = form.querySelector('input[name="_csrf"]');
  if (cookie && field) {
    field.value = decodeURIComponent(cookie.slice(TOKEN_COOKIE.length + 1));
  }
}

for (const form of document.querySelectorAll('form[data-once]')) {
  const button = form.querySelector('button[type="submit"]');
  const state = make('p', { class: 'sip-state-line', role: 'alert' });
  button.closest('p').after(state);
  let sending = false;

  const send = async () => {
    try {
      await stillHere();
      newToken(form);
      form.submit();
    } catch (failure) {
      sending = false;
      button.removeAttribute('aria-disabled');
      if (failure.status === 401) {
        over();
        state.textContent = 'Inget är gjort än. Logga in i en ny flik, och tryck sedan på knappen igen.';
        return;
      }
      state.textContent = 'Servern går inte att nå. Inget är gjort än, och det du har skrivit finns kvar. Försöker igen …';
      setTimeout(wait, RETRY_MS);
    }
  };

  const wait = () => stillHere().then(() => {
    state.textContent = 'Anslutningen är tillbaka. Tryck på knappen igen.';
  }, () => setTimeout(wait, RETRY_MS));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) {
      return;
    }
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    state.textContent = '';
    send();
  });
  // A page that the browser has kept is shown again by the back button.
  window.addEventListener('pageshow', () => {
    sending = false;
    button.removeAttribute('aria-disabled');
  });
}

document.getElementById('fel')?.focus();

for (const part of document.querySelectorAll('[data-diagrams]')) {
  part.addEventListener('toggle', () => import('./diagram.js').then((diagram) => diagram.show(part)), { once: true });
}
