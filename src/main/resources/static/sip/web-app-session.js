// Tasklist, Cockpit and Admin show a login form of their own when the session is over. It leads nowhere: the product
// has one login. So whoever is sent there is sent to the product's instead. (Loaded by each web app, see its config.js.)
const OWN_LOGIN = /^#\/login/;
let leaving = false;

// Once: the web app goes to its own login more than once, and the login page may already lead on to the provider's.
function leave() {
  if (!leaving && OWN_LOGIN.test(window.location.hash)) {
    leaving = true;
    window.location.replace(window.location.pathname.replace(/\/camunda\/.*/, '/login'));
  }
}

for (const name of ['pushState', 'replaceState']) {
  const original = window.history[name];
  window.history[name] = function (...change) {
    original.apply(this, change);
    leave();
  };
}
window.addEventListener('hashchange', leave);
leave();
