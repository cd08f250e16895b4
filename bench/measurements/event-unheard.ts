import { atMost, type Measurement } from '../frame/measurement.js';
import { compareEvents } from '../scene/event-sides.js';

export const eventUnheard: Measurement = {
  name: 'An event, unheard',
  meaning: 'The same events while nobody listens and nobody reads the state.',
  isChecked: true,
  async measure(ms) {
    const rounds = await compareEvents(false, ms);
    return [
      { what: 'event, nobody listening, against raw send', value: rounds.ratio('agent', 'raw'), unit: '×', goal: atMost(1.15, 2) },
      { what: 'event, nobody listening', value: rounds.median('agent'), unit: 'µs' },
      { what: 'raw send', value: rounds.median('raw'), unit: 'µs' },
    ];
  },
};
