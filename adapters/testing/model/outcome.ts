/**
 * What a person would say comes of a command: `done`, or `refused` by the service; `open`: somebody else decides,
 * and it may take long.
 */
export type Outcome = 'done' | 'refused' | 'open';
