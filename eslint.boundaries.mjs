// Who may import whom: machines <- src <- adapters, and of another adapter only its index.
import { dirname, relative, resolve, sep } from 'node:path';

/** The frameworks, each of which one adapter is for. */
const FRAMEWORKS = ['react', 'vue', 'rxjs', 'svelte'];
/** Parts of src/ that look at an agent from outside. */
const ASIDE = ['recorder', 'chart-map'];

/** What is wrong with a module at `from` importing `to` (both relative to the repository), or null. */
function objection(from, to, isType) {
  const [layer, adapter] = from;
  if (layer === 'machines' && to[0] !== 'machines') return 'a machine imports machines only';
  if (layer === 'src' && to[0] !== 'src' && to[0] !== 'machines') return 'src/ imports machines/ and src/ only';
  if (layer === 'src' && ASIDE.includes(to[1]) && !ASIDE.includes(adapter)) return `the agent does not know of src/${to[1]}/`;
  if (adapter === 'chart-map' && to[0] === 'src' && to[1] !== 'chart-map') return 'the map of the chart imports machines only';
  if (layer === 'adapters' && adapter === 'inspector' && to[0] === 'adapters' && to[1] !== 'inspector')
    return 'an inspector shows any agent: it imports no other adapter';
  if (layer === 'adapters' && adapter === 'exchange' && to[1] !== adapter)
    return 'the port of a switch knows nothing of who stands on it, or implements it';
  if (layer === 'adapters' && adapter === 'asterisk' && to[0] === 'adapters' && !['asterisk', 'exchange'].includes(to[1])) {
    return 'a switch implements the port of adapters/exchange/, and knows nothing of the call centre behind which it stands';
  }
  if (layer === 'adapters' && to[0] === 'src' && ASIDE.includes(to[1]) && to.slice(2).join() !== 'index.js')
    return `of src/${to[1]}/ only its index.js is there to be imported`;
  // The codes of the vendor, without the rest of its adapter.
  if (layer === 'adapters' && adapter === 'connect' && to.join('/') === 'adapters/sobot/codes.js') return null;
  // The command of the package puts together the command lines that adapters have.
  if (adapter === 'command-line' && to.slice(-2).join('/') === 'cli/index.js') return null;
  if (layer === 'adapters' && to[0] === 'adapters' && to[1] !== adapter && to.slice(2).join() !== 'index.js') {
    return 'of another adapter only its index.js is there to be imported';
  }
  if (layer === 'adapters' && adapter === 'connect' && to[0] === 'src' && to[1] !== 'any-agent' && !isType)
    return 'adapters/connect/ runs no agent: of the agent it imports types only';
  if (layer === 'src' && to[1] === 'drop-in' && !['drop-in', 'index.ts'].includes(adapter))
    return 'an agent does not know in which shape it is handed out';
  // The imports of a framework's adapter must not bring another agent along, only types.
  if (layer === 'adapters' && FRAMEWORKS.includes(adapter) && to[0] === 'adapters' && to[1] !== adapter && !isType) {
    return "a framework's adapter is for any agent: of another adapter it imports types only";
  }
  if (adapter === 'inspector-xstate4' && to[1] !== adapter)
    return 'the bridge for XState 4 reads inspection events, and imports nothing of the agent';
  return null;
}

/** The objection to a module at `from` importing a package, or null. */
function objectionToPackage([layer, adapter], specifier) {
  const framework = FRAMEWORKS.find((name) => new RegExp(`^${name}(-dom)?(/|$)`).test(specifier));
  if (framework === undefined || !['machines', 'src', 'adapters'].includes(layer)) return null;
  return layer === 'adapters' && adapter === framework ? null : `${framework} is for adapters/${framework}/ only`;
}

export const boundaries = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const segments = (path) => relative(context.cwd, path).split(sep);
    const check = ({ source, importKind, exportKind }) => {
      if (typeof source?.value !== 'string') return;
      const from = segments(context.filename);
      const isType = importKind === 'type' || exportKind === 'type';
      const message = source.value.startsWith('.')
        ? objection(from, segments(resolve(dirname(context.filename), source.value)), isType)
        : objectionToPackage(from, source.value);
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
