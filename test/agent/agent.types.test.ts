/** Code that the compiler accepts or rejects: the type check of this file is the test. */
import { describe, expect, test } from '@jest/globals';
import {
  createSobotAgent,
  type AgentOptions,
  type AgentReport,
  type AgentState,
  type CommandName,
  type LoginResult,
  type Refusal,
  type SobotAgent,
  type SobotCallMessage,
  type SobotResults,
  type SobotSdk,
  type SobotSuccess,
} from '../../adapters/sobot/index.js';
import { SimulatedClock } from 'xstate';
import { ScriptedSdk } from '../support/bench/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`; at run time there is nothing left to check. */
function holds<Fact extends true>(fact?: Fact): void {
  expect(fact).toBeUndefined();
}

/** Compiles only for a value of exactly this type. */
function isExactly<Expected>() {
  return <Actual>(_value: Actual, ..._mismatch: Same<Actual, Expected> extends true ? [] : [never]): void => {};
}

/** Compiled, never called. */
function compiles(_code: (agent: SobotAgent) => void): void {
  expect(_code).toEqual(expect.any(Function));
}

type Result<Name extends CommandName> = Awaited<ReturnType<SobotAgent[Name]>>;

describe('the parameters of the commands', () => {
  test('are checked: required ones, types, and what cannot be left out', () => {
    compiles((agent) => {
      void agent.initAgent({ token: 't', companyId: 'c', agent: '1005' });
      void agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
      void agent.login({ phoneType: '', bindExt: 1000, agentState: 2, unbindExtOnLogout: true });
      void agent.notReady({ reasonCode: 11 });
      void agent.notReady({ reasonCode: '11' });
      void agent.sendDtmf({ dtmfDigits: '801#' });
      void agent.delayACW({ delayTime: 60 });
      // @ts-expect-error: token is missing
      void agent.initAgent({ companyId: 'c', agent: '1005' });
      // @ts-expect-error: parameters are missing
      void agent.initAgent();
      // @ts-expect-error: phoneType is no boolean
      void agent.login({ phoneType: true, bindExt: '' });
      // @ts-expect-error: bindExt is missing
      void agent.login({ phoneType: 'sip' });
      // @ts-expect-error: reasonCode is no list
      void agent.notReady({ reasonCode: [11] });
      // @ts-expect-error: reasonCode is missing
      void agent.notReady({});
      // @ts-expect-error: delayTime is no flag
      void agent.delayACW({ delayTime: true });
      // @ts-expect-error: parameters are missing
      void agent.makeCall();
      // @ts-expect-error: target is missing
      void agent.singleTransfer({ targetType: '0' });
      // @ts-expect-error: a flag is no list
      void agent.login({ phoneType: 'sip', bindExt: '', unbindExtOnLogout: [] });
    });
  });

  test('may be left out where the command has none', () => {
    compiles((agent) => {
      void agent.logout();
      void agent.holdCall();
      void agent.queryStates();
      void agent.logout({});
    });
  });

  test('may be more than are known', () => {
    compiles((agent) => {
      void agent.makeCall({ otherDN: '1', parameterOfTomorrow: { deep: 1 } });
      void agent.holdCall({ parameterOfTomorrow: 1 });
    });
  });

  test('include the callbacks, with the result of that command', () => {
    compiles((agent) => {
      void agent.login({ phoneType: '', bindExt: '', success: (result) => isExactly<LoginResult>()(result) });
      void agent.logout({ success: ({ status }) => isExactly<'success'>()(status), error: ({ errorCode }) => errorCode?.trim() });
      // @ts-expect-error: no callback
      void agent.logout({ success: 'yes' });
    });
  });

  test('a method of the vendor that is not there, is not there', () => {
    compiles((agent) => {
      // @ts-expect-error: it is named unmute
      return agent.unmuteCall;
    });
  });
});

describe('the results of the commands', () => {
  test('are those of the vendor, by command', () => {
    holds<Same<Result<'login'>, LoginResult>>();
    holds<Same<Result<'initAgent'>, SobotSuccess>>();
    holds<Same<Result<'queryAgents'>, SobotResults['queryAgents']>>();
    holds<Same<Result<'holdCall'>, SobotCallMessage<'EventAgentHoldCall'> | SobotCallMessage<'EventHeld'>>>();
    holds<Same<{ [Name in CommandName]: Result<Name> }, { [Name in CommandName]: SobotResults[Name] }>>();
  });

  test('may have attributes that are not known', () => {
    compiles((agent) => {
      void agent.queryStates().then((result) => {
        const attribute: unknown = result['attributeOfTomorrow'];
        // @ts-expect-error: what no document names is unknown, not any
        const text: string = result['attributeOfTomorrow'];
        return [attribute, text];
      });
    });
  });
});

describe('handlers', () => {
  test('get the message of their event, and unknown events are let through', () => {
    compiles((agent) => {
      agent
        .on('EventRinging', (message) => isExactly<SobotCallMessage<'EventRinging'>>()(message))
        .on('EventJanusLatency', ({ ping }) => isExactly<number | undefined>()(ping))
        .on('EventOfTomorrow', ({ messageID }) => isExactly<'EventOfTomorrow'>()(messageID))
        .on('switchhook:divergence', (report) => isExactly<Extract<AgentReport, { type: 'divergence' }>>()(report))
        .off('EventRinging');
      agent.on('EventAgentAll', (message) => {
        if (message.messageID === 'EventReleased') message.hangupCause?.trim();
        return message['attributeOfTomorrow'];
      });
      // @ts-expect-error: a handler is missing
      agent.on('EventRinging');
      // @ts-expect-error: pings are numbers
      agent.on('EventJanusLatency', ({ ping }: { ping: string }) => ping);
    });
  });
});

describe('the state', () => {
  test('cannot be written to', () => {
    compiles((agent) => {
      const state: AgentState = agent.getSnapshot();
      // @ts-expect-error: read only
      state.work = 'idle';
      // @ts-expect-error: read only
      state.allowed[0] = 'login';
      // @ts-expect-error: read only
      state.call!.callID = 'x';
      // @ts-expect-error: read only
      state.pending[0]!.deadline = 0;
    });
  });

  test('has the words of the contract', () => {
    holds<Same<AgentState['connection'], 'uninitialized' | 'initializing' | 'connected' | 'interrupted' | 'displaced' | 'failed'>>();
    holds<Same<AgentState['login'], 'offline' | 'loggingIn' | 'online' | 'dnd' | 'break' | 'locked' | 'loggingOut'>>();
    holds<
      Same<AgentState['work'], 'idle' | 'calling' | 'dialing' | 'ringing' | 'talking' | 'holding' | 'consulting' | 'conferencing' | 'acw'>
    >();
    holds<Same<AgentState['reasonCode'], number | null>>();
    holds<Same<NonNullable<AgentState['consult']>['phase'], 'dialing' | 'talking' | 'unknown'>>();
    holds<Same<AgentState['onHold'], 'customer' | 'thirdParty' | 'conference' | null>>();
    holds<Same<AgentState['device'], 'unknown' | 'registered' | 'lost'>>();
    holds<Same<AgentState['waiting'][number]['work'], 'dialing' | 'ringing' | 'talking' | 'holding'>>();
  });
});

describe('can, whyNot and subscribe', () => {
  test('know the names of the commands', () => {
    compiles((agent) => {
      const yes: boolean = agent.can('holdCall');
      const refusal: Refusal | null = agent.whyNot('on');
      const unsubscribe: () => void = agent.subscribe(({ work }) => work);
      // @ts-expect-error: no such command
      agent.can('hold');
      // @ts-expect-error: no such command
      agent.whyNot('EventHeld');
      return [yes, refusal, unsubscribe];
    });
  });
});

describe('createSobotAgent', () => {
  test('takes whatever is shaped like the SDK, and options by name', () => {
    const sdks: SobotSdk[] = [
      new ScriptedSdk(),
      { on: () => undefined, off: () => undefined },
      {
        on() {
          return this;
        },
        off() {
          return this;
        },
        login: (_given: { phoneType: string }) => Promise.resolve(),
      },
    ];
    expect(sdks).toHaveLength(3);
    const options: AgentOptions = {
      clock: new SimulatedClock(),
      timeouts: { holdCall: 5, default: 10 },
      acw: { enabled: true, seconds: 5 },
      confirm: { holdCall: 'optimistic' },
    };
    // @ts-expect-error: no such option
    const misspelt: AgentOptions = { timeout: 5 };
    // @ts-expect-error: no such command
    const noCommand: AgentOptions = { timeouts: { hold: 5 } };
    // @ts-expect-error: no such mode
    const noMode: AgentOptions = { confirm: { holdCall: 'never' } };
    expect([options, misspelt, noCommand, noMode]).toHaveLength(4);
    // @ts-expect-error: this is no SDK
    expect(() => createSobotAgent({})).toThrow(TypeError);
  });
});
