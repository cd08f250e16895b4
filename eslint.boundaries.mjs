// Who may import whom: machines <- src <- adapters, and of another adapter only its index.
import { dirname, relative, resolve, sep } from 'node:path';

/** What is wrong with a module at `from` importing `to` (both relative to the repository), or null. */
function objection(from, to) {
  const [layer, adapter] = from;
  if (layer === 'machines' && to[0] !== 'machines') return 'a machine imports machines only';
  if (layer === 'src' && to[0] !== 'src' && to[0] !== 'machines') return 'src/ imports machines/ and src/ only';
  if (layer === 'adapters' && to[0] === 'adapters' && to[1] !== adapter && to.slice(2).join() !== 'index.js') {
    return 'of another adapter only its index.js is there to be imported';
  }
  if (adapter === 'inspector-xstate4' && to[1] !== adapter) return 'the bridge for XState 4 reads inspection events, and imports nothing of the agent';
  return null;
}

export const boundaries = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const segments = (path) => relative(context.cwd, path).split(sep);
    const check = ({ source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const message = objection(segments(context.filename), segments(resolve(dirname(context.filename), source.value)));
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
