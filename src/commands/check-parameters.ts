import * as v from 'valibot';
import type { CommandDeclaration, ParameterSchema } from './declaration.js';

/** Checked parameters, or a sentence that says what is wrong and what is allowed. */
export type ParameterCheck<Output> =
  | { readonly ok: true; readonly parameters: Output }
  | { readonly ok: false; readonly problem: string };

/** Checks the parameters of a command; blank optional ones are left out. */
export function checkParameters<Schema extends ParameterSchema>(
  declaration: CommandDeclaration<CommandDeclaration['name'], Schema>,
  given: unknown,
): ParameterCheck<v.InferOutput<Schema>> {
  if (Array.isArray(given)) return { ok: false, problem: 'the parameters must be an object' };
  try {
    return check(declaration, given);
  } catch {
    return { ok: false, problem: 'the parameters cannot be read' };
  }
}

function check<Schema extends ParameterSchema>(
  declaration: CommandDeclaration<CommandDeclaration['name'], Schema>,
  given: unknown,
): ParameterCheck<v.InferOutput<Schema>> {
  const result = v.safeParse(declaration.parameters, given ?? {});
  if (result.success) {
    const entries = Object.entries(result.output).filter(([, value]) => value !== undefined);
    return { ok: true, parameters: Object.fromEntries(entries) };
  }
  const problems = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path} ${issue.message}`;
  });
  return { ok: false, problem: [...new Set(problems)].join('; ') };
}
