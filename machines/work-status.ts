/** The call work statuses, in the order of a call's life. */
export const WORK_STATUSES = ['idle', 'calling', 'dialing', 'ringing', 'talking', 'holding', 'consulting', 'conferencing', 'acw'] as const;

export type WorkStatus = (typeof WORK_STATUSES)[number];

/** Whether the consulted third party is being called or has answered; unknown: an outage may have hidden the answer. */
export type ConsultPhase = 'dialing' | 'talking' | 'unknown';
