import { describe, expect, test } from '@jest/globals';
import { createActor } from 'xstate';
import { agentMachine, readState, type AgentEvent, type AgentSnapshot } from '../../machines/index.js';
import { waiting } from '../support/guard-question.js';

const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' };
const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' };
const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' };
const LEGS = { customer: CUSTOMER, third: THIRD, stranger: STRANGER };

type Told = readonly (readonly [type: string, more?: object])[];
const signedIn: Told = [['connection.established'], ['agent.loggedIn', { reasonCode: null }]];
const asked = (command: string, more: object = {}): readonly [string, object] => [
  'request.opened',
  { request: waiting('call', command, { needs: 'call', answeredBy: 'event', confirmedBy: [], deadline: 99, ...more }).requests.call },
];
const ringing: Told = [...signedIn, ['call.ringing', { leg: CUSTOMER }]];
const talking: Told = [...ringing, ['call.established', { leg: CUSTOMER }]];
const consulting: Told = [...talking, ['call.dialing', { leg: THIRD }]];
const consulted: Told = [...consulting, ['call.established', { leg: THIRD }]];
const merging: Told = [...consulted, asked('consultConference')];

/** How each situation comes about. */
const SITUATIONS: Readonly<Record<string, Told>> = {
  idle: signedIn,
  dial: [...signedIn, ['call.dialing', { leg: { ...CUSTOMER, callType: 'Outbound' } }]],
  ring: ringing,
  talk: talking,
  hold: [...talking, ['call.held', { leg: CUSTOMER }]],
  cons: consulting,
  cons2: consulted,
  after: [...consulted, ['call.released', { leg: THIRD }]],
  merg: [...merging, ['call.retrieved', { leg: CUSTOMER }]],
  merg2: [...merging, ['call.released', { leg: THIRD }]],
  conf: [...consulted, ['conference.formed', { leg: CUSTOMER }]],
  acw: [...talking, ['call.released', { leg: CUSTOMER }]],
};

const SHORT: Readonly<Record<string, string>> = { dialing: 'dial', ringing: 'ring', talking: 'talk', holding: 'hold', conferencing: 'conf', calling: 'call' };

/** The situation by its short name. */
function nameOf(snapshot: AgentSnapshot): string {
  const { work, consultPhase } = readState(snapshot);
  const value = JSON.stringify(snapshot.value);
  if (value.includes('afterConsult')) return 'after';
  if (value.includes('merging')) return value.includes('customerRetrieved') ? 'merg' : 'merg2';
  if (work === 'consulting') return consultPhase === 'dialing' ? 'cons' : 'cons2';
  return SHORT[work] ?? work;
}

/** Where a fact leads in a situation: `·` where it stays as it is, `!` where it was not expected. */
function leadsTo(situation: string, type: string, more: object): string {
  const actor = createActor(agentMachine, { input: { now: 1 } });
  const reported: unknown[] = [];
  actor.on('divergence', (divergence) => reported.push(divergence));
  actor.start();
  const told = SITUATIONS[situation]!;
  told.forEach(([fact, rest], index) => actor.send({ type: fact, at: 10 + index, ...rest } as AgentEvent));
  const before = nameOf(actor.getSnapshot());
  if (before !== situation) throw new Error(`not in ${situation} but in ${before}`);
  reported.length = 0;
  actor.send({ type, at: 50, ...more } as AgentEvent);
  const after = nameOf(actor.getSnapshot());
  actor.stop();
  return `${after === before ? '·' : after}${reported.length > 0 ? '!' : ''}`;
}

/** Where no leg is named: what the error says. */
const TABLE = `
fact                    about    idle  dial  ring  talk  hold  cons  cons2 after merg  merg2 conf  acw
call.dialing            customer dial  ·     dial  ·     ·     ·     ·     ·     ·     ·     ·     ·
call.dialing            third    dial  ·!    dial! cons  cons  ·     ·     ·     ·     ·     ·     dial!
call.dialing            stranger dial  ·!    dial! dial! dial! dial! dial! dial! dial! dial! dial! dial!
call.ringing            customer ring  ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
call.ringing            third    ring  ring! ·!    ring! ring! ·     ·     ·     ·     ·     ·     ring!
call.ringing            stranger ring  ring! ·!    ring! ring! ring! ring! ring! ring! ring! ring! ring!
call.established        customer talk! talk  talk  ·     ·     ·     ·     ·     ·     ·     ·     ·
call.established        third    talk! talk! talk! cons2 cons2 cons2 ·     ·     ·     ·     ·     talk!
call.established        stranger talk! talk! talk! ·!    talk! talk! talk! talk! talk! talk! talk! talk!
call.held               customer hold! hold! hold! hold  ·     ·     ·     ·     ·     ·     hold! ·
call.held               third    hold! hold! hold! hold! ·!    ·     ·     ·     ·     ·     ·     hold!
call.held               stranger hold! hold! hold! hold! ·!    hold! hold! hold! hold! hold! hold! hold!
call.retrieved          customer talk! talk! talk! ·     talk  talk! talk! talk  ·     ·     ·     ·
call.retrieved          third    talk! talk! talk! ·!    talk! ·     ·     ·     ·     ·     ·     talk!
call.retrieved          stranger talk! talk! talk! ·!    talk! talk! talk! talk! talk! talk! talk! talk!
call.released           customer ·!    idle  idle  acw   acw   dial  talk  acw   talk  acw   acw   ·
call.released           third    ·!    ·!    ·!    ·     ·     after after ·     merg2 ·     ·     ·!
call.released           stranger ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!
call.partyChanged       customer talk! ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
call.partyChanged       third    talk! talk! talk! ·!    talk! ·     ·     ·     ·     ·     ·     talk!
call.partyChanged       stranger talk! talk! talk! ·!    talk! talk! talk! talk! talk! talk! talk! talk!
conference.formed       customer conf! conf! conf! conf  conf! conf  conf  conf! conf  conf  ·     ·
conference.formed       third    conf! conf! conf! conf  conf! conf  conf  conf! conf  conf  ·     conf!
conference.formed       stranger conf! conf! conf! conf! conf! conf! conf! conf! conf! conf! ·!    conf!
conference.partyDeleted customer ·!    ·!    ·!    ·     ·     ·     ·     ·     ·     ·     talk  ·
conference.partyDeleted third    ·!    ·!    ·!    ·     ·     ·     ·     ·     ·     ·     talk  ·!
conference.partyDeleted stranger ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!
microphone.muted        customer talk! talk! talk! ·     ·     ·     ·     ·     ·     ·     ·     ·
microphone.muted        third    talk! talk! talk! ·     ·     ·     ·     ·     ·     ·     ·     talk!
microphone.muted        stranger talk! talk! talk! ·!    talk! talk! talk! talk! talk! talk! talk! talk!
microphone.unmuted      customer talk! talk! talk! ·     ·     ·     ·     ·     ·     ·     ·     ·
microphone.unmuted      third    talk! talk! talk! ·     ·     ·     ·     ·     ·     ·     ·     talk!
microphone.unmuted      stranger talk! talk! talk! ·!    talk! talk! talk! talk! talk! talk! talk! talk!
call.error              customer ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
call.error              third    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
call.error              stranger ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
dtmf.sent               customer ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
dtmf.sent               third    ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
dtmf.sent               stranger ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
acw.started             -        acw   acw!  acw!  acw!  acw!  acw!  acw!  acw!  acw!  acw!  acw!  ·
acw.extended            -        ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·
agent.ready             -        ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     idle
agent.notReady          -        ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
agent.loggedIn          -        ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
agent.loggedOut         -        ·     idle  idle  idle  idle  idle  idle  idle  idle  idle  idle  idle
connection.displaced    -        ·     idle  idle  idle  idle  idle  idle  idle  idle  idle  idle  idle
connection.established  -        ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
call.error              -        ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
call.error              noTalk     ·     ·     ·     ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·
call.error              callIsOver ·     ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·
call.error              acwIsOver  ·     ·     ·     ·     ·     ·     ·     ·     talk  after ·     ·!
call.error              acwIsOn    ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·
call.error              signedOut  ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
call.error              displaced  ·!    ·!    ·!    ·!    ·!    ·!    ·!    ·!    talk  after ·!    ·!
`;

const lines = TABLE.trim().split('\n').map((line) => line.split(/\s+/));
const [[, , ...situations] = [], ...rows] = lines;

describe('where a fact leads in each situation', () => {
  test.each(rows.map(([fact, leg, ...expected]) => ({ fact, leg, expected })))('$fact of $leg', ({ fact, leg, expected }) => {
    const more = leg === '-' ? {} : leg! in LEGS ? { leg: LEGS[leg as keyof typeof LEGS] } : { says: leg };
    const found = situations.map((situation) => `${situation}: ${leadsTo(situation, fact!, more)}`);
    expect(found).toEqual(situations.map((situation, index) => `${situation}: ${expected[index]}`));
  });
});
