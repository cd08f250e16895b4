import { liveLeg, wrongState, type Asking, type Control } from './operation.js';

/** ARI has no event for this: its answer is the report. */
export function setMuted({ state, ari }: Control, id: string, muted: boolean): Asking {
  return async () => {
    const leg = liveLeg(state, id);
    // `in`: the sound from the phone into the PBX.
    await ari.request(muted ? 'POST' : 'DELETE', `/channels/${leg.channel}/mute`, { direction: 'in' });
    if (!state.legs.has(leg)) return undefined;
    leg.muted = muted;
    state.emit({ type: muted ? 'muted' : 'unmuted', leg: id });
    return undefined;
  };
}

/** Every other phone in the bridge gets the keys; ARI's answer is the report. */
export function sendKeys({ state, ari }: Control, id: string, keys: string): Asking {
  return async () => {
    const leg = liveLeg(state, id);
    const { conversation } = leg;
    if (conversation === null) wrongState();
    const others = [...conversation.legs].filter((other) => other !== leg && other.bridge === conversation.bridge);
    await Promise.all(others.map(({ channel }) => ari.request('POST', `/channels/${channel}/dtmf`, { dtmf: keys })));
    state.emit({ type: 'keysSent', leg: id, keys });
    return undefined;
  };
}
