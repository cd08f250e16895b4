/**
 * The error codes this call centre answers with. Numbers and meanings are the vendor's, as far as
 * its mobile SDKs show them; where only the class of a number is known, the choice within the class
 * is ours. The words are ours, too.
 */
export const ERROR_TEXTS = {
  '330000': 'The service has failed.',
  '330002': 'The switch has not answered in time.',
  '330005': 'The agent is not signed in.',
  '330007': 'Another command is under way, or this one was repeated.',
  '330009': 'The request could not be sent.',
  '330012': 'The target agent is signed out.',
  '330013': 'The agent is in after-call work.',
  '330014': 'The agent is not known here: initialise first.',
  '330015': 'The agent is signed out.',
  '330033': 'The agent has this status already.',
  '330034': 'The agent is ready already.',
  '330035': 'The agent is on a call.',
  '330039': 'The agent is not in a talk that allows this.',
  '330042': 'The agent is locked by the system.',
  '330047': 'The extension or number is bound to another agent.',
  '330049': 'The agent has signed in on another end.',
  '330058': 'The call has been asked for already.',
  '330061': 'Keys can be sent in a talk only.',
  '330070': 'The agent to consult has no extension.',
  '330071': 'The type of the party to consult is unknown.',
  '330072': 'The party to consult is not found.',
  '330074': 'The agent to consult is not logged in.',
  '330075': 'The agent to consult is on a call.',
  '330077': 'The agent to consult is not ready.',
  '330079': 'The target agent is not found.',
  '330081': 'Calls out are allowed when ready or in DND only.',
  '330082': 'The number is on the blacklist.',
  '330083': 'No internal calls with a telephone.',
  '330086': 'An agent cannot call, consult or transfer to himself.',
  '330087': 'The colleague has no extension.',
  '330088': 'The extension is not found.',
  '330090': 'The colleague is not found.',
  '330091': 'The colleague is not logged in.',
  '330092': 'The colleague is on a call.',
  '330093': 'The colleague is locked by the system.',
  '330094': 'The colleague is in after-call work.',
  '330102': 'The agent is not in after-call work, or it is over.',
  '330103': 'The type of the party to transfer to is unknown.',
  '330104': 'The party to transfer to is not found.',
  '330105': 'The agent to transfer to has no extension.',
  '330107': 'The agent to transfer to is not logged in.',
  '330108': 'The party to transfer to is on a call.',
  '330109': 'The agent to transfer to is offline.',
  '330110': 'The agent to transfer to is not ready.',
  '330121': 'This phone cannot be answered from here.',
  '330122': 'There is no extension to sign in with.',
  '330124': 'The phone type is unknown.',
  '330125': 'A phone number is needed for this phone type.',
  '330126': 'The phone number is malformed: 3 to 16 digits.',
  '330127': 'The status to be in after the login is unknown.',
  '330128': 'The type of the party to transfer to is missing.',
  '330129': 'The party to transfer to is missing.',
  '330130': 'The keys are missing.',
  '330131': 'The keys are wrong: 1 to 24 of 0-9, * and #.',
  '330132': 'The number to call is missing.',
  '330133': 'The number to call is malformed: 3 to 16 digits.',
  '330134': 'The type of the party to consult is missing.',
  '330135': 'The party to consult is missing.',
  '330137': 'The extension of after-call work is wrong: 30 to 900 s.',
  '330138': 'The extension of after-call work is over the limit of 300 s.',
  '330139': 'The reason code is missing.',
  '330140': 'The reason code is unknown, or not allowed for this agent.',
  '330141': 'The number to consult is malformed: 3 to 16 digits.',
  '330142': 'The number to transfer to is malformed: 3 to 16 digits.',
  '330144': 'The agent has no permission for this.',
  '330146': 'The number to show is not one of the company.',
  '330147': 'The plan is not one of the company.',
  '330148': 'A number to show and a plan exclude each other.',
  '330195': 'The extension is not registered.',
  '330196': 'The extension of the target is not registered.',
  '330197': 'The phone has been lost: check it and sign in again.',
  '330217': 'The other party is on hold.',
  '330300': 'The party to transfer to does not answer.',
  '330303': 'The call has ended.',
  '391026': 'The call is on hold: retrieve it first.',
  '391038': 'The call is in a consult already.',
  '391039': 'The call is in a conference already.',
  '391043': 'An inbound call is there already.',
  '900002': 'The token is not valid.',
} as const;

/** A code that a command can be refused with. */
export type ErrorCode = keyof typeof ERROR_TEXTS;

/** Codes of commands that do not reach the desk, because a link within the service is down. */
const LINK_TEXTS: Readonly<Record<string, string>> = {
  '330026': 'The connection is not known.',
  '330051': 'The session of this page is not found: its connection is gone.',
  '330052': 'The connection of this page is not found.',
  '330096': 'The connection information of the agent is not found.',
};

/** The text for any code, one of ours or one that a test has made up. */
export function errorText(code: string): string {
  const texts: Readonly<Record<string, string>> = ERROR_TEXTS;
  return texts[code] ?? LINK_TEXTS[code] ?? 'The command was refused.';
}
