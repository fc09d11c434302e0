// Small pieces of a page, built without any library.

/** An element. Attributes that are functions are listeners; text is never read as markup. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

let lastId = 0;
export const newId = () => `sip-${(lastId += 1)}`;

/** A field with its label and, where something is wrong, why. */
export function field(label, input, help) {
  const id = newId();
  input.id = id;
  return el('div', { class: 'sip-field' }, el('label', { for: id }, label), input, help ? el('p', { class: 'sip-help' }, help) : null);
}

/** A table. Cells may be elements. @param columns names; the first cell of each row names it */
export function table(caption, columns, rows) {
  return el('div', { class: 'sip-wide' }, el('table', { class: 'sip-table' }, el('caption', {}, caption),
    el('thead', {}, el('tr', {}, columns.map((column) => el('th', { scope: 'col' }, column)))),
    el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell, n) => (n === 0 ? el('th', { scope: 'row' }, cell)
      : el('td', {}, cell))))))));
}

export const days = (number) => (number === 1 ? '1 dag' : `${number} dagar`);

/** Links stay within Cockpit. */
export const toInstance = (id) => `#/process-instance/${encodeURIComponent(id)}/runtime?tab=sip-instance`;

/** Does something that may fail, with the button shut meanwhile and the outcome read out. */
export async function attempt(button, status, work) {
  button.disabled = true;
  status.className = 'sip-status';
  status.textContent = 'Arbetar …';
  try {
    status.textContent = (await work()) ?? '';
    status.classList.add('sip-done');
  } catch (fault) {
    status.textContent = fault.forUser ?? 'Något gick fel. Försök igen.';
    status.classList.add('sip-wrong');
  } finally {
    button.disabled = false;
  }
}
