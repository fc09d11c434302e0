// The product's own API, from where this file is served: /camunda/api/cockpit/plugin/sip/static/app/.

const API = new URL('../../../../../../../api/', import.meta.url);
const TOKEN_COOKIE = 'SIP-XSRF-TOKEN';
const TOKEN_HEADER = 'X-SIP-XSRF-TOKEN';

const TEXTS = {
  0: 'Servern går inte att nå. Kontrollera nätet och försök igen.',
  401: 'Du har loggats ut. Logga in och försök igen.',
  403: 'Du har inte rätt att se eller göra detta.',
  404: 'Det finns inte, eller så hör det till ett annat län.'
};
const OTHER = 'Något gick fel i systemet när SIP-läget hämtades. Resten av Cockpit påverkas inte. Försök igen om en stund.';

/** A call that did not succeed; forUser is Swedish. */
export class CallFailed extends Error {
  constructor(status, detail) {
    const text = (status >= 400 && status < 500 && status !== 401 && detail) || (TEXTS[status] ?? OTHER);
    super(text);
    this.status = status;
    this.forUser = text;
  }
}

function token() {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${TOKEN_COOKIE}=`));
  return pair ? decodeURIComponent(pair.slice(TOKEN_COOKIE.length + 1)) : '';
}

async function call(method, path, body) {
  const request = { method, headers: { Accept: 'application/json' }, credentials: 'same-origin', cache: 'no-store' };
  if (method !== 'GET') {
    request.headers['Content-Type'] = 'application/json';
    request.headers[TOKEN_HEADER] = token();
    request.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(new URL(path, API), request);
  } catch {
    throw new CallFailed(0);
  }
  const json = (answer.headers.get('Content-Type') ?? '').includes('json');
  if (answer.redirected && !json) {
    throw new CallFailed(401);
  }
  const content = json ? await answer.json().catch(() => null) : null;
  if (!answer.ok) {
    throw new CallFailed(answer.status, content?.detail ?? content?.title);
  }
  return content;
}

const query = (parameters) => new URLSearchParams(Object.entries(parameters)
  .filter(([, value]) => value !== null && value !== undefined && value !== '')).toString();

export const situation = (days) => call('GET', `situation?${query({ days })}`);
export const cases = (county, group, days, page) => call('GET', `situation/cases?${query({ county, group, days, page })}`);
export const failures = (county) => call('GET', `situation/failures?${query({ county })}`);
export const retry = (order) => call('POST', 'situation/failures/retry', order);
export const instance = (id) => call('GET', `situation/instances/${encodeURIComponent(id)}`);
export const act = (number, action, order) => call('POST', `situation/cases/${encodeURIComponent(number)}/${action}`, order);
