/*
 * Whom a task is about, on its card in the list: name and year of birth, asked of the server each time the list is
 * shown and kept nowhere. The server answers only for cases that whoever is logged in may see, and never for a person
 * with a protected identity: there the case number is all there is.
 */

import { cardsOf } from './api.js';

const CARDS = 'ol.tasks-list > li.task';
const NUMBER = /SIP-\d{4}-\d{6}/;
const WAIT_MS = 150;

let planned;

async function fill() {
  planned = undefined;
  const cards = [...document.querySelectorAll(CARDS)]
    .map((card) => ({ card, number: NUMBER.exec(card.textContent)?.[0] }))
    .filter(({ card, number }) => number && card.dataset.sipCase !== number);
  if (cards.length === 0) {
    return;
  }
  cards.forEach(({ card, number }) => {
    card.dataset.sipCase = number;
    card.querySelector('.sip-card-person')?.remove();
  });
  let persons = {};
  try {
    persons = await cardsOf([...new Set(cards.map(({ number }) => number))]) ?? {};
  } catch {
    // The list works without names; the next change of it asks again.
    cards.forEach(({ card }) => delete card.dataset.sipCase);
    return;
  }
  for (const { card, number } of cards) {
    if (persons[number] && card.dataset.sipCase === number) {
      const line = document.createElement('div');
      line.className = 'sip-card-person';
      line.textContent = persons[number];
      card.querySelector('h4')?.append(line);
    }
  }
}

new MutationObserver(() => {
  planned ??= setTimeout(fill, WAIT_MS);
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
