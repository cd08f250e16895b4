import { atMost, type Measurement } from '../frame/measurement.js';
import { compareEvents } from '../scene/event-sides.js';

export const eventHeard: Measurement = {
  name: 'An event, heard',
  meaning:
    'The SDK pushes that the call is held, or retrieved, in turn; a subscriber gets the new state and reads `allowed`. ' +
    'Against `actor.send` of the same fact to a plain XState actor of the same machine.',
  isChecked: true,
  async measure(ms) {
    const rounds = await compareEvents(true, ms);
    return [
      {
        what: 'event to new state with `allowed`, against raw send',
        value: rounds.ratio('agent', 'raw'),
        unit: '×',
        goal: atMost(1.3, 2.5),
      },
      { what: 'event to new state with `allowed`', value: rounds.median('agent'), unit: 'µs' },
      { what: 'raw send', value: rounds.median('raw'), unit: 'µs' },
    ];
  },
};
