import { readFileSync } from 'node:fs';
import type { ExchangeEvent } from '../../../adapters/simulator/index.js';
import { readAriEvent } from '../../../adapters/asterisk/ari/ari-event.js';
import { Echoes } from '../../../adapters/asterisk/ari/echoes.js';
import { Conversations } from '../../../adapters/asterisk/switch/conversations.js';
import { Expectations } from '../../../adapters/asterisk/switch/expectations.js';
import { LegBook } from '../../../adapters/asterisk/switch/leg-book.js';
import { PhoneList } from '../../../adapters/asterisk/switch/phone-list.js';
import { takeReport, type ReportHooks } from '../../../adapters/asterisk/switch/reports.js';
import type { SwitchState } from '../../../adapters/asterisk/switch/switch-state.js';
import { steppedClock } from './stepped-clock.js';

const IGNORE: ReportHooks = { stray: () => {}, arrived: () => {}, taken: () => {}, takenBack: () => {} };

/** A switch's state with nobody to ask: reports are fed in, and events come out. */
function switchWithout(emit: (event: ExchangeEvent) => void): SwitchState {
  const clock = steppedClock();
  return {
    clock,
    emit,
    legs: new LegBook(),
    conversations: new Conversations(),
    phones: new PhoneList(emit, () => true),
    expectations: new Expectations(clock, 5000),
    lookAfter: () => {},
  };
}

export interface TracedEvent {
  /** ms since the scenario began. */
  readonly t: number;
  readonly timestamp: string;
  readonly type: string;
  readonly channel?: { readonly id: string; readonly name: string; readonly state: string };
}

/** All that Asterisk 22 really sent over ARI in one scenario, in its order. */
export function readTrace(name: string): readonly TracedEvent[] {
  return JSON.parse(readFileSync(new URL(`../traces/${name}.json`, import.meta.url), 'utf8')) as readonly TracedEvent[];
}

/** Short names in the order of appearance: `3001`, its second channel `3001'`; conversations `A`, `B`. */
class Names {
  readonly #names = new Map<string, string>();
  #conversations = 0;

  leg(channel: string, name: string): string {
    let short = /^PJSIP\/(\w+)/.exec(name)?.[1] ?? name;
    while ([...this.#names.values()].includes(short)) short += "'";
    this.#names.set(channel, short);
    return short;
  }

  conversation(bridge: string): string {
    const known = this.#names.get(bridge) ?? String.fromCharCode('A'.charCodeAt(0) + this.#conversations++);
    this.#names.set(bridge, known);
    return known;
  }
}

function lineOf(event: ExchangeEvent, names: Names): string {
  switch (event.type) {
    case 'incoming':
      return `${event.leg} comes in for ${event.to}`;
    case 'connected':
      return `${event.legs.join('+')} in ${names.conversation(event.conversation)}`;
    case 'held':
    case 'retrieved':
      return `${event.leg} ${event.type} ${names.conversation(event.conversation)}`;
    case 'keysSent':
      return `${event.leg} keys ${event.keys}`;
    case 'released':
      return `${event.leg} released: ${event.cause}`;
    case 'registered':
    case 'unregistered':
      return `${event.ext} ${event.type}`;
    default:
      return `${event.leg} ${event.type}`;
  }
}

/**
 * The events of the switch when it hears this scenario. The calls were made by phones and the dial plan, not
 * by us; so that they are legs all the same, each phone's channel is taken for one when it is created: a
 * caller's as a call that has come in, a called one's as one that is being dialled.
 */
export function replay(name: string, { twice = false } = {}): readonly string[] {
  const names = new Names();
  const lines: string[] = [];
  const state = switchWithout((event) => lines.push(lineOf(event, names)));
  const echoes = new Echoes();
  const trace = readTrace(name);
  // As the event socket does: a report repeated in the same words is not listened to.
  const heard = twice ? trace.flatMap((wire) => [wire, wire]) : trace;
  for (const wire of heard) {
    const { channel } = wire;
    if (echoes.isEcho(JSON.stringify(wire))) continue;
    if (wire.type === 'ChannelCreated' && channel?.name.startsWith('PJSIP/')) {
      const isCaller = channel.state === 'Ring';
      state.legs.add({
        id: names.leg(channel.id, channel.name),
        channel: channel.id,
        address: { kind: 'ext', ext: channel.name },
        state: isCaller ? 'incoming' : 'dialing',
      });
    }
    const event = readAriEvent(wire);
    if (event !== null) takeReport(state, event, IGNORE);
  }
  return lines;
}
