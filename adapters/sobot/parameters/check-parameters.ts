import * as v from 'valibot';
import type { CommandName } from '../../../machines/index.js';
import type { ParameterCheck } from '../../../src/index.js';
import type { ParameterDeclaration } from './declaration.js';
import { PARAMETERS } from './index.js';

/** Checks the parameters of a command; blank optional ones are left out. */
export function checkParameters(command: CommandName, given: unknown): ParameterCheck {
  if (Array.isArray(given)) return { ok: false, problem: 'the parameters must be an object' };
  try {
    return check(PARAMETERS[command], given);
  } catch {
    return { ok: false, problem: 'the parameters cannot be read' };
  }
}

function check(declaration: ParameterDeclaration, given: unknown): ParameterCheck {
  const result = v.safeParse(declaration.schema, given ?? {});
  if (!result.success) return { ok: false, problem: problemOf(result.issues) };
  const entries = Object.entries(result.output).filter(([, value]) => value !== undefined);
  const parameters = Object.fromEntries(entries);
  return { ok: true, parameters, intent: declaration.intent?.(parameters), owner: declaration.owner?.(parameters) };
}

/** The faults, with the values that are allowed. */
function problemOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path} ${issue.message}`;
  });
  return [...new Set(problems)].join('; ');
}
