import { agentSetup } from '../../../agent-setup.js';
import { asksOfReached } from './consulting/asks-of-reached.js';

const handedOver = { type: 'endCall', params: { because: 'transferred' } } as const;
const alone = { type: 'promoteThird', params: { because: 'otherSide', isAnswered: true } } as const;

/**
 * The customer's leg has ended while a transfer was pending: the customer is
 * with the third party, or has hung up. A refusal within a second would tell.
 */
export const completing = agentSetup.createStateConfig({
  id: 'completing',
  meta: { agent: 'The third party takes the customer over, unless the service refuses it.' },
  on: {
    ...asksOfReached,
    'call.released': [
      { guard: 'isThird', actions: 'completeTransfer' },
      { guard: 'isHandedOver', actions: 'completeTransfer' },
      // Told again.
      { guard: 'isCall' },
    ],
    'acw.started': { actions: 'completeTransfer' },
    'deadline.reached': { guard: 'isTransferDue', actions: ['takeTransferForDone', 'completeTransfer'] },
    'transfer.completed': { target: '#afterCall', actions: handedOver },
    // It was refused: the customer has hung up, and the third party is still there.
    'command.failed': [
      { guard: 'isTransferOfHeldRefused', target: '#holding', actions: alone },
      { guard: { type: 'hasFailed', params: { command: 'consultTransfer' } }, target: '#talking', actions: alone },
    ],
    'call.established': { guard: 'isWaiting', actions: 'changeWaiting' },
    'call.held': [{ guard: 'isThird', actions: ['updateThird', { type: 'holdThird', params: { isHeld: true } }] }, { guard: 'isThisCall' }],
    'call.retrieved': [
      { guard: 'isThird', actions: ['updateThird', { type: 'holdThird', params: { isHeld: false } }] },
      { guard: 'isThisCall' },
    ],
  },
});
