// Two agents talk through the real switch, each with the phone in the page. Expectations: the issue about the desktop:
// "two tabs talk, hold has music, mute is silence; a test listens".
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { describeOnSwitch } from '../../asterisk/support/on-switch.js';
import { Visit, type DeskPage } from '../support/browser-desk.js';

/** The loudest sample that a page plays in a second and a half, between 0 and 1. */
function loudness({ page }: DeskPage): Promise<number> {
  return page.evaluate(async () => {
    const heard = document.querySelector('audio')?.srcObject;
    if (!(heard instanceof MediaStream)) return 0;
    const audio = new AudioContext();
    await audio.resume();
    const analyser = new AnalyserNode(audio, { smoothingTimeConstant: 0 });
    new MediaStreamAudioSourceNode(audio, { mediaStream: heard }).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let most = 0;
    for (let look = 0; look < 30; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) most = Math.max(most, Math.abs(sample));
    }
    await audio.close();
    return most;
  });
}

/** Resolves once what is heard is as it should be: sound takes its way. */
async function hears(desk: DeskPage, what: (loudness: number) => boolean): Promise<number> {
  let last = 0;
  for (let tries = 0; tries < 6; tries += 1) {
    last = await loudness(desk);
    if (what(last)) return last;
  }
  throw new Error(`a page hears ${last}`);
}

describeOnSwitch('with a voice', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.serves('asterisk');
  }, 240_000);
  afterAll(async () => {
    expect(await visit.closes()).toEqual([]);
    await visit.end();
  });

  /** Anna and Carla come, and Anna calls Carla, who answers. */
  const talk = async (context: BrowserContext): Promise<readonly [DeskPage, DeskPage]> => {
    const [anna, carla] = [await visit.open('1001', context), await visit.open('1003', context)];
    for (const desk of [anna, carla]) {
      await desk.page.locator('[data-microphone=ready]').waitFor();
      await desk.page.locator('[data-device=registered], [data-device=unknown]').waitFor();
      await desk.page.waitForTimeout(1_000);
      await desk.signsIn();
    }
    await anna.calls('1003');
    await carla.announces('Incoming call');
    await carla.gives('answer');
    await anna.announces('In a call');
    return [anna, carla];
  };

  /** Both go home, so that the next ones can come. */
  const leave = async (context: BrowserContext, ...desks: readonly DeskPage[]): Promise<void> => {
    for (const desk of desks) {
      await desk.wrapsUp();
      await desk.gives('logout');
      await desk.page.locator('[data-login=offline]').waitFor();
    }
    await context.close();
  };

  test('two tabs talk, hold has music, and mute is silence', async () => {
    const context = await visit.context();
    const [anna, carla] = await talk(context);
    const voices = [await hears(anna, (loud) => loud > 0.3), await hears(carla, (loud) => loud > 0.3)];
    await anna.gives('holdCall');
    await anna.announces('Call on hold');
    const music = await hears(carla, (loud) => loud > 0.01 && loud < Math.min(...voices) / 2);
    await anna.gives('retrieveCall');
    await anna.announces('In a call');
    await hears(carla, (loud) => loud > 0.3);
    await anna.gives('muteCall');
    await anna.announces('In a call, microphone off');
    await hears(carla, (loud) => loud < music / 10);
    await anna.gives('hangup');
    await carla.announces('After-call work');
    await hears(carla, (loud) => loud === 0);
    await leave(context, anna, carla);
  }, 90_000);

  test.each([
    ['none', 'NotFoundError', /This computer has none/],
    ['refused', 'NotAllowedError', /was told not to allow it/],
    ['taken', 'NotReadableError', /taken by another program/],
  ])(
    'a microphone that is %s is said to be so, and asked for again',
    async (state, name, words) => {
      const context = await visit.context();
      await context.addInitScript((errorName) => {
        const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        let asked = 0;
        navigator.mediaDevices.getUserMedia = (constraints) =>
          (asked += 1) === 1 ? Promise.reject(new DOMException('no', errorName)) : ask(constraints);
      }, name);
      const anna = await visit.open('1001', context);
      const notice = anna.page.locator(`[data-microphone=${state}][role=alert]`);
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(words);
      expect(await anna.notices()).toEqual([]);
      await notice.getByRole('button').click();
      await anna.page.locator('[data-microphone=ready]').waitFor();
      await context.close();
    },
    30_000,
  );

  test('a microphone that goes in the middle of a call is told, and the call goes on', async () => {
    const context = await visit.context();
    await context.addInitScript(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        const stream = await ask(constraints);
        Object.assign(window, { microphone: stream.getAudioTracks()[0] });
        return stream;
      };
    });
    const [anna, carla] = await talk(context);
    // As the browser tells that it was unplugged.
    await anna.page.evaluate(() => (window as unknown as { microphone: MediaStreamTrack }).microphone.dispatchEvent(new Event('ended')));
    await anna.page.locator('[data-microphone=taken][role=alert]').waitFor();
    expect([await anna.announcement.textContent(), await anna.notices()]).toEqual(['In a call', []]);
    await hears(anna, (loud) => loud > 0.3);
    await anna.gives('hangup');
    await leave(context, anna, carla);
  }, 60_000);

  test('an agent with a phone on the desk needs no microphone', async () => {
    const anna = await visit.open('1002');
    await anna.page.locator('[data-microphone=notNeeded]').waitFor();
  }, 30_000);
});
