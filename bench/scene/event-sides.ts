import { eachOf } from '../frame/each-of.js';
import { alternate, type Rounds } from '../frame/rounds.js';
import { RawActor } from './raw-actor.js';
import { record } from './recording.js';
import { openTalk } from './talk.js';

/** The same facts, as messages of the SDK to an agent and as events to the plain actor of its machine. */
export async function compareEvents(isHeard: boolean, ms: number): Promise<Rounds<'agent' | 'raw'>> {
  const { agent, sdk, messages } = await openTalk();
  const raw = new RawActor(await record());
  let heard = 0;
  let expected = 0;
  if (isHeard) {
    agent.subscribe(({ allowed, work }) => {
      if (allowed.includes(work === 'holding' ? 'retrieveCall' : 'holdCall')) heard += 1;
    });
  }
  const rounds = await alternate(
    {
      agent: eachOf(
        (times) => {
          if (isHeard) expected += times;
          return messages.holds(times);
        },
        (message) => sdk.emit(message),
      ),
      raw: eachOf(
        (times) => raw.facts(times),
        (fact) => raw.actor.send(fact),
      ),
    },
    ms,
  );
  if (heard !== expected) throw new Error(`Of ${expected} new states, the subscriber heard ${heard}.`);
  agent.dispose();
  return rounds;
}
