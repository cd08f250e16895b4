import { expect } from '@jest/globals';
import { CUSTOMER, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { conferWithColleague, consultColleague, ringColleague, talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const LEGS = ['consultHold', 'consultCallID'] as const;

/** Somebody presses a key of the phone with extension 8001; then the agent, like all others, agrees with the centre. */
async function press({ centre, rest }: GuardedFloor, key: 'hold' | 'retrieve' | 'swap'): Promise<void> {
  centre.device('8001')[key]();
  await rest();
}

/** Each step in a consult that was swapped, and the agent's state after it. */
const AFTER_A_SWAP: readonly [string, (floor: GuardedFloor, seats: { seat: Seat; other: Seat }) => Promise<void>, object][] = [
  ['retrieveConsult', (_floor, { seat }) => seat.does('retrieveConsult'), { work: 'talking', onHold: null, consult: null }],
  ['consultTransfer', (_floor, { seat }) => seat.does('consultTransfer'), { work: 'acw', onHold: null }],
  ['consultConference', (_floor, { seat }) => seat.does('consultConference'), { work: 'conferencing', onHold: null }],
  ['keys', (_floor, { seat }) => seat.does('sendDtmf', { dtmfDigits: '1' }), { work: 'consulting', onHold: 'thirdParty' }],
  ['muting', (_floor, { seat }) => seat.does('muteCall'), { work: 'consulting', onHold: 'thirdParty', muted: true }],
  ['hangup', (_floor, { seat }) => seat.does('hangup'), { work: 'acw' }],
  ['the third party leaving', (_floor, { other }) => other.does('hangup'), { work: 'talking', onHold: null, call: { otherDN: CUSTOMER } }],
  [
    'the customer hanging up',
    async ({ customer, rest }) => {
      customer.hangup();
      await rest();
    },
    { work: 'holding', onHold: 'customer', call: { otherDN: '8002' } },
  ],
];

playScenarios('holding at the phone itself', [
  {
    name: 'a talk',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await press(stage, 'hold');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', onHold: 'customer' });
      await press(stage, 'retrieve');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', onHold: null });
    },
  },
  {
    name: 'a conference, also after somebody has left',
    behaviours: ['conferenceOrder'],
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await press(stage, 'hold');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'conferencing', onHold: 'conference' });
      await seat.does('retrieveCall');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'conferencing', onHold: null });
      await press(stage, 'hold');
      await other.does('hangup');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', onHold: 'customer' });
      await seat.does('retrieveCall');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  {
    name: 'a consult, swapped and swapped back',
    behaviours: LEGS,
    play: async (stage) => {
      const { seat } = await consultColleague(stage);
      await press(stage, 'swap');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'consulting', onHold: 'thirdParty', consult: { phase: 'talking' } });
      await press(stage, 'swap');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'consulting', onHold: 'customer', consult: { phase: 'talking' } });
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: '8002' } });
    },
  },
  ...AFTER_A_SWAP.map(([what, act, state]): Scenario => ({
    name: `a consult that was swapped, and then ${what}`,
    behaviours: [...LEGS, 'conferenceOrder', 'consultTransferReleases'],
    play: async (stage) => {
      const seats = await consultColleague(stage);
      await press(stage, 'swap');
      await act(stage, seats);
      expect(seats.seat.agent.getSnapshot()).toMatchObject(state);
    },
  })),
  {
    name: 'a consult that rings: the customer is taken back until the third party answers',
    behaviours: LEGS,
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await press(stage, 'retrieve');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'consulting', onHold: 'thirdParty', consult: { phase: 'dialing' } });
      await other.does('answer');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'consulting', onHold: 'customer', consult: { phase: 'talking' } });
    },
  },
]);
