import { describe, expect, test } from '@jest/globals';
import { createActor } from 'xstate';
import { agentMachine, Confidential, SERVER_FACTS, type AgentEvent } from '../../machines/index.js';
import { LEGS, Page } from './support/page.js';

const SECRETS = ['13800138000', 'order-4711', '1002'] as const;
const details = (isOpen = false) =>
  new Confidential<Readonly<Record<string, unknown>>>(
    { otherDN: SECRETS[0], attachedData: { order: SECRETS[1] }, target: SECRETS[2] },
    isOpen,
  );

const ABOUT: readonly object[] = [{ leg: LEGS['1'] }, { leg: LEGS['C'] }, { leg: LEGS['3'] }, { leg: LEGS['own'] }];
/** A day on which every call is told of with personal data. */
const DAY = [
  'call.ringing',
  'call.established',
  'call.held',
  'call.retrieved',
  'conference.formed',
  'microphone.muted',
  'call.dialing',
  'call.released',
];

function told(page: Page, isOpen = false): Page {
  for (const type of DAY) for (const about of ABOUT) page.fact({ type, ...about, details: details(isOpen) });
  page.fact({
    type: 'connection.regained',
    leg: LEGS['1'],
    status: 'consulting',
    statusIsNews: true,
    details: details(isOpen),
    consultDetails: details(isOpen),
  });
  return page.fact({ type: 'call.ringing', leg: LEGS['6'], details: details(isOpen) });
}

const shows = (value: unknown) => SECRETS.filter((secret) => JSON.stringify(value).includes(secret));

describe('numbers and business data', () => {
  test('are in no snapshot: call, third party, calls that wait, pending commands, and what is remembered', () => {
    const page = told(Page.online());
    expect(page.context.roster.third).not.toBeNull();
    expect(page.context.roster.waiting).not.toEqual([]);
    expect(page.context.roster.call?.details.reveal()).toMatchObject({ otherDN: SECRETS[0] });
    expect(shows(page.actor.getPersistedSnapshot())).toEqual([]);
    expect(shows(page.context)).toEqual([]);
  });

  test('are not in what a command asks for', () => {
    const page = Page.online().command('makeCall', { details: new Confidential({ otherDN: SECRETS[0] }) });
    expect(page.context.roster.call?.details.reveal()).toEqual({ otherDN: SECRETS[0] });
    expect(shows(page.actor.getPersistedSnapshot())).toEqual([]);
    const consulting = Page.online()
      .play('0 R1 · 1 E1')
      .command('initiateConsult', { details: new Confidential({ target: SECRETS[2], targetType: '0' }) });
    expect(shows(consulting.actor.getPersistedSnapshot())).toEqual([]);
  });

  test('are not in a transfer that may still be refused', () => {
    const page = Page.online().play('0 R1 · 1 E1');
    page.fact({ type: 'call.dialing', leg: LEGS['C'], details: details() }).play('2 EC · 3 consultTransfer · 4 X1');
    expect(page.context.transfer).not.toBeNull();
    expect(shows(page.actor.getPersistedSnapshot())).toEqual([]);
  });

  test('are in no inspection event and in nothing that is emitted', () => {
    const seen: unknown[] = [];
    const actor = createActor(agentMachine, {
      input: { now: 1 },
      inspect: (event) =>
        seen.push(
          JSON.parse(
            JSON.stringify({
              type: event.type,
              event: 'event' in event ? event.event : null,
              snapshot: 'snapshot' in event ? event.snapshot : null,
            }),
          ),
        ),
    });
    const emitted: unknown[] = [];
    actor.on('*', (one) => emitted.push(one));
    actor.start();
    for (const type of SERVER_FACTS)
      for (const about of ABOUT)
        actor.send({ type, at: 2, ...about, status: null, statusIsNews: false, reading: {}, details: details() } as unknown as AgentEvent);
    actor.stop();
    expect(seen.length).toBeGreaterThan(100);
    expect(shows(seen)).toEqual([]);
    expect(shows(emitted)).toEqual([]);
  });

  test('are shown where the integrator asks for it', () => {
    expect(shows(told(Page.online(), true).actor.getPersistedSnapshot())).toEqual([...SECRETS]);
  });
});
