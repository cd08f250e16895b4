import { describe, expect, test } from '@jest/globals';
import { OpenPromises } from '../../src/agent/open-promises.js';
import type { ServiceFailure } from '../../src/agent/call-control.js';
import { declarationOf } from '../../src/commands/index.js';
import type { CommandError, CommandName, ErrorState } from '../../src/index.js';
import type { Refusal } from '../../src/errors/refusal.js';

const STATE: ErrorState = { connection: 'connected', login: 'online', work: 'talking' };

/** Promises with a log of how they are settled. */
function logged() {
  const promises = new OpenPromises(() => STATE);
  const log: string[] = [];
  const errors: CommandError[] = [];
  const open = (id: number, command: CommandName, personal: readonly string[] = []) => {
    promises.open(id, {
      declaration: declarationOf(command),
      personal,
      resolve: (result) => log.push(`${command} resolved ${JSON.stringify(result)}`),
      reject: (error) => {
        errors.push(error);
        log.push(`${command} rejected ${error.code}`);
      },
    });
  };
  return { promises, log, errors, open };
}

const said = (text: string): { readonly failure: ServiceFailure } => ({ failure: { text, cause: null } });

describe('a pending command', () => {
  test('is settled once, with what settled it', () => {
    const { promises, log, open } = logged();
    open(1, 'holdCall');
    expect(promises.get(1)?.declaration.name).toBe('holdCall');
    promises.settle(1, 'confirmed', { result: 'held' });
    promises.settle(1, 'confirmed', { result: 'again' });
    promises.settle(2, 'confirmed', { result: 'never opened' });
    expect(promises.get(1)).toBeUndefined();
    expect(log).toEqual(['holdCall resolved "held"']);
  });

  test.each([
    ['rejected', 'REJECTED'],
    ['timedOut', 'TIMEOUT'],
    ['superseded', 'SUPERSEDED'],
    ['displaced', 'DISPLACED'],
  ] as const)('that is %s rejects with %s', (outcome, code) => {
    const { promises, errors, open } = logged();
    open(1, 'holdCall');
    promises.settle(1, outcome, {});
    expect(errors).toMatchObject([{ code, command: 'holdCall', state: STATE }]);
  });

  test('has what the service said only if that is why it is settled', () => {
    const { promises, errors, open } = logged();
    open(1, 'holdCall');
    open(2, 'retrieveCall');
    promises.settle(1, 'superseded', said('line is down'));
    promises.settle(2, 'rejected', said('line is down'));
    expect(errors[0]?.message).not.toContain('line is down');
    expect(errors[1]?.message).toContain('line is down');
  });

  test('resolves with the first message that may be its success, whatever settles it', () => {
    const { promises, log, open } = logged();
    open(1, 'consultTransfer');
    promises.noteProvisional(1, 'released');
    promises.noteProvisional(1, 'released again');
    promises.settle(1, 'confirmed', { result: 'after-call work' });
    promises.noteProvisional(1, 'late');
    open(1, 'holdCall');
    promises.settle(1, 'confirmed', { result: 'held' });
    expect(log).toEqual(['consultTransfer resolved "released"', 'holdCall resolved "held"']);
  });

  test('that the chart did not take after all is refused, or superseded where nothing refuses it', () => {
    const { promises, log, errors, open } = logged();
    open(1, 'holdCall');
    open(2, 'retrieveCall');
    const refusal: Refusal = {
      code: 'IN_FLIGHT',
      command: 'holdCall',
      state: STATE,
      reason: 'callPending',
      advice: 'Wait until the last command is done.',
      message: 'holdCall must wait.',
    };
    promises.refuse(1, refusal);
    promises.refuse(1, refusal);
    promises.refuse(2, null);
    promises.refuse(3, null);
    expect(log).toEqual(['holdCall rejected IN_FLIGHT', 'retrieveCall rejected SUPERSEDED']);
    expect(errors[0]?.message).toBe('holdCall must wait.');
  });

  test('is disposed of with all others, once', () => {
    const { promises, log, open } = logged();
    open(1, 'holdCall');
    open(2, 'queryAgents');
    promises.dispose();
    promises.dispose();
    expect(log).toEqual(['holdCall rejected DISPOSED', 'queryAgents rejected DISPOSED']);
  });
});

describe('the late answer to a command given up', () => {
  const givenUp = () => {
    const all = logged();
    all.open(1, 'login');
    all.promises.settle(1, 'timedOut', {});
    return all;
  };

  test('is worth believing, once', () => {
    const { promises } = givenUp();
    expect(promises.takeLate(1)).toBe(true);
    expect(promises.takeLate(1)).toBe(false);
  });

  test('is not when the command was settled otherwise', () => {
    const { promises, open } = logged();
    open(1, 'login');
    promises.settle(1, 'rejected', {});
    expect(promises.takeLate(1)).toBe(false);
  });

  test('is not when a newer command of its lane was sent, but is when one of another lane was', () => {
    const { promises, open } = givenUp();
    open(2, 'holdCall');
    open(3, 'queryAgents');
    expect(promises.takeLate(1)).toBe(true);
    const other = givenUp();
    other.open(2, 'logout');
    expect(other.promises.takeLate(1)).toBe(false);
  });

  test.each<readonly [CommandName, CommandName, boolean]>([
    ['login', 'resetLogout', false],
    ['resetLogout', 'login', false],
    ['login', 'hangup', true],
    ['holdCall', 'retrieveCall', false],
    ['hangup', 'login', true],
  ])('to %s, where %s was sent since: worth believing, %p', (given, since, isBelieved) => {
    const { promises, open } = logged();
    open(1, given);
    promises.settle(1, 'timedOut', {});
    open(2, since);
    expect(promises.takeLate(1)).toBe(isBelieved);
  });

  test('is not when the server has spoken of the agent since, nor after the end of all', () => {
    const { promises } = givenUp();
    promises.forgetLate();
    expect(promises.takeLate(1)).toBe(false);
    const other = givenUp();
    other.promises.dispose();
    expect(other.promises.takeLate(1)).toBe(false);
  });
});

describe("what commands have said that is nobody else's business", () => {
  const messageAfter = (before: readonly (readonly [CommandName, string])[], text: string): string => {
    const { promises, errors, open } = logged();
    before.forEach(([command, secret], index) => {
      open(index, command, [secret]);
    });
    open(1000, 'holdCall', ['secret-own']);
    promises.settle(1000, 'rejected', said(text));
    return errors[0]?.message ?? '';
  };

  test('is masked in what the service says: its own and that of earlier ones', () => {
    const message = messageAfter(
      [
        ['initAgent', 'secret-token'],
        ['makeCall', 'secret-number'],
      ],
      'no secret-token, secret-number, secret-own',
    );
    expect(message).toContain('the service says: no ***, ***, ***');
  });

  test('is that of the last 64 texts', () => {
    const many = Array.from({ length: 70 }, (_, index) => ['makeCall', `number-${100 + index}`] as const);
    const message = messageAfter(many, 'number-100, number-106, number-107, number-169');
    expect(message).toContain('the service says: number-100, number-106, ***, ***');
  });

  test('is nothing before the first command', () => {
    expect(messageAfter([], 'Stryker was here')).toContain('the service says: Stryker was here');
  });
});

test('a promise resolves with a copy of what has a then of its own', async () => {
  const { promises } = logged();
  const result = await new Promise<unknown>((resolve, reject) => {
    promises.open(1, { declaration: declarationOf('holdCall'), personal: [], resolve, reject });
    promises.settle(1, 'confirmed', { result: { a: 1, then: () => undefined } });
  });
  expect(result).toEqual({ a: 1 });
});
