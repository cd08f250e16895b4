import type { AgentState } from '../../src/agent/agent-state.js';
import type { Translate } from './texts.js';

/** The text that a screen reader should say when it changes. It holds no running time, which would be read out every second. */
export function announcementOf({ connection, work, onHold, muted }: AgentState, translate: Translate): string {
  return [
    ...(connection === 'connected' ? [] : [translate(`connection.${connection}`)]),
    translate(`work.${work}`),
    // The work status says it already.
    ...(onHold === null || work === 'holding' ? [] : [translate(`onHold.${onHold}`)]),
    ...(muted ? [translate('muted')] : []),
  ].join(translate('separator'));
}
