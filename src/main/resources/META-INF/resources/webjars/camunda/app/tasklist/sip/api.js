/* The product's own API, seen from a form. All paths are relative to where this file is served. */

const API = new URL('../../../../api/', import.meta.url);
const TOKEN_COOKIE = 'SIP-XSRF-TOKEN';
const TOKEN_HEADER = 'X-SIP-XSRF-TOKEN';

const TEXTS = {
  0: 'Servern går inte att nå. Det du skrivit finns kvar. Kontrollera nätet och försök igen.',
  401: 'Du har loggats ut. Logga in i en ny flik och försök igen; det du skrivit finns kvar.',
  403: 'Du har inte rätt att göra detta. Någon annan kan ha tagit uppgiften. Det du skrivit finns kvar.',
  404: 'Uppgiften finns inte längre. Den kan ha slutförts av någon annan, eller så har ärendet avbrutits.',
  409: 'Uppgiften har ändrats av någon annan. Det du skrivit finns kvar. Försök igen.'
};
const OTHER = 'Något gick fel i systemet. Det du skrivit finns kvar. Försök igen om en stund.';

/**
 * A call that did not succeed; the message is Swedish and meant for the user. Status 0: no answer at all. What the
 * server itself says of a refusal goes before the general text.
 */
export class CallFailed extends Error {
  constructor(status, detail, problem = null) {
    super((status >= 400 && status < 500 && status !== 401 && detail) || (TEXTS[status] ?? OTHER));
    this.status = status;
    /** What else the server said. */
    this.problem = problem;
  }
}

function token() {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${TOKEN_COOKIE}=`));
  return pair ? decodeURIComponent(pair.slice(TOKEN_COOKIE.length + 1)) : '';
}

/** @param byItself the page asks without anybody having done anything: no use of the session */
async function call(method, path, body, keepalive = false, again = false, byItself = false) {
  const headers = { Accept: 'application/json' };
  const request = { method, headers, credentials: 'same-origin', cache: 'no-store', keepalive };
  if (method !== 'GET') {
    headers['Content-Type'] = 'application/json';
    headers[TOKEN_HEADER] = token();
    request.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(new URL(path, API), request);
  } catch {
    throw new CallFailed(0);
  }
  // A redirect that ends at a page is the login page: the session is gone.
  if (answer.redirected && !(answer.headers.get('Content-Type') ?? '').includes('json')) {
    throw new CallFailed(401);
  }
  // Refused for want of a token: asking for anything either brings a new one or says that the session is gone.
  if (answer.status === 403 && method !== 'GET' && !again && !keepalive) {
    await call('GET', 'tasks?which=mine');
    return call(method, path, body, keepalive, true, byItself);
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => null);
    throw new CallFailed(answer.status, problem?.detail, problem);
  }
  // The session has been extended: pages that warn before its end count from here.
  if (!byItself) {
    window.dispatchEvent(new Event('sip-contact'));
  }
  return answer.status === 204 || answer.headers.get('Content-Length') === '0' ? null : answer.json().catch(() => null);
}

/** A PDF, as an address that this page can open. */
async function callForFile(path, body) {
  const answer = await fetch(new URL(path, API), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: token() },
    credentials: 'same-origin',
    cache: 'no-store',
    body: JSON.stringify(body)
  }).catch(() => { throw new CallFailed(0); });
  if (!answer.ok) {
    throw new CallFailed(answer.status);
  }
  return URL.createObjectURL(await answer.blob());
}

const units = {
  find: async (text) => (await call('GET', `units?q=${encodeURIComponent(text)}`)) ?? [],
  byId: async (id) => (await call('GET', `units?id=${encodeURIComponent(id)}`))?.[0] ?? null
};

/** Where a form of a task gets and leaves its content. */
export function taskSource(taskId) {
  const task = `tasks/${encodeURIComponent(taskId)}`;
  return {
    context: () => call('GET', task),
    check: async (model) => (await call('POST', `${task}/form/check`, model))?.faults ?? [],
    saveDraft: (model, leaving, version) => call('PUT', `${task}/draft?version=${version}`, model, leaving),
    claim: () => call('POST', `${task}/claim`, {}),
    complete: (model) => call('POST', `${task}/form`, model),
    sheets: (model) => call('POST', `${task}/form/sheets`, model),
    sheet: (number, model) => callForFile(`${task}/form/sheets/${number}`, model),
    documentAddress: (caseNumber, id) =>
      new URL(`cases/${encodeURIComponent(caseNumber)}/documents/${id}`, API).href,
    units
  };
}

/** Where the plan that is written at a meeting, before there is a task of it, gets and leaves its content. */
export function meetingSource(caseNumber) {
  const meeting = `cases/${encodeURIComponent(caseNumber)}/meeting`;
  return {
    context: () => call('GET', meeting),
    check: async (model) => (await call('POST', `${meeting}/check`, model))?.faults ?? [],
    saveDraft: (model, leaving, version) => call('PUT', `${meeting}/draft?version=${version}`, model, leaving),
    units
  };
}

/** When a meeting began and paused: the same for everybody who has its page open. */
export function meetingClock(caseNumber) {
  const clock = `cases/${encodeURIComponent(caseNumber)}/meeting/clock`;
  return {
    clock: () => call('GET', clock, undefined, false, false, true),
    mark: (mark, secondsAgo) => call('POST', clock, { mark, secondsAgo })
  };
}

/**
 * Name and year of birth by case number, and what a task is about by task, for those of the cases that may be shown so.
 * In the body: no address, no log.
 */
export const cardsOf = (numbers, tasks) => call('POST', 'cases/cards', { numbers, tasks }, false, false, true);

/** Whether the server can be reached and the session lives; asking extends it. */
export const stillHere = () => call('GET', 'session');

/** How many seconds a session lasts from the last contact. */
export const sessionLength = async () => (await call('GET', 'session'))?.seconds ?? 0;

/** Where a form that starts a process gets its content. It has no task yet, and so no place for a draft. */
export function startSource(processKey) {
  const process = `processes/${encodeURIComponent(processKey)}/form`;
  return {
    context: () => call('GET', process),
    check: async (model) => (await call('POST', `${process}/check`, model))?.faults ?? [],
    saveDraft: null,
    sheets: (model) => call('POST', `${process}/sheets`, model),
    sheet: (number, model) => callForFile(`${process}/sheets/${number}`, model),
    units
  };
}
