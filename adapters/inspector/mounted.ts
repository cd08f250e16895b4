import type { Recordable } from '../../src/recorder/index.js';
import { InspectorView } from './inspector-view.js';
import { subjectsOf, type Inspector, type InspectorOptions, type NamedAgent } from './inspector.js';
import { STYLE } from './views/style.js';

interface Mounted {
  readonly inspector: Inspector;
  /** Its reader closes it. */
  readonly leave: () => void;
}

/** An inspector in an element of whichever window; `closed` is called when it has been closed, by whomever. */
export function mounted(
  element: Element,
  agents: Recordable | readonly NamedAgent[],
  { theme = 'auto', ...options }: InspectorOptions,
  closed: () => void,
): Mounted {
  let subjects = subjectsOf(agents, options);
  const document = element.ownerDocument;
  const host = document.createElement('div');
  if (theme !== 'auto') host.dataset['theme'] = theme;
  const root = host.attachShadow({ mode: 'open' });
  // Of the window that the element is in: a sheet of another one is refused.
  const { CSSStyleSheet: Sheet } = document.defaultView as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    view.close();
    host.remove();
    for (const { own } of subjects) own?.stop();
    closed();
  };
  const leave = () => {
    if (!isOpen) return;
    close();
    options.onClose?.();
  };
  const view = new InspectorView(document, subjects, leave, options.onLook);
  root.append(view.root);
  element.append(host);
  const inspector: Inspector = {
    get isOpen() {
      return isOpen;
    },
    problem: null,
    show: (given) => {
      if (!isOpen) return;
      const before = subjects;
      subjects = subjectsOf(given, options, before);
      view.show(subjects);
      for (const { own, recorder } of before) if (!subjects.some((one) => one.recorder === recorder)) own?.stop();
    },
    close,
  };
  return { inspector, leave };
}
