import { expect } from '@jest/globals';
import { QUEUE_NUMBER } from '../stage/floor.js';
import type { Scenario } from './scenario.js';
import { confer, consult, takeCall, talk, TO_AGENT } from './scenes.js';

/** Connections that are lost, and a switch that restarts. */
export const trouble: readonly Scenario[] = [
  {
    name: 'a phone that loses its connection in a talk is not heard any more; the talk is there until somebody ends it',
    play: async (stage) => {
      const seat = await talk(stage);
      await seat.phone.does('loseConnection');
      expect(seat.state.work).toBe('talking');
      expect(stage.customer.hears).toEqual([]);
      await seat.does('hangup');
      expect(seat.state.work).toBe('acw');
      expect(stage.customer.state).toBe('idle');
      await seat.phone.does('register');
      await seat.does('completeACW');
      await takeCall(stage, seat);
    },
  },
  {
    name: 'a phone that has lost its connection gets no calls until it is back',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await seat.phone.does('loseConnection');
      await stage.customer.calls(QUEUE_NUMBER);
      expect(seat.state.work).toBe('idle');
      await seat.phone.does('register');
      expect(seat.state.work).toBe('ringing');
      await seat.does('answer');
      expect(seat.state.work).toBe('talking');
    },
  },
  {
    name: 'a restart of the switch while nothing happens: agents stay signed in, and the next call works',
    play: async (stage) => {
      const seat = await stage.signIn('1001');
      await stage.restartSwitch('crash');
      expect(seat.state).toMatchObject({ login: 'online', work: 'idle' });
      await takeCall(stage, seat);
      await seat.does('hangup');
    },
  },
  {
    name: 'a restart of the switch in a talk: the call is gone, the agent is told, and the next call works',
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.restartSwitch('crash');
      expect(seat.state).toMatchObject({ login: 'online', work: 'acw' });
      await seat.does('completeACW');
      await takeCall(stage, seat);
      await seat.does('hangup');
    },
  },
  {
    name: 'a switch that is shut down in a talk: the call is gone, the agent is told, and the next call works',
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.restartSwitch('shutdown');
      expect(seat.state).toMatchObject({ login: 'online', work: 'acw' });
      await seat.does('completeACW');
      await takeCall(stage, seat);
    },
  },
  ...(
    [
      ['holdCall', {}],
      ['initiateConsult', TO_AGENT],
    ] as const
  ).map(([command, parameters]): Scenario => ({
    name: `a restart of the switch while ${command} is under way: the command ends, and the agent is told`,
    race: 'the command is done or not when the switch is gone',
    play: async (stage) => {
      const seat = await talk(stage);
      await stage.signIn('1002');
      const outcome = seat.send(command, parameters);
      await stage.restartSwitch('crash');
      expect(outcome()).not.toBe('pending');
      expect(seat.state).toMatchObject({ login: 'online', work: 'acw' });
      await seat.does('completeACW');
      await takeCall(stage, seat);
    },
  })),
  {
    name: 'a restart of the switch while a customer waits in the queue: he is gone, and rings at nobody',
    play: async (stage) => {
      const seat = await stage.signIn('1001', { agentState: '2' });
      await stage.customer.calls(QUEUE_NUMBER);
      await stage.restartSwitch('crash');
      expect(stage.customer.state).toBe('idle');
      await seat.does('ready');
      expect(seat.state.work).toBe('idle');
    },
  },
  ...(
    [
      ['consult', consult],
      ['conference', confer],
    ] as const
  ).map(([what, begin]): Scenario => ({
    name: `a restart of the switch in a ${what}: everybody is told, and the next call works`,
    play: async (stage) => {
      const { seat, other } = await begin(stage);
      await stage.restartSwitch('crash');
      expect(seat.state).toMatchObject({ login: 'online', work: 'acw' });
      expect(other.state).toMatchObject({ login: 'online', work: 'acw' });
      await seat.does('completeACW');
      await takeCall(stage, seat);
    },
  })),
];
