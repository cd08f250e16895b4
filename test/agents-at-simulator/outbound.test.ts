import { expect } from '@jest/globals';
import { CUSTOMER } from '../support/guarded-floor.js';
import { playScenarios, type Scenario } from '../support/scenario-suite.js';

const PHONES = [
  ['a web phone', { phoneType: 'webrtc' }],
  ['a SIP phone', { phoneType: 'sip' }],
  ['a telephone', { phoneType: 'pstn', bindMobile: '13900000001' }],
] as const;

const TO_CUSTOMER = { otherDN: CUSTOMER };

function withPhone([phone, login]: (typeof PHONES)[number]): readonly Scenario[] {
  const behaviours = ['pstnDialOut', 'sipDialOut', 'destinationBusy', 'acwAnnounced'] as const;
  const unanswered = (
    [
      ['busy', 'busy'],
      ['rejected', 'reject'],
      ['to no number', 'unknown'],
      ['not answered', 'noAnswer'],
    ] as const
  ).map(([how, answer]): Scenario => ({
    name: `a call out with ${phone} that is ${how}`,
    behaviours,
    options: { customers: [{ number: CUSTOMER, answer }], dialSeconds: 25 },
    play: async (stage) => {
      const seat = await stage.signIn('1001', login);
      await seat.does('makeCall', TO_CUSTOMER);
      await stage.pass(90_000);
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  }));
  return [
    {
      name: `a call out with ${phone}, ended by the customer`,
      behaviours,
      play: async (stage) => {
        const seat = await stage.signIn('1001', login);
        await seat.does('makeCall', TO_CUSTOMER);
        await stage.pass(1000);
        stage.customer.answer();
        await stage.rest();
        expect(seat.agent.getSnapshot().work).toBe('talking');
        stage.customer.hangup();
        await stage.rest();
        expect(seat.agent.getSnapshot().work).toBe('acw');
        await stage.pass(40_000);
        expect(seat.agent.getSnapshot().work).toBe('idle');
      },
    },
    {
      name: `a call out with ${phone}, ended by the agent`,
      behaviours,
      play: async (stage) => {
        const seat = await stage.signIn('1001', login);
        await seat.does('makeCall', TO_CUSTOMER);
        await stage.pass(1000);
        stage.customer.answer();
        await stage.rest();
        await seat.does('sendDtmf', { dtmfDigits: '801#' });
        await seat.does('hangup');
        expect(seat.agent.getSnapshot().work).toBe('acw');
      },
    },
    {
      name: `a call out with ${phone} that is given up`,
      behaviours,
      play: async (stage) => {
        const seat = await stage.signIn('1001', login);
        await seat.does('makeCall', TO_CUSTOMER);
        await seat.does('hangup');
        expect(seat.agent.getSnapshot().work).toBe('idle');
      },
    },
    {
      name: `a call out with ${phone} that is given up before anything was heard of it`,
      behaviours,
      play: async (stage) => {
        const seat = await stage.signIn('1001', login);
        const outcome = seat.send('makeCall', TO_CUSTOMER);
        await seat.does('hangup');
        expect(outcome()).not.toBe('pending');
        expect(seat.agent.getSnapshot().work).toBe('idle');
      },
    },
    ...unanswered,
  ];
}

playScenarios('calling out', [
  ...PHONES.flatMap(withPhone),
  {
    name: 'a telephone of the agent’s own that is not taken',
    behaviours: ['pstnDialOut'],
    options: { handset: 'reject' },
    play: async (stage) => {
      const seat = await stage.signIn('1001', PHONES[2][1]);
      await seat.tries('makeCall', TO_CUSTOMER);
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'a SIP phone that is not registered',
    play: async (stage) => {
      const seat = await stage.signIn('1001', PHONES[1][1]);
      stage.centre.device('8001').unregister();
      await stage.rest();
      expect(await seat.tries('makeCall', TO_CUSTOMER)).toBe('REJECTED');
      expect(seat.agent.getSnapshot().work).toBe('idle');
    },
  },
  {
    name: 'calling out during a break',
    behaviours: ['dialOutInBreak'],
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.does('notReady', { reasonCode: 14 });
      const isRefused = stage.behaviour.dialOutInBreak === 'refused';
      expect(await seat.tries('makeCall', TO_CUSTOMER)).toBe(isRefused ? 'REJECTED' : 'done');
    },
  },
  ...(['answer', 'rejectCall'] as const).map((what): Scenario => ({
    name: `an internal call, both sides guarded, with ${what}`,
    behaviours: ['missedCalls', 'acwAnnounced'],
    play: async (stage) => {
      const caller = await stage.signIn('1001');
      const called = await stage.signIn('1002');
      await caller.does('makeCall', { otherDN: '8002' });
      expect(called.agent.getSnapshot().work).toBe('ringing');
      await called.does(what);
      if (what === 'answer') await called.does('hangup');
      expect(caller.agent.getSnapshot().work).toBe(what === 'answer' ? 'acw' : 'idle');
    },
  })),
]);
