import { plain } from './plain.js';

const definitions = new WeakMap<object, object>();

/** The chart as it was written, as data: without the function that makes the context. The same object for the same chart. */
export function definitionOf(config: object): object {
  const known = definitions.get(config);
  if (known !== undefined) return known;
  const { context: _, ...chart } = config as { readonly context?: unknown };
  const definition = plain(chart) as object;
  definitions.set(config, definition);
  return definition;
}
