import ts from 'typescript';

/** An item of the contract data that a test names. */
export interface Naming {
  readonly item: string;
  /** `file:line`. */
  readonly where: string;
}

/** The items that a test file names, and the problems in how it does. */
export interface Reading {
  readonly namings: readonly Naming[];
  readonly problems: readonly string[];
}

const TESTS = ['test', 'it'];
const GROUPS = ['describe'];
/** Tests that are not run, or are meant to fail, exercise nothing. */
const NOT_RUN = ['skip', 'todo', 'failing'];
const NOT_RUN_ROOTS = ['xtest', 'xit', 'xdescribe'];

/** More than this are no subject of one test; as rows of a table each has a test of its own. */
const MOST_IN_ONE_TEST = 12;

/** The names that a call goes through: `test.skip.each(rows)(title, run)` is `test`, `skip`, `each`. */
function chainOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...chainOf(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return chainOf(callee.expression);
  return [];
}

function callsAround(node: ts.Node): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  for (let one: ts.Node = node.parent; !ts.isSourceFile(one); one = one.parent) {
    if (ts.isCallExpression(one)) calls.push(one);
  }
  return calls;
}

const isRootOf = (roots: readonly string[]) => (call: ts.CallExpression) => {
  const [root] = chainOf(call.expression);
  return root !== undefined && roots.includes(root);
};

function isNotRun(call: ts.CallExpression): boolean {
  const [root = '', ...modifiers] = chainOf(call.expression);
  if (NOT_RUN_ROOTS.includes(root)) return true;
  return [...TESTS, ...GROUPS].includes(root) && modifiers.some((modifier) => NOT_RUN.includes(modifier));
}

/** Whether anything in there is called that is named `expect…`. */
function expects(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && chainOf(node.expression).some((name) => name.startsWith('expect'))) return true;
  return ts.forEachChild(node, (child) => (expects(child) ? true : undefined)) ?? false;
}

/** Whether the names are the rows of a table: `test.each(covers(…))`. */
function areRows({ parent }: ts.CallExpression): boolean {
  return ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && parent.expression.name.text === 'each';
}

/** The problem that keeps this call from naming anything; null if none does. */
function problemOf(call: ts.CallExpression): string | null {
  const around = callsAround(call);
  // In `test.each(rows)(title, run)` the rows stand in the inner call; the outer one is the test.
  const test = around.filter(isRootOf([...TESTS, ...NOT_RUN_ROOTS])).at(-1);
  if (test === undefined) return 'names items outside of a test';
  if (around.some(isNotRun)) return 'names items in a test that is not run';
  if (!expects(test)) return 'names items in a test that expects nothing';
  if (!call.arguments.every(ts.isStringLiteralLike)) return 'names items by an expression; they must be written out';
  return call.arguments.length > MOST_IN_ONE_TEST && !areRows(call) ? 'names too many items for one test; make them rows of a table' : null;
}

/** Reads which items of the contract data the tests of a file name by `covers('…')`. */
export function readNamedItems(file: string, text: string): Reading {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const namings: Naming[] = [];
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'covers') {
      const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      const problem = problemOf(node);
      if (problem !== null) problems.push(`${where} ${problem}.`);
      else namings.push(...node.arguments.filter(ts.isStringLiteralLike).map(({ text: item }) => ({ item, where })));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { namings, problems };
}
