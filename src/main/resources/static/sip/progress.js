/*
 * Asks how something goes that the server does beside everything else, and shows the page anew when it has ended. A page
 * that nobody looks at does not ask.
 */

const EVERY_MS = 2000;

export function follow(part) {
  const ask = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(part.dataset.progress, { headers: { Accept: 'application/json' } });
        if (answer.ok && (await answer.json()).state !== 'GOING') {
          window.location.reload();
          return;
        }
      } catch {
        // Not reached: asked again.
      }
    }
    setTimeout(ask, EVERY_MS);
  };
  setTimeout(ask, EVERY_MS);
}
