/** Commands that come and go together, and say little one by one. */
const GROUPS = [
  { prefix: 'query', name: 'query…' },
  { prefix: 'force', name: 'force…' },
] as const;

function grouped(commands: readonly string[]): string[] {
  const names = commands.map((command) => {
    const group = GROUPS.find(({ prefix }) => command.startsWith(prefix));
    const isAlone = commands.filter((other) => group !== undefined && other.startsWith(group.prefix)).length === 1;
    return group === undefined || isAlone ? command : group.name;
  });
  return [...new Set(names)];
}

/** Which commands have become allowed, and which are not any more. */
export interface CommandChange {
  readonly more: readonly string[];
  readonly fewer: readonly string[];
}

/** Null if nothing has changed. */
export function commandChange(before: readonly string[], now: readonly string[]): CommandChange | null {
  const more = grouped(now.filter((command) => !before.includes(command)));
  const fewer = grouped(before.filter((command) => !now.includes(command)));
  return more.length + fewer.length === 0 ? null : { more, fewer };
}
