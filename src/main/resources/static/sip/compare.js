/* Two versions of a diagram side by side, with what is different marked. Drawn by bpmn-js (bpmn.io). */

import { loadViewer } from './diagram.js';

const STEP = 60;

async function draw(viewer, xml, marks) {
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  for (const [marker, elements] of Object.entries(marks)) {
    for (const element of elements) {
      if (viewer.get('elementRegistry').get(element)) {
        canvas.addMarker(element, marker);
      }
    }
  }
}

/** What is dragged or enlarged in one is so in the other. */
function follow(one, other) {
  one.get('eventBus').on('canvas.viewbox.changed', ({ viewbox }) => {
    const theirs = other.get('canvas').viewbox();
    if (['x', 'y', 'width', 'height'].some((side) => Math.abs(theirs[side] - viewbox[side]) > 1)) {
      other.get('canvas').viewbox({ x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height });
    }
  });
}

function listenToKeys(stage, viewer) {
  const moves = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
  stage.addEventListener('keydown', (event) => {
    const canvas = viewer.get('canvas');
    if (moves[event.key]) {
      canvas.scroll({ dx: moves[event.key][0], dy: moves[event.key][1] });
    } else if (event.key === '+' || event.key === '-') {
      canvas.zoom(canvas.zoom() * (event.key === '+' ? 1.25 : 0.8), 'auto');
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Fills the two stages of a part of the page. */
export async function show(part) {
  const stages = [...part.querySelectorAll('.sip-diagram')];
  try {
    const [Viewer, answer] = await Promise.all([loadViewer(), fetch(part.dataset.compare, { headers: { Accept: 'application/json' } })]);
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const pair = await answer.json();
    const sides = [[pair.before, { 'sip-removed': pair.removed, 'sip-changed': pair.changed }],
      [pair.after, { 'sip-added': pair.added, 'sip-changed': pair.changed }]];
    const viewers = [];
    for (const [at, [xml, marks]] of sides.entries()) {
      if (xml) {
        const viewer = new Viewer({ container: stages[at] });
        await draw(viewer, xml, marks);
        listenToKeys(stages[at], viewer);
        viewers.push(viewer);
      } else {
        stages[at].textContent = 'Diagrammet finns inte här.';
      }
    }
    if (viewers.length === 2) {
      follow(viewers[0], viewers[1]);
      follow(viewers[1], viewers[0]);
    }
    part.dataset.drawn = 'true';
  } catch {
    stages.forEach((stage) => { stage.textContent = 'Diagrammet kan inte visas just nu.'; });
  }
}
