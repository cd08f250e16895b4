import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSobotAgent } from '../../sobot/index.js';
import type { MakeSdk } from '../subject/subject.js';

/** The module of `--agent` cannot be used. The message says why. */
class AgentModuleError extends Error {
  override readonly name = 'AgentModuleError';
}

const OWN: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });

async function load(path: string): Promise<{ readonly default?: unknown }> {
  if (!existsSync(path)) throw new AgentModuleError(`Cannot load the agent ${path}: there is no such file.`);
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AgentModuleError(`Cannot load the agent ${path}: ${why}.`, { cause });
  }
}

/** The subject to be checked. @throws AgentModuleError (as rejection) */
export async function subjectOf(path: string | null): Promise<MakeSdk> {
  if (path === null) return OWN;
  const module = await load(path);
  // A CommonJS module may have been compiled from one with a default export.
  const exported = module.default;
  const inner = typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : exported;
  if (typeof inner === 'function') return inner as MakeSdk;
  throw new AgentModuleError(`The agent ${path} has no default export that is a function (sdk, { clock, storage }) => subject.`);
}
