import ts from 'typescript';

const { SyntaxKind, TypeFlags } = ts;

/** The other side of a comparison, or what a case is a case of. */
function comparedWith(node) {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression;
  const isComparison =
    ts.isBinaryExpression(parent) &&
    [SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken].includes(parent.operatorToken.kind);
  if (!isComparison) return undefined;
  return parent.left === node ? parent.right : parent.left;
}

/** Whether it is an argument or an outcome, by itself or in a list: its one-word type may have been inferred from itself. */
function mayBeInferred({ parent }) {
  if (ts.isArrayLiteralExpression(parent)) return ts.isCallExpression(parent.parent);
  return ts.isCallExpression(parent) || ts.isConditionalExpression(parent);
}

/** Whether a value of this type may be one of some words only. */
function isOfWords(type) {
  if (type.isUnion()) {
    return type.types.some((one) => one.isStringLiteral()) && type.types.every((one) => !admitsText(one));
  }
  return type.isStringLiteral();
}

function admitsText({ flags }) {
  const texts = TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping;
  return (flags & (texts | TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Instantiable | TypeFlags.Intersection)) !== 0;
}

/**
 * Where the string literals are that can only be one of some words, as their
 * types say: for another word there, the compiler fails. Each as length of the
 * file, start and end, because that is all that the ignorer knows of a file.
 */
export function checkedNames(tsconfig, isMutated) {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const program = ts.createProgram(fileNames.filter(isMutated), options);
  const checker = program.getTypeChecker();
  const places = new Set();
  for (const file of program.getSourceFiles()) {
    if (!isMutated(file.fileName)) continue;
    const visit = (node) => {
      if (ts.isStringLiteral(node)) {
        const other = comparedWith(node);
        const type = other === undefined ? checker.getContextualType(node) : checker.getTypeAtLocation(other);
        const isInferred = type?.isStringLiteral() === true && mayBeInferred(node);
        if (type !== undefined && isOfWords(type) && !isInferred) places.add(`${file.end}:${node.getStart(file)}:${node.end}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return places;
}
