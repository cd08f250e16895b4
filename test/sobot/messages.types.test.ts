/** Code that the compiler accepts or rejects: the type check of this file is the test. */
import { describe, expect, test } from '@jest/globals';
import type { EventAlias, EventName } from '../../adapters/sobot/events/aliases.js';
import { SOBOT_METHODS, type SobotCommand, type SobotMethod } from '../../adapters/sobot/methods.js';
import type {
  AgentStateInfo,
  SobotCallMessage,
  SobotMessage,
  SobotMessageFields,
  SobotMessageOf,
  SobotMessages,
} from '../../adapters/sobot/messages.js';
import type { SobotCallbackCommand, SobotFailure, SobotFailures, SobotResults } from '../../adapters/sobot/results.js';
import type { SobotSdk } from '../../adapters/sobot/sdk.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`; at run time there is nothing left to check. */
function holds<Fact extends true>(fact?: Fact): void {
  expect(fact).toBeUndefined();
}

describe('the message types', () => {
  test('there is one for every event name and every alias', () => {
    holds<Same<keyof SobotMessages, EventName | EventAlias | 'EventAgentAll'>>();
  });

  test('an alias has the message of the event it stands for, under its own name', () => {
    holds<Same<SobotMessages['EventHeld'], SobotCallMessage<'EventHeld'>>>();
    holds<Same<SobotMessages['EventAbandoned']['hangupCause'], SobotMessages['EventReleased']['hangupCause']>>();
  });

  test('only messageID must be there', () => {
    const message: SobotMessages['EventDialing'] = { messageID: 'EventDialing' };
    // @ts-expect-error: a message has a name
    const nameless: SobotMessages['EventDialing'] = { callID: 'c1' };
    // @ts-expect-error: absent is not the same as undefined
    const undefinedCall: SobotMessages['EventDialing'] = { messageID: 'EventDialing', callID: undefined };
    // @ts-expect-error: a callID is a string
    const numericCall: SobotMessages['EventDialing'] = { messageID: 'EventDialing', callID: 1 };
    expect([message, nameless, undefinedCall, numericCall]).toHaveLength(4);
  });

  test('unknown attributes and later values are let through', () => {
    const message: SobotMessages['EventDialing'] = {
      messageID: 'EventDialing',
      callType: 'Video',
      thisDNRole: 'ConsultBy',
      otherDNRole: 9,
      attributeOfTomorrow: { any: 'thing' },
    };
    const attribute: unknown = message['attributeOfTomorrow'];
    // @ts-expect-error: what no document names is unknown, not any
    const text: string = message['attributeOfTomorrow'];
    expect(text).toBe(attribute);
  });

  test('a regained status always has the login, and a call only when there is one', () => {
    const agentStateInfo: AgentStateInfo = { agent: '1005', agentState: '1', workStatus: ' 1 ' };
    const idle: SobotMessages['EventAgentRegainStatus'] = { messageID: 'EventAgentRegainStatus', agentStateInfo };
    // @ts-expect-error: agentStateInfo is always there
    const without: SobotMessages['EventAgentRegainStatus'] = { messageID: 'EventAgentRegainStatus' };
    const callID: string | undefined = idle.workStatusInfo?.callID;
    expect([without.agentStateInfo, callID]).toEqual([undefined, undefined]);
  });

  test('a switch over messageID tells the messages of EventAgentAll apart', () => {
    const describeMessage = (message: SobotMessage): string | number | undefined => {
      switch (message.messageID) {
        case 'EventJanusLatency':
          return message.ping;
        case 'EventAgentNotReady':
          return message.reasonCode;
        case 'EventReleased':
        case 'EventHangup':
          return message.hangupCause;
        case 'EventDialing':
          // @ts-expect-error: a dialing message is not about the network, so this is only unknown
          return message.ping;
        default:
          return message.messageID;
      }
    };
    const wire = (text: string): SobotMessage => JSON.parse(text) as SobotMessage;
    expect(describeMessage(wire('{"messageID":"EventJanusLatency","ping":20}'))).toBe(20);
    expect(describeMessage(wire('{"messageID":"EventOfTomorrow"}'))).toBe('EventOfTomorrow');
  });

  test('a name that is not listed has a message of which only the frame is known', () => {
    holds<Same<SobotMessageOf<'EventOfTomorrow'>, SobotMessageFields<'EventOfTomorrow'>>>();
    holds<Same<SobotMessageOf<'EventRinging'>, SobotMessages['EventRinging']>>();
    holds<Same<SobotMessageOf<'EventAgentAll'>, SobotMessage>>();
  });
});

describe('the result types', () => {
  test('there is one for each command', () => {
    holds<Same<keyof SobotResults, SobotCommand>>();
  });

  test('a failure is documented for exactly the commands with callbacks', () => {
    holds<Same<keyof SobotFailures, SobotCallbackCommand>>();
    // @ts-expect-error: holdCall documents no callbacks
    holds<Same<SobotFailures['holdCall'], never>>();
  });

  test('a call command resolves with the message that confirms it, under whichever name', () => {
    const name = (result: SobotResults['holdCall']): 'EventAgentHoldCall' | 'EventHeld' => result.messageID;
    expect(name({ messageID: 'EventHeld' })).toBe('EventHeld');
  });

  test('the vendor marks the default phone type under two names', () => {
    const first = (result: SobotResults['queryPhoneType']): boolean | undefined => result.phoneTypes?.[0]?.default;
    // @ts-expect-error: in this result it is named defaultPhoneType
    const wrong = (result: SobotResults['queryAgentLoginInfo']): boolean | undefined => result.phoneTypes?.[0]?.default;
    expect([first({ status: 'success' }), wrong({ status: 'success' })]).toEqual([undefined, undefined]);
  });

  test('any failure can be read for its code and either of its texts', () => {
    const text = (failure: SobotFailure): string | undefined => failure.errorMessage ?? failure.message;
    const fitting: (command: SobotFailures[SobotCallbackCommand]) => SobotFailure = (failure) => failure;
    expect(text(fitting({ status: 'error', message: 'no' }))).toBe('no');
  });
});

describe('the shape of an SDK', () => {
  test('the methods are those of the vendor, each once', () => {
    holds<Same<Exclude<SobotMethod, keyof SobotSdk>, never>>();
    expect(new Set(SOBOT_METHODS).size).toBe(SOBOT_METHODS.length);
  });

  test('a double with nothing but on and off fits', () => {
    const double: SobotSdk = { on: () => undefined, off: () => undefined };
    // @ts-expect-error: without off nothing can be cancelled
    const half: SobotSdk = { on: () => undefined };
    // @ts-expect-error: a command is a method
    const broken: SobotSdk = { on: () => undefined, off: () => undefined, login: 'yes' };
    expect([double, half, broken]).toHaveLength(3);
  });

  test('an SDK with stricter types of its own fits without a cast', () => {
    interface Login {
      phoneType: 'webrtc';
      bindExt: string;
      success?: (result: { status: string }) => void;
    }
    interface Strict {
      on(eventName: 'EventAgentAll' | 'EventRinging', handler: (message: SobotMessages['EventRinging']) => void): this;
      off(eventName: string, handler: (message: SobotMessages['EventRinging']) => void): this;
      login(params: Login): void;
      hangup(): Promise<void>;
      sendDtmf: (params: { dtmfDigits: string }) => boolean;
      unmute?: () => void;
      notOfTheVendor(): void;
    }
    const accept = (sdk: SobotSdk): SobotSdk => sdk;
    const strict = (sdk: Strict): SobotSdk => accept(sdk);
    expect(strict).toBeInstanceOf(Function);
  });

  test('an SDK that types its events by name fits, and so does one that types nothing', () => {
    interface ByName {
      on<Name extends keyof SobotMessages>(eventName: Name, handler: (message: SobotMessages[Name]) => void): this;
      off<Name extends keyof SobotMessages>(eventName: Name, handler?: (message: SobotMessages[Name]) => void): this;
      initAgent(params: { token: string }): Promise<{ status: 'success' }>;
    }
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a script without types is just this
    const untyped: any = { on: () => untyped, off: () => untyped };
    const sdks = (byName: ByName): SobotSdk[] => [byName, untyped];
    expect(sdks(untyped)).toHaveLength(2);
  });
});
