import ts from 'typescript';

const opposites = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '&&': '||',
  '||': '&&',
  true: 'false',
  false: 'true',
};

function replacementsOf(node, text) {
  if (ts.isBinaryExpression(node)) {
    return replaceToken(node.operatorToken, text);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return ts.isLiteralTypeNode(node.parent) ? [] : replaceToken(node, text);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [{ start: node.getStart(), end: node.operand.getStart(), replacement: '' }];
  }
  const condition = conditionOf(node);
  if (condition !== undefined && (ts.isIdentifier(condition) || ts.isCallExpression(condition))) {
    return [{ start: condition.getStart(), end: condition.getStart(), replacement: '!' }];
  }
  return [];
}

function replaceToken(token, text) {
  const start = token.getStart();
  const replacement = opposites[text.slice(start, token.end)];
  return replacement === undefined ? [] : [{ start, end: token.end, replacement }];
}

function conditionOf(node) {
  if (ts.isConditionalExpression(node)) {
    return node.condition;
  }
  return ts.isIfStatement(node) || ts.isWhileStatement(node) ? node.expression : undefined;
}

/** Every change of one token: a comparison turned, `&&` for `||`, a condition negated, `true` for `false`. */
export function mutationsIn(file, text) {
  const mutations = [];
  const visit = (node) => {
    mutations.push(...replacementsOf(node, text));
    node.forEachChild(visit);
  };
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).forEachChild(visit);
  return mutations.map((mutation) => ({ file, ...mutation }));
}

export function applyMutation(text, { start, end, replacement }) {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Says where it is and what the line becomes. */
export function describeMutation(text, mutation) {
  const line = text.slice(0, mutation.start).split('\n').length;
  const lineOf = (content) => content.split('\n')[line - 1].trim();
  return `${mutation.file}:${line}  ${lineOf(text)}  =>  ${lineOf(applyMutation(text, mutation))}`;
}
