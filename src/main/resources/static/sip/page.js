/*
 * What every page of the product does for whoever is logged in: warns before the session ends and extends it, sends a
 * form once, and sends it only when there is somebody to receive it. Nothing typed is stored in the browser.
 */

import { stillHere } from '../camunda/app/tasklist/sip/api.js';
import { make, over, watch } from './session.js';

const RETRY_MS = 3000;
const TOKEN_COOKIE = 'SIP-XSRF-TOKEN';

watch(document.body.dataset.session);

// Forms

function newToken(form) {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${TOKEN_COOKIE}=`));
  const field = form.querySelector('input[name="_csrf"]');
  if (cookie && field) {
    field.value = decodeURIComponent(cookie.slice(TOKEN_COOKIE.length + 1));
  }
}

for (const form of document.querySelectorAll('form[data-once]')) {
  const button = form.querySelector('button[data-do]') ?? form.querySelector('button[type="submit"]');
  const state = make('p', { class: 'sip-state-line', role: 'alert' });
  button.closest('p').after(state);
  let sending = false;

  const send = async () => {
    try {
      await stillHere();
      newToken(form);
      // Kept with this entry of the browser's history: whoever comes back to the form is told that it has been sent.
      window.history.replaceState({ ...window.history.state, sent: form.elements.engangs.value }, '');
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
    // Only looks at what would be sent.
    if (event.submitter?.hasAttribute('data-look')) {
      newToken(form);
      return;
    }
    event.preventDefault();
    if (sending) {
      return;
    }
    sending = true;
    button.setAttribute('aria-disabled', 'true');
    state.textContent = '';
    send();
  });
  // A page that the browser has kept, or made again, is shown by the back button. What was done is not done twice.
  window.addEventListener('pageshow', () => {
    sending = false;
    button.removeAttribute('aria-disabled');
    const sent = window.history.state?.sent;
    if (sent) {
      form.elements.engangs.value = sent;
      state.replaceChildren('Du har gått tillbaka. Det som redan är gjort görs inte en gång till: då visas kvittot. ',
        make('a', { href: window.location.pathname }, 'Fyll i ett nytt formulär'));
    }
  });
}

(document.getElementById('fel') ?? document.getElementById('utskick'))?.focus();

for (const part of document.querySelectorAll('[data-diagrams]')) {
  part.addEventListener('toggle', () => import('./diagram.js').then((diagram) => diagram.show(part)), { once: true });
}

for (const part of document.querySelectorAll('[data-compare]')) {
  part.addEventListener('toggle', () => import('./compare.js').then((compare) => compare.show(part)), { once: true });
}

for (const part of document.querySelectorAll('[data-progress]')) {
  import('./progress.js').then((progress) => progress.follow(part));
}

// What is too large never leaves: the server would refuse it after the whole of it has been sent.
for (const form of document.querySelectorAll('form[data-files]')) {
  form.addEventListener('submit', (event) => {
    const files = [...form.querySelector('input[type="file"]').files];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes > Number(form.dataset.files)) {
      event.preventDefault();
      form.querySelector('[role="alert"]').textContent = `Filerna är för stora: ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB. Skicka bara de filer som du har ändrat.`;
    }
  });
}
