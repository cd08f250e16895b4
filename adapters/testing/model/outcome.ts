/**
 * The outcome that a person would predict for a command: `done`, or `refused` by the service; `open`: somebody else
 * decides, and it may take long.
 */
export type Outcome = 'done' | 'refused' | 'open';
