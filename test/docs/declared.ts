import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A member of an interface, or a property of an object, as its declaration tells of it. */
export interface Declared {
  readonly name: string;
  /** Of a type: as it is written; of a list of values: these. */
  readonly type: string;
  /** The doc comment, in one line, without its tags. */
  readonly meaning: string;
  /** The text after `@field`: what happened in the field that it is there for; empty: nothing special. */
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

/** The members of an interface, in the order of declaration; those of a nested type by their path. */
export function leavesOf(path: string, name: string): readonly Declared[] {
  const source = parsed(path);
  return found(source, ts.isInterfaceDeclaration, name).members.flatMap((member) => {
    const [own] = declared(source, [member]);
    const type = ts.isPropertySignature(member) ? member.type : undefined;
    if (own === undefined || type === undefined || !ts.isTypeLiteralNode(type)) return own ?? [];
    return declared(source, type.members).map((inner) => ({ ...inner, name: `${own.name}.${inner.name}` }));
  });
}

/** The members of an interface, in the order of declaration. */
export function membersOf(path: string, name: string): readonly Declared[] {
  const source = parsed(path);
  return declared(source, found(source, ts.isInterfaceDeclaration, name).members);
}

function declared(source: ts.SourceFile, members: readonly ts.TypeElement[]): readonly Declared[] {
  return members.map((member) => {
    const isMethod = ts.isMethodSignature(member);
    const type = isMethod
      ? `(${member.parameters.map((parameter) => parameter.getText(source)).join(', ')})`
      : ((member as ts.PropertySignature).type?.getText(source) ?? '');
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
    const type = inOneLine(property.initializer.getText(source))
      .replace(/^\[|,? ?\]$/g, '')
      .replaceAll("'", '');
    return { name: property.name.getText(source), type, ...commentOf(property) };
  });
}

/** The members of a union of string literals, each with the comment before it. */
export function optionsOf(path: string, name: string): readonly Declared[] {
  const source = parsed(path);
  const { type } = found(source, ts.isTypeAliasDeclaration, name);
  if (!ts.isUnionTypeNode(type)) throw new Error(`${name} in ${path} is no union.`);
  return type.types.map((member, index) => {
    const before = source.text.slice(type.types[index - 1]?.end ?? type.getFullStart(), member.getStart(source));
    const [, comment = ''] = /\/\*\*([^]*?)\*\//.exec(before) ?? [];
    return { name: member.getText(source).replaceAll("'", ''), type: '', meaning: inOneLine(comment.replace(/^\s*\* ?/gm, '')), field: '' };
  });
}
