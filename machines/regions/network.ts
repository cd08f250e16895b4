import { agentSetup } from '../agent-setup.js';
import { QUALITIES } from '../network-reading.js';

const toQuality = QUALITIES.map((quality) => ({
  guard: { type: 'qualityIs' as const, params: { quality } },
  target: `#network.${quality}`,
  actions: 'measureNetwork' as const,
}));

/** The quality of the media path, as last measured (web phones only). */
export const network = agentSetup.createStateConfig({
  id: 'network',
  initial: 'unmeasured',
  on: {
    'network.measured': [...toQuality, { target: '#network.unmeasured', actions: 'measureNetwork' }],
    'connection.displaced': { target: '#network.unmeasured', actions: 'forgetNetwork' },
  },
  states: {
    unmeasured: { meta: { agent: 'Not measured, or not graded.' } },
    veryGood: { meta: { agent: 'Smooth.' } },
    good: { meta: { agent: 'Less smooth, with some noise.' } },
    fair: { meta: { agent: 'Hard to hear, with delay.' } },
    poor: { meta: { agent: 'Long delay, much must be said twice.' } },
    veryPoor: { meta: { agent: 'No conversation possible.' } },
  },
});
