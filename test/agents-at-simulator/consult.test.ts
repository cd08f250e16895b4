import { expect } from '@jest/globals';
import { CUSTOMER, THIRD } from '../support/guarded-floor.js';
import { consultColleague, ringColleague, talkWithCustomer, TO_AGENT } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const LEGS = ['consultHold', 'consultCallID'] as const;
const ENDINGS = [...LEGS, 'consultFailed', 'abandonEvent', 'acwAnnounced', 'acwEnd'] as const;

const TARGETS = [
  ['an agent', TO_AGENT],
  ['an extension', { targetType: '2', target: '8002' }],
] as const;

playScenarios('a consult', [
  ...TARGETS.map(([whom, target]): Scenario => ({
    name: `with ${whom}, taken back`,
    behaviours: LEGS,
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const other = await stage.signIn('1002');
      await seat.does('initiateConsult', target);
      await other.does('answer');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
      await seat.does('sendDtmf', { dtmfDigits: '5' });
      await seat.does('retrieveConsult');
      expect(seat.agent.getSnapshot().work).toBe('talking');
      expect(other.agent.getSnapshot().work).toBe('acw');
    },
  })),
  ...(['answer', 'busy', 'noAnswer', 'reject'] as const).map((what): Scenario => ({
    name: `with a number: ${what}`,
    behaviours: [...ENDINGS, 'destinationBusy'],
    options: { customers: [{ number: THIRD, answer: what === 'answer' ? 500 : what }], dialSeconds: 20 },
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('initiateConsult', { targetType: '1', target: THIRD });
      await stage.pass(22_000);
      if (what === 'answer') await seat.does('retrieveConsult');
      else if (stage.behaviour.consultFailed === 'stayHeld') await seat.does('retrieveCall');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  })),
  {
    name: 'that the service refuses',
    behaviours: LEGS,
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      expect(await seat.tries('initiateConsult', TO_AGENT)).toBe('REJECTED');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  {
    name: 'with an agent who is not ready',
    behaviours: [...LEGS, 'notReadyTarget'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await stage.signIn('1002', { agentState: '2' });
      const isRefused = stage.behaviour.notReadyTarget === 'refused';
      expect(await seat.tries('initiateConsult', TO_AGENT)).toBe(isRefused ? 'REJECTED' : 'done');
    },
  },
  ...(['retrieveCall', 'retrieveConsult'] as const).map((command): Scenario => ({
    name: `that the colleague rejects, then ${command}`,
    behaviours: ENDINGS,
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await other.does('rejectCall');
      if (stage.behaviour.consultFailed === 'stayHeld') await seat.does(command);
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  })),
  {
    name: 'that is cancelled, twice in one talk',
    behaviours: ENDINGS,
    play: async (stage) => {
      const { seat } = await ringColleague(stage);
      await seat.does('cancelConsult');
      await seat.does('initiateConsult', TO_AGENT);
      await seat.does('cancelConsult');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  {
    name: 'that is cancelled before anything was heard of it',
    behaviours: ENDINGS,
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await stage.signIn('1002');
      const outcome = seat.send('initiateConsult', TO_AGENT);
      expect(await seat.tries('cancelConsult')).toBe('done');
      expect(outcome()).not.toBe('pending');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
  ...(['retrieveCall', 'retrieveConsult'] as const).map((command): Scenario => ({
    name: `that the colleague ends, then ${command}`,
    behaviours: ENDINGS,
    play: async (stage) => {
      const { seat, other } = await consultColleague(stage);
      await other.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('holding');
      await seat.does(command);
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  })),
  {
    name: 'that is transferred',
    behaviours: [...ENDINGS, 'consultTransferReleases'],
    play: async (stage) => {
      const { seat, other } = await consultColleague(stage);
      await seat.does('consultTransfer');
      expect(seat.agent.getSnapshot().work).toBe('acw');
      expect(other.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      await other.does('holdCall');
      await other.does('retrieveCall');
      stage.customer.hangup();
      await stage.rest();
      expect(other.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'that is hung up',
    behaviours: [...ENDINGS, 'hangupInConsult'],
    play: async (stage) => {
      const { seat } = await consultColleague(stage);
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe(stage.behaviour.hangupInConsult === 'all' ? 'acw' : 'holding');
    },
  },
  {
    name: 'that is hung up while the colleague rings',
    behaviours: [...ENDINGS, 'hangupInConsult'],
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await seat.does('hangup');
      expect(other.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'during which the customer hangs up',
    behaviours: ENDINGS,
    play: async (stage) => {
      const { seat, other } = await consultColleague(stage);
      await seat.does('muteCall');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { callType: 'Consult' }, muted: true });
      await seat.does('unmute');
      await other.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  ...(['answer', 'rejectCall'] as const).map((command): Scenario => ({
    name: `during which the customer hangs up before the colleague reacts with ${command}`,
    behaviours: ENDINGS,
    play: async (stage) => {
      const { seat, other } = await ringColleague(stage);
      await seat.does('muteCall');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('dialing');
      await other.does(command);
      if (command === 'answer') await seat.does('hangup');
    },
  })),
  {
    name: 'of two agents with each other’s customers in mind, in both directions one after the other',
    behaviours: LEGS,
    play: async (stage) => {
      const { seat, other } = await consultColleague(stage);
      await seat.does('retrieveConsult');
      await other.does('completeACW');
      const second = stage.centre.customer(THIRD);
      await seat.does('hangup');
      await seat.does('completeACW');
      second.dial('1002');
      await stage.rest();
      await other.does('answer');
      await other.does('initiateConsult', { targetType: '0', target: '1001' });
      await seat.does('answer');
      await other.does('consultTransfer');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: THIRD } });
    },
  },
  {
    name: 'with a third party who is left, begun anew by a page that has regained that talk',
    behaviours: LEGS,
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const third = stage.centre.customer(THIRD);
      await seat.does('initiateConsult', { targetType: '1', target: THIRD });
      third.answer();
      await stage.rest();
      stage.customer.hangup();
      await stage.rest();
      stage.leave(seat);
      const other = await stage.signIn('1002');
      const again = await stage.open('1001');
      expect(again.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { callType: 'Consult' } });
      await again.does('initiateConsult', TO_AGENT);
      expect(again.agent.getSnapshot()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing' } });
      third.hangup();
      await stage.rest();
      expect(again.agent.getSnapshot().work).toBe('dialing');
      await other.does('answer');
    },
  },
]);
