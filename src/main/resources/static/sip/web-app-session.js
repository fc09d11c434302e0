// Tasklist, Cockpit and Admin show a login form of their own when the session is over. It leads nowhere: the product
// has one login. So whoever is sent there is sent to the product's instead. (Loaded by each web app, see its config.js.)
const OWN_LOGIN = /^#\/login/;

function leave() {
  if (OWN_LOGIN.test(window.location.hash)) {
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
