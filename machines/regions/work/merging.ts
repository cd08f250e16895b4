import { agentSetup } from '../../agent-setup.js';

/** Back to the customer: the merging came to nothing. */
const backTo = (target: '#talking' | '#holding.afterConsult') => ({
  'request.undone': [
    {
      guard: { type: 'isUndone', params: { command: 'consultConference' } },
      target,
      actions: 'endConsult',
    },
    {
      guard: { type: 'isUndone', params: { command: 'consultTransfer' } },
      target,
      actions: 'endConsult',
    },
  ],
}) as const;

/**
 * Customer and third party are being brought together (consultConference,
 * consultTransfer). The server may tell the parts of it in any order: one leg
 * released, the other retrieved, the party added.
 */
export const merging = agentSetup.createStateConfig({
  id: 'merging',
  initial: 'consultReleased',
  meta: { agent: 'The third party is being brought together with the customer.' },
  on: {
    // A release of what is the third party's leg was told before; here it is news of nothing.
    'call.released': [
      { guard: 'isCallEndingInAcw', target: '#acw', actions: 'endCall' },
      { guard: 'isCall', target: '#idle', actions: 'endCall' },
      { guard: 'isConsult' },
    ],
  },
  states: {
    consultReleased: {
      meta: { agent: 'The third party has no leg of its own any more.' },
      on: {
        'call.retrieved': { guard: 'isCall', target: '#merging.both', actions: 'updateCall' },
        ...backTo('#holding.afterConsult'),
      },
    },
    customerRetrieved: {
      meta: { agent: 'The customer is not held any more.' },
      on: {
        'call.retrieved': { guard: 'isCall', actions: 'updateCall' },
        'call.released': [
          { guard: 'isConsult', target: '#merging.both' },
          // The customer has gone; the third party is still there.
          { guard: 'isCall', target: '#talking', actions: ['promoteConsult', 'establishCall'] },
        ],
        ...backTo('#talking'),
      },
    },
    customerReleased: {
      meta: { agent: 'The customer is with the third party, or has hung up: a refusal would tell.' },
      on: {
        'call.released': [
          { guard: 'isEndUnclear' },
          { guard: 'isConsultHandedOverIntoAcw', target: '#acw', actions: 'endCall' },
          { guard: 'isConsultHandedOver', target: '#idle', actions: 'endCall' },
        ],
        'acw.started': { target: '#acw', actions: 'endCall' },
        'deadline.reached': [
          { guard: 'isTransferUnrefusedIntoAcw', target: '#acw', actions: ['oweHandOver', 'endCall'] },
          { guard: 'isTransferUnrefused', target: '#idle', actions: ['oweHandOver', 'endCall'] },
        ],
        // It was refused: the customer has hung up, and the third party is still there.
        'request.undone': {
          guard: { type: 'isUndone', params: { command: 'consultTransfer' } },
          target: '#talking',
          actions: ['promoteConsult', 'establishCall'],
        },
      },
    },
    both: {
      meta: { agent: 'Only the word that the conference has formed is missing.' },
      on: {
        'call.retrieved': { guard: 'isCall', actions: 'updateCall' },
        ...backTo('#talking'),
      },
    },
  },
});
