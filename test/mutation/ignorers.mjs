import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { relative } from 'node:path';
import { checkedNames } from './checked-names.mjs';

/** Words for people who read the chart or an error; the package does nothing by them. */
const WORDS = new Set(['meta', 'meaning', 'remedy']);

const isProperty = ({ node }, name) => node.type === 'ObjectProperty' && node.key.type === 'Identifier' && name(node.key.name);

const words = {
  shouldIgnore: (path) =>
    isProperty(path, (name) => WORDS.has(name)) ? 'Words for a reader: the package does nothing by them.' : undefined,
};

const types = {
  shouldIgnore: (path) => (isProperty(path, (name) => name === 'types') ? 'Types: they are gone when the machine runs.' : undefined),
};

const places = checkedNames('tsconfig.json', (file) => /^(machines|src|adapters\/sobot)\//.test(relative('.', file)));

const names = {
  shouldIgnore(path) {
    const { node } = path;
    if (node.type !== 'StringLiteral') return undefined;
    const program = path.findParent((above) => above.isProgram());
    return places.has(`${program?.node.end}:${node.start}:${node.end}`)
      ? 'A name that the compiler checks: with another one there, nothing is built.'
      : undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'words', words),
  declareValuePlugin(PluginKind.Ignore, 'types', types),
  declareValuePlugin(PluginKind.Ignore, 'names', names),
];
