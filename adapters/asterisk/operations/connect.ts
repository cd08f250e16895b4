import type { Conversation } from '../switch/conversations.js';
import type { Leg } from '../switch/leg.js';
import { asking, liveLeg, reached, wrongState, type Asking, type Control } from './operation.js';

/** Answers calls that have come in, and waits until those that we dialled can be moved. */
async function makeMovable({ state, ari }: Control, legs: readonly Leg[]): Promise<void> {
  for (const leg of legs) {
    if (leg.state === 'incoming') await ari.request('POST', `/channels/${leg.channel}/answer`);
    const ready = state.expectations.add({
      what: 'the call was taken',
      legs: [leg],
      met: () => leg.inApp && leg.state === 'up',
    });
    await reached(ready);
  }
}

async function makeBridge({ ari }: Control, conversation: Conversation): Promise<void> {
  if (conversation.made) return;
  await ari.request('POST', `/bridges/${conversation.bridge}`, { type: 'mixing' });
  conversation.made = true;
}

/** Expects the legs in the bridge, and tells it when all are there. */
function expectTalk({ state }: Control, conversation: Conversation, legs: readonly Leg[]) {
  const { conversations, expectations, emit } = state;
  return expectations.add({
    what: 'the legs are in the talk',
    legs,
    met: () => legs.every(({ bridge }) => bridge === conversation.bridge),
    report: () => {
      for (const leg of legs) conversations.join(conversation, leg);
      emit({ type: 'connected', conversation: conversation.id, legs: legs.map(({ id }) => id) });
    },
  });
}

export function connect(control: Control, id: string, ids: readonly string[]): Asking {
  const { state, ari, idOf } = control;
  return async () => {
    const legs = ids.map((leg) => liveLeg(state, leg));
    if (legs.some((leg) => leg.state === 'alerting' || leg.state === 'dialing')) wrongState();
    const conversation = state.conversations.getOrAdd(id, idOf(id));
    const touched = new Set([conversation, ...legs.flatMap((leg) => leg.conversation ?? [])]);
    conversation.joining += 1;
    for (const leg of legs) leg.moving = true;
    const end = (): void => {
      conversation.joining -= 1;
      for (const leg of legs) leg.moving = false;
      for (const each of touched) state.lookAfter(each);
    };
    try {
      await makeMovable(control, legs);
      await makeBridge(control, conversation);
      const elsewhere = legs.filter(({ bridge }) => bridge !== conversation.bridge);
      const expectation = await asking(expectTalk(control, conversation, legs), async () => {
        if (elsewhere.length === 0) return;
        const channel = elsewhere.map((leg) => leg.channel).join(',');
        await ari.request('POST', `/bridges/${conversation.bridge}/addChannel`, { channel });
      });
      void expectation.outcome.then(end);
      return expectation;
    } catch (error) {
      end();
      throw error;
    }
  };
}
