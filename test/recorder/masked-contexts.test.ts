import { describe, expect, test } from '@jest/globals';
import { type AgentContext, Confidential } from '../../machines/index.js';
import { MaskedContexts } from '../../src/recorder/masked-context.js';
import { WORDS } from '../../adapters/sobot/words.js';
import { Mask } from '../../src/recorder/mask.js';
import { Pseudonyms } from '../../src/recorder/pseudonyms.js';
import { weigh } from '../../src/recorder/weight.js';
import { Page } from '../machines/support/page.js';

const NUMBER = '13800138000';
const TALK = '0 R1 @0 · 5 E1 @5';
const PARTS = ['roster', 'pending', 'side', 'transfer', 'remembered'] as const;

const details = (attributes: object) => new Confidential<Readonly<Record<string, unknown>>>({ ...attributes });
const copies = () => new MaskedContexts(new Mask(new Pseudonyms(), WORDS.recorded));

/** A page, and its contexts after each thing that is told. */
function contextsOf(told: readonly ((page: Page) => unknown)[]): readonly AgentContext[] {
  const page = Page.online();
  return [page.context, ...told.map((tell) => (tell(page), page.context))];
}

const plays = (words: string) => words.split(' · ').map((word) => (page: Page) => page.play(word));

const DAYS: Readonly<Record<string, readonly AgentContext[]>> = {
  'a talk with a consult and a transfer': contextsOf(
    plays(`${TALK} · 6 H1 @6 · 10 DC @10 · 12 EC @12 · 20 consultTransfer · 20.1 X1 @20.1 · 20.3 word @20.3`),
  ),
  'calls that wait': contextsOf(plays(`${TALK} · 6 R3 @6 · 7 R2 @7 · 8 E3 @8 · 9 H3 @9 · 10 X1 @10`)),
  'commands in all lanes': contextsOf(plays(`${TALK} · 6 holdCall · 7 muteCall · 8 queryAgents · 9 H1 @9 · 10 Muted1 @10`)),
  'what was remembered': contextsOf([
    (page) => page.send({ type: 'memory.recalled', at: 1, remembered: { call: null, acw: null } }),
    ...plays('1 Break @1 · 2 Ready @2 · 3 R1 @3'),
  ]),
};

describe.each(Object.entries(DAYS))('the copies of %s', (_, contexts) => {
  test('are shared where nothing has changed, and made anew where something has', () => {
    const masked = copies();
    let before: readonly [AgentContext, AgentContext] | null = null;
    for (const context of contexts) {
      const copy = masked.of(context);
      expect(masked.of(context)).toBe(copy);
      if (before !== null) {
        for (const part of PARTS) {
          const isSame = before[0][part] === context[part];
          if (context[part] !== null && (before[0][part] as unknown) !== null)
            expect([part, before[1][part] === copy[part]]).toEqual([part, isSame]);
        }
        for (const [lane, one] of Object.entries(context.pending) as [keyof AgentContext['pending'], unknown][]) {
          if (one !== null && before[0].pending[lane] === one) expect(copy.pending[lane]).toBe(before[1].pending[lane]);
        }
        if (context.roster.waiting.length === 0) expect(copy.roster.waiting).toBe(context.roster.waiting);
        const [was, is] = [callsOf(before[0]), callsOf(context)];
        is.forEach((call, index) => {
          const known = was.indexOf(call);
          if (known >= 0) expect(callsOf(copy)[index]).toBe(callsOf(before![1])[known]);
          const akin = was.find((one) => one.details === call.details);
          if (akin !== undefined) expect(callsOf(copy)[index]?.details).toBe(callsOf(before![1])[was.indexOf(akin)]?.details);
        });
      }
      before = [context, copy];
    }
  });

  test('say what the contexts do, but for what is confidential', () => {
    const masked = copies();
    for (const context of contexts) {
      const copy = masked.of(context);
      expect(JSON.parse(JSON.stringify(copy))).toEqual(
        JSON.parse(JSON.stringify({ ...context, decided: [] }, (name, value: unknown) => (name === 'details' ? {} : value))),
      );
    }
  });

  test('weigh something each, and nothing when they are asked for again', () => {
    const masked = copies();
    for (const context of contexts) {
      masked.of(context);
      expect(masked.takeBytes()).toBeGreaterThan(200);
      masked.of(context);
      expect(masked.takeBytes()).toBe(0);
    }
  });
});

function callsOf({ roster: { call, third, waiting }, transfer }: AgentContext) {
  return [call, third, ...waiting, transfer?.third ?? null].filter((one) => one !== null);
}

describe('what copies weigh', () => {
  const [idle, ringing, talking] = contextsOf(plays(TALK)) as readonly [AgentContext, AgentContext, AgentContext];
  const weightAfter = (first: AgentContext, second: AgentContext) => {
    const masked = copies();
    masked.of(first);
    masked.takeBytes();
    masked.of(second);
    return masked.takeBytes();
  };

  test('is what is new in them', () => {
    const same = weightAfter(idle, { ...idle });
    expect(weightAfter(idle, ringing)).toBeGreaterThan(same + JSON.stringify(ringing.roster.call).length);
    expect(weightAfter(ringing, talking)).toBeGreaterThan(same + JSON.stringify(talking.roster.call).length);
    expect(weightAfter(talking, { ...talking })).toBe(same);
  });

  test.each([
    ['presence', (context: AgentContext) => ({ ...context, presence: { ...context.presence } })],
    ['network', (context: AgentContext) => ({ ...context, network: { ping: 1, jitter: 2, loss: '0', quality: null } })],
    ['acw', (context: AgentContext) => ({ ...context, acw: { since: 1, deadline: 2 } })],
    ['lateRejections', (context: AgentContext) => ({ ...context, lateRejections: [{ command: 'holdCall', about: [1] }] as never })],
    [
      'over',
      (context: AgentContext) => ({
        ...context,
        roster: {
          ...context.roster,
          over: [{ callID: 'call-1', partyID: 'party-1', callType: 'Inbound', number: 1, wasEstablished: true }],
        },
      }),
    ],
    ['pending', (context: AgentContext) => ({ ...context, pending: { ...context.pending } })],
    ['transfer', (context: AgentContext) => ({ ...context, transfer: { isDone: true, third: ringing.roster.call } as never })],
    ['remembered', (context: AgentContext) => ({ ...context, remembered: { call: null, acw: null } })],
  ] as const)('counts %s', (_, change) => {
    expect(weightAfter(talking, change(talking))).toBeGreaterThan(weightAfter(talking, { ...talking }) + 30);
  });

  test('counts a leg that is over once, by its fields', () => {
    const leg = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', number: 1, wasEstablished: true } as const;
    const withRoster = (roster: object) => ({ ...talking, roster: { ...talking.roster, ...roster } }) as AgentContext;
    const ended = withRoster({ over: [leg] });
    expect(weightAfter(talking, ended) - weightAfter(talking, withRoster({}))).toBe(weigh([leg], 1) + weigh(leg));
    expect(weightAfter(ended, { ...ended, roster: { ...ended.roster } })).toBe(weightAfter(talking, withRoster({})));
  });

  test('grows with the attributes that are kept, and not with those that are not', () => {
    const withNote = (attributes: object) => ({
      ...talking,
      roster: { ...talking.roster, call: { ...talking.roster.call!, details: details(attributes) } },
    });
    const [less, more, secret] = [{ agentType: 'x' }, { agentType: 'x'.repeat(180) }, { agentType: 'x', token: 'x'.repeat(180) }].map(
      (one) => weightAfter(talking, withNote(one)),
    );
    expect(more! - less!).toBeGreaterThanOrEqual(179 * 2);
    expect(secret! - less!).toBeLessThan(179);
  });
});

describe('a third party', () => {
  const [, , talking, , , consulting] = contextsOf(plays(`${TALK} · 6 H1 @6 · 10 DC @10 · 12 EC @12`));
  const { call, third } = consulting!.roster;
  const transfer = { isDone: true, third } as never;

  test('keeps its copy when it is handed over, and when it comes back', () => {
    const masked = copies();
    const beside = masked.of(consulting!);
    const handed = masked.of({ ...consulting!, roster: { ...consulting!.roster, third: null }, transfer });
    expect(handed.transfer?.third).toBe(beside.roster.third);
    const back = masked.of({ ...consulting!, roster: { ...consulting!.roster }, transfer: null });
    expect(back.roster.third).toBe(beside.roster.third);
  });

  test('keeps its copy where the transfer is told anew', () => {
    const masked = copies();
    const first = masked.of({ ...talking!, transfer });
    const second = masked.of({ ...talking!, transfer: { ...(transfer as object) } as never });
    expect(second.transfer).not.toBe(first.transfer);
    expect(second.transfer?.third).toBe(first.transfer?.third);
  });

  test('is masked in what was remembered, and none where there was none', () => {
    const secret = { ...third!, details: details({ otherDN: NUMBER }) };
    const remembered = (of: object | null) => copies().of({ ...talking!, remembered: { call: of, acw: null } as never }).remembered!.call;
    expect(remembered({ call, third: secret })?.third?.details.reveal()).toEqual({ otherDN: expect.stringMatching(/^number-/) });
    expect(remembered({ call: { ...call!, details: secret.details }, third: null })).toMatchObject({ third: null });
    expect(JSON.stringify(remembered({ call: { ...call!, details: secret.details }, third: null })?.call.details.reveal())).not.toContain(
      NUMBER,
    );
    expect(remembered(null)).toBeNull();
  });
});

describe('attributes', () => {
  test('are masked whoever has made them confidential, and none where nobody has', () => {
    const masked = copies();
    expect(masked.details(details({ otherDN: NUMBER }))).toEqual({ otherDN: expect.stringMatching(/^number-/) });
    expect(masked.details({ reveal: () => ({ agentType: '1' }) })).toEqual({ agentType: '1' });
    for (const none of [null, undefined, {}, { reveal: 7 }, { reveal: () => null }, { reveal: () => 'text' }])
      expect(masked.details(none)).toEqual({});
  });

  test('of a command are masked in its copy, and a command without any keeps none', () => {
    const [, , , context] = contextsOf([...plays(TALK), (page) => page.command('sendDtmf')]) as [unknown, unknown, unknown, AgentContext];
    const pending = { ...context.side[0]!, details: details({ otherDN: NUMBER }) };
    const { side } = copies().of({ ...context, side: [pending] });
    expect(side[0]?.details?.reveal()).toEqual({ otherDN: expect.stringMatching(/^number-/) });
    expect(Object.keys(copies().of(context).side[0]!)).toEqual(Object.keys(context.side[0]!));
  });

  test('are let go of when they are to be forgotten', () => {
    const masked = copies();
    const [context] = contextsOf([]) as readonly [AgentContext];
    const copy = masked.of(context);
    masked.forget();
    expect(masked.of(context)).not.toBe(copy);
  });
});
