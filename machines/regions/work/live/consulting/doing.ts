import { agentSetup } from '../../../../agent-setup.js';

const sent = (command: 'retrieveConsult' | 'cancelConsult' | 'consultTransfer' | 'consultConference', target: string) => ({
  guard: { type: 'isSent' as const, params: { command } },
  target,
});

/** Nothing is being done any more: the command was settled. */
const settled = (command: 'retrieveConsult' | 'cancelConsult' | 'consultTransfer' | 'consultConference') =>
  ({
    'command.failed': { guard: { type: 'hasFailed', params: { command } }, target: '#nothing' },
    'command.confirmed': { guard: { type: 'wasConfirmed', params: { command } }, target: '#nothing' },
  }) as const;

const returned = {
  guard: 'isCall',
  target: '#talking',
  actions: ['updateCall', { type: 'endThird', params: { because: 'hungUp', isOver: false } }],
} as const;
const handedOver = { type: 'endCall', params: { because: 'transferred' } } as const;

/** The operation under way on the consult. */
export const doing = agentSetup.createStateConfig({
  initial: 'nothing',
  states: {
    nothing: {
      id: 'nothing',
      meta: { agent: 'Has asked for nothing to be done.' },
      // It was to be cancelled before its leg was heard of.
      always: { guard: 'isCancellingConsult', target: 'cancelling' },
      on: {
        'command.sent': [
          sent('retrieveConsult', 'returning'),
          sent('cancelConsult', 'cancelling'),
          sent('consultTransfer', 'transferring'),
          sent('consultConference', 'joining'),
        ],
      },
    },
    returning: {
      meta: { agent: 'Returns to the customer.' },
      on: {
        ...settled('retrieveConsult'),
        'call.retrieved': returned,
        // The vendor's page says that this resumes the talk; whether a retrieved event follows is not certain.
        'call.released': {
          guard: 'endsThird',
          target: '#talking',
          actions: { type: 'endThird', params: { because: 'released', isOver: true } },
        },
      },
    },
    cancelling: {
      meta: { agent: 'Gives the consult up before the third party answers.' },
      on: { ...settled('cancelConsult'), 'call.retrieved': returned },
    },
    transferring: {
      id: 'transferring',
      meta: { agent: 'Hands the customer to the third party.' },
      on: {
        ...settled('consultTransfer'),
        'call.released': [
          // With a target, so that the third party's region does not take it for the customer's leaving.
          { guard: 'isHandedOver', target: '#completing', actions: 'completeTransfer' },
          {
            guard: 'isCustomerGoneFromThirdHeld',
            target: '#completing',
            actions: { type: 'beginTransfer', params: { isThirdHeld: true } },
          },
          { guard: 'endsCall', target: '#completing', actions: { type: 'beginTransfer', params: { isThirdHeld: false } } },
        ],
        'acw.started': { actions: 'completeTransfer' },
        'transfer.completed': { target: '#afterCall', actions: handedOver },
      },
    },
    joining: {
      id: 'joining',
      meta: { agent: 'Brings the third party into the talk with the customer.' },
      on: settled('consultConference'),
    },
  },
});
