import type { Recordable } from '../../src/recorder/index.js';
import type { Inspector, InspectorOptions, NamedAgent } from './inspector.js';
import { mounted } from './mounted.js';

const FEATURES = 'popup,width=1280,height=790';
const BLOCKED =
  'switchhook: the browser has blocked the window of the inspector. Allow windows of this page, or call openInspector ' +
  'when a button is clicked; mountInspector needs no window.';

/** An inspector that could not be opened. */
function blocked(): Inspector {
  console.warn(BLOCKED);
  return { isOpen: false, problem: BLOCKED, show: () => undefined, close: () => undefined };
}

/** The element that fills an empty window. */
function placeIn({ document }: Window): HTMLElement {
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = document.title = 'switchhook inspector';
  // For screen readers: what can be seen says it already.
  Object.assign(heading.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    margin: '0',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  });
  document.documentElement.lang = 'en';
  main.append(heading);
  document.body.append(main);
  for (const one of [document.documentElement, document.body, main]) {
    one.style.blockSize = '100%';
    one.style.margin = '0';
  }
  return main;
}

/**
 * Opens an inspector in a window of its own, which is empty at first and loads nothing. It is closed with this page. If
 * the browser blocks the window, `problem` says so and the console warns.
 *
 * @example
 * button.addEventListener('click', () => openInspector(agent));
 *
 * @throws TypeError if there is no agent, or one that is none of this package's.
 */
export function openInspector(agents: Recordable | readonly NamedAgent[], options: InspectorOptions = {}): Inspector {
  const other = window.open('about:blank', '', FEATURES);
  if (other === null) return blocked();
  try {
    const { inspector, leave } = mounted(placeIn(other), agents, options, () => {
      window.removeEventListener('pagehide', inspector.close);
      other.close();
    });
    window.addEventListener('pagehide', inspector.close);
    // Its reader may close the window.
    other.addEventListener('pagehide', leave);
    return inspector;
  } catch (error) {
    other.close();
    throw error;
  }
}
