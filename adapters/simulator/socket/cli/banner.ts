import type { AgentOptions } from '../../options/agent-options.js';
import type { AnswerScript, FloorOptions } from '../../options/floor-options.js';
import type { Mask } from './masking.js';

const ANSWERS: Readonly<Record<Exclude<AnswerScript, number>, string>> = {
  manual: 'waits for its user',
  busy: 'is busy',
  noAnswer: 'does not answer',
  reject: 'rejects',
  unknown: 'does not exist',
};

function answerOf(answer: AnswerScript): string {
  return typeof answer === 'number' ? `answers after ${answer / 1000} s` : ANSWERS[answer];
}

/** Lines of columns, each as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((known, row) => row.map((cell, i) => Math.max(known[i] ?? 0, cell.length)), []);
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

function agentRow({ agentID, name, ext, queues = [], supervisor = false }: AgentOptions): string[] {
  const extension = ext === undefined ? 'no extension' : `ext ${ext}`;
  const queue = queues.length === 0 ? '' : `queue ${queues.join(', ')}`;
  return [agentID, name ?? `Agent ${agentID}`, extension, queue, supervisor ? 'supervisor' : ''];
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...table(rows)];
}

/** The agents, customers and queues of the floor, for a person to read. */
export function describeFloor(floor: FloorOptions, mask: Mask): string {
  const { agents, customers = [], queues = [], answers = 'manual' } = floor;
  const customerRows = customers.map(({ number, name = '', answer = answers }) => [mask(number), name, answerOf(answer)]);
  const queueRows = queues.map(({ name, number }) => [name, number === undefined ? '' : `dial ${number}`]);
  return [...section('Agents', agents.map(agentRow)), ...section('Customers', customerRows), ...section('Queues', queueRows)].join('\n');
}
