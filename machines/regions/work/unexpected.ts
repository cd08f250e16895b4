/**
 * What the server says where it was not expected: the server is believed and
 * the chart goes to the state that the fact announces. A fact about a leg that
 * is over comes late and changes nothing; one that a state has expected never
 * gets here.
 */
export const unexpected = {
  'call.dialing': [
    {
      guard: 'startsConsult',
      target: '#consulting.dialing',
      actions: ['beginConsult', 'reportDivergence'],
    },
    { guard: 'isNewCall', target: '#dialing', actions: ['beginCall', 'reportDivergence'] },
    { guard: 'isCall', actions: 'updateCall' },
    { guard: 'isConsult', actions: 'updateConsult' },
  ],
  'call.ringing': [
    { guard: 'isNewCall', target: '#ringing', actions: ['beginCall', 'reportDivergence'] },
    { guard: 'isCall', actions: 'updateCall' },
    { guard: 'isConsult', actions: 'updateConsult' },
  ],
  'call.established': [
    {
      guard: 'startsConsult',
      target: '#consulting.talking',
      actions: ['beginConsult', 'establishConsult', 'reportDivergence'],
    },
    {
      guard: 'isNewCall',
      target: '#talking',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    { guard: 'isCall', actions: 'updateCall' },
    { guard: 'isConsult', actions: 'updateConsult' },
  ],
  'call.held': [
    {
      guard: 'isNewCall',
      target: '#holding.held',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    {
      guard: 'isCall',
      target: '#holding.held',
      actions: ['updateCall', 'establishCall', 'endConsult', 'reportDivergence'],
    },
  ],
  'call.retrieved': [
    {
      guard: 'isNewCall',
      target: '#talking',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    {
      guard: 'isCall',
      target: '#talking',
      actions: ['updateCall', 'establishCall', 'endConsult', 'reportDivergence'],
    },
  ],
  // What is still to come of a call that is over comes late.
  'call.released': [
    { guard: 'isNewCall', actions: ['noteEnd', 'reportDivergence'] },
    // Of a third party who was never reached: that its leg was begun may be told afterwards.
    { guard: 'startsConsult', actions: 'noteEnd' },
  ],
  'call.partyChanged': [
    {
      guard: 'isNewCall',
      target: '#talking',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    { guard: 'isCall', actions: 'updateCall' },
  ],
  // A refusal may cross what it says: the customer hangs up, and "not in a talk" comes after the release.
  'call.error': [{ guard: 'saysWhatIsSo' }, { guard: 'isErrorUnasked', actions: 'reportDivergence' }],
  'conference.formed': [
    {
      guard: 'isNewTalk',
      target: '#conferencing',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    {
      guard: 'isCall',
      target: '#conferencing',
      actions: ['updateCall', 'establishCall', 'endConsult', 'reportDivergence'],
    },
    {
      guard: 'isThisTalk',
      target: '#conferencing',
      actions: ['establishCall', 'endConsult', 'reportDivergence'],
    },
  ],
  'conference.partyDeleted': [
    { guard: 'isNewTalk', actions: 'reportDivergence' },
    { guard: 'isThisTalk', actions: 'reportDivergence' },
  ],
  'microphone.muted': [
    {
      guard: 'isNewTalk',
      target: '#talking',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    {
      guard: 'isThisTalk',
      target: '#talking',
      actions: ['updateCall', 'establishCall', 'reportDivergence'],
    },
  ],
  'microphone.unmuted': [
    {
      guard: 'isNewTalk',
      target: '#talking',
      actions: ['beginCall', 'establishCall', 'reportDivergence'],
    },
    {
      guard: 'isThisTalk',
      target: '#talking',
      actions: ['updateCall', 'establishCall', 'reportDivergence'],
    },
  ],
  'acw.extended': { actions: 'reportDivergence' },
  'acw.started': { target: '#acw', actions: ['endCall', 'reportDivergence'] },
} as const;
