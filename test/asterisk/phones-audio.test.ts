// The audio that a phone sends and hears, packet by packet; no switch needed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asksForAnswer } from '../../demo/phones/call/auto-answer.js';
import { PACKET_SAMPLES, SAMPLE_RATE } from '../../demo/phones/media/format.js';
import { Hearing } from '../../demo/phones/media/hearing.js';
import { KeyQueue } from '../../demo/phones/media/key-queue.js';
import { decodeMuLaw, encodeMuLaw, SILENCE } from '../../demo/phones/media/mu-law.js';
import { readRtp, writeRtp } from '../../demo/phones/media/rtp-packet.js';
import { answerTo, readSdp, writeSdp } from '../../demo/phones/media/sdp.js';
import { keyPress, readTelephoneEvent, writeTelephoneEvent } from '../../demo/phones/media/telephone-event.js';
import { amplitudeAt, TONE_AMPLITUDE, tonePacket } from '../../demo/phones/media/tone.js';
import { createTonePlan } from '../../demo/phones/media/tone-plan.js';

describe('mu-law', () => {
  test('agrees with the table of G.711 at its corners', () => {
    expect([...decodeMuLaw(Uint8Array.of(0x00, 0x80, 0x90, 0x1e, 0x7f, 0xff))]).toEqual([-32124, 32124, 15996, -8828, 0, 0]);
    expect([0, 32767, -32768].map(encodeMuLaw)).toEqual([SILENCE, 0x80, 0x00]);
  });

  test('gives back what was said, within its steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32124, max: 32124 }), (sample) => {
        const [heard = NaN] = decodeMuLaw(Uint8Array.of(encodeMuLaw(sample)));
        expect(Math.abs(heard - sample)).toBeLessThanOrEqual(Math.max(4, Math.abs(sample) / 16));
      }),
    );
  });

  test('has a byte for every byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const again = [...decodeMuLaw(bytes)].map(encodeMuLaw);
    // There are two bytes for nothing, and one is enough.
    expect(again).toEqual([...bytes].map((byte) => (byte === 0x7f ? SILENCE : byte)));
  });
});

describe('a packet of RTP', () => {
  test('is read as it was written', () => {
    const packet = fc.record({
      payloadType: fc.integer({ min: 0, max: 127 }),
      marker: fc.boolean(),
      sequence: fc.integer({ min: 0, max: 65535 }),
      timestamp: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      source: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      payload: fc.uint8Array({ maxLength: 200 }),
    });
    fc.assert(
      fc.property(packet, (written) => {
        const read = readRtp(writeRtp(written))!;
        expect({ ...read, payload: [...read.payload] }).toEqual({ ...written, payload: [...written.payload] });
      }),
    );
  });

  test('that comes from anywhere is read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const read = readRtp(Buffer.from(bytes));
        if (read !== null) expect(read.payload.length).toBeLessThanOrEqual(bytes.length - 12);
      }),
      { numRuns: 1000 },
    );
    expect(readRtp(Buffer.from('OPTIONS sip:x SIP/2.0'))).toBeNull();
  });
});

describe('keys on the wire', () => {
  test('are read as they were written', () => {
    for (const key of '0123456789*#ABCD') {
      for (const event of keyPress(key)) expect(readTelephoneEvent(writeTelephoneEvent(event))).toEqual(event);
    }
    expect(readTelephoneEvent(Uint8Array.of(16, 0x8a, 0, 160))).toBeNull();
    expect(readTelephoneEvent(Uint8Array.of())).toBeNull();
  });

  test('last 100 ms, and end three times', () => {
    const packets = keyPress('5');
    expect(packets.map(({ duration }) => duration)).toEqual([160, 320, 480, 640, 800, 800, 800, 800]);
    expect(packets.map(({ end }) => end)).toEqual([false, false, false, false, false, true, true, true]);
  });

  test('wait for one another, and are told when the call is over', async () => {
    const queue = new KeyQueue();
    const [first, second] = [queue.push('12'), queue.push('3')];
    const taken = Array.from({ length: 17 }, () => queue.next()!);
    expect(taken.filter((packet) => packet.first).map(({ event }) => event.key)).toEqual(['1', '2', '3']);
    await first;
    queue.abandon();
    await expect(second).rejects.toMatchObject({ code: 'GONE' });
    await queue.push('');
    expect(queue.next()).toBeNull();
  });
});

describe('an ear', () => {
  /** A mix of tones, with as much noise on top, as packets of `ms`. */
  const listen = (
    tones: readonly number[],
    { ms = 200, noise = 0, lost }: { ms?: number; noise?: number; lost?: (index: number) => boolean } = {},
  ) => {
    const plan = createTonePlan();
    const names = tones.map((_, index) => `phone ${index}`);
    const own = names.map((name) => plan.claim(name));
    for (const other of ['x', 'y', 'z']) plan.claim(other);
    let now = 0;
    const hearing = new Hearing(plan, () => now);
    for (let packet = 0; packet < ms / 20; packet += 1) {
      now += 20;
      if (lost?.(packet) === true) continue;
      const voices = own.map((frequency) => decodeMuLaw(tonePacket(frequency)));
      const mixed = Int16Array.from({ length: PACKET_SAMPLES }, (_, index) => {
        const hiss = noise * 2 * (Math.random() - 0.5);
        return voices.reduce((sum, voice, one) => sum + tones[one]! * voice[index]!, hiss);
      });
      hearing.add(mixed, packet * PACKET_SAMPLES);
    }
    return { names, hearing };
  };

  test('tells whose tones are in a mix, also when they are softer or there is noise', () => {
    for (const gains of [[1], [1, 1], [1, 1, 1, 1, 1, 1, 1], [0.5, 1, 0.7]]) {
      const { names, hearing } = listen(gains, { noise: 800 });
      expect(hearing.tones(200)).toEqual(names);
    }
    expect(listen([], { noise: 8000 }).hearing.tones(200)).toEqual([]);
  });

  test('does without a packet that was lost, but does not hear what was there for a moment only', () => {
    expect(listen([1], { lost: (index) => index === 4 }).hearing.tones(200)).toEqual(['phone 0']);
    expect(listen([1], { lost: (index) => index > 2 }).hearing.tones(200)).toEqual([]);
    expect(listen([1], { lost: () => true }).hearing.loudness(200)).toBe(-Infinity);
  });

  test('knows how loud it was', () => {
    // A sine's power is half of its peak's.
    const expected = 20 * Math.log10(TONE_AMPLITUDE / 32768) - 3.01;
    expect(listen([1]).hearing.loudness(200)).toBeCloseTo(expected, 0);
  });

  test('tells neighbouring tones from each other', () => {
    const samples = Int16Array.from({ length: 320 }, (_, n) => 4000 * Math.sin((2 * Math.PI * 2000 * n) / SAMPLE_RATE));
    expect(amplitudeAt(2000, samples)).toBeCloseTo(4000, -2);
    expect(amplitudeAt(2050, samples)).toBeLessThan(10);
    expect(amplitudeAt(2050, new Int16Array(0))).toBe(0);
  });
});

describe('a tone plan', () => {
  test('gives each phone a tone of its own, and takes it back', () => {
    const plan = createTonePlan();
    const names = Array.from({ length: 28 }, (_, index) => `phone ${index}`);
    expect(new Set(names.map((name) => plan.claim(name))).size).toBe(28);
    expect(plan.claim('phone 3')).toBe(plan.claim('phone 3'));
    expect(() => plan.claim('one more')).toThrow(RangeError);
    plan.release('phone 3');
    plan.claim('one more');
    expect(plan.names()).toHaveLength(28);
  });
});

describe('a description of audio', () => {
  const own = { address: '127.0.0.1', port: 4000, direction: 'sendrecv', telephoneEvent: 101 } as const;

  test('is read as it was written', () => {
    for (const direction of ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const) {
      const description = { ...own, direction };
      expect(readSdp(writeSdp(description, { id: 1, version: 1 }))).toEqual(description);
    }
    const deaf = { ...own, telephoneEvent: null };
    expect(readSdp(writeSdp(deaf, { id: 1, version: 1 }))).toEqual(deaf);
  });

  test('may say for the session what holds for the audio, and offer more than that', () => {
    const sdp = [
      'v=0',
      'c=IN IP4 127.0.0.9',
      'a=sendonly',
      'm=audio 5004 RTP/AVP 8 0 96',
      'a=rtpmap:96 telephone-event/8000',
      'm=video 5006 RTP/AVP 97',
      'c=IN IP4 127.0.0.10',
      'a=inactive',
    ].join('\n');
    expect(readSdp(sdp)).toEqual({ address: '127.0.0.9', port: 5004, direction: 'sendonly', telephoneEvent: 96 });
  });

  test.each([
    ['no audio', 'v=0\r\nc=IN IP4 127.0.0.1\r\n'],
    ['audio that is encrypted', 'c=IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n'],
    ['no PCMU', 'c=IN IP4 127.0.0.1\r\nm=audio 9 RTP/AVP 8\r\n'],
    ['no address', 'm=audio 9 RTP/AVP 0\r\n'],
    ['nothing', ''],
  ])('with %s is refused', (_what, sdp) => {
    expect(() => readSdp(sdp)).toThrow(/The other end/);
  });

  test('is answered by what both ends want', () => {
    const answers = (holding: boolean) =>
      (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).map((offered) => answerTo(offered, holding));
    expect(answers(false)).toEqual(['sendrecv', 'recvonly', 'sendonly', 'inactive']);
    expect(answers(true)).toEqual(['sendonly', 'inactive', 'sendonly', 'inactive']);
  });
});

describe('an INVITE', () => {
  const asks = (name: string, value: string): boolean => asksForAnswer({ getHeaders: (wanted) => (wanted === name ? [value] : []) });

  test.each([
    ['Call-Info', '<sip:127.0.0.1>;answer-after=0'],
    ['Alert-Info', '<http://127.0.0.1>;info=alert-autoanswer'],
    ['Alert-Info', 'Auto Answer'],
    ['Alert-Info', 'Ring-Answer'],
    ['Answer-Mode', 'Auto;require'],
  ])('that says %s: %s asks to be answered', (name, value) => {
    expect(asks(name, value)).toBe(true);
  });

  test.each([
    ['Call-Info', '<sip:127.0.0.1>;answer-after=05'],
    ['Call-Info', '<sip:127.0.0.1>;purpose=icon'],
    ['Alert-Info', '<http://127.0.0.1/ring.wav>'],
    ['Answer-Mode', 'Manual'],
  ])('that says %s: %s does not', (name, value) => {
    expect(asks(name, value)).toBe(false);
  });
});
