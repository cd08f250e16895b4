import type { CallCentre } from '../../adapters/simulator/index.js';

/** The commands that reach the simulated service from now on. */
export function sentCommands(centre: CallCentre): readonly string[] {
  const sent: string[] = [];
  centre.observe((event) => {
    if (event.type === 'command') sent.push(event.command);
  });
  return sent;
}
