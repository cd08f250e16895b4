const waits = { guard: 'isWaiting' as const, actions: 'changeWaiting' as const };
const joins = { guard: 'isStrangers' as const, actions: 'joinWaiting' as const };

const instead = (target: '#talking' | '#conferencing') => ({
  guard: 'isTalkedOnInstead' as const,
  target,
  actions: ['joinWaiting' as const, 'swapCalls' as const],
});

/** Other calls than the one that the bar is about: they wait. */
export const otherCalls = {
  'call.dialing': [waits, joins],
  'call.ringing': [waits, joins],
  'call.established': [{ guard: 'isOwnAnswer' as const, target: '#talking', actions: 'answerWaiting' as const }, waits, joins],
  'call.held': [waits, joins],
  'call.retrieved': [waits, joins],
  'call.partyChanged': [waits, joins],
  'conference.formed': [waits, instead('#conferencing'), joins],
  'conference.partyDeleted': waits,
  // At once, so that the microphone is that of the call.
  'microphone.muted': [waits, instead('#talking'), joins],
  'microphone.unmuted': [waits, instead('#talking'), joins],
  'call.released': { guard: 'isWaiting' as const, actions: 'releaseWaiting' as const },
} as const;

/** The waiting call in which the agent talks is the one that the bar is about. */
export const giveWay = { guard: 'isTalkingElsewhere' as const, target: '#talking', actions: 'swapCalls' as const };
