import { BY_GUARD } from '../../../machines/index.js';
import { describeChart, withAll, type ChartNode, type CommandEdge, type Edge } from '../../../src/chart-map/describe.js';

const cell = (text: string) => text.replaceAll('|', '\\|');
const code = (text: string) => `\`${text}\``;
/** The anchor of a heading on the sites that show these pages. */
const anchor = (path: string) => path.toLowerCase().replaceAll('.', '');
const link = (path: string) => `[${path}](#${anchor(path)})`;

function because(guard: string): string {
  const words = (BY_GUARD as Readonly<Record<string, { readonly because: string } | undefined>>)[guard]?.because;
  return words === undefined ? code(guard) : `${words} (${code(guard)})`;
}

function commandLine({ command, refusedBy }: CommandEdge): string {
  return `- ${code(command)}${refusedBy.length === 0 ? '' : `, unless ${refusedBy.map(because).join('; ')}`}`;
}

function edgeRow({ event, guard, targets, actions }: Edge): string {
  const to = targets.length === 0 ? 'stays' : targets.map(link).join(', ');
  return `| ${code(event)} | ${guard === null ? '–' : code(cell(guard))} | ${to} | ${actions.map((action) => code(cell(action))).join(', ') || '–'} |`;
}

function kindOf({ type, isInitial, children }: ChartNode): string {
  const within = children.filter((child) => child.type !== 'history').map(({ path }) => link(path));
  const first = isInitial ? ' It is entered first.' : '';
  if (type === 'history') return 'Leads back to the state that it was in before.';
  if (type === 'parallel') return `In all of ${within.join(', ')} at once.${first}`;
  return within.length === 0 ? first.trim() : `In one of ${within.join(', ')}.${first}`;
}

function section(node: ChartNode): string {
  const { path, meta, commands, edges, entry } = node;
  const { agent, customer } = meta;
  const parts = [
    `${path.includes('.') ? '###' : '##'} ${path}`,
    path.includes('.') ? '' : `![The region ${path}](chart/${path}.svg)`,
    [agent && `Agent: ${agent}`, customer && `Customer: ${customer}`].filter(Boolean).join('  \n'),
    kindOf(node),
    entry.length === 0 ? '' : `On entry: ${entry.map(code).join(', ')}.`,
    commands.length === 0 ? '' : `Takes:\n\n${commands.map(commandLine).join('\n')}`,
    edges.length === 0 ? '' : `| event | if | leads to | does |\n| --- | --- | --- | --- |\n${edges.map(edgeRow).join('\n')}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** `docs/chart.md`: every state with all it says and does. */
export function referencePage(): string {
  const root = describeChart();
  const states = withAll(root).slice(1);
  const regions = root.children.map(({ path }) => link(path)).join(', ');
  return `# The statechart

Written by \`npm run docs:chart\` from the machine itself. ${states.length} states in ${root.children.length} regions: ${regions}.

![Map of the statechart](chart/map.svg)

An event goes to the innermost state that has a transition for it; of several transitions, the first whose condition
holds is taken. A transition that stays leaves no state. \`always\` needs no event.

## States and commands

![Which state takes which command](chart/commands.svg)

The whole chart takes \`on\` and \`off\` at any time, and \`memory.recalled\`.

${states.map(section).join('\n\n')}
`;
}
