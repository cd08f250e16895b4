import { AriFailure, type AriClient } from '../ari/ari-client.js';
import type { AriEvent } from '../ari/ari-event.js';
import { AsteriskError } from '../asterisk-error.js';

/** A new connection as a Stasis application takes it from the former one, and with it all calls; so we ask first. */
const QUESTION = 'switchhook-is-anybody-there';

/** How long the process that has the application may take to say so, in ms. */
const PATIENCE = 300;
const STEP = 20;

function variableOf(app: string): string {
  return `SWITCHHOOK_${app.replace(/\W/g, '_')}`;
}

export function appTaken(app: string): AsteriskError {
  const advice = 'Only one process can have it: end the other one, or give each its own name (and Stasis() in the dial plan).';
  return new AsteriskError('appTaken', `Another process is connected as the Stasis application ${app}. ${advice}`);
}

/** Answers the question whether this application is taken. Rejects never. */
export async function answerClaim(ari: AriClient, app: string, event: AriEvent): Promise<void> {
  if (event.type !== 'ChannelUserevent' || event.eventname !== QUESTION) return;
  const { nonce } = event.userevent;
  if (typeof nonce !== 'string') return;
  await ari.request('POST', '/asterisk/variable', { variable: variableOf(app), value: nonce }).catch(() => undefined);
}

async function isAnswered(ari: AriClient, app: string, nonce: string): Promise<boolean> {
  const answer = await ari.request('GET', '/asterisk/variable', { variable: variableOf(app) }).catch(() => null);
  return (Object(answer) as { value?: unknown }).value === nonce;
}

/** @throws AsteriskError `appTaken` if another process of ours is connected as this application */
export async function claimApp(ari: AriClient, app: string): Promise<void> {
  const nonce = crypto.randomUUID();
  try {
    await ari.request('POST', `/events/user/${QUESTION}`, { application: app }, { variables: { nonce } });
  } catch (error) {
    // The PBX does not know the application: nobody has it.
    if (error instanceof AriFailure && error.status === 404) return;
    throw error;
  }
  // The PBX may only remember it, from a process that ended abruptly.
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    if (await isAnswered(ari, app, nonce)) throw appTaken(app);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}
