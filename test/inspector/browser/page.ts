/*
 * Runs in the browser: a page with two agents on scripted SDKs, and what the tests do with them.
 */
import { mountInspector, openInspector, type Inspector } from '../../../adapters/inspector/index.js';
import { recordAgent } from '../../../src/recorder/index.js';
import { Bench, CUSTOMER, signIn } from '../../support/bench/index.js';

const place = () => document.querySelector('#place') as HTMLElement;

/** A morning with something of everything, up to a consult. */
function morning(bench: Bench): void {
  signIn(bench);
  bench.emit('EventAgentNotReady', { reasonCode: 11 });
  bench.emit('EventAgentReady');
  bench.leave('holdCall');
  bench.customer('EventRinging');
  bench.leave('answer');
  bench.customer('EventEstablished', { creationTime: 1_700_000_010_000, attachedData: { order: 'ORD-XYZZY' } });
  bench.customer('EventAgentMute');
  bench.leave('holdCall');
  bench.customer('EventAgentHoldCall', { creationTime: 1_700_000_020_000 });
  bench.customer('EventEstablished', { creationTime: 1_700_000_011_000 });
  bench.customer('EventAgentRetrieveCall', { creationTime: 1_700_000_030_000 });
  bench.emit('EventJanusLatency', { ping: 20, jitter: 2, loss: '0%', quality: 'd' });
  bench.leave('initiateConsult');
  bench.third('EventDialing', { creationTime: 1_700_000_040_000 });
  bench.third('EventEstablished', { creationTime: 1_700_000_045_000 });
}

/** Held and retrieved in turn. */
function swap(bench: Bench, times: number): void {
  for (let index = 0; index < times; index += 1) bench.customer(index % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
}

const tools = {
  mountInspector,
  openInspector,
  recordAgent,
  Bench,
  CUSTOMER,
  morning,
  swap,
  signIn,
  place,
  bench: new Bench(),
  other: new Bench(),
  inspector: null as Inspector | null,
};
export type Tools = typeof tools;
Object.assign(globalThis, { tools });
