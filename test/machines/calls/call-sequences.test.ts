import { describe, expect, test } from '@jest/globals';
import { Confidential, revealed, type CommandName } from '../../../machines/index.js';
import { LEGS, Page } from '../support/page.js';

const online = () => Page.online();
const play = (words: string) => online().play(words);
/** An error that no callback brings. */
const error = (page: Page, more: object) => page.fact({ type: 'call.error', ...more });
const allowed = (page: Page, ...commands: readonly CommandName[]) => commands.filter((type) => page.snapshot.can({ type }));

/** Commands that a talk's code 330039 and the like can refuse. */
const TALK_COMMANDS = ['hangup', 'holdCall', 'retrieveCall', 'singleTransfer', 'initiateConsult', 'answer', 'rejectCall'];

describe('sequences that broke rules about calls', () => {
  test('1: a regain of the ringing call leaves the other one waiting, and it is the call afterwards', () => {
    const page = play('0 R1 @0 · 1 R3 @1 · 2 initAgent · 3 regain/1 @3');
    expect(page.calls).toBe('1 ringing, 3 ringing');
    expect(page.play('4 X1 @4').calls).toBe('3 ringing');
  });

  test('2: a regain names the call that waits: it is the call, and the other waits as held', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 H1 @2 · 3 R3 @3 · 4 E3 @4');
    expect(page.calls).toBe('3 talking, 1 holding');
    expect(page.play('5 regain/1 @5').calls).toBe('1 holding, 3 holding');
  });

  test('3: another call is answered while an own one is dialed', () => {
    const page = play('0 Down @0 · 1 R3 @1 · 2 answer · 3 hangup · 4 E3 @4 · 5 X3 @5');
    expect(page.settled).toEqual(['confirmed', 'confirmed']);
    expect(page.calls).toBe('7 dialing');
  });

  test('4: "not in a talk" is merely true of a ringing call; that it is over is believed', () => {
    const page = play('0 R1 @0 · 1 hangup');
    error(page, { says: 'noTalk', refuses: TALK_COMMANDS });
    expect(page.calls).toBe('1 ringing');
    page.command('rejectCall');
    error(page, { says: 'callIsOver' });
    expect(page.state.work).toBe('idle');
  });

  test('5: a talk that is a guess lets the service decide, until an event of the call comes', () => {
    const page = play('0 regain/1 @0');
    expect(page.state.work).toBe('talking');
    expect(allowed(page, 'answer', 'rejectCall', 'retrieveCall', 'holdCall')).toEqual(['answer', 'rejectCall', 'retrieveCall', 'holdCall']);
    page.play('1 R1 @1');
    expect(page.state.work).toBe('ringing');
    expect(page.context.roster.call).toMatchObject({ establishedAt: null, isOffered: true });
  });

  test('6: the release overtakes the answer', () => {
    expect(play('0 R1 @0 · 1 answer · 9.332 X1 @9.292 · 9.441 E1 @9.199').state.work).toBe('acw');
  });

  test('7: what comes while an own login is pending counts', () => {
    expect(play('0 displaced · 1 login · 2 Ready · 3 R1').yes('login').state).toMatchObject({ login: 'online', work: 'ringing' });
  });

  test("8: a dialer's call while an own one is asked for is offered once makeCall is refused", () => {
    const page = play('0 makeCall · 1 Rown/incoming');
    expect(page.state.work).toBe('dialing');
    expect(allowed(page, 'answer', 'rejectCall')).toEqual(['answer', 'rejectCall']);
    expect(page.isPending('makeCall')).toBe(true);
    error(page, { refuses: ['makeCall'] });
    expect(page.state.work).toBe('ringing');
    expect(page.settled).toEqual(['rejected']);
  });

  test('9: an answer stamped before the logout is late', () => {
    const page = play('0 R1 @0 · 1 answer · 6.778 Logout @6.738 · 6.898 E1 @6.687');
    expect(page.state).toMatchObject({ login: 'offline', work: 'idle' });
    expect(page.settled).toEqual(['superseded']);
  });

  test('10: a call that began before the release, and is told of after it, waited: after-call work follows it', () => {
    expect(play('0 R1 @0 · 1 E1 @1 · 8.784 X1 @8.744 · 8.907 R2 @8.647 · 9 X2 @9').state.work).toBe('acw');
  });

  test('11: a call that begins in after-call work ends it', () => {
    expect(play('0 R1 @0 · 1 E1 @1 · 2 X1 @2 · 3 R2 @3 · 4 X2 @4').state.work).toBe('idle');
  });

  test('12: the release of the offer before ends nothing', () => {
    expect(play('0 R1 @4.443 · 7.045 R1 @7.005 · 7.718 X1 @5.451').state.work).toBe('ringing');
  });

  test('13: an error about a waiting call refuses no hangup of the other', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 R3 @2 · 3 hangup');
    error(page, { leg: LEGS['3'], says: 'noTalk', refuses: TALK_COMMANDS });
    expect(page.isPending('hangup')).toBe(true);
    expect(page.calls).toBe('1 talking, 3 ringing');
  });

  test('14: the refusal of a command from before a login states nothing', () => {
    const page = play('0 resetLogout · 1 makeCall').yes('resetLogout');
    expect(page.state.login).toBe('offline');
    page.play('2 login').yes('login', { reason: null });
    expect(page.state.login).toBe('online');
    error(page, { says: 'signedOut' });
    expect(page.state.login).toBe('online');
  });

  test('15: the customer goes in a consult whose leg is heard of only afterwards', () => {
    const page = play('0 R6 @0 · 1 E6 @1 · 2 initiateConsult');
    page.play('12.924 X6 @12.802');
    page.fact({ type: 'call.dialing', leg: { callID: '6', partyID: 'x', callType: 'Consult' } }, { at: 13.399, stamp: 12.75 });
    expect(page.calls).toBe('6 dialing');
  });

  test('16: a party leaves a held conference: two are left, and the call is held', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 Formed1 @2 · 3 H1 @3 · 4 Left1 @4');
    expect(page.state).toMatchObject({ work: 'holding', onHold: 'customer' });
  });

  test('17: makeCall is refused because after-call work is on', () => {
    const page = play('0 makeCall');
    error(page, { says: 'acwIsOn' });
    expect(page.state.work).toBe('acw');
    expect(page.context.acw?.deadline).toBeNull();
    expect(allowed(page, 'completeACW')).toEqual(['completeACW']);
  });

  test('18: the end of a cancelled consult is lost, and the regain says talking as of the retrieved', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 DC @2 · 3 cancelConsult · 5 T1 @5 · 6 regain/1/talking @6 since@5');
    expect(page.state).toMatchObject({ work: 'talking', consultPhase: null });
    expect(page.context.roster.third).toBeNull();
  });

  test('19: of login commands the one sent last decides, whichever answer comes last', () => {
    const page = play('0 resetLogout · 1 resetLogout'.split(' · ')[0]!);
    page.fact({ type: 'agent.loggedOut' });
    page.play('2 login').yes('login', { reason: null }).yes('resetLogout');
    expect(page.state.login).toBe('online');
  });
});

describe('several legs of one call', () => {
  test.each<readonly [string, string, string]>([
    ['two phones ring: the release of one leaves the other', '0 R1 @0 · 0.1 R1b @0.1 · 1 X1b @1', '1 ringing'],
    ['two phones ring: the release of the last ends it', '0 R1 @0 · 0.1 R1b @0.1 · 1 X1b @1 · 2 X1 @2', ''],
    ['answered: the release of the other ends nothing', '0 R1 @0 · 0.1 R1b @0.1 · 1 E1 @1 · 2 X1b @2', '1 talking'],
    ['answered: the release of that one ends it', '0 R1 @0 · 0.1 R1b @0.1 · 1 E1 @1 · 2 X1 @2', ''],
    ['established twice: that of the last ends it', '0 R1 @0 · 0.1 R1b @0.1 · 1 E1 @1 · 2 E1b @2 · 3 X1b @3', ''],
    ['established twice: that of the first ends nothing', '0 R1 @0 · 0.1 R1b @0.1 · 1 E1 @1 · 2 E1b @2 · 3 X1 @3', '1 talking'],
    ['of a call that waits, too', '0 R3 @0 · 0 R1 @0 · 0.1 R1b @0.1 · 1 X1b @1', '3 ringing, 1 ringing'],
    ['of a call that waits, the last one ends it', '0 R3 @0 · 0 R1 @0 · 0.1 R1b @0.1 · 1 X1b @1 · 2 X1 @2', '3 ringing'],
    ['offered again with another party, and named by a regain (case 2)', '0 R1 @0 · 1 X1 @1 · 2 regain/1/ringing @2 · 3 X1b @3', ''],
    [
      'after a regain, the first later event with a party names the leg',
      '0 R1 @0 · 1 E1 @1 · 2 regain/1/talking @2 · 3 H1b @3 · 4 X1 @4',
      '1 holding',
    ],
  ])('%s', (_, told, calls) => {
    expect(play(told).calls).toBe(calls);
  });
});

// The contract: after a regain, the first later event of the call that has a party names the leg. Found by sequence 3,537,60,f52,462.
test('a conference that forms names the leg of a consulted agent whose page was loaded anew: it is one with the customer then', () => {
  const page = Page.online().fact({
    type: 'connection.regained',
    leg: { callID: '1', callType: 'Consult' },
    status: 'talking',
    statusIsNews: false,
  });
  const details = new Confidential({ otherDN: '13511110002' });
  page.fact({ type: 'conference.formed', leg: { callID: '1', partyID: 'mine', callType: 'Inbound' }, details });
  expect(page.state.work).toBe('conferencing');
  expect(page.context.roster.call).toMatchObject({
    callID: '1',
    callType: 'Inbound',
    legs: [{ partyID: 'mine', isEstablished: true }],
    isLegOpen: false,
  });
  expect(page.context.roster.call?.details.reveal()).toMatchObject({ otherDN: '13511110002' });
});

test.each<readonly [string, object]>([
  ['another call', { callID: '2', partyID: 'mine', callType: 'Inbound' }],
  ['no party', { callID: '1', callType: 'Inbound' }],
])('a conference that names %s names no leg of it', (_, leg) => {
  const page = Page.online().fact({
    type: 'connection.regained',
    leg: { callID: '1', callType: 'Consult' },
    status: 'talking',
    statusIsNews: false,
  });
  page.fact({ type: 'conference.formed', leg });
  expect([page.context.roster.call, ...page.context.roster.waiting].find((call) => call?.callID === '1')).toMatchObject({
    callType: 'Consult',
    isLegOpen: true,
  });
});

describe('several calls', () => {
  test.each<readonly [string, string, string]>([
    ['one that begins while another is live waits', '0 R1 · 1 E1 · 2 R2', '1 talking, 2 ringing'],
    ['one that waits and ends is gone, and the other goes on (case 5)', '0 R1 · 1 E1 · 2 R2 · 3 X2', '1 talking'],
    ['the one talked in becomes the call when the other is ringing', '0 R1 · 1 R2 · 2 E2', '2 talking, 1 ringing'],
    ['in whichever order: held afterwards', '0 R1 · 1 E1 · 2 R2 · 3 E2 · 4 H1', '2 talking, 1 holding'],
    ['in whichever order: held before', '0 R1 · 1 E1 · 2 R2 · 3 H1 · 4 E2', '2 talking, 1 holding'],
    ['not when the other is talked in', '0 R1 · 1 E1 · 2 R2 · 3 E2', '1 talking, 2 talking'],
    ['not in a consult', '0 R1 · 1 E1 · 2 DC · 3 R2 · 4 E2', '1 consulting, 2 talking'],
    ['not in a conference', '0 R1 · 1 E1 · 2 Formed1 · 3 R2 · 4 E2', '1 conferencing, 2 talking'],
    ['by an own answer at once', '0 R1 · 1 E1 · 2 R2 · 3 answer · 4 E2', '2 talking, 1 talking'],
    ['not by an own answer in a consult', '0 R1 · 1 E1 · 2 DC · 3 EC · 3 R2 · 3 answer · 4 E2', '1 consulting, 2 talking'],
    ['not by an own answer in a conference', '0 R1 · 1 E1 · 2 Formed1 · 3 R2 · 3 answer · 4 E2', '1 conferencing, 2 talking'],
    ['a ringing call takes the place of one that is only asked for', '0 makeCall · 1 R1', '1 ringing'],
    ['and the one asked for waits if it comes after all', '0 makeCall · 1 R1 · 2 Down', '1 ringing, 7 dialing'],
    ['the one furthest along follows the one that ends', '0 R1 · 1 E1 · 2 R2 · 2 R3 · 3 E3 · 3 H3 · 4 X1', '3 holding, 2 ringing'],
    ['a call that waits is held and retrieved', '0 R1 · 1 E1 · 2 R2 · 3 E2 · 4 H2', '1 talking, 2 holding'],
    ['a further leg established does not take a waiting call off hold', '0 R1 · 1 E1 · 2 R2 · 3 E2 · 4 H2 · 5 E2', '1 talking, 2 holding'],
    ['the own leg is another than the one offered', '0 makeCall · 1 R3/incoming · 2 Down', '3 ringing, 7 dialing'],
    ["a dialer's own role Destination: offered until the own leg comes", '0 makeCall · 1 Rown/incoming', '7 dialing'],
    ['a regain without a call ends them all', '0 R1 · 1 E1 · 2 R2 · 3 regain', ''],
  ])('%s', (_, told, calls) => {
    expect(play(told).calls).toBe(calls);
  });

  test('none of this is a divergence', () => {
    const told = '0 R1 · 1 R2 · 2 E2 · 3 H2 · 4 R3 · 5 answer · 6 E3 · 7 X3 · 8 X1 · 9 X2';
    expect(play(told).divergences).toEqual([]);
    expect(play('0 makeCall · 1 R1 · 2 Down').divergences).toEqual([]);
    expect(play('0 makeCall · 1 Xown').divergences).toEqual([]);
  });

  test('makeCall ends superseded when a call comes in first', () => {
    const page = play('0 makeCall · 1 R1');
    expect(page.settled).toEqual(['superseded']);
    expect(page.ends).toEqual(['call ? notMade']);
  });

  test('the release of an outgoing leg that nobody knows is the end of the call being made', () => {
    const page = play('0 makeCall · 1 Xown');
    expect(page.state.work).toBe('idle');
    expect(page.ends).toEqual(['call 7 notReached']);
    expect(play('0 makeCall · 1 X1').calls).toBe('? calling');
  });

  test('after-call work comes after the last', () => {
    const page = play('0 R1 · 1 E1 · 2 R2 · 3 X1');
    expect(page.state.work).toBe('ringing');
    expect(page.play('4 X2').state.work).toBe('acw');
    expect(page.ends).toEqual(['call 1 otherSide', 'call 2 missed']);
  });

  test('of one that waited and was answered, after-call work follows as well', () => {
    expect(play('0 R1 · 1 R2 · 2 E2 · 3 H2 · 3 X2 · 4 X1').state.work).toBe('acw');
  });

  test('a call that was only asked for, once another one is answered: it was not made', () => {
    expect(play('0 makeCall · 1 R1 · 2 E1').ends).toEqual(['call ? notMade']);
  });

  test('none, where one that waits is answered instead of the call that rings', () => {
    expect(play('0 R1 · 1 R3 · 2 E3').ends).toEqual([]);
  });

  test('one that waits, where the refusal of its answer says that it is over, and no other', () => {
    const page = play('0 R1 · 1 E1 · 2 R3 · 3 E3 · 4 R2 · 5 answer');
    error(page, { says: 'callIsOver', refuses: ['answer'] });
    expect([page.calls, page.ends]).toEqual(['1 talking, 3 talking', ['waiting 2 missed']]);
  });

  test("of one that is answered while it waits, its end is the other side's", () => {
    expect(play('0 R1 · 1 E1 · 2 R2 · 3 E2 · 4 X2').ends).toEqual(['waiting 2 otherSide']);
    expect(play('0 R1 · 1 E1 · 2 R2 · 4 X2').ends).toEqual(['waiting 2 missed']);
    expect(play('0 R1 · 1 E1 · 2 R2 · 3 rejectCall · 4 X2').ends).toEqual(['waiting 2 rejected']);
  });

  test('a logout ends them all', () => {
    const page = play('0 R1 · 1 E1 · 2 DC · 3 R2 · 4 Logout');
    expect(page.ends).toEqual(['consult 1 signedOut', 'call 1 signedOut', 'waiting 2 signedOut']);
    expect(page.state).toMatchObject({ work: 'idle', login: 'offline' });
  });

  test('a displacement leaves none, and forgets them without ending them', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 R2 @2 · 3 displaced @3');
    expect(page.ends).toEqual(['call 1 displaced', 'waiting 2 displaced']);
    // Taken back: the server names it again, and it is there.
    page.play('4 initAgent · 5 regain/1/talking @5 · 6 H1 @6 · 7 T1 @7 · 8 X1 @8');
    expect(page.state.work).toBe('acw');
  });
});

describe('consults', () => {
  const consulting = '0 R1 @0 · 1 E1 @1 · 2 DC @2 · 3 EC @3';
  test('held and retrieved of either leg swap them, the last one decides (case 3)', () => {
    const page = play(consulting);
    expect(page.state.onHold).toBe('customer');
    expect(page.play('4 HC @4').state.onHold).toBe('thirdParty');
    expect(page.play('5 T1 @5').state.onHold).toBe('thirdParty');
    expect(page.play('6 H1 @6').state.onHold).toBe('customer');
    expect(page.play('7 TC @7').state.onHold).toBe('customer');
    expect(page.state.work).toBe('consulting');
    expect(page.play('8 X1 @8').calls).toBe('1 talking');
    expect(page.context.roster.call?.callType).toBe('Consult');
  });

  test.each<readonly [string, string, string]>([
    ['the third party goes: the customer is still held', '4 XC @4', 'holding'],
    ['the third party goes while it is held: agent and customer talk', '4 HC @4 · 5 XC @5', 'talking'],
    ['the customer goes: agent and third party talk', '4 X1 @4', 'talking'],
    ['the customer goes while the third party is held: it is held on', '4 HC @4 · 5 X1 @5', 'holding'],
    ['a conference forms', '4 consultConference · 5 Formed1 @5', 'conferencing'],
    ['the legs come together before the word of it', '4 consultConference · 5 XC @5 · 6 T1 @6 · 7 Formed1 @7', 'conferencing'],
    ['or the other way round', '4 consultConference · 5 T1 @5 · 6 XC @6 · 7 Formed1 @7', 'conferencing'],
    ['and if that is refused, agent and customer talk', '4 consultConference · 5 T1 @5 · 6 XC @6 · 7 no:consultConference', 'talking'],
    ['or the customer is held on', '4 consultConference · 6 XC @6 · 7 no:consultConference', 'holding'],
    ['the customer is retrieved by retrieveConsult', '4 retrieveConsult · 5 T1 @5', 'talking'],
    ["by the end of the third party's leg, too", '4 retrieveConsult · 5 XC @5', 'talking'],
    ['but not by a release of a leg that nobody knows (case 4)', '4 retrieveConsult · 5 XCx @5', 'consulting'],
  ])('%s', (_, more, work) => {
    expect(play(`${consulting} · ${more}`).state.work).toBe(work);
  });

  test('retrieveConsult is not confirmed by a leg that nobody knows', () => {
    expect(play(`${consulting} · 4 retrieveConsult · 5 XCx @5`).settled).toEqual([]);
    expect(play(`${consulting} · 4 retrieveConsult · 5 T1 @5`).settled).toEqual(['confirmed']);
    expect(play(`${consulting} · 4 retrieveConsult · 5 XC @5`).settled).toEqual(['confirmed']);
  });

  test('forming a conference ends every hold', () => {
    expect(play(`${consulting} · 4 HC @4 · 5 Formed1 @5`).state).toMatchObject({ work: 'conferencing', onHold: null });
  });

  test('a conference can be held and retrieved (case 16)', () => {
    const page = play(`${consulting} · 5 Formed1 @5 · 6 H1 @6`);
    expect(page.state).toMatchObject({ work: 'conferencing', onHold: 'conference' });
    expect(allowed(page, 'retrieveCall')).toEqual(['retrieveCall']);
    expect(page.play('7 T1 @7').state).toMatchObject({ work: 'conferencing', onHold: null });
  });

  test("the customer hangs up before the third party's leg is heard of", () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 DC @2 · 3 X1 @3');
    expect(page.calls).toBe('1 dialing');
    expect(page.play('4 EC @4').state.work).toBe('talking');
  });

  test('an outage hides whether the third party has answered (case 23)', () => {
    const page = play('0 R1 @0 · 1 E1 @1 · 2 DC @2 · 5 regain/1 @5');
    expect(page.state).toMatchObject({ work: 'consulting', consultPhase: 'unknown' });
    expect(allowed(page, 'cancelConsult', 'retrieveConsult', 'consultTransfer', 'consultConference')).toHaveLength(4);
    expect(play(`${consulting} · 5 regain/1 @5`).state).toMatchObject({ work: 'consulting', consultPhase: 'talking' });
  });

  test('a regain that says holding after a known consult: the consulted party has gone', () => {
    const page = play(`${consulting} · 9 regain/1/holding @9 since@8`);
    expect(page.state.work).toBe('holding');
    expect(allowed(page, 'retrieveConsult')).toEqual(['retrieveConsult']);
    expect(page.ends).toEqual(['consult 1 unseen']);
  });
});

describe('the microphone', () => {
  const muted = '0 R1 · 1 E1 · 2 Muted1';
  test.each<readonly [string, string, boolean]>([
    ['is open in a talk', '0 R1 · 1 E1', false],
    ['is muted when the server says so', muted, true],
    ['is muted of a talk that was not known', '2 Muted1', true],
    ["is not muted by another call's", '0 R1 · 1 E1 · 2 R3 · 3 E3 · 4 Muted3', false],
    ['is opened again', `${muted} · 3 Unmuted1`, false],
    ['stays muted while the customer is held', `${muted} · 3 H1`, true],
    ['is open after the talk', `${muted} · 3 X1`, false],
    ['stays muted when the same talk is regained', `${muted} · 3 regain/1/talking`, true],
    ['stays muted when the same talk is regained as held', '0 R1 @0 · 1 E1 @1 · 2 Muted1 @2 · 3 regain/1/holding @3 since@3', true],
    ['is open when the same call is regained as ringing', '0 R1 @0 · 1 E1 @1 · 2 Muted1 @2 · 3 regain/1/ringing @3 since@3', false],
    ['is open when another talk is regained', `${muted} · 3 regain/3/talking`, false],
  ])('%s', (_, told, isMuted) => {
    expect(play(told).state.muted).toBe(isMuted);
  });
});

describe('a transfer that is completed', () => {
  const transferring = '0 R1 @0 · 5 E1 @5 · 10 DC @10 · 12 EC @12 · 20 consultTransfer';
  test.each([
    ["by the release of both legs, the customer's first: after-call work follows", '20.2 X1 @20.1 · 20.3 XC @20.2', 'acw'],
    ["by the release of both legs, the third party's first: after-call work follows", '20.2 XC @20.1 · 20.3 X1 @20.2', 'acw'],
    ['after a ready that was said later: none follows', '20.1 Ready @22 · 20.2 X1 @20.1 · 20.3 XC @20.2', 'idle'],
    ['after a ready that was said later, the other way round: none follows', '20.1 Ready @22 · 20.2 XC @20.1 · 20.3 X1 @20.2', 'idle'],
    ['by the word of after-call work', '20.3 word @20.3', 'acw'],
    ["by the word of after-call work after the third party's release", '20.2 XC @20.1 · 20.3 word @20.3', 'acw'],
  ])('%s', (_, told, work) => {
    const page = play(`${transferring} · ${told}`);
    expect([page.state.work, page.ends, page.settled]).toEqual([work, ['consult 1 transferred', 'call 1 transferred'], ['confirmed']]);
  });

  test.each([
    ['by the release of both legs: none follows where there is no after-call work', '20.2 X1 @20.1 · 20.3 XC @20.2', 'idle'],
    ['by the word of after-call work: it is believed all the same', '20.3 word @20.3', 'acw'],
    ["by that word after the third party's release, too", '20.2 XC @20.1 · 20.3 word @20.3', 'acw'],
  ])('%s', (_, told, work) => {
    expect(Page.online({ acw: { enabled: false } }).play(`${transferring} · ${told}`).state.work).toBe(work);
  });
});

test("the third party's leg is over once a conference has formed: what is said of it is ignored", () => {
  const page = play('0 R1 @0 · 5 E1 @5 · 10 DC @10 · 12 EC @12 · 20 Formed1 @20 · 21 HC @21 · 22 XC @22');
  expect([page.state.work, page.ends, page.ignored]).toEqual(['conferencing', ['consult 1 joined'], ['over', 'over']]);
});

test.each([
  ['set back by a minute and a half', -90],
  ['left alone', 0],
])('the refusal of a call is its own, half a minute after a hold that was superseded, the clock of the computer %s', (_, ahead) => {
  const page = play('0 R1 @0 · 5 E1 @5 · 10 holdCall · 10.2 X1 @10.2 · 20 completeACW · 21 Ready @21');
  page.ahead = ahead;
  error(page.play('40 makeCall'), { refuses: ['holdCall', 'makeCall'] });
  expect([page.state.work, page.settled]).toEqual(['idle', ['superseded', 'confirmed', 'rejected']]);
});

test.each([
  ['after the release', '2 Xown @2 · 3 Eown @1.5', 'acw'],
  ['before the release', '2 Eown @1.5 · 3 Xown @2', 'acw'],
  ['after the release, another call having begun and ended', '2 Xown @2 · 2.1 R1 @2.1 · 2.2 X1 @2.2 · 3 Eown @1.5', 'idle'],
  ['not at all', '2 Xown @2', 'idle'],
])('a refusal has said that the call is over that was dialed, and its answer is heard of %s', (_, told, work) => {
  const page = play('0 Down @0 · 1 hangup');
  error(page, { says: 'noTalk', refuses: ['hangup'] });
  expect(page.state.work).toBe('idle');
  expect(page.play(told).state.work).toBe(work);
});

test('"not in a talk" says nothing of a call that rang when the hangup was sent, though it has been answered since', () => {
  const page = play('0 R1 @0 · 1 hangup · 2 E1 @2').no('hangup', { says: 'noTalk' });
  expect(page.calls).toBe('1 talking');
});

describe('the end of a call is told', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['of one that was only asked for, when the agent talks in another', '0 makeCall · 1 R3 @1 · 2 E3 @2', ['call ? notMade']],
    ['of one that was only asked for, when the agent is in a conference of another', '0 makeCall · 1 Formed3 @1', ['call ? notMade']],
    ['of one that was only asked for, when the agent is muted in another', '0 makeCall · 1 Muted3 @1', ['call ? notMade']],
    ['none, when the agent is muted in another than the one that is held', '0 R1 @0 · 1 E1 @1 · 2 H1 @2 · 3 Muted3 @3', []],
    ['of one that waits when its last leg ends, and not before', '0 R3 @0 · 1 E3 @1 · 2 R1 @2 · 2 R1b @2 · 3 X1 @3', []],
    ['of one that waits, by its last leg', '0 R3 @0 · 1 E3 @1 · 2 R1 @2 · 2 R1b @2 · 3 X1 @3 · 4 X1b @4', ['waiting 1 missed']],
  ])('%s', (_, told, ends) => {
    expect(play(told).ends).toEqual(ends);
  });

  test('of a third party whose place another takes', () => {
    const page = play('0 R1 @0 · 5 E1 @5 · 10 DC @10 · 12 EC @12').fact(
      { type: 'call.dialing', leg: { callID: '8', partyID: 'z', callType: 'Consult' } },
      { at: 20, stamp: 20 },
    );
    expect(page.state).toMatchObject({ work: 'consulting', consultPhase: 'dialing' });
    expect(page.ends).toEqual(['consult 1 unseen']);
  });
});

describe('which legs are over', () => {
  test.each<readonly [string, string, string]>([
    [
      'only the one that the release names, of a call that was known by its id',
      '0 regain/1/talking @0 · 5 X1 @5 · 5.5 R1b @5.5',
      '1 ringing',
    ],
    ['and that one is', '0 regain/1/talking @0 · 5 X1 @5 · 5.5 R1 @5.5', ''],
    [
      'none of a call that is offered anew: its other phone may ring, too',
      '0 R1 @0 · 0 R1b @0 · 1 X1 @1 · 8 X1b @8 · 12 R1 @12 · 13 R1b · 14 X1 @14',
      '1 ringing',
    ],
    ['those of another call stay over', '0 R3 @0 · 8 X3 @8 · 8 R1 @8 · 9 X1 @9 · 12 R1 @12 · 13 R3', '1 ringing'],
  ])('%s', (_, told, calls) => {
    expect(play(told).calls).toBe(calls);
  });
});

test('what is said of a third party after its end is ignored', () => {
  const page = play('0 R1 @0 · 5 E1 @5 · 10 DC @10 · 12 EC @12 · 20 XC @20 · 21 HC @21');
  expect([page.state.work, page.ends, page.ignored]).toEqual(['holding', ['consult 1 otherSide'], ['over']]);
});

test('after-call work follows a consult that was asked for in the talk, and of which it is heard after the customer has gone', () => {
  const page = play('0 R1 @0 · 5 E1 @5 · 10 initiateConsult · 11 X1 @11 · 12 DC @12');
  expect(page.calls).toBe('1 dialing');
  expect(page.play('13 XC @13').state.work).toBe('acw');
});

test('a third party is named by whatever names its leg, and has what that says besides', () => {
  const page = play('0 R1 @0 · 5 E1 @5').fact({ type: 'call.dialing', leg: { callID: '1', callType: 'Consult' } }, { at: 10 });
  expect(page.context.roster.third?.legs).toMatchObject([{ partyID: null }]);
  page.fact({ type: 'call.held', leg: LEGS['C'], details: new Confidential({ otherDN: '8002' }) }, { at: 11 });
  const { third, call } = page.context.roster;
  expect(third?.legs).toMatchObject([{ partyID: 'x' }]);
  expect([revealed(third!.details), revealed(call!.details)]).toEqual([{ otherDN: '8002' }, {}]);
  // It has nothing of the customer's.
  page.fact({ type: 'call.held', leg: LEGS['1'], details: new Confidential({ otherDN: '139' }) }, { at: 12 });
  expect(revealed(page.context.roster.third!.details)).toEqual({ otherDN: '8002' });
});
