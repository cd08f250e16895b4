import { describe, expect, test } from '@jest/globals';
import { Page, START } from '../support/page.js';

/** Each is told in seconds: arrival, fact, stamp. Where no clock is named, the page's clock is right. */
const online = (acw: { seconds?: number } = {}) => Page.online({ acw });

const NOISE = '0 noise @0 · 1 noise @1 · 2 noise @2';

describe('sequences that broke rules of time', () => {
  test('1: a ready stamped a little before the release, and arriving after it, ends after-call work', () => {
    const page = online().play('0 R1 @0 · 5 E1 @5 · 60.05 X1 @60.0 · 60.35 Ready @59.7');
    expect(page.state.work).toBe('idle');
  });

  test('2: stamps an hour ahead do not make later ones late', () => {
    const page = online().play('1 noise @3601 · 2 noise @3602 · 10 R1 @3610 · 11 noise @11 · 12 noise @12 · 13 noise @13 · 14 E1 @14');
    expect(page.state.work).toBe('talking');
  });

  test('3: a crowd of late messages does not move the clock, and a ready overtaken by the release it followed begins no after-call work', () => {
    const noise = [1, 2, 3, 4, 5, 6, 7].map((second) => `${second} noise @${second}`);
    const crowd = Array.from({ length: 10 }, (_, index) => `400 noise @${20 + 5 * index}`);
    const page = online().play([...noise, ...crowd, '410 R1 @410', '415 E1 @415'].join(' · '));
    expect(Math.abs((page.context.roster.call?.establishedAt ?? 0) - (START + 415_000))).toBeLessThanOrEqual(1000);
    page.play('460.30 Ready @460.25 · 460.40 X1 @460.0');
    expect(page.state.work).toBe('idle');
  });

  test('4: a held that comes too late to change anything confirms its command all the same', () => {
    const page = online().play('0 R1 @0 · 5 E1 @5 · 20 holdCall · 22.1 T1 @22.0 · 22.4 H1 @20.1');
    expect(page.settled).toEqual(['confirmed']);
    expect(page.state.work).toBe('talking');
    expect(page.ignored).toEqual(['late']);
  });

  test('5: a regain without a call is as of its stamp: a call that began since outlasts it', () => {
    expect(online().play(`${NOISE} · 20.40 R1 @20.35 · 20.90 regain @19.90`).state.work).toBe('ringing');
  });

  test('6: a word of after-call work does not reopen what a ready has ended', () => {
    const page = online().play('0 R1 @0 · 5 E1 @5 · 20.05 X1 @20.0 · 20.25 Ready @20.2 · 20.40 word @20.01');
    expect(page.state.work).toBe('idle');
    expect(page.ignored).toEqual(['late']);
  });

  test('7: an established of a held call does not take it off hold', () => {
    expect(online().play('0 R1 @0 · 8.65 H1 @8.6 · 8.90 E1 @8.0').state.work).toBe('holding');
  });

  test('8: the first established of a leg is never late, though its server rounds to seconds', () => {
    expect(online().play(`${NOISE} · 10.20 R1 @11.05 · 10.95 E1 @10`).state.work).toBe('talking');
  });

  test('9: without stamps the order of arrival decides', () => {
    expect(online().play('0 R1 · 5 E1 · 10 H1 · 20 T1 · 30 H1').state.work).toBe('holding');
  });

  test("10: a time shown is the server's, on a computer whose clock is ten minutes ahead", () => {
    const page = new Page();
    page.ahead = 600;
    page.play('1 regain/1/talking @1 since@-119');
    const now = page.at(1);
    expect(now - page.context.workSince).toBe(120_000);
    expect(now - (page.context.roster.call?.establishedAt ?? 0)).toBe(120_000);
  });

  test("11: after-call work counts from the arrival of what began it, whatever the computer's clock did before", () => {
    const page = online({ seconds: 30 }).play(`${NOISE} · 3 R1 @3 · 5 E1 @5`);
    page.ahead = 40;
    page.play('60 X1 @60');
    expect(page.context.acw).toMatchObject({ deadline: page.at(90) });
    expect(page.context.acw?.since).toBeLessThanOrEqual(page.at(60));
  });

  test('12: a logout is never late', () => {
    expect(online().play(`${NOISE} · 10 NotReady @50 · 12 Logout @12`).state.login).toBe('offline');
  });

  test("13: an established that its leg's release has overtaken still begins after-call work", () => {
    const page = online().play('0 R1 @0 · 9.2 X1 @9.1');
    expect(page.state.work).toBe('idle');
    page.play('9.4 E1 @8.0');
    expect(page.state.work).toBe('acw');
    expect(page.ignored).toEqual(['over']);
  });

  test('14: without stamps, a ringing long after the release is a new offer', () => {
    expect(online().play('0 R1 · 10 X1 · 40 R1').state.work).toBe('ringing');
  });
});
