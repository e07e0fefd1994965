import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Attributes and properties that are read by a person, whatever the component. */
const READ_BY_PEOPLE = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'confirm',
  'description',
  'error',
  'label',
  'message',
  'placeholder',
  'submit',
  'title',
  'what',
]);

/** The same in every language. */
const NAMES = new Set(['Faceward', 'English', 'Nederlands']);

/** Names of several words that are the same in every language, each whole. */
const LONG_NAMES = new Set(['Apple ProRes', 'Sorenson Video', 'Video for Windows']);

/** Texts that are stored or compared and that the screen puts into words itself. */
const NOT_SHOWN = new Set([
  // The camera's name of the demo clip, stored with a session as a real camera's own name is.
  'Demo clip',
]);

/** A sentence or a heading of two words or more, wherever it stands. */
const SENTENCE = /^\p{Lu}[\p{L}’']* \p{L}/u;

it('shows no text that is not in the catalogue', () => {
  const found = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) => literalTexts(readFileSync(join(import.meta.dirname, name), 'utf8'), name));
  expect(found).toEqual([]);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are sources that hold templates
it.each([
  ['<p>Hello</p>', ['Hello']],
  ['<p>Faceward, 2 %</p>', []],
  ['const NAMES = ["Apple ProRes", "Apple or ProRes"]', ['Apple or ProRes']],
  ['<Kbd size="xs">P</Kbd>', []],
  ['<p>{done ? "Copied" : t(($) => $.copy)}</p>', ['Copied']],
  ['<p>{name ?? "nobody"}</p>', ['nobody']],
  ['<p>{`since ${at}`}</p>', ['since ']],
  ['<Field label="Name" type="text" />', ['Name']],
  ['<Field aria-label={`Remove ${name}`} />', ['Remove ']],
  ['<Field label={t(($) => $.name, { at: "x" })} />', []],
  ['show({ title: "Not done", color: "red" })', ['Not done']],
  ['const WORDS = { a: "Too far away", b: "too-far" }', ['Too far away']],
  ['throw new RangeError(`Nothing was ${found}`)', []],
  ['context.fillText("now", 0, 0)', ['now']],
])('finds in %s: %j', (source, texts) => {
  expect(literalTexts(source, 'example.tsx').map((each) => each.replace(/^.*?: /, ''))).toEqual(texts);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are sources that hold templates

/** Texts for people that stand in the source itself, as "file:line: text". */
function literalTexts(source: string, fileName: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Map<ts.Node, string>();

  function add(node: ts.Node, text: string): void {
    if (NOT_SHOWN.has(text) || LONG_NAMES.has(text)) return;
    const words = text.replace(/[\p{L}]+/gu, (word) => (NAMES.has(word) ? '' : word));
    if (/\p{L}/u.test(words)) found.set(node, text);
  }

  /** What an expression can come to as a text; what goes into a call is the callee's affair. */
  function addShown(node: ts.Node | undefined): void {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      add(node, [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(''));
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(addShown);
    else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.QuestionQuestionToken) addShown(node.left);
      if (kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) addShown(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) addShown(node.expression);
  }

  function visit(node: ts.Node): void {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    if (isErrorOfTheContract(node)) return;
    if (ts.isJsxText(node)) {
      if (!isKey(node.parent)) add(node, node.text.trim());
    } else if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      addShown(node);
    else if (ts.isJsxAttribute(node) && READ_BY_PEOPLE.has(node.name.getText())) addShown(node.initializer);
    else if (ts.isPropertyAssignment(node) && READ_BY_PEOPLE.has(node.name.getText().replace(/^'|'$/g, ''))) {
      addShown(node.initializer);
    } else if (ts.isCallExpression(node) && node.expression.getText().endsWith('.fillText')) {
      addShown(node.arguments[0]);
    } else if (ts.isStringLiteralLike(node) && SENTENCE.test(node.text)) add(node, node.text);
    ts.forEachChild(node, visit);
  }

  visit(file);
  return [...found].map(([node, text]) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    return `${fileName}:${line + 1}: ${text}`;
  });
}

/** A key of the keyboard is called the same in every language. */
function isKey(node: ts.Node): boolean {
  return ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Kbd';
}

/** Errors of the contract are written in English and shown below a headline of the catalogue that goes by their code. */
function isErrorOfTheContract(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) && ['code', 'incident'].every((name) => hasProperty(node, name));
}

function hasProperty(node: ts.ObjectLiteralExpression, name: string): boolean {
  return node.properties.some((property) => property.name?.getText() === name);
}
