import { agentMachine, COMMANDS, type CommandName } from '../../../machines/index.js';
import type { Chart, ChartState } from '../../../machines/engine/chart.js';
import { compileGuard } from '../../../machines/engine/guards.js';
import { withAll, type ChartNode } from '../../../src/chart-map/describe.js';
import { text } from '../../../src/chart-map/map-shapes.js';
import { shape, type Shape } from '../../../src/chart-map/shape.js';
import { picture } from './picture.js';
import { shortName } from './region-layout.js';

/** Whether a state takes a command, stands against it wherever else the agent is, or has nothing to do with it. */
type Say = 'takes' | 'against' | 'nothing';

export interface Column {
  readonly state: ChartNode;
  readonly region: string;
  readonly says: Readonly<Record<CommandName, Say>>;
}

const chart = agentMachine as unknown as Chart;
const stateAt = (path: string) => path.split('.').reduce((state, key) => state.states[key] as ChartState, chart.root);

/** The state and those above it. */
function lineOf(state: ChartState): readonly ChartState[] {
  return state.parent === undefined ? [state] : [state, ...lineOf(state.parent)];
}

/** The regions whose states a guard asks for; null: it asks for something else as well. */
function regionsAskedBy(guard: unknown): ReadonlySet<string> | null {
  const { check, guards, stateValue } = (typeof guard === 'string' ? chart.implementations.guards[guard] : guard) as {
    readonly check?: unknown;
    readonly guards?: readonly unknown[];
    readonly stateValue?: string;
  };
  if (check === undefined) return null;
  if (stateValue !== undefined) return new Set([(chart.getStateNodeById(stateValue) as ChartState).path[0] ?? '']);
  const parts = (guards ?? []).map(regionsAskedBy);
  return parts.includes(null) ? null : new Set(parts.flatMap((part) => [...(part ?? [])]));
}

function isAgainst(guard: string, state: ChartState): boolean {
  const regions = regionsAskedBy(guard);
  if (regions?.size !== 1 || !regions.has(state.path[0] ?? '')) return false;
  return compileGuard(chart, guard, guard)(lineOf(state), { context: {}, event: {} });
}

/** The guards by which a state, or the innermost one above it, refuses a command that it knows; null: none of them knows it. */
function refusalsOf(command: CommandName, byPath: ReadonlyMap<string, ChartNode>, state: ChartState): readonly string[] | null {
  for (const { path } of lineOf(state)) {
    const known = byPath.get(path.join('.'))?.commands.find((one) => one.command === command);
    if (known !== undefined) return known.refusedBy;
  }
  return null;
}

/** The states that say something of a command, each with what it says of all. */
export function columnsOf(root: ChartNode): readonly Column[] {
  const all = withAll(root);
  const byPath = new Map(all.map((node) => [node.path, node]));
  const anywhere = new Map(
    COMMANDS.map((command) => [
      command,
      all.flatMap(({ commands }) => commands.filter((one) => one.command === command).flatMap(({ refusedBy }) => refusedBy)),
    ]),
  );
  const sayOf = (command: CommandName, state: ChartState): Say => {
    const own = refusalsOf(command, byPath, state);
    if ((own ?? anywhere.get(command) ?? []).some((guard) => isAgainst(guard, state))) return 'against';
    return own === null ? 'nothing' : 'takes';
  };
  return all
    .filter(({ children, type, path }) => children.length === 0 && type !== 'history' && path.includes('.'))
    .map((state) => ({
      state,
      region: state.path.split('.')[0] ?? '',
      says: Object.fromEntries(COMMANDS.map((command) => [command, sayOf(command, stateAt(state.path))])) as Column['says'],
    }))
    .filter(({ says }) => Object.values(says).some((say) => say !== 'nothing'));
}

const LEFT = 190;
const TOP = 132;
const CELL = { width: 20, height: 19 };
const REGION_GAP = 16;

function sign(say: Say, x: number, y: number): readonly Shape[] {
  if (say === 'takes') return [shape('circle', { class: 'known', cx: x, cy: y, r: 4.5 })];
  if (say === 'against') return [shape('path', { class: 'against', d: `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7` })];
  return [];
}

/** A table: a row for each command, a column for each state. */
export function commandPicture(root: ChartNode): string {
  const columns = columnsOf(root);
  let x = LEFT;
  let last = '';
  const placed = columns.map((column) => {
    x += column.region === last ? CELL.width : CELL.width + (last === '' ? 0 : REGION_GAP);
    last = column.region;
    return { ...column, x };
  });
  const width = x + 70;
  const height = TOP + COMMANDS.length * CELL.height + 48;
  const right = x + 14;
  const heads = placed.flatMap(({ state, region, x: at }, index) => [
    shape(
      'g',
      { transform: `translate(${at + 4} ${TOP - 8}) rotate(-55)` },
      text(shortName(state.path), 0, 0, 11.5, { class: 'small event' }),
    ),
    ...(placed[index - 1]?.region === region ? [] : [text(region, at - 8, 22, 12, { class: 'title' }, true)]),
  ]);
  const rows = COMMANDS.flatMap((command, index) => {
    const y = TOP + index * CELL.height + CELL.height / 2;
    return [
      shape('path', { class: 'line', d: `M12 ${y + CELL.height / 2}H${right}` }),
      text(command, 14, y + 4, 11.5, { class: 'small event' }),
      ...placed.flatMap(({ says, x: at }) => sign(says[command], at, y)),
    ];
  });
  const foot = height - 18;
  const legend = [
    ...sign('takes', 20, foot - 4),
    text('the state takes the command, unless a guard refuses it', 32, foot, 11.5, { class: 'small meaning' }),
    ...sign('against', 372, foot - 4),
    text('the state stands against the command, whatever the other regions say', 384, foot, 11.5, { class: 'small meaning' }),
  ];
  return picture(width, height, 'Table of the states and the commands that each takes or stands against', [...heads, ...rows, ...legend]);
}
