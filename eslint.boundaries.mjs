// Who may import whom: machines <- src <- adapters, and of another adapter only its index.
import { dirname, relative, resolve, sep } from 'node:path';

/** Parts of src/ that look at an agent from outside. */
const ASIDE = ['recorder', 'chart-map'];

/** What is wrong with a module at `from` importing `to` (both relative to the repository), or null. */
function objection(from, to) {
  const [layer, adapter] = from;
  if (layer === 'machines' && to[0] !== 'machines') return 'a machine imports machines only';
  if (layer === 'src' && to[0] !== 'src' && to[0] !== 'machines') return 'src/ imports machines/ and src/ only';
  if (layer === 'src' && ASIDE.includes(to[1]) && !ASIDE.includes(adapter)) return `the agent does not know of src/${to[1]}/`;
  if (adapter === 'chart-map' && to[0] === 'src' && to[1] !== 'chart-map') return 'the map of the chart imports machines only';
  if (layer === 'adapters' && adapter === 'inspector' && to[0] === 'adapters' && to[1] !== 'inspector') return 'an inspector shows any agent: it imports no other adapter';
  if (layer === 'adapters' && to[0] === 'src' && ASIDE.includes(to[1]) && to.slice(2).join() !== 'index.js') return `of src/${to[1]}/ only its index.js is there to be imported`;
  if (layer === 'adapters' && to[0] === 'adapters' && to[1] !== adapter && to.slice(2).join() !== 'index.js') {
    return 'of another adapter only its index.js is there to be imported';
  }
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
