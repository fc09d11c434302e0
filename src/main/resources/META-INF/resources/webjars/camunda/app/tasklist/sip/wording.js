/* One form file serves children and adults: before it is built, it is given the wording of the one it is about. */

const WORDS = ['label', 'help', 'title'];

/**
 * @param root the form, not built yet
 * @param adult whether the form is about an adult; null or undefined where that is not known
 */
export function word(root, adult) {
  if (typeof adult !== 'boolean') {
    return;
  }
  for (const element of [...root.querySelectorAll('[only]')]) {
    if ((element.getAttribute('only') === 'adult') !== adult) {
      element.remove();
    }
  }
  for (const name of adult ? WORDS : []) {
    for (const element of root.querySelectorAll(`[${name}-adult]`)) {
      const text = element.getAttribute(`${name}-adult`);
      if (name === 'label' && element.localName === 'option') {
        element.textContent = text;
      } else {
        element.setAttribute(name, text);
      }
    }
  }
}
