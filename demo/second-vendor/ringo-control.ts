import type { Answer, CallControl, CommandName, Fact, News, ParameterCheck, Reason } from '../../src/index.js';
import type { RingoEvent, RingoReason, RingoSdk } from './ringo-sdk.js';

/** The SDK's verb for each command of the chart; a missing one is `NOT_SUPPORTED`. */
const VERBS = {
  initAgent: (sdk, { user, team }) => sdk.connect({ user: String(user), team: String(team) }),
  login: (sdk) => sdk.startDuty(),
  ready: (sdk) => sdk.goOnDuty(),
  notReady: (sdk, { why }) => sdk.goOffDuty(why as RingoReason),
  answer: (sdk) => sdk.pickUp(),
  holdCall: (sdk) => sdk.park(),
  retrieveCall: (sdk) => sdk.unpark(),
  hangup: (sdk) => sdk.bye(),
} satisfies { [Name in CommandName]?: (sdk: RingoSdk, parameters: Readonly<Record<string, unknown>>) => Promise<void> };

/** The state of the chart that each reason leads to. */
const REASONS: Readonly<Record<RingoReason, Reason>> = { lunch: 'dining', course: 'training', quiet: 'dnd' };

const CALLS = {
  offered: 'call.ringing',
  connected: 'call.established',
  parked: 'call.held',
  unparked: 'call.retrieved',
  finished: 'call.released',
} as const;

function factOf(event: RingoEvent): Fact {
  if (event.kind === 'onDuty') return { type: 'agent.ready' };
  if (event.kind === 'offDuty')
    return event.why === undefined ? { type: 'agent.notReady' } : { type: 'agent.notReady', reason: REASONS[event.why] };
  return { type: CALLS[event.kind], leg: { callID: event.call } };
}

/** The made-up SDK as a telephone system. */
export class RingoControl implements CallControl {
  constructor(private readonly sdk: RingoSdk) {}

  supports(command: CommandName): boolean {
    return command in VERBS;
  }

  check(command: CommandName, given: unknown): ParameterCheck {
    const parameters = { ...(given as object | undefined) } as Record<string, unknown>;
    if (command === 'login') return { ok: true, parameters, intent: { reason: null } };
    if (command !== 'notReady') return { ok: true, parameters };
    const reason = REASONS[parameters['why'] as RingoReason] as Reason | undefined;
    return reason === undefined
      ? { ok: false, problem: `why must be one of ${Object.keys(REASONS).join(', ')}` }
      : { ok: true, parameters, intent: { reason } };
  }

  perform(command: CommandName, parameters: Readonly<Record<string, unknown>>, answer: Answer): void {
    VERBS[command as keyof typeof VERBS](this.sdk, parameters).then(
      (result) => {
        answer.succeeded(result);
      },
      (cause: unknown) => {
        answer.failed({ cause, vendorCode: (cause as { problem?: string }).problem });
      },
    );
  }

  subscribe(receive: (news: News) => void): () => void {
    return this.sdk.listen((message) => {
      receive({ kind: 'fact', fact: factOf(message), message, messageID: message.kind });
    });
  }
}
