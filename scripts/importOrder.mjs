/** Node's modules, packages, files of other folders, files of the same folder. */
function rankOf({ source: { value: name } }) {
  if (name.startsWith('node:')) {
    return 0;
  }
  if (!name.startsWith('.')) {
    return 1;
  }
  return name.startsWith('../') ? 2 : 3;
}

/** A rule for ESLint. `eslint --fix` sorts. */
export const importOrder = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: { order: "Imports are sorted: Node's modules, packages, other folders, then this folder." },
  },
  create({ sourceCode, report }) {
    return {
      Program({ body }) {
        const imports = body.filter(({ type }) => type === 'ImportDeclaration');
        const sorted = imports.toSorted((one, other) => rankOf(one) - rankOf(other));
        const misplaced = imports.find((each, index) => each !== sorted[index]);
        if (misplaced !== undefined) {
          report({
            node: misplaced,
            messageId: 'order',
            fix: (fixer) => imports.map((each, index) => fixer.replaceText(each, sourceCode.getText(sorted[index]))),
          });
        }
      },
    };
  },
};
