/** Why a fact changes nothing. */
export type FactRule =
  /** The same fact with the same stamp was told before. */
  | 'doubled'
  /** A newer word about the same thing has come before it. */
  | 'late'
  /** It was said before the logout that ended everything. */
  | 'beforeLogout'
  /** The leg that it is about is over. */
  | 'over'
  /** The leg is offered a second time, and the fact is of the offer before. */
  | 'offerBefore'
  /** It begins a call that has been answered. */
  | 'answered'
  /** It is about a leg of the call that this page has not heard of. */
  | 'otherLeg'
  /** It is about calls of the other end that the agent is signed in at. */
  | 'otherEnd'
  /** More calls wait than are kept. */
  | 'tooMany';
