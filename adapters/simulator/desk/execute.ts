import type { SobotCommand } from '../network/commands.js';
import { failureOf, hasCallbacks } from '../network/failures.js';
import type { Agent } from './agent.js';
import type { Party } from './calls/call.js';
import { COMMANDS, type CommandEntry } from './commands.js';
import type { Desk } from './context.js';
import { errorText, type ErrorCode } from './errors.js';
import { identify, welcome } from './init.js';
import { commonFields, errorMessage, subjectOf } from './messages.js';
import { Params } from './params.js';
import type { DeskEnd, Request } from './request.js';

type Result = Readonly<Record<string, unknown>>;

/** Where the answer to a command goes: the callbacks of the page. */
export interface Answers {
  success(result: Result): void;
  error(result: Result): void;
}

/** Tells the page that a command was refused, in the form that this command has. */
export function refuse(
  desk: Desk,
  end: Pick<DeskEnd, 'agent' | 'send'>,
  command: SobotCommand,
  code: string,
  answers: Answers,
  subject: Party | null = end.agent === null ? null : subjectOf(end.agent, command),
): void {
  if (hasCallbacks(command)) answers.error(failureOf(command, code, errorText(code)));
  else {
    end.send(
      end.agent === null
        ? { messageID: 'EventError', ...commonFields(desk, 'EventError'), errorCode: code, errorMessage: errorText(code) }
        : errorMessage(desk, end.agent, subject, code),
    );
  }
}

function init(desk: Desk, end: DeskEnd, params: Params, answers: Answers): void {
  if (!identify(desk, end, params)) {
    refuse(desk, end, 'initAgent', '900002', answers);
    return;
  }
  answers.success({ status: 'success' });
  welcome(desk, end);
}

/** Why this page can ask for nothing now, or null. */
function obstacle(end: DeskEnd, agent: Agent | null, command: SobotCommand, entry: CommandEntry): ErrorCode | null {
  if (agent === null) return '330014';
  if (end.displaced && command !== 'login') return '330049';
  return entry.signedIn === true && agent.session === null ? '330005' : null;
}

/** A command has arrived from a page. */
export function execute(desk: Desk, end: DeskEnd, command: SobotCommand, values: unknown, answers: Answers): void {
  const reference = ++desk.references;
  desk.reference = reference;
  const params = new Params(values);
  if (command === 'initAgent') {
    init(desk, end, params, answers);
    return;
  }
  const entry = COMMANDS[command];
  const { agent } = end;
  const code = obstacle(end, agent, command, entry);
  if (agent === null || code !== null) {
    refuse(desk, end, command, code ?? '330014', answers);
    return;
  }
  const subject = subjectOf(agent, command);
  let answered = false;
  const once = (answer: () => void): void => {
    if (answered) return;
    answered = true;
    answer();
  };
  const request: Request = {
    command,
    params,
    end,
    agent,
    reference,
    succeed: (result) => {
      once(() => {
        if (hasCallbacks(command)) answers.success({ ...(entry.bareResult ? {} : { status: 'success' }), ...result });
      });
    },
    fail: (failure) => {
      once(() => {
        refuse(desk, end, command, failure, answers, subject);
      });
    },
  };
  entry.run(desk, request);
}
