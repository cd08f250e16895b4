/**
 * Why a message was refused.
 *
 * - `badMessage` it is no JSON, has not the form of any message, or names that nothing may have
 * - `tooLarge` it is longer than allowed
 * - `tooFast` too many have come in too short a time
 * - `unknownCommand` there is no such command, or no such operation
 * - `outOfPlace` not at this time, or not on this kind of connection
 */
export const PROBLEM_CODES = ['badMessage', 'tooLarge', 'tooFast', 'unknownCommand', 'outOfPlace'] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The reason for refusing a message, without any of its values. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** The `id` of the message, if it had one. */
  readonly id?: number;
}
