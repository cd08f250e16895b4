import * as v from 'valibot';
import type { Problem } from './problem.js';
import { readJson } from './read-json.js';

/** A message that has been checked, or what is wrong with it. */
export type Decoded<Message> =
  { readonly message: Message; readonly problem?: never } | { readonly message?: never; readonly problem: Problem };

/** The `id` of something that may be no message at all; problems are told with it. */
function idOf(value: unknown): { readonly id?: number } {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return {};
  const { id } = value as { readonly id: unknown };
  return Number.isSafeInteger(id) ? { id: id as number } : {};
}

/** `params.delayTime: expected number`; names of attributes only, values are nobody's business. */
export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  const expected = issue.kind === 'validation' ? issue.message : `expected ${issue.expected ?? 'nothing'}`;
  return path === '' ? expected : `${path}: ${expected}`;
}

/** Reads and checks one message. Never throws. */
export function decode<Message>(schema: v.GenericSchema<unknown, Message>, text: string): Decoded<Message> {
  const json = readJson(text);
  const refuse = (message: string): Decoded<Message> => ({
    problem: { code: 'badMessage', message, ...idOf(json.value) },
  });
  if ('wrong' in json) return refuse(json.wrong);
  const result = v.safeParse(schema, json.value, { abortEarly: true });
  if (!result.success) return refuse(result.issues.map(describeIssue).join('; '));
  return { message: result.output };
}
