// Whether a button of the demo can be pressed, and why not, is said by `connect` alone: no part of the page decides it.

const DECIDED_BY_CONNECT = new Set(['disabled', 'title', 'aria-disabled', 'aria-busy']);
/** Elements whose title is their name, and no reason of a button. */
const NAMED_BY_TITLE = new Set(['iframe']);

const MESSAGE = '`connect` says whether a button is disabled, busy, and why: spread what it gives';

function isOfDocument({ type, name, object }) {
  return type === 'Identifier' ? name === 'document' : type === 'MemberExpression' && isOfDocument(object);
}

export const fromConnect = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      JSXAttribute(node) {
        if (NAMED_BY_TITLE.has(node.parent.name.name) || !DECIDED_BY_CONNECT.has(node.name.name)) return;
        context.report({ node, message: MESSAGE });
      },
      AssignmentExpression({ left }) {
        if (left.type !== 'MemberExpression' || !DECIDED_BY_CONNECT.has(left.property.name) || isOfDocument(left.object)) return;
        context.report({ node: left, message: MESSAGE });
      },
    };
  },
};
