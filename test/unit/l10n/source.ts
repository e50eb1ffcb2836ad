import * as path from 'node:path';
import ts from 'typescript';

/** A call of `l10n.t` in the source. */
export interface TextCall {
  /** Its position, such as `src/text/list.ts:4`. */
  readonly location: string;
  /** Undefined if the text isn't a literal, so that no tool can find it. */
  readonly text: string | undefined;
  /** Comments for translators. */
  readonly comments: readonly string[];
  /** The number of values for `{0}` and so on. */
  readonly values: number;
  /** Whether a value is a plain number, which would be formatted as in English. */
  readonly hasRawNumber: boolean;
  /** Whether `plural` fills in the count. */
  readonly isCounted: boolean;
}

/** A text in the source outside `l10n.t`. */
export interface LooseText {
  readonly location: string;
  readonly text: string;
}

/** Reads the extension's source with the compiler. */
export function readSource(): { readonly calls: readonly TextCall[]; readonly loose: readonly LooseText[] } {
  const read: { readonly config?: unknown } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file));
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, process.cwd());
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const nodes = program
    .getSourceFiles()
    .filter(({ fileName }) => fileNames.includes(fileName))
    .flatMap(allNodes);
  return {
    calls: nodes.filter(isTextCall).map((call) => readCall(call, checker)),
    loose: nodes.filter(isLoose).map((node) => ({ location: locationOf(node), text: node.text })),
  };
}

function allNodes(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  return [node, ...children.flatMap(allNodes)];
}

function isTextCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'l10n.t';
}

function readCall(call: ts.CallExpression, checker: ts.TypeChecker): TextCall {
  const [first, ...others] = call.arguments;
  const options = first !== undefined && ts.isObjectLiteralExpression(first) ? propertiesOf(first) : undefined;
  const text = options === undefined ? first : options.get('message');
  const list = options?.get('args');
  const values = list !== undefined && ts.isArrayLiteralExpression(list) ? [...list.elements] : others;
  const around = call.parent;
  const isCounted =
    ts.isCallExpression(around) && around.expression.getText() === 'plural' && around.arguments[0] === call;
  return {
    location: locationOf(call),
    text: text !== undefined && ts.isStringLiteralLike(text) ? text.text : undefined,
    comments: commentsOf(options?.get('comment')),
    values: isCounted ? around.arguments.length - 1 : values.length,
    hasRawNumber: values.some((value) => isNumber(checker.getTypeAtLocation(value))),
    isCounted,
  };
}

function commentsOf(comment: ts.Expression | undefined): readonly string[] {
  const comments = comment !== undefined && ts.isArrayLiteralExpression(comment) ? [...comment.elements] : [comment];
  return comments.flatMap((each) => (each !== undefined && ts.isStringLiteralLike(each) ? [each.text] : []));
}

function propertiesOf(literal: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Expression> {
  return new Map(
    literal.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => [name.getText(), initializer]),
  );
}

function isNumber(type: ts.Type): boolean {
  return type.isUnion() ? type.types.some(isNumber) : (type.flags & ts.TypeFlags.NumberLike) !== 0;
}

/** Properties with these names are shown on the screen. */
const shownProperties = new Set([
  ...['title', 'label', 'description', 'detail', 'tooltip', 'placeholder', 'placeHolder', 'prompt', 'message'],
  ...['refused', 'declined', 'spoken', 'openLabel', 'saveLabel', 'text'],
]);
const showingCalls = /\b(show(Error|Warning|Information)Message|setStatusBarMessage|statusMessage)$/;

/** Icon names aren't words. */
const icon = /\$\([a-z-]+\)/g;

type Words = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function isWords(node: ts.Node): node is Words {
  return (
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
  );
}

/**
 * Words that are shown, or that read like a sentence. Excludes what is thrown or logged (for developers) and tool
 * results (for models).
 */
function isLoose(node: ts.Node): node is Words {
  if (!isWords(node) || !/\p{L}/u.test(node.text.replace(icon, '')) || locationOf(node).startsWith('src/api/')) {
    return false;
  }
  const isForPeople = !locationOf(node).startsWith('src/agent/');
  const isForSight = isShown(node) || (isForPeople && /\p{L}{2,},? \p{L}{2,}/u.test(node.text));
  return (
    isForSight &&
    !isWithin(node, isTextCall) &&
    !isWithin(node, isLogCall) &&
    !isWithin(node, isSearchedFor) &&
    !isWithin(node, ts.isTypeNode) &&
    !isWithin(node, ts.isThrowStatement)
  );
}

function isLogCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'logError';
}

/** Whether these are words of several languages that are looked for in what the user gave. */
function isSearchedFor(node: ts.Node): boolean {
  return (
    (ts.isCallExpression(node) && /^(?:anyOf|exactly|hasOneOf|isOneOf)$/.test(node.expression.getText())) ||
    (ts.isNewExpression(node) && /^(?:RegExp|Set)$/.test(node.expression.getText()))
  );
}

function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) {
    return parent.initializer === node && shownProperties.has(parent.name.getText());
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return ts.isPropertyAccessExpression(parent.left) && shownProperties.has(parent.left.name.text);
  }
  if (ts.isCallExpression(parent)) {
    const called = parent.expression.getText();
    // The second argument of a status message is the name of an icon.
    return (
      showingCalls.test(called) &&
      (called.endsWith('statusMessage') ? parent.arguments[0] === node : parent.expression !== node)
    );
  }
  const passesOn =
    ts.isConditionalExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isParenthesizedExpression(parent);
  return passesOn && !(ts.isConditionalExpression(parent) && parent.condition === node) && isShown(parent);
}

function isWithin(node: ts.Node, isIt: (each: ts.Node) => boolean): boolean {
  return isIt(node) || (!ts.isSourceFile(node.parent) && isWithin(node.parent, isIt));
}

function locationOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${path.relative(process.cwd(), file.fileName).replaceAll('\\', '/')}:${line + 1}`;
}
