import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A member of an interface, or a property of an object, as its declaration tells of it. */
export interface Declared {
  readonly name: string;
  /** Of a type: as it is written; of a list of values: these. */
  readonly type: string;
  /** The doc comment, in one line, without its tags. */
  readonly meaning: string;
  /** What stands after `@field`: what happened in the field that it is there for; empty: nothing special. */
  readonly field: string;
}

const ROOT = new URL('../../', import.meta.url);

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(new URL(path, ROOT), 'utf8'), ts.ScriptTarget.Latest, true);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function commentOf(node: ts.Node): Pick<Declared, 'meaning' | 'field'> {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = (comment: ts.JSDoc['comment']) => inOneLine(ts.getTextOfJSDocComment(comment) ?? '');
  const tags = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'field');
  return { meaning: docs.map(({ comment }) => text(comment)).join(' '), field: tags.map(({ comment }) => text(comment)).join('; ') };
}

function found<Kind extends ts.Node>(source: ts.SourceFile, is: (node: ts.Node) => node is Kind, name: string): Kind {
  let hit: Kind | undefined;
  const visit = (node: ts.Node): void => {
    if (is(node) && (node as unknown as { name?: ts.Node }).name?.getText(source) === name) hit ??= node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (hit === undefined) throw new Error(`${source.fileName} declares no ${name}.`);
  return hit;
}

/** The members of an interface, in the order of declaration. */
export function membersOf(path: string, name: string): readonly Declared[] {
  const source = parsed(path);
  return found(source, ts.isInterfaceDeclaration, name).members.map((member) => {
    const isMethod = ts.isMethodSignature(member);
    const type = isMethod ? `(${member.parameters.map((parameter) => parameter.getText(source)).join(', ')})` : (member as ts.PropertySignature).type?.getText(source) ?? '';
    return { name: member.name?.getText(source) ?? '', type: inOneLine(type), ...commentOf(member) };
  });
}

/** The properties of an object literal that a constant is, with their text. */
export function propertiesOf(path: string, name: string): readonly Declared[] {
  const source = parsed(path);
  let literal: ts.Node | undefined = found(source, ts.isVariableDeclaration, name).initializer;
  while (literal !== undefined && (ts.isSatisfiesExpression(literal) || ts.isAsExpression(literal))) literal = literal.expression;
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) throw new Error(`${name} in ${path} is no object.`);
  return literal.properties.filter(ts.isPropertyAssignment).map((property) => {
    const type = inOneLine(property.initializer.getText(source)).replace(/^\[|,? ?\]$/g, '').replaceAll("'", '');
    return { name: property.name.getText(source), type, ...commentOf(property) };
  });
}
