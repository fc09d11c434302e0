/* The county's own diagram of a case, with the steps where the case is marked. Drawn by bpmn-js (bpmn.io). */

const VIEWER = '../webjars/bpmn-js/8.0.0/dist/bpmn-navigated-viewer.production.min.js';

/** The drawing library, which only pages with a diagram need. */
export function loadViewer() {
  if (window.BpmnJS) {
    return Promise.resolve(window.BpmnJS);
  }
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = new URL(VIEWER, import.meta.url).pathname;
    script.onload = () => done(window.BpmnJS);
    script.onerror = failed;
    document.head.append(script);
  });
}

async function draw(viewer, diagram) {
  await viewer.importXML(diagram.xml);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  for (const step of diagram.steps) {
    if (viewer.get('elementRegistry').get(step)) {
      canvas.addMarker(step, 'sip-here');
    }
  }
}

/** Shows the diagrams of a case in a part of the page, the whole process first. */
export async function show(part) {
  const stage = part.querySelector('.sip-diagram');
  const choice = part.querySelector('.sip-diagram-choice');
  try {
    const [Viewer, answer] = await Promise.all([loadViewer(), fetch(part.dataset.diagrams, { headers: { Accept: 'application/json' } })]);
    const diagrams = await answer.json();
    if (diagrams.length === 0) {
      stage.textContent = 'Ärendet har ingen pågående process.';
      return;
    }
    const viewer = new Viewer({ container: stage });
    const buttons = diagrams.map((diagram) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sip-quiet';
      button.textContent = diagram.name;
      button.addEventListener('click', async () => {
        buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
        await draw(viewer, diagram);
      });
      return button;
    });
    choice.append(...buttons);
    buttons[0].setAttribute('aria-pressed', 'true');
    await draw(viewer, diagrams[0]);
  } catch {
    stage.textContent = 'Diagrammet kan inte visas just nu.';
  }
}
