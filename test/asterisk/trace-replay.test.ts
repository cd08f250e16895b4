import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readTrace, replay } from './support/trace-replay.js';

/** The events of the switch in each scenario; `3001'` is the second channel of 3001, `A` the first bridge. */
const EXPECTED: Readonly<Record<string, string>> = {
  '01-register': `
    3001 registered; 3002 registered`,
  '02-call-hold-dtmf': `
    3002 dialing; 3002 alerting; 3002 answered; 3002 in A; 3001 in A; 3001 held A; 3001 retrieved A;
    3001 keys 5; 3001 keys 7; 3001 released: normal; 3002 released: normal`,
  '03a-cancel-by-caller': `
    3001 registered; 3002 registered; 3003 registered; 3000 registered; 3001 dialing; 3001 alerting;
    3000 released: cancelled; 3001 released: cancelled`,
  '03b-reject-486': `
    3001 dialing; 3001 alerting; 3001 released: rejected; 3000 released: busy`,
  '03c-decline-603': `
    3001 dialing; 3001 alerting; 3001 released: rejected; 3000 released: rejected`,
  '03d-unknown-extension-404': '',
  '03e-unregistered-peer': `
    3000 released: unavailable`,
  '03f-callee-hangs-up': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 released: normal;
    3000 released: normal`,
  '03g-click-to-dial-originate': `
    3001 dialing; 3001 alerting; 3001 answered; 3002 dialing; 3002 alerting; 3002 answered; 3002 in A;
    3001 in A; 3002 released: normal; 3001 released: normal`,
  '03h-originate-agent-rejects': `
    3001 dialing; 3001 alerting; 3001 released: rejected`,
  '03i-no-answer-timeout': `
    3001 dialing; 3001 alerting; 3001 released: noAnswer`,
  '04a-blind-transfer-refer': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 released: normal;
    3002 dialing; 3002 alerting; 3002 answered; 3002 in B; 3000 in B; 3000 released: normal;
    3002 released: normal`,
  '04b-blind-transfer-refer-fails': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 released: normal;
    3000 released: normal`,
  '04c-blind-transfer-ami': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 released: normal;
    3002 dialing; 3002 alerting; 3002 answered; 3002 in B; 3000 in B; 3002 released: normal;
    3000 released: normal`,
  '05a-attended-transfer-refer-replaces': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in B; 3001' in B; 3001 retrieved A; 3000 in B;
    3001' released: normal; 3001 released: normal; 3000 released: normal; 3002 released: normal`,
  '05b-consult-then-return': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in B; 3001' in B; 3002 released: normal; 3001' released: normal;
    3001 retrieved A; 3001 released: normal; 3000 released: normal`,
  '05c-consult-rejected': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3002 dialing;
    3002 alerting; 3002 released: rejected; 3001' released: busy; 3001 retrieved A;
    3001 released: normal; 3000 released: normal`,
  '05d-customer-hangs-up-during-consult': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in B; 3001' in B; 3001 released: normal; 3000 released: normal;
    3002 released: normal; 3001' released: normal`,
  '05e-atxfer-ami-complete': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 keys *; 3001 keys 2;
    3001 held A; 3001 keys 3; 3001 keys 0; 3001 keys 0; 3001 keys 2; 3001 in B; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in C; 3001 released: normal; 3000 released: normal;
    3002 released: normal`,
  '05f-atxfer-ami-cancel': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 keys *; 3001 keys 2;
    3001 held A; 3001 keys 3; 3001 keys 0; 3001 keys 0; 3001 keys 2; 3002 dialing; 3001 in B;
    3002 alerting; 3002 answered; 3002 in C; 3001 keys *; 3001 keys 1; 3001 in A; 3001 retrieved A;
    3002 released: normal; 3001 released: normal; 3000 released: normal`,
  '06a-conference-confbridge-redirect': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 in B; 3000 in B; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in B; 3002 released: normal; 3000 released: normal;
    3001 released: normal`,
  '06b-consult-merge-to-conference': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in B; 3001' in B; 3001 released: normal; 3002 in C; 3001' in C;
    3000 in C; 3001' released: normal; 3000 released: normal; 3002 released: normal`,
  '06c-conference-dial-in': `
    3001 in A; 3002 in A; 3000 in A; 3002 released: normal; 3001 released: normal; 3000 released: normal`,
  '06d-atxfer-threeway-feature': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 keys *; 3001 keys 2;
    3001 held A; 3001 keys 3; 3001 keys 0; 3001 keys 0; 3001 keys 2; 3001 in B; 3002 dialing;
    3002 alerting; 3002 answered; 3002 in C; 3001 keys *; 3001 keys 3; 3001 in A; 3002 in A;
    3001 released: normal; 3000 released: normal; 3002 released: normal`,
  '07a-queue-login-pause': '',
  '07b-queue-call-answered-wrapup': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 held A; 3001 retrieved A;
    3001 released: normal; 3000 released: normal; 3001' dialing; 3001' alerting; 3001' answered;
    3001' in B; 3000' in B; 3000' released: normal; 3001' released: normal`,
  '07c-queue-reject-then-other-agent': `
    3001 dialing; 3001 alerting; 3001 released: rejected; 3002 dialing; 3002 alerting; 3002 answered;
    3002 in A; 3000 in A; 3000 released: normal; 3002 released: normal`,
  '07d-queue-caller-abandon': `
    3001 dialing; 3001 alerting; 3001 released: cancelled; 3000 released: normal`,
  '07e-queue-agent-transfers': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3001 released: normal;
    3002 dialing; 3002 alerting; 3002 answered; 3002 in B; 3000 in B; 3002 released: normal;
    3000 released: normal`,
  '08a-ari-stasis-call-hold-conference': `
    3000 in A; 3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3001 held A; 3001 retrieved A;
    3002 dialing; 3002 alerting; 3002 answered; 3002 in A; 3001 released: normal; 3002 released: normal;
    3000 released: normal`,
  '08b-ari-refer-events': `
    3000 released: normal`,
  '09a-ws-drop-mid-call': `
    3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A; 3000 released: normal;
    3001 released: normal`,
  '09b-asterisk-restart': `
    3001 registered; 3000 registered; 3001 dialing; 3001 alerting; 3001 answered; 3001 in A; 3000 in A;
    3001 released: normal; 3000 released: normal`,
};

const traces = readdirSync(new URL('traces/', import.meta.url)).map((file) => file.replace(/\.json$/, ''));

/** The lines of a scenario, however they are wrapped. */
function linesOf(text: string): string[] {
  return text
    .split(';')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('what Asterisk really sent', () => {
  test.each(traces)('%s is told in the words of the port', (name) => {
    expect(replay(name)).toEqual(linesOf(EXPECTED[name]!));
  });

  test.each(traces)('%s is told once if everything is sent twice', (name) => {
    expect(replay(name, { twice: true })).toEqual(replay(name));
  });

  test.each(traces)('%s leaves no leg, and tells the end of each', (name) => {
    const released = replay(name).filter((line) => line.includes('released'));
    const created = readTrace(name).filter(({ type, channel }) => type === 'ChannelCreated' && channel!.name.startsWith('PJSIP/'));
    expect(released).toHaveLength(created.length);
  });

  test('the surprises among them are none to the port', () => {
    // Unknown extension: no event at all.
    expect(readTrace('03d-unknown-extension-404')).toEqual([]);
    // An end of holding without a beginning, before a blind transfer.
    expect(readTrace('04a-blind-transfer-refer').some(({ type }) => type === 'ChannelUnhold')).toBe(true);
    expect(replay('04a-blind-transfer-refer').join()).not.toMatch(/held|retrieved/);
    // A call that was cancelled ends with code 127, interworking.
    expect(replay('03a-cancel-by-caller')).toContain('3000 released: cancelled');
  });
});
