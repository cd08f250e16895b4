import { asking, liveLeg, wrongState, type Asking, type Control } from './operation.js';
import { tuneMusic } from './music.js';

/** The leg is taken out of the bridge; those left there hear music. */
export function hold(control: Control, id: string, legID: string): Asking {
  const { state, ari } = control;
  return async () => {
    const leg = liveLeg(state, legID);
    const { conversation } = leg;
    if (conversation?.id !== id || conversation.holders.has(leg)) wrongState();
    leg.moving = true;
    const expectation = state.expectations.add({
      what: 'the leg has left the talk',
      legs: [leg],
      met: () => leg.bridge === null,
      report: () => {
        conversation.holders.add(leg);
        state.emit({ type: 'held', conversation: id, leg: legID });
      },
    });
    void expectation.outcome.then(() => {
      leg.moving = false;
    });
    return asking(expectation, async () => {
      if (leg.bridge !== null) {
        await ari.request('POST', `/bridges/${conversation.bridge}/removeChannel`, { channel: leg.channel });
      }
      // Without the report there is nobody on hold yet.
      if ((await expectation.outcome) === undefined) await tuneMusic(control, conversation);
    });
  };
}

/** The leg comes back into the bridge; a phone that holds by itself is asked to stop that. */
export function retrieve(control: Control, id: string, legID: string): Asking {
  const { state, ari, talk } = control;
  return async () => {
    const leg = liveLeg(state, legID);
    const conversation = state.conversations.get(id);
    if (conversation === undefined || !conversation.holders.has(leg)) wrongState();
    const former = leg.conversation;
    leg.moving = true;
    const expectation = state.expectations.add({
      what: 'the leg is back in the talk',
      legs: [leg],
      met: () => leg.bridge === conversation.bridge && !leg.phoneHolds,
      report: () => {
        conversation.holders.delete(leg);
        state.conversations.join(conversation, leg);
        state.emit({ type: 'retrieved', conversation: id, leg: legID });
      },
    });
    void expectation.outcome.then(() => {
      leg.moving = false;
      if (former !== null && former !== conversation) state.lookAfter(former);
    });
    return asking(expectation, async () => {
      if (leg.bridge !== conversation.bridge) {
        await ari.request('POST', `/bridges/${conversation.bridge}/addChannel`, { channel: leg.channel });
      }
      if (leg.phoneHolds) await talk(leg);
      if ((await expectation.outcome) === undefined) await tuneMusic(control, conversation);
    });
  };
}
