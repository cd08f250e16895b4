import type { Desk } from '../stage/desk.js';

/** Makes the page the agent's. */
export async function initialise(desk: Desk): Promise<void> {
  await desk.does('initAgent', { token: 'a secret', companyId: 'c', agent: desk.person.agentID });
}

/** Signs in, ready for calls. */
export async function signIn(desk: Desk): Promise<void> {
  const { phoneType, ext } = desk.person;
  await desk.does('login', { phoneType, bindExt: ext, agentState: '1' });
}
