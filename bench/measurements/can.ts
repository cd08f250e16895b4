import { COMMANDS } from '../../machines/index.js';
import { timed } from '../frame/cpu-time.js';
import { atMost, type Measurement } from '../frame/measurement.js';
import { alternate, type Contestant } from '../frame/rounds.js';
import { RawActor } from '../scene/raw-actor.js';
import { record } from '../scene/recording.js';
import { openTalk, type Talk } from '../scene/talk.js';

const NAMES = [...COMMANDS, 'on', 'off'] as const;

/** So many are asked in one go, each once, so that what is timed is long enough for the clock. */
const CROWD = 32;

/**
 * Asks each of a crowd about a new state, because answers about an old one may be kept; `turn` says
 * how often it has changed before. The change does not count.
 */
function asking<T>(crowd: readonly T[], change: (one: T, turn: number) => void, ask: (one: T) => void): Contestant {
  const members = crowd.map((one) => ({ one, turn: 0 }));
  return (times) => {
    let took = 0;
    for (let left = times; left > 0; left -= CROWD) {
      const asked = members.slice(0, left);
      for (const member of asked) {
        change(member.one, member.turn);
        member.turn += 1;
      }
      took += timed(() => {
        for (const { one } of asked) ask(one);
      });
    }
    return took;
  };
}

function hold({ sdk, messages }: Talk, turn: number): void {
  sdk.emit(messages.next(turn % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall'));
}

const crowd = (): Promise<Talk[]> => Promise.all(Array.from({ length: CROWD }, () => openTalk()));

export const can: Measurement = {
  name: 'What is allowed',
  meaning:
    '`agent.can` of each of the 37 names, and `allowed` read at once with the state that it is part of, each after an event that has ' +
    "changed the state and does not count. Against XState's `snapshot.can` of the same 37.",
  isChecked: true,
  async measure(ms) {
    const recording = await record();
    const actors = Array.from({ length: CROWD }, () => new RawActor(recording));
    const asked = await crowd();
    const read = await crowd();
    const yes = { can: 0, allowed: 0, xstate: 0 };
    const rounds = await alternate(
      {
        can: asking(asked, hold, ({ agent }) => {
          for (const name of NAMES) if (agent.can(name)) yes.can += 1;
        }),
        allowed: asking(read, hold, ({ agent }) => {
          yes.allowed += agent.getSnapshot().allowed.length;
        }),
        xstate: asking(
          actors,
          (raw, turn) => {
            const [held, retrieved] = raw.facts(2);
            const fact = turn % 2 === 0 ? held : retrieved;
            if (fact !== undefined) raw.actor.send(fact);
          },
          ({ actor }) => {
            const snapshot = actor.getSnapshot();
            for (const type of NAMES) if (snapshot.can({ type })) yes.xstate += 1;
          },
        ),
      },
      ms,
    );
    if (Math.min(yes.can, yes.allowed, yes.xstate) === 0) throw new Error('Nothing was allowed.');
    for (const { agent } of [...asked, ...read]) agent.dispose();
    return [
      { what: '`can` of 37 names, against XState', value: rounds.ratio('can', 'xstate'), unit: '×', goal: atMost(0.2) },
      { what: 'the state with `allowed`, against XState', value: rounds.ratio('allowed', 'xstate'), unit: '×', goal: atMost(0.2) },
      { what: '`can` of 37 names', value: rounds.median('can'), unit: 'µs' },
      { what: 'the state with `allowed`', value: rounds.median('allowed'), unit: 'µs' },
      { what: "XState's `can` of 37 names", value: rounds.median('xstate'), unit: 'µs' },
    ];
  },
};
