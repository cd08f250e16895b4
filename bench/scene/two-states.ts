import { createMachine } from 'xstate';

/** The smallest machine that does anything. It never changes, so that it measures XState and the computer only. */
export const twoStates = createMachine({
  id: 'twoStates',
  initial: 'off',
  states: {
    off: { on: { toggle: 'on' } },
    on: { on: { toggle: 'off' } },
  },
});
