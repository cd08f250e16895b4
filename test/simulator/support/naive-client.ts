import type { Message, Truth } from '../../../adapters/simulator/index.js';
import type { SobotSdk } from '../../../adapters/sobot/index.js';

interface Leg {
  callType: unknown;
  state: 'dialing' | 'ringing' | 'talking';
  held: boolean;
}

/** The agent has started the leg, whichever form the role has. */
function isOwn(message: Message): boolean {
  return ['Origination', '1'].includes(String(message['thisDNRole']));
}

/**
 * The state that a client arrives at which believes every event and knows nothing else: if the
 * events are complete and in order, it is what the server holds true.
 */
export class NaiveClient {
  readonly legs = new Map<string, Leg>();
  login: Truth['login'] = 'offline';
  reasonCode: number | null = null;
  muted = false;
  conference = false;

  constructor(sdk: Pick<SobotSdk, 'on'>) {
    sdk.on('EventAgentAll', (message) => {
      this.#read(message as Message);
    });
  }

  /** The parts of the truth that events tell. */
  view(): object {
    const legs = [...this.legs].map(([partyID, { callType, state, held }]) => ({ partyID, callType, state, held }));
    return { login: this.login, reasonCode: this.reasonCode, muted: this.muted, conference: this.conference, legs };
  }

  #read(message: Message): void {
    const id = String(message['partyID']);
    const leg = this.legs.get(id);
    switch (message.messageID) {
      case 'EventDialing':
      case 'EventRinging':
        this.legs.set(id, {
          callType: message['callType'],
          // An own phone that rings first belongs to a call going out.
          state: message.messageID === 'EventRinging' && !isOwn(message) ? 'ringing' : 'dialing',
          held: false,
        });
        break;
      case 'EventEstablished':
        if (leg !== undefined) leg.state = 'talking';
        break;
      case 'EventReleased':
        this.legs.delete(id);
        if (this.legs.size === 0) this.conference = false;
        // Muting is for a talk: where none is left, it is over.
        if (![...this.legs.values()].some(({ state }) => state === 'talking')) this.muted = false;
        break;
      case 'EventAgentHoldCall':
        if (leg !== undefined) leg.held = true;
        break;
      case 'EventAgentRetrieveCall':
        if (leg !== undefined) leg.held = false;
        break;
      case 'EventAgentMute':
        this.muted = true;
        break;
      case 'EventAgentUnmute':
        this.muted = false;
        break;
      case 'EventPartyAdded':
        this.conference = true;
        break;
      case 'EventPartyChanged':
        if (leg !== undefined) leg.callType = message['callType'];
        if (message['thirdDNRole'] === 'ConferenceBy') this.conference = true;
        break;
      case 'EventPartyDeleted':
        this.conference = false;
        break;
      case 'EventAgentReady':
        this.login = 'online';
        this.reasonCode = null;
        break;
      case 'EventAgentNotReady':
        this.#notReady(Number(message['reasonCode']));
        break;
      case 'EventAgentLogout':
        this.login = 'offline';
        this.reasonCode = null;
        break;
    }
  }

  #notReady(reasonCode: number): void {
    this.login = reasonCode === 98 ? 'locked' : reasonCode === 2 ? 'dnd' : 'break';
    this.reasonCode = reasonCode === 98 ? null : reasonCode;
  }
}

/** The same parts, as the server holds them. */
export function viewOf({ login, reasonCode, muted, work, call, consult, onHold }: Truth): object {
  const main = { dialing: 'dialing', ringing: 'ringing' }[work as string] ?? 'talking';
  const legs = [
    ...(call === null
      ? []
      : [
          {
            partyID: call.partyID,
            callType: call.callType,
            state: main,
            held: onHold !== null && onHold !== 'thirdParty',
          },
        ]),
    ...(consult === null ? [] : [{ partyID: consult.partyID, callType: 'Consult', state: consult.phase, held: onHold === 'thirdParty' }]),
  ];
  return { login, reasonCode, muted, conference: work === 'conferencing', legs };
}
