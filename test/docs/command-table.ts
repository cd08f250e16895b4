import { agentMachine, BY_GUARD, COMMANDS, type CommandName } from '../../machines/index.js';
import { DECLARATIONS, type CommandDeclaration } from '../../src/index.js';

type Node = (typeof agentMachine)['root'];

interface Place {
  readonly state: string;
  readonly refusedBy: readonly string[];
}

const GROUPS = /\b(settled|loggedIn)\.(?=\w)|\b(live|established)\.(?=\w)/g;

function placesOf(node: Node, command: CommandName): readonly Place[] {
  const config = (node.config.on ?? {}) as Record<string, unknown>;
  const own = Object.hasOwn(config, command) ? [config[command]].flat() : [];
  const below = Object.values(node.states).flatMap((child) => placesOf(child, command));
  if (own.length === 0) return below;
  const refusedBy = (own as { guard?: string; actions?: unknown }[])
    .filter(({ actions }) => actions === undefined)
    .map(({ guard }) => guard ?? '');
  return [{ state: node.path.join('.').replace(GROUPS, ''), refusedBy }, ...below];
}

function inWords(guard: string): string {
  const words = (BY_GUARD as Readonly<Record<string, { readonly because: string } | undefined>>)[guard]?.because;
  if (words === undefined) throw new Error(`the table has no words for the guard ${guard}`);
  return words;
}

function rowOf(command: CommandName): string {
  const places = placesOf(agentMachine.root, command);
  const refused = [...new Set(places.flatMap(({ refusedBy }) => refusedBy))].map(inWords);
  const { confirmedBy, answeredBy, deadline }: CommandDeclaration = DECLARATIONS[command];
  const ends =
    answeredBy === 'callback'
      ? 'its callback'
      : [...new Set(confirmedBy.map(({ fact, leg }) => (leg === 'consult' ? `${fact} (consult)` : fact)))].join(', ');
  return `| \`${command}\` | ${places.map(({ state }) => state).join(', ')} | ${refused.join('; ') || '–'} | ${ends} | ${String(deadline / 1000)} s |`;
}

/** The commands as the chart and their declarations have them, as a table in Markdown. */
export function commandTable(): string {
  return ['| command | exists in | refused while | ends by | deadline |', '| --- | --- | --- | --- | --- |', ...COMMANDS.map(rowOf)].join(
    '\n',
  );
}
