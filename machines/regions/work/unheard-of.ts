const begins = (target: '#talking' | '#holding' | '#conferencing') => ({
  guard: 'isFirstCall' as const,
  target,
  actions: ['beginCall' as const, 'reportDivergence' as const],
});

/** A call whose beginning was not heard of: the server is believed, and the chart goes to where it says. */
export const unheardOf = {
  'call.established': begins('#talking'),
  'call.held': begins('#holding'),
  'call.retrieved': begins('#talking'),
  'call.partyChanged': begins('#talking'),
  'conference.formed': begins('#conferencing'),
  'microphone.muted': begins('#talking'),
  'microphone.unmuted': begins('#talking'),
  'conference.partyDeleted': { guard: 'isNewCall' as const, actions: 'reportDivergence' as const },
  // Late news of a call that is over.
  'call.released': { guard: 'isNewCall' as const, actions: ['noteEnd' as const, 'reportDivergence' as const] },
} as const;
