import { describe, expect, test } from '@jest/globals';
import { Page } from './support/page.js';

const TALK = '0 R1 @0 · 5 E1 @5';

describe('a call that is there when the agent is signed out', () => {
  test.each([
    ['by somebody else', '6 Logout', 'signedOut'],
    ['by the agent', '6 resetLogout · 7 yes:resetLogout', 'hungUp'],
    ['by the agent, as the server says first', '6 resetLogout · 7 Logout', 'hungUp'],
    ['while the agent hangs it up', '6 hangup · 7 Logout', 'hungUp'],
  ])('has ended %s: %s', (_, words, reason) => {
    expect(Page.online().play(`${TALK} · ${words}`).ends).toEqual([`call 1 ${reason}`]);
  });
});

// By a yes that counts the page is connected anew, and a refusal from before states nothing.
test.each([
  ['counts, whatever the server has said of the agent since', 'Ready', 'connected'],
  ['does not count once a newer command has been decided', 'resetLogout · yes:resetLogout', 'displaced'],
])('the yes to initAgent %s', (_, meanwhile, connection) => {
  const page = Page.online().play(`queryStates · initAgent · ${meanwhile} · yes:initAgent`);
  expect(page.no('queryStates', { says: 'displaced' }).state.connection).toBe(connection);
});
