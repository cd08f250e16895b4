import { expect } from '@jest/globals';
import type { CommandName } from '../../../src/index.js';
import type { Seat } from '../stage/seat.js';
import type { Stage } from '../stage/stage.js';
import { CUSTOMER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { consult, ringColleague, talk, TO_AGENT } from './scenes.js';

interface UnderWay {
  readonly command: CommandName;
  readonly parameters?: object;
  readonly begin: (stage: Stage) => Promise<Seat>;
  /** The works it may come to: nobody may be stuck in anything else. */
  readonly leadsTo: readonly string[];
}

/** The agent is called. */
async function ring(stage: Stage): Promise<Seat> {
  const seat = await stage.signIn('1001');
  await stage.customer.calls('1001');
  return seat;
}

/** A colleague is there to be called. */
async function talkBesideColleague(stage: Stage): Promise<Seat> {
  const seat = await talk(stage);
  await stage.signIn('1002');
  return seat;
}

async function hold(stage: Stage): Promise<Seat> {
  const seat = await talk(stage);
  await seat.does('holdCall');
  return seat;
}

const UNDER_WAY: readonly UnderWay[] = [
  { command: 'answer', begin: ring, leadsTo: ['idle', 'acw'] },
  { command: 'rejectCall', begin: ring, leadsTo: ['idle'] },
  { command: 'hangup', begin: talk, leadsTo: ['acw'] },
  { command: 'holdCall', begin: talk, leadsTo: ['acw'] },
  { command: 'retrieveCall', begin: hold, leadsTo: ['acw'] },
  { command: 'muteCall', begin: talk, leadsTo: ['acw'] },
  { command: 'sendDtmf', parameters: { dtmfDigits: '12' }, begin: talk, leadsTo: ['acw'] },
  { command: 'singleTransfer', parameters: TO_AGENT, begin: talkBesideColleague, leadsTo: ['acw'] },
  { command: 'initiateConsult', parameters: TO_AGENT, begin: talkBesideColleague, leadsTo: ['acw', 'dialing'] },
  { command: 'cancelConsult', begin: async (stage) => (await ringColleague(stage)).seat, leadsTo: ['acw', 'dialing'] },
  { command: 'retrieveConsult', begin: async (stage) => (await consult(stage)).seat, leadsTo: ['acw', 'talking'] },
  { command: 'consultConference', begin: async (stage) => (await consult(stage)).seat, leadsTo: ['talking'] },
  { command: 'consultTransfer', begin: async (stage) => (await consult(stage)).seat, leadsTo: ['acw', 'talking'] },
];

/** The customer hangs up while a command is under way. */
export const hangUps: readonly Scenario[] = [
  ...UNDER_WAY.map(({ command, parameters, begin, leadsTo }): Scenario => ({
    name: `a customer who hangs up while ${command} is under way`,
    race: 'the command is done or not when the customer is gone',
    play: async (stage) => {
      const seat = await begin(stage);
      const outcome = seat.send(command, parameters);
      await stage.customer.does('hangup');
      expect(outcome()).not.toBe('pending');
      expect(leadsTo).toContain(seat.state.work);
    },
  })),
  {
    name: 'a customer who rejects a call out before anything else is heard of it',
    race: 'the phone rings before or after the agent is told that it is called',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      const outcome = seat.send('makeCall', { otherDN: CUSTOMER });
      await stage.until('the customer rings', () => stage.customer.state === 'ringing');
      await stage.customer.does('reject');
      expect(outcome()).toBe('done');
      expect(seat.state.work).toBe('idle');
    },
  },
  {
    name: 'a colleague who hangs up while the conference is formed',
    race: 'three are together or not when one of them leaves',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      const outcome = seat.send('consultConference');
      await other.phone.does('hangup');
      expect(outcome()).not.toBe('pending');
      expect(['talking', 'holding']).toContain(seat.state.work);
    },
  },
  {
    name: 'an agent who hangs up at his phone while the conference is formed',
    race: 'three are together or not when one of them leaves',
    play: async (stage) => {
      const { seat, other } = await consult(stage);
      const outcome = seat.send('consultConference');
      await seat.phone.does('hangup');
      expect(outcome()).not.toBe('pending');
      expect(seat.state.work).toBe('acw');
      expect(['talking', 'acw']).toContain(other.state.work);
    },
  },
];
