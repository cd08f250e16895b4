import { describe, expect, test } from '@jest/globals';
import { WAITING_KEPT } from '../../../machines/calls/roster.js';
import { ORDER } from '../../../machines/index.js';
import { Page, START } from '../support/page.js';

const online = () => Page.online();
const after = (words: string, page = online()) => page.play(words);

interface Row {
  readonly told: string;
  readonly calls?: string;
  readonly work?: string;
  readonly login?: string;
  readonly ignored?: readonly string[];
}

/** Plays the facts of a row, and expects what it names. */
function check({ told, calls, work, login, ignored }: Row, page = online()): void {
  page.play(told);
  if (calls !== undefined) expect(page.calls).toBe(calls);
  if (work !== undefined) expect(page.state.work).toBe(work);
  if (login !== undefined) expect(page.state.login).toBe(login);
  if (ignored !== undefined) expect(page.ignored).toEqual(ignored);
}

const table = (rows: Readonly<Record<string, Row>>) => {
  test.each(Object.entries(rows))('%s', (_, row) => {
    check(row);
  });
};

const TALK = '0 R1 @0 · 5 E1 @5';

describe('a fact told twice', () => {
  table({
    'with the same stamp and number is doubled, and changes nothing': {
      told: `${TALK} · 10 H1 @10 #1 · 20 T1 @20 #2 · 21 H1 @10 #1`,
      work: 'talking',
      ignored: ['doubled'],
    },
    'without a stamp is none that is doubled': { told: '0 R1 · 5 E1 · 10 H1 #1 · 20 T1 #2 · 21 H1 #1', work: 'holding', ignored: [] },
    'that repeats what is so is neither doubled nor ignored': { told: `${TALK} · 10 H1 @10 · 20 H1 @20`, work: 'holding', ignored: [] },
    'about the agent is doubled, too': { told: '1 Break @1 #5 · 2 Ready @2 #6 · 3 Break @1 #5', login: 'online', ignored: ['doubled'] },
  });

  test('is no divergence', () => {
    expect(after('1 R1 @1 · 1 R1 @1').divergences).toEqual([]);
  });

  test('confirms no command', () => {
    const page = after(`${TALK} · 10 H1 @10 · 20 T1 @20 · 21 holdCall · 22 H1 @10`);
    expect(page.isPending('holdCall')).toBe(true);
    expect(page.ignored).toEqual(['doubled']);
  });
});

describe('a fact is late', () => {
  table({
    'more than a second before the newest of the same thing': {
      told: `${TALK} · 20 T1 @20 · 21 H1 @18.9`,
      work: 'talking',
      ignored: ['late'],
    },
    'but not a second before it': { told: `${TALK} · 20 T1 @20 · 21 H1 @19`, work: 'holding', ignored: [] },
    'but not where the clocks disagree: more than a minute, the time between arrivals included': {
      told: `${TALK} · 20 T1 @70 · 30 H1 @19`,
      work: 'holding',
      ignored: [],
    },
    'and is where it is a minute': { told: `${TALK} · 20 T1 @70 · 30 H1 @20`, work: 'talking', ignored: ['late'] },
    'but not against a fact of another call': {
      told: `${TALK} · 6 R3 @6 · 30 H3 @30 · 31 H1 @20`,
      calls: '1 holding, 3 holding',
      ignored: [],
    },
    'but not against a fact of another kind: a mute, a key': {
      told: `${TALK} · 30 Muted1 @30 · 31 Keys1 @31 · 32 H1 @20`,
      work: 'holding',
      ignored: [],
    },
    'a mute against an unmute': { told: `${TALK} · 30 Unmuted1 @30 · 31 Muted1 @20`, ignored: ['late'] },
    'a conference that forms against a party that has left': {
      told: `${TALK} · 20 Formed1 @20 · 30 Left1 @30 · 31 Formed1 @25`,
      work: 'talking',
      ignored: ['late'],
    },
    'a held against the dialing of a consult, which holds the customer': {
      told: `${TALK} · 20 DC @20 · 21 T1 @15`,
      work: 'consulting',
      ignored: ['late'],
    },
    'a login against a regain': { told: '10 regain @10 · 11 Login @5', ignored: ['late'] },
    'a call that dials against a regain': { told: '10 regain @10 · 11 Down @5', work: 'idle', ignored: ['late'] },
    'a conference that forms against a regain': {
      told: `${TALK} · 20 regain/1/talking @20 · 21 Formed1 @15`,
      work: 'talking',
      ignored: ['late'],
    },
    'an unmute against a mute': { told: `${TALK} · 20 Muted1 @20 · 21 Unmuted1 @15`, ignored: ['late'] },
    'an unmute against a regain': { told: `${TALK} · 20 regain/1/talking @20 · 21 Unmuted1 @15`, ignored: ['late'] },
    'an extension of after-call work against a word of it': {
      told: `${TALK} · 20 X1 @20 · 25 word @25 · 26 extended @22`,
      ignored: ['late'],
    },
    'an extension against another': { told: `${TALK} · 20 X1 @20 · 25 extended @25 · 26 extended @22`, ignored: ['late'] },
    'a ready against a not-ready': { told: '10 Break @10 · 11 Ready @5', login: 'break', ignored: ['late'] },
    'a not-ready against a login': { told: '10 Login @10 · 11 Break @5', login: 'online', ignored: ['late'] },
    'an extension of after-call work against a ready': {
      told: `${TALK} · 10 X1 @10 · 20 Ready @20 · 21 extended @15`,
      work: 'idle',
      ignored: ['late'],
    },
  });

  test('and where clocks disagree, the stamp that was taken is the newest from then on', () => {
    check({ told: `${TALK} · 20 T1 @3620 · 30 H1 @30 · 31 T1 @25`, work: 'holding', ignored: ['late'] });
  });

  test.each([
    'call.error',
    'dtmf.sent',
    'device.lost',
    'device.registered',
    'network.measured',
    'connection.established',
    'connection.interrupted',
  ] as const)('%s never: its stamp is no word about anything', (type) => {
    expect(ORDER[type]).toEqual({ topics: [], notBefore: [] });
  });

  test.each(['call.established', 'call.released', 'agent.loggedOut', 'connection.displaced'] as const)(
    '%s never, by the newest of its kind',
    (type) => {
      expect(ORDER[type].notBefore).toEqual([]);
    },
  );
});

describe('what was before a regain', () => {
  table({
    'an established of a call that it did not know of is late': { told: '10 regain @10 · 11 E1 @8.9', work: 'idle', ignored: ['late'] },
    'an established of a call that it knew of is not': {
      told: '0 R1 @0 · 10 regain/1/ringing @10 · 11 E1 @8.9',
      work: 'talking',
      ignored: [],
    },
    'a release is not': { told: '10 regain @10 · 11 X1 @8.9', work: 'idle', ignored: [] },
  });
});

test('a leg without a type that dials after initiateConsult is the consult, though the call has been answered', () => {
  const page = after(TALK)
    .command('initiateConsult')
    .fact({ type: 'call.dialing', leg: { callID: '1', partyID: 'x' } });
  expect([page.state.work, page.ignored]).toEqual(['consulting', []]);
});

describe('a further leg that has ended before it was heard of', () => {
  table({
    'does not ring after its end': { told: `${TALK} · 6 X1b @6 · 7 R1b @5.5`, work: 'talking', ignored: ['otherLeg', 'answered'] },
    'nor after the end of its call': { told: `${TALK} · 6 X1b @6 · 7 X1 @7 · 8 R1b @5.5`, work: 'acw', ignored: ['otherLeg', 'over'] },
    'rings when it is offered anew': { told: `${TALK} · 6 X1b @6 · 7 X1 @7 · 30 R1b @30`, work: 'ringing', ignored: ['otherLeg'] },
  });
});

describe('a leg that is over and rings long after that is offered anew', () => {
  table({
    'whatever was said of it meanwhile': { told: '0 R1 @0 · 10 X1 @10 · 15 H1 @15 · 18 R1 @13', work: 'ringing', ignored: ['over'] },
  });
});

describe('late facts and commands', () => {
  table({
    'what is late and confirms none of them is late, whatever is pending': {
      told: `${TALK} · 20 T1 @50 · 30 muteCall · 31 H1 @31`,
      work: 'talking',
      ignored: ['late'],
    },
    'what is late and would confirm a command that only its callback answers': {
      told: '10 Break @50 · 20 ready · 21 Ready @21',
      login: 'break',
      ignored: ['late'],
    },
    'what is late against something since, and against something before': {
      told: `${TALK} · 10 regain/1/talking @50 · 20 holdCall · 22 T1 @52 · 23 H1 @49`,
      work: 'talking',
      ignored: ['late'],
    },
    'what is late against something from before the command and against something since': {
      told: `${TALK} · 10 regain/1/talking @50 · 20 holdCall · 22 T1 @52 · 23 H1 @48`,
      work: 'talking',
      ignored: ['late'],
    },
    'what is late against something in the moment of the command': {
      told: `${TALK} · 20 holdCall · 20 T1 @22 · 21 H1 @20`,
      work: 'talking',
      ignored: ['late'],
    },
    'what is late against something from before the command confirms it and changes the state': {
      told: `${TALK} · 20 T1 @50 · 30 holdCall · 31 H1 @31`,
      work: 'holding',
      ignored: [],
    },
    'what is late against something since confirms it and changes nothing': {
      told: `${TALK} · 20 holdCall · 22 T1 @22 · 23 H1 @20`,
      work: 'talking',
      ignored: ['late'],
    },
  });

  test.each([`${TALK} · 20 T1 @50 · 30 holdCall · 31 H1 @31`, `${TALK} · 20 holdCall · 22 T1 @22 · 23 H1 @20`])(
    '%s: the command is confirmed',
    (told) => {
      expect(after(told).settled).toEqual(['confirmed']);
    },
  );
});

describe('a leg only goes forward', () => {
  table({
    'the first established is never late': { told: '10 R1 @10 · 11 E1 @2', work: 'talking', ignored: [] },
    'the release of a live leg is never late': { told: `${TALK} · 20 H1 @20 · 21 X1 @3`, work: 'acw', ignored: [] },
    'an established of an established leg changes nothing': { told: `${TALK} · 20 H1 @20 · 30 E1 @30`, work: 'holding' },
    'a ringing of an answered call is ignored, and reported': { told: `${TALK} · 6 R1 @6`, work: 'talking', ignored: ['answered'] },
    'a ringing of an answered call by another of its legs, too': { told: `${TALK} · 6 R1b @6`, work: 'talking', ignored: ['answered'] },
    'of an answered call, an over leg that rings again, too': {
      told: '0 R1 @0 · 0 R1b @0 · 5 E1b @5 · 6 X1 @6 · 20 R1 @20',
      work: 'talking',
      ignored: ['answered'],
    },
    'but not one that is answered again': { told: '0 R1 @0 · 0 R1b @0 · 5 E1b @5 · 6 X1 @6 · 20 E1 @20', work: 'talking', ignored: [] },
    'a ringing of a call that waits and was answered, while the talk is a guess': {
      told: '10 regain/1 @10 · 11 R3 @11 · 12 E3 @12 · 13 R3 @13',
      ignored: ['answered'],
    },
    'a dialing of an answered call, too': { told: '0 Down @0 · 5 Eown @5 · 6 Down @6', work: 'talking', ignored: ['answered'] },
    'what is said of an over leg is ignored': {
      told: `${TALK} · 20 X1 @20 · 21 H1 @19 · 22 T1 @20.5 · 23 X1 @21`,
      work: 'acw',
      ignored: ['over', 'over', 'over'],
    },
    'a release that is told again ends nothing of the next call': {
      told: `${TALK} · 20 X1 @20 · 25 R3 @25 · 26 X1 @21`,
      work: 'ringing',
      ignored: ['over'],
    },
  });

  test('a further leg that is established does not reset the time of the answer', () => {
    const page = after('0 R1 @0 · 0.1 R1b @0.1 · 5 E1 @5 · 9 E1b @9');
    expect(page.context.roster.call?.establishedAt).toBe(START + 5000);
  });

  describe("an established after its leg's release", () => {
    table({
      'begins after-call work': { told: '0 R1 @0 · 9 X1 @9 · 9.4 E1 @8', work: 'acw' },
      "begins it once the call is over that another phone of the agent's still rings for": {
        told: '0 R1 @0 · 0.1 R1b @0.1 · 9 X1 @9 · 9.4 E1 @8 · 9.5 X1b @8',
        work: 'acw',
      },
      'begins it after a call that has been waiting since before the release': {
        told: '0 R1 @0 · 1 R3 @1 · 9 X1 @9 · 9.4 E1 @8 · 10 X3 @10',
        work: 'acw',
      },
      'not when another call has begun': { told: '0 R1 @0 · 9 X1 @9 · 9.2 R3 @9.2 · 9.4 E1 @8', work: 'ringing' },
      'not when another call has begun and ended': { told: '0 R1 @0 · 9 X1 @9 · 9.2 R3 @9.2 · 9.3 X3 @9.3 · 9.4 E1 @8', work: 'idle' },
      'not when a ready has come since the release': { told: '0 R1 @0 · 9 X1 @9 · 9.2 Ready @9.2 · 9.4 E1 @8', work: 'idle' },
      'not when a not-ready has come since the release': { told: '0 R1 @0 · 9 X1 @9 · 9.2 Break @9.2 · 9.4 E1 @8', work: 'idle' },
      'not when the leg was established before': { told: `${TALK} · 10 X1 @10 · 20 Ready @20 · 21 E1 @5.5`, work: 'idle' },
      'not when another call rings by then, and has ended since': {
        told: '0 R1 @0 · 9 X1 @9 · 9.2 R3 @9.2 · 9.4 E1 @8 · 9.5 X3 @9.5',
        work: 'idle',
      },
      'not when the agent has been signed out meanwhile': { told: '0 R1 @0 · 9 X1 @9 · 9.4 Logout @9.3 · 9.5 E1 @8', work: 'idle' },
      'and nothing else that is heard of then does': {
        told: '0 R1 @0 · 9 X1 @9 · 9.4 H1 @8 · 9.5 T1 @8.1 · 9.6 Changed1 @8.2',
        work: 'idle',
        ignored: ['over', 'over', 'over'],
      },
      'and only once': { told: '0 R1 @0 · 9 X1 @9 · 9.4 E1 @8 · 9.5 completeACW · 9.6 Ready · 9.7 E1 @8.1', work: 'idle' },
    });

    test('only once, though after-call work has ended by itself', () => {
      const page = after('0 R1 @0 · 9 X1 @9 · 9.4 E1 @8', Page.online({ acw: { seconds: 5 } })).due('acw');
      expect(page.state.work).toBe('idle');
      expect(page.play('20 E1 @8.1').state.work).toBe('idle');
    });

    test('not where there is no after-call work', () => {
      check({ told: '0 R1 @0 · 9 X1 @9 · 9.4 E1 @8', work: 'idle' }, Page.online({ acw: { enabled: false } }));
    });
  });
});

describe('a leg that is over, and begins', () => {
  table({
    'more than a second after its release is a new offer': { told: '0 R1 @0 · 10 X1 @10 · 12 R1 @11.1', work: 'ringing', ignored: [] },
    'a second after its release is late': { told: '0 R1 @0 · 10 X1 @10 · 12 R1 @11', work: 'idle', ignored: ['over'] },
    'before its release is late': { told: '0 R1 @0 · 10 X1 @10 · 12 R1 @9', work: 'idle', ignored: ['over'] },
    'established more than a second after it is offered anew, too': {
      told: '0 R1 @0 · 10 X1 @10 · 12 E1 @12',
      work: 'talking',
      ignored: [],
    },
    'dialing more than a second after it is offered anew, too': {
      told: '0 Down @0 · 10 Xown @10 · 12 Down @12',
      work: 'dialing',
      ignored: [],
    },
    'rings for the call again, where that rings by another leg': {
      told: '0 R1 @0 · 0 R1b @0 · 1 X1 @1 · 12 R1 @12 · 13 X1b @13',
      calls: '1 ringing',
      ignored: [],
    },
    'is the leg by which the agent talks in the call, where that rings by another': {
      told: '0 R1 @0 · 0 R1b @0 · 1 X1 @1 · 12 E1 @12',
      calls: '1 talking',
      ignored: [],
    },
    'without a stamp, by a ringing more than ten seconds after': { told: '0 R1 · 10 X1 · 20.1 R1', work: 'ringing', ignored: [] },
    'without a stamp, by a ringing more than ten seconds after its first release, though that was told again': {
      told: '0 R1 · 10 X1 · 15 X1 · 20.1 R1',
      work: 'ringing',
      ignored: ['over'],
    },
    'also where its answer was heard of after its release': {
      told: '0 R1 @0 · 9 X1 @9 · 9.4 E1 @8 · 30 Ready @30 · 31 R1 @31',
      work: 'ringing',
      ignored: ['over'],
    },
    'without a stamp, not within ten seconds': { told: '0 R1 · 10 X1 · 20 R1', work: 'idle', ignored: ['over'] },
    'without a stamp, not by an established': { told: `0 R1 · 10 X1 · 30 Ready · 40 E1`, work: 'idle', ignored: ['over'] },
    'where only the release has a stamp, by the time between': { told: '0 R1 @0 · 10 X1 @10 · 20.1 R1', work: 'ringing' },
    'where only the ringing has a stamp, by the time between': { told: '0 R1 @0 · 10 X1 · 15 R1 @15', work: 'idle', ignored: ['over'] },
    'where the clocks disagree, by the time between': { told: '0 R1 @100 · 10 X1 @110 · 21 R1 @21', work: 'ringing', ignored: [] },
    'where the clocks disagree, not within ten seconds': { told: '0 R1 @100 · 10 X1 @110 · 19 R1 @19', work: 'idle', ignored: ['over'] },
  });

  // As a customer who is offered again to the agent, with the same ids, after another has signed out and in.
  describe('where no release has told that it is over', () => {
    table({
      'a logout has, and it rings more than a second after that': {
        told: '0 R1 @0 · 10 Logout @10 · 11 Login @11 · 12 R1 @12',
        work: 'ringing',
        ignored: [],
      },
      'a logout has, and it rings within a second': {
        told: '0 R1 @0 · 10 Logout @10 · 10.5 Login @10.5 · 11 R1 @11',
        work: 'idle',
        ignored: ['over'],
      },
      'a logout has, without stamps, and it rings more than ten seconds after that': {
        told: '0 R1 · 10 Logout · 11 Login · 20.1 R1',
        work: 'ringing',
        ignored: [],
      },
      'a logout has, without stamps, and it rings within ten seconds': {
        told: '0 R1 · 10 Logout · 11 Login · 20 R1',
        work: 'idle',
        ignored: ['over'],
      },
      'a word of after-call work has, and it rings more than a second after that': {
        told: `${TALK} · 10 word @10 · 20 R1 @20`,
        work: 'ringing',
        ignored: [],
      },
      'a word of after-call work has, and a release more than a second later': {
        told: `${TALK} · 10 word @10 · 12 X1 @12 · 13 R1 @12.5`,
        work: 'acw',
        ignored: ['over', 'over'],
      },
    });

    test.each([
      ['rings more than ten seconds after that', '12 R1 @12', 'ringing'],
      ['rings within ten seconds', '11 R1 @11', 'idle'],
      ['rings more than a second after the release that was heard of since', '2 X1 @2 · 4 R1 @4', 'ringing'],
      ['rings within a second of that', '2 X1 @2 · 4 R1 @3', 'idle'],
      ['rings within ten seconds of that, without a stamp', '5 X1 · 14 R1', 'idle'],
      ['rings more than ten seconds after the first of its releases, without a stamp', '5 X1 · 10 X1 · 15.1 R1', 'ringing'],
      ['rings within ten seconds, of whatever else was heard since', '3 H1 @3 · 5 R1 @5', 'idle'],
      ['is answered, which is heard of afterwards', '3 H1 @3 · 4 E1 @0.5', 'acw'],
    ])('a refusal has, and it %s', (_, told, work) => {
      const page = after('0 R1 @0 · 1 rejectCall').no('rejectCall', { says: 'callIsOver' });
      expect(page.state.work).toBe('idle');
      expect(page.play(told).state.work).toBe(work);
    });

    test.each([
      [9.9, '12.1 R1 @11', 'ringing'],
      [10, '12 R1 @11', 'idle'],
    ])('an error has that is stamped %d, and it rings: %s', (stamp, told, work) => {
      const page = after('0 R1 @0 · 1 rejectCall').fact({ type: 'call.error', says: 'callIsOver' }, { at: 2, stamp });
      expect(page.play(told).state.work).toBe(work);
    });

    // The transfer's target has not answered: the customer comes back.
    test.each([
      ['more than ten seconds after that', '30.1 R1 @30.1', 'ringing', []],
      ['within ten seconds', '30 R1 @30', 'acw', ['over']],
      ['more than a second after the release that was heard of since', '21 X1 @21 · 23 R1 @22.1', 'ringing', ['over']],
    ])('a transfer has, and it rings %s', (_, told, work, ignored) => {
      const page = after(`${TALK} · 10 DC @10 · 12 EC @12 · 20 consultTransfer · 20 word @20`);
      expect(page.state.work).toBe('acw');
      expect(page.play(told).state.work).toBe(work);
      expect(page.ignored).toEqual(ignored);
    });

    test('nobody talks in it again once the agent has been signed out, though its answer is heard of', () => {
      expect(after('0 R1 @0 · 10 Logout · 11 Login · 12 E1 @9').state.work).toBe('idle');
    });
  });

  test('anything but a beginning of it is late however long after', () => {
    check({ told: '0 R1 @0 · 10 X1 @10 · 40 H1 @40', work: 'idle', ignored: ['over'] });
  });

  test('is told by the release of the leg, not of another of the same call', () => {
    check({ told: '0 R1 · 0 R1b · 1 X1b · 14 X1 · 20 R1', work: 'idle', ignored: ['over'] });
    check({ told: '0 R1 · 0 R1b · 1 X1 · 14 X1b · 20 R1', work: 'ringing', ignored: [] });
  });
});

describe('of an offer before, where the leg has begun twice', () => {
  const twice = '0 R1 @4.4 · 1 R1 @7';
  table({
    'a release stamped more than a second before the last beginning ends nothing': {
      told: `${twice} · 2 X1 @5.9`,
      work: 'ringing',
      ignored: ['offerBefore'],
    },
    'a release within a second of the last beginning ends it': { told: `${twice} · 2 X1 @6`, work: 'idle', ignored: [] },
    'an established stamped before it changes nothing, too': { told: `${twice} · 2 E1 @5.5`, work: 'ringing', ignored: ['offerBefore'] },
    'what is neither answer nor end counts all the same': { told: `${twice} · 2 Changed1 @5.5`, work: 'ringing', ignored: [] },
    'an established after it is the answer': { told: `${twice} · 2 E1 @8`, work: 'talking', ignored: [] },
    'but one whose beginnings are a second apart has begun once': { told: '0 R1 @4 · 1 R1 @5 · 2 X1 @3', work: 'idle', ignored: [] },
  });
});

describe('another leg of the call', () => {
  table({
    'that nobody has heard of, released, ends nothing': { told: `${TALK} · 10 X1b @10`, work: 'talking', ignored: ['otherLeg'] },
    'that nobody has heard of, and that rings, its release having come before, is over': {
      told: '0 R1 @0 · 1 X1b @1 · 2 R1b @0.5 · 3 X1 @3',
      work: 'idle',
      ignored: ['otherLeg', 'over'],
    },
    'the same within a second of its release': {
      told: '0 R1 @0 · 1 X1b @1 · 2 R1b @2 · 3 X1 @3',
      work: 'idle',
      ignored: ['otherLeg', 'over'],
    },
    'but not more than a second after it': { told: '0 R1 @0 · 1 X1b @1 · 2 R1b @2.1 · 3 X1 @3', work: 'ringing', ignored: ['otherLeg'] },
    'nor where it rings without a stamp': { told: '0 R1 @0 · 1 X1b @1 · 2 R1b · 3 X1 @3', work: 'ringing', ignored: ['otherLeg'] },
    'nor where its release had none': { told: '0 R1 @0 · 1 X1b · 2 R1b @2 · 3 X1 @3', work: 'ringing', ignored: ['otherLeg'] },
    'that is not the one established last, released, ends nothing': {
      told: '0 R1 @0 · 0 R1b @0 · 5 E1b @5 · 6 X1 @6',
      work: 'talking',
      ignored: [],
    },
  });
});

describe('a page whose agent is signed in elsewhere', () => {
  const displaced = '0 displaced @0';
  test.each(['R1', 'E1', 'H1', 'X1', 'Muted1', 'Formed1', 'Keys1', 'Ready', 'Break', 'Login', 'word', 'extended'])(
    'does not hear of the other end: %s',
    (word) => {
      check({ told: `${displaced} · 1 ${word} @1`, work: 'idle', login: 'offline', ignored: ['otherEnd'] });
    },
  );

  test.each(['Logout', 'displaced', 'regain', 'interrupted'])('hears %s', (word) => {
    expect(after(`${displaced} · 1 ${word} @1`).ignored).toEqual([]);
  });

  test('hears all again when its own login is pending', () => {
    const page = after(`${displaced} · 1 login · 2 Ready @2 · 3 R1 @3`);
    expect(page.ignored).toEqual([]);
    expect(page.yes('login').state).toMatchObject({ login: 'online', work: 'ringing' });
  });

  test('does not while it only connects again', () => {
    expect(after(`${displaced} · 1 initAgent · 3 R1 @3`).ignored).toEqual(['otherEnd']);
  });

  test('hears all again after a regain', () => {
    check({ told: `${displaced} · 1 initAgent · 2 regain @2 · 3 R1 @3`, work: 'ringing', ignored: [] });
  });
});

describe('a logout', () => {
  test('makes late what is stamped before it and said of the phone', () => {
    const page = after('10 Logout @10').fact({ type: 'device.lost' }, { at: 10.1, stamp: 9.9 });
    expect([page.state.device, page.ignored]).toEqual(['unknown', ['beforeLogout']]);
    expect(page.fact({ type: 'device.lost' }, { at: 10.2, stamp: 10.1 }).state.device).toBe('lost');
  });

  table({
    'is never late against a word of the login state': { told: '10 Break @50 · 12 Logout @12', login: 'offline', ignored: [] },
    'is late where it is stamped before the login that has signed this page in since': {
      told: '10 Login @10 · 11 Logout @9.9',
      login: 'online',
      ignored: ['late'],
    },
    'is late where it is stamped before a regain': { told: '10 regain @10 · 11 Logout @9.9', login: 'online', ignored: ['late'] },
    'is not where it is stamped at the same moment': { told: '10 Login @10 · 11 Logout @10', login: 'offline', ignored: [] },
    'makes late what is stamped before it, however near': {
      told: '10 Logout @10 · 10.1 R1 @9.99',
      work: 'idle',
      ignored: ['beforeLogout'],
    },
    'makes late a word of the login state, too': { told: '10 Logout @10 · 10.1 Ready @9.99', login: 'offline', ignored: ['beforeLogout'] },
    'and a regain, and a word of after-call work': {
      told: '10 Logout @10 · 10.1 regain/1/talking @9.99 · 10.2 word @9.98',
      work: 'idle',
      ignored: ['beforeLogout', 'beforeLogout'],
    },
    'makes nothing late that is stamped at the same moment': { told: '10 Logout @10 · 10.1 R1 @10', work: 'ringing', ignored: [] },
    'without a stamp makes nothing late': { told: '10 Logout · 10.1 R1 @9', work: 'ringing', ignored: [] },
  });
});

describe('a displacement', () => {
  table({
    'is late where it is stamped before the login that has signed this page in since': {
      told: '10 Login @10 · 11 displaced @9.9',
      login: 'online',
      ignored: ['late'],
    },
    'is not where it is stamped after': { told: '10 Login @10 · 11 displaced @10.1', login: 'offline', ignored: [] },
    'without a stamp is never': { told: '10 Login @10 · 11 displaced', login: 'offline', ignored: [] },
  });
});

describe('a regain', () => {
  table({
    'outranks what was stamped before it': { told: `${TALK} · 20 regain @20`, work: 'idle' },
    'does not end a call that was spoken of after its stamp': { told: `${TALK} · 20 regain @4.9`, work: 'talking' },
    'names no call that was released after its stamp': { told: `${TALK} · 20 X1 @20 · 20.1 regain/1 @19.9`, work: 'acw' },
    'brings back a call that was released before its stamp': { told: `${TALK} · 20 X1 @20 · 20.1 regain/1/talking @20.1`, work: 'talking' },
    'older than the last regain is late': { told: '10 regain @10 · 11 regain/1/talking @8.9', work: 'idle', ignored: ['late'] },
    'makes late what was stamped more than a second before it': { told: '10 regain @10 · 11 R1 @8.9', work: 'idle', ignored: ['late'] },
    'makes nothing late that was stamped within a second of it': { told: '10 regain @10 · 11 R1 @9', work: 'ringing', ignored: [] },
    'as of its stamp unless the clocks disagree': { told: '0 R1 @100 · 5 E1 @105 · 20 regain @20', work: 'idle' },
  });

  test.each([
    ['19.9', 'break'],
    ['20', 'online'],
    ['20.1', 'online'],
  ])('stamped %s says the login state unless a newer word does: %s', (stamp, login) => {
    const page = after('20 Break @20');
    page.fact(
      { type: 'connection.regained', leg: null, status: null, statusIsNews: false, reason: null },
      { at: 21, stamp: Number(stamp) },
    );
    expect(page.state.login).toBe(login);
  });

  /** A regain without a call, that says the login state with this reason; undefined: it says none. */
  const saying = (page: Page, at: number, stamp: number, reason?: 'general' | null) =>
    page.fact(
      { type: 'connection.regained', leg: null, status: null, statusIsNews: false, ...(reason === undefined ? {} : { reason }) },
      { at, stamp },
    );

  test('that says the login state makes late what was said of it more than a second before', () => {
    const page = saying(online(), 10, 10, null).play('10.5 Break @9.8 · 11 Ready @8.9');
    expect([page.state.login, page.ignored]).toEqual(['break', ['late']]);
  });

  test('that is older than a word of the login state is no word about it', () => {
    const page = saying(after('20 Break @20'), 21, 19.5, null);
    expect(page.state.login).toBe('break');
    expect(saying(page, 22, 19.8, null).state.login).toBe('break');
    expect(saying(page, 23, 20, null).state.login).toBe('online');
  });

  test('says no login state against a newer one that does, and does against one that says none', () => {
    expect(saying(saying(online(), 20, 20, null), 21, 19.5, 'general').state.login).toBe('online');
    expect(saying(saying(online(), 20, 20), 21, 19.5, 'general').state.login).toBe('break');
  });

  describe('that names a work status', () => {
    const regained = (status: string, since?: string) => `30 regain/1/${status} @30${since === undefined ? '' : ` since@${since}`}`;
    table({
      'is believed if its stamp is not older than all that was known': {
        told: `${TALK} · 20 H1 @20 · ${regained('talking', '20')}`,
        work: 'talking',
      },
      'is not if its stamp is older': { told: `${TALK} · 20 H1 @20 · ${regained('talking', '19.9')}`, work: 'holding' },
      'is not older than the end of another of the legs that rang: that says nothing of the call': {
        told: '0 R1 @0 · 0 R1b @0 · 21 X1b @21 · 30 regain/1/talking @30 since@20.9',
        work: 'talking',
      },
      'that is as it was is no news: what is known of the call is not of the regain alone': {
        told: `${TALK} · 20 H1 @20 · 29 regain/1/holding @29 since@25 · ${regained('talking', '19')}`,
        work: 'holding',
      },
      'is not without a stamp': { told: `${TALK} · 20 H1 @20 · ${regained('talking')}`, work: 'holding' },
      'is believed of a call that is not known': { told: regained('holding'), work: 'holding' },
      'is believed against what was learnt from a regain': {
        told: `10 regain/1/ringing @10 since@10 · 30 regain/1/talking @30 since@9`,
        work: 'talking',
      },
    });
  });
});

describe('too many calls', () => {
  test('beyond 32 that wait are reported and not kept', () => {
    const page = after('0 R1 @0');
    for (let number = 0; number < WAITING_KEPT + 2; number += 1) {
      page.fact({ type: 'call.ringing', leg: { callID: `w${number}`, partyID: `p${number}`, callType: 'Inbound' } }, { at: number + 1 });
    }
    expect(WAITING_KEPT).toBe(32);
    expect(page.context.roster.waiting).toHaveLength(32);
    expect(page.ignored).toEqual(['tooMany', 'tooMany']);
    page.fact({ type: 'call.released', leg: { callID: 'w33', partyID: 'p33', callType: 'Inbound' } });
    expect(page.ignored).toHaveLength(2);
    // The call itself, and a consult in it, are not among those that wait.
    page.play('60 H1').command('retrieveCall').play('61 T1').command('initiateConsult').play('62 DC');
    expect([page.state.work, page.ignored.length]).toEqual(['consulting', 2]);
    // Those that are kept are still told of.
    page.fact({ type: 'call.released', leg: { callID: 'w0', partyID: 'p0', callType: 'Inbound' } });
    expect(page.context.roster.waiting).toHaveLength(31);
  });
});

describe('the newest fact about a call', () => {
  test('is the newest stamp of its work status', () => {
    const page = after('0 R1 @0 · 5 E1 @5 · 6 Muted1 @6');
    expect(page.order.newestOf(page.context.roster.call!)).toBe(START + 5000);
  });

  test("is of the customer's call what is said of the third party's", () => {
    const page = after(`${TALK} · 10 DC @10 · 12 EC @12`);
    expect(page.order.newestOf(page.context.roster.call!)).toBe(START + 12_000);
  });

  test('is what was known before the page was loaded anew, until something is said', () => {
    const page = Page.online();
    page.order.restore('1', 7);
    page.play('1 regain/1/talking');
    expect(page.order.newestOf(page.context.roster.call!)).toBe(7);
    expect(page.order.newestOf({ ...page.context.roster.call!, number: 99, callID: '2' })).toBeNull();
    page.play('2 H1 @2');
    expect(page.order.newestOf(page.context.roster.call!)).toBe(START + 2000);
  });
});
