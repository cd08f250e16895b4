import type { Recordable } from '../../src/recorder/index.js';
import type { Inspector, InspectorOptions, NamedAgent } from './inspector.js';
import { mounted } from './mounted.js';

/**
 * Shows an inspector beside a running agent: the map of the chart, lit, what the states mean, and all that happens, back
 * and forth. It fills the element, which needs a height of its own. Several agents are told apart by their names.
 *
 * @example
 * const inspector = mountInspector(document.querySelector('#inspector'), agent);
 *
 * @throws TypeError if there is no agent, or one that is none of this package's.
 */
export function mountInspector(element: Element, agents: Recordable | readonly NamedAgent[], options: InspectorOptions = {}): Inspector {
  return mounted(element, agents, options, () => undefined).inspector;
}
