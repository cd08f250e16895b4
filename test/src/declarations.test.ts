import { describe, expect, test } from '@jest/globals';
import { COMMANDS, DECLARATIONS, type CommandName } from '../../src/index.js';

/** The facts of the server's that say a command has taken effect; `@`: of which leg. */
const CONFIRMED_BY: Partial<Record<CommandName, string>> = {
  initAgent: 'connection.regained',
  login: 'agent.ready agent.notReady',
  logout: 'agent.loggedOut',
  resetLogout: 'agent.loggedOut',
  ready: 'agent.ready',
  notReady: 'agent.notReady',
  makeCall: 'call.dialing@call call.established@call call.ringing@call',
  answer: 'call.established@call',
  rejectCall: 'call.released@call',
  hangup: 'call.released@known',
  holdCall: 'call.held@call',
  retrieveCall: 'call.retrieved@known',
  muteCall: 'microphone.muted@either',
  unmute: 'microphone.unmuted@either',
  sendDtmf: 'dtmf.sent@either',
  singleTransfer: 'call.released@call',
  initiateConsult: 'call.dialing@consult call.established@consult',
  cancelConsult: 'call.released@consult call.retrieved@call',
  retrieveConsult: 'call.retrieved@call call.released@consult',
  consultTransfer: 'call.released@call',
  consultConference: 'conference.formed@either',
  delayACW: 'acw.extended',
  completeACW: 'agent.ready agent.notReady',
  completeACWToBusy: 'agent.notReady',
};

describe('what confirms a command', () => {
  test.each(Object.entries(CONFIRMED_BY))('%s: %s', (command, facts) => {
    const said = DECLARATIONS[command as CommandName].confirmedBy.map(({ fact, leg }: { fact: string; leg?: string }) =>
      leg === undefined ? fact : `${fact}@${leg}`,
    );
    expect(said.join(' ')).toBe(facts);
  });

  test("is nothing for what is no state of the agent's", () => {
    const queries = COMMANDS.filter((command) => DECLARATIONS[command].lane === 'query');
    expect(queries.flatMap((command) => DECLARATIONS[command].confirmedBy)).toEqual([]);
  });
});
