import { expect } from '@jest/globals';
import { CUSTOMER, THIRD } from '../support/guarded-floor.js';
import { conferWithColleague, talkWithCustomer } from '../support/guarded-scenes.js';
import { playScenarios } from '../support/scenario-suite.js';

const FORMING = ['conferenceOrder', 'consultHold', 'consultCallID', 'acwAnnounced'] as const;

playScenarios('a conference', [
  {
    name: 'that the customer leaves',
    behaviours: FORMING,
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'conferencing', call: { otherDN: CUSTOMER } });
      expect(other.agent.getSnapshot()).toMatchObject({ work: 'conferencing', call: { otherDN: CUSTOMER } });
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: '8002' } });
      await seat.does('hangup');
      expect(other.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'that the colleague leaves',
    behaviours: FORMING,
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await other.does('hangup');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      await seat.does('holdCall');
      await seat.does('retrieveCall');
      stage.customer.hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot().work).toBe('acw');
    },
  },
  {
    name: 'that the agent leaves who has formed it',
    behaviours: FORMING,
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await seat.does('hangup');
      expect(seat.agent.getSnapshot().work).toBe('acw');
      expect(other.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
      await other.does('hangup');
    },
  },
  {
    name: 'with mute and keys, on both sides',
    behaviours: FORMING,
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await seat.does('muteCall');
      await other.does('muteCall');
      await seat.does('unmute');
      await seat.does('sendDtmf', { dtmfDigits: '12' });
      await other.does('hangup');
      await seat.does('muteCall');
      await seat.does('hangup');
    },
  },
  {
    name: 'with a number outside, which leaves',
    behaviours: FORMING,
    options: { customers: [{ number: THIRD, answer: 200 }] },
    play: async (stage) => {
      const seat = await talkWithCustomer(stage);
      await seat.does('initiateConsult', { targetType: '1', target: THIRD });
      await stage.pass(1000);
      await seat.does('consultConference');
      expect(seat.agent.getSnapshot().work).toBe('conferencing');
      stage.centre.customer(THIRD).hangup();
      await stage.rest();
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    },
  },
  {
    name: 'with an agent consulted from it later, after a second consult in the same talk',
    behaviours: FORMING,
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await other.does('hangup');
      await other.does('completeACW');
      await seat.does('initiateConsult', { targetType: '0', target: '1002' });
      await other.does('answer');
      await seat.does('consultTransfer');
      expect(other.agent.getSnapshot()).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    },
  },
  {
    name: 'that ends for all by a reset of one and a hang-up of another',
    behaviours: [...FORMING, 'resetLogoutRelease'],
    play: async (stage) => {
      const { seat, other } = await conferWithColleague(stage);
      await seat.does('resetLogout');
      expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'offline' });
      await other.does('hangup');
    },
  },
]);
