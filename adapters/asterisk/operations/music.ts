import { AriFailure } from '../ari/ari-client.js';
import { isEmpty, needsMusic, type Conversation } from '../switch/conversations.js';
import type { Control } from './operation.js';

/** Asks for something that may be so already, or may have ended meanwhile. */
async function whereStillNeeded(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof AriFailure) || (error.status !== 404 && error.status !== 409)) throw error;
  }
}

/** Lets those who wait in a conversation hear music, and nobody else. */
export async function tuneMusic({ ari }: Control, conversation: Conversation): Promise<void> {
  const music = conversation.made && needsMusic(conversation);
  if (music === conversation.music) return;
  conversation.music = music;
  await whereStillNeeded(ari.request(music ? 'POST' : 'DELETE', `/bridges/${conversation.bridge}/moh`));
}

/** After somebody has left: stops music for which there is no reason any more, and forgets what is empty. */
export async function lookAfter(control: Control, conversation: Conversation): Promise<void> {
  const { ari, state } = control;
  if (!isEmpty(conversation)) {
    await tuneMusic(control, conversation);
    return;
  }
  state.conversations.forget(conversation);
  if (conversation.made) await whereStillNeeded(ari.request('DELETE', `/bridges/${conversation.bridge}`));
}
