// What SIP adds to Cockpit. Loaded by Cockpit as it starts: a fault here would take all of Cockpit down, so this file only
// says where things stand, and fetches the rest when it is shown. What fails says so in its own box.

const MESSAGE = 'Det gick inte att visa den här delen. Resten av Cockpit påverkas inte. Ladda om sidan för att försöka igen.';

/** @param load fetches a module whose show(node, context) draws it and may answer with what ends it */
function guarded(load) {
  let end = null;
  let gone = false;
  return {
    render(node, context) {
      node.className = 'sip-cockpit';
      node.lang = 'sv';
      gone = false;
      load().then((part) => part.show(node, context ?? {})).then((stop) => {
        end = stop ?? null;
        if (gone) {
          end?.();
        }
      }).catch((fault) => {
        console.error(fault);
        const message = document.createElement('p');
        message.setAttribute('role', 'alert');
        message.className = 'sip-fault';
        message.textContent = fault?.forUser ?? MESSAGE;
        node.replaceChildren(message);
      });
    },
    unmount() {
      gone = true;
      end?.();
      end = null;
    }
  };
}

export default [
  {
    id: 'sip-situation',
    pluginPoint: 'cockpit.dashboard',
    priority: 1000,
    properties: { label: 'SIP-läget' },
    ...guarded(() => import('./situation.js'))
  },
  {
    id: 'sip-instance',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 100,
    properties: { label: 'SIP-ärendet' },
    ...guarded(() => import('./instance.js'))
  }
];
