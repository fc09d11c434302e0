/*
 * Whom a task is about, on its card in the list: name and year of birth, and which of several letters or interventions,
 * asked of the server each time the list is shown and kept nowhere. The server answers only for cases that whoever is
 * logged in may see, and never for a person with a protected identity: there the case number is all there is.
 */

import { cardsOf } from './api.js';

const CARDS = 'ol.tasks-list > li.task';
const NUMBER = /SIP-\d{4}-\d{6}/;
const TASK = /[?&]task=([\w-]+)/;
const WAIT_MS = 150;

let planned;

async function fill() {
  planned = undefined;
  const cards = [...document.querySelectorAll(CARDS)]
    .map((card) => ({ card, number: NUMBER.exec(card.textContent)?.[0],
      task: TASK.exec(card.querySelector('h4 a')?.getAttribute('href') ?? '')?.[1] ?? '' }))
    .filter(({ card, number, task }) => number && (card.dataset.sipCase !== number || card.dataset.sipTask !== task));
  if (cards.length === 0) {
    return;
  }
  cards.forEach(({ card, number, task }) => {
    card.dataset.sipCase = number;
    card.dataset.sipTask = task;
    card.querySelectorAll('.sip-card-person').forEach((line) => line.remove());
  });
  let lines;
  try {
    lines = await cardsOf([...new Set(cards.map(({ number }) => number))], cards.map(({ task }) => task).filter(Boolean));
  } catch {
    // The list works without names; the next change of it asks again.
    cards.forEach(({ card }) => delete card.dataset.sipCase);
    return;
  }
  for (const { card, number, task } of cards) {
    if (card.dataset.sipCase === number && card.dataset.sipTask === task) {
      for (const text of [lines?.tasks[task], lines?.persons[number]].filter(Boolean)) {
        const line = document.createElement('div');
        line.className = 'sip-card-person';
        line.textContent = text;
        card.querySelector('h4')?.append(line);
      }
    }
  }
}

new MutationObserver(() => {
  planned ??= setTimeout(fill, WAIT_MS);
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
