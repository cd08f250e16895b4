import type { DesktopSetup } from '../../setup.js';

/** The name of whoever is reached under a number, a work number or an extension; null: nobody known. */
export function nameOf({ agents, customers, queues }: DesktopSetup, dn: string | null): string | null {
  if (dn === null || dn === '') return null;
  const known = [
    ...customers.map(({ number, name }) => [number, name] as const),
    ...queues.map(({ number, name }) => [number, name] as const),
    ...agents.flatMap(({ agentID, ext, name }) => [[agentID, name] as const, [ext, name] as const]),
  ];
  return known.find(([number]) => number === dn)?.[1] ?? null;
}

/** How the vendor's `targetType` tells agents from extensions and numbers. */
const TARGET_TYPES = { agent: '0', number: '1', ext: '2' } as const;

/** The parameters of a consult or transfer to whoever is written in the field. */
export function targetOf({ agents }: DesktopSetup, written: string): { readonly targetType: '0' | '1' | '2'; readonly target: string } {
  const target = written.trim();
  if (agents.some(({ agentID }) => agentID === target)) return { targetType: TARGET_TYPES.agent, target };
  if (agents.some(({ ext }) => ext === target)) return { targetType: TARGET_TYPES.ext, target };
  return { targetType: TARGET_TYPES.number, target };
}
