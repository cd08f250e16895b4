import { membersOf, propertiesOf, type Declared } from './declared.js';

const OPTIONS = 'adapters/simulator/options';

interface Part {
  readonly title: string;
  readonly intro: string;
  readonly rows: () => readonly Declared[];
  /** The heading of the second column. */
  readonly type: string;
}

const PARTS: readonly Part[] = [
  {
    title: 'Options of a floor',
    intro: 'For `createCallCentre`, and in a floor file.',
    type: 'type',
    rows: () => membersOf(`${OPTIONS}/floor-options.ts`, 'FloorOptions'),
  },
  { title: 'An agent', intro: 'Each of `agents`.', type: 'type', rows: () => membersOf(`${OPTIONS}/agent-options.ts`, 'AgentOptions') },
  {
    title: 'A customer',
    intro: 'Each of `customers`.',
    type: 'type',
    rows: () => membersOf(`${OPTIONS}/floor-options.ts`, 'CustomerOptions'),
  },
  { title: 'A queue', intro: 'Each of `queues`.', type: 'type', rows: () => membersOf(`${OPTIONS}/floor-options.ts`, 'QueueOptions') },
  {
    title: 'Behaviour',
    intro: "What the vendor's documents leave open: `behaviour`. The first value is the default.",
    type: 'values',
    rows: () => propertiesOf(`${OPTIONS}/behaviour.ts`, 'BEHAVIOURS'),
  },
  {
    title: 'Faults',
    intro: 'At `centre.faults`, and of a remote floor.',
    type: 'parameters',
    rows: () => membersOf('adapters/simulator/network/faults.ts', 'Faults'),
  },
  {
    title: 'A fault as data',
    intro: 'Each of `faults`.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/network/fault-rule.ts', 'FaultRule'),
  },
  {
    title: 'The floor',
    intro: 'What can be done to a call centre, and seen of it.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/call-centre.ts', 'CallCentre'),
  },
  {
    title: 'A phone',
    intro: 'At `centre.customer(number)` and `centre.device(ext)`.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/exchange/customer.ts', 'Phone'),
  },
  {
    title: "A customer's phone",
    intro: 'At `centre.customer(number)`, besides.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/exchange/customer.ts', 'Customer'),
  },
  {
    title: "An agent's phone",
    intro: 'At `centre.device(ext)`, besides.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/exchange/customer.ts', 'Device'),
  },
  {
    title: 'The truth',
    intro: 'What `centre.truth(agentID)` tells.',
    type: 'type',
    rows: () => membersOf('adapters/simulator/desk/truth.ts', 'Truth'),
  },
];

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function tableOf({ title, intro, rows, type }: Part): string {
  const lines = rows().map(
    ({ name, type: of, meaning, field }) => `| \`${name}\` | ${of === '' ? '' : `\`${cell(of)}\``} | ${cell(meaning)} | ${cell(field)} |`,
  );
  return [`## ${title}`, '', intro, '', `| name | ${type} | meaning | from the field |`, '| --- | --- | --- | --- |', ...lines, ''].join(
    '\n',
  );
}

/** The rows without a doc comment, in the parts above. */
export function withoutMeaning(): readonly string[] {
  return PARTS.flatMap(({ title, rows }) => rows().flatMap(({ name, meaning }) => (meaning === '' ? [`${title}: ${name}`] : [])));
}

/** Everything that the simulated call centre can be asked for, as its declarations tell it. */
export function simulatorPage(): string {
  return [
    '# The simulated call centre, from A to Z',
    '',
    'Written by `UPDATE_DOCS=1 npm test -- test/docs` from the declarations in `adapters/simulator`. The last column says what',
    'happened on real phones that a line is there for. How to start a call centre stands in the README, how to reach one over',
    'a socket in `adapters/simulator/socket/README.md`.',
    '',
    ...PARTS.map(tableOf),
  ].join('\n');
}
