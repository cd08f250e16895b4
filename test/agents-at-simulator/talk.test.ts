import { expect } from '@jest/globals';
import { CUSTOMER, THIRD } from '../support/guarded-floor.js';
import { talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const TARGETS = [
  ['an agent', { targetType: '0', target: '1002' }],
  ['an extension', { targetType: '2', target: '8002' }],
] as const;

const TO_NUMBER = { targetType: '1', target: THIRD };

const transfers = TARGETS.flatMap(([whom, target]): Scenario[] => [
  {
    name: `a transfer to ${whom} who answers`,
    behaviours: ['transferDone', 'acwAnnounced'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', target);
      await stage.rest();
      expect(other.agent.getSnapshot().work).toBe('ringing');
      await other.does('answer');
      expect(outcome()).toBe('done');
      expect(seat.agent.getSnapshot().work).toBe('acw');
      expect(other.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      stage.customer.hangup();
      await stage.rest();
    },
  },
  {
    name: `a transfer of a call that went out, to ${whom} who answers`,
    behaviours: ['transferDone'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const other = await stage.signIn('1002');
      await seat.does('makeCall', { otherDN: CUSTOMER });
      stage.customer.answer();
      await stage.rest();
      const outcome = seat.send('singleTransfer', target);
      await stage.rest();
      expect(other.agent.getSnapshot().work).toBe('ringing');
      await other.does('answer');
      expect(outcome()).toBe('done');
      await other.does('hangup');
    },
  },
  {
    name: `a transfer to ${whom} who rejects it`,
    behaviours: ['transferDone', 'transferFailed', 'missedCalls'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const other = await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', target);
      await stage.rest();
      await other.does('rejectCall');
      // The deadline of the transfer tells where the service does not.
      await stage.pass(95_000);
      const { transferDone, transferFailed } = stage.behaviour;
      expect(outcome()).toBe(transferDone === 'ringing' ? 'done' : transferFailed === 'silent' ? 'TIMEOUT' : 'REJECTED');
    },
  },
  {
    name: `a transfer to ${whom} while the customer hangs up`,
    behaviours: ['transferDone', 'abandonEvent', 'acwAnnounced'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await stage.signIn('1002');
      const outcome = seat.send('singleTransfer', target);
      await stage.rest();
      stage.customer.hangup();
      await stage.rest();
      expect(outcome()).not.toBe('pending');
    },
  },
]);

const toNumber = (['answer', 'busy', 'noAnswer'] as const).map((what): Scenario => ({
  name: `a transfer to a number: ${what}`,
  behaviours: ['transferDone', 'transferFailed'],
  options: { customers: [{ number: THIRD, answer: what === 'answer' ? 500 : what }], dialSeconds: 20 },
  play: async (stage) => {
    const seat = await talkWithCustomer(stage);
    const outcome = seat.send('singleTransfer', TO_NUMBER);
    await stage.pass(95_000);
    expect(outcome()).not.toBe('pending');
  },
}));

playScenarios('a talk', [
  {
    name: 'hold and retrieve',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      for (let turn = 0; turn < 2; turn += 1) {
        await seat.does('holdCall');
        expect(seat.agent.getSnapshot().work).toBe('holding');
        await seat.does('retrieveCall');
        expect(seat.agent.getSnapshot().work).toBe('talking');
      }
    },
  },
  {
    name: 'a customer who hangs up while held',
    behaviours: ['acwAnnounced'],
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('holdCall');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'a hang-up while the customer is held',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('holdCall');
      await seat.does('hangup');
    },
  },
  {
    name: 'a customer who hangs up while a hold is under way',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      const outcome = seat.send('holdCall');
      stage.customer.hangup();
      await stage.rest();
      expect(outcome()).toBe('SUPERSEDED');
    },
    reportsItself: true,
  },
  {
    name: 'mute, in talk and on hold',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('muteCall');
      await seat.does('holdCall');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'holding', muted: true });
      await seat.does('unmute');
      await seat.does('muteCall');
      await seat.does('retrieveCall');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', muted: true });
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().muted).toBe(false);
    },
  },
  {
    name: 'keys that are sent',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('sendDtmf', { dtmfDigits: '801#*' });
      expect(stage.customer.keys).toBe('801#*');
    },
  },
  ...transfers,
  ...toNumber,
  {
    name: 'a transfer that the service refuses at once',
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      expect(await seat.tries('singleTransfer', { targetType: '0', target: '1002' })).toBe('REJECTED');
      expect(seat.agent.getSnapshot().work).toBe('talking');
    },
  },
]);
