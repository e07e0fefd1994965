import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

const textOf = (document: string) => readFileSync(join(ROOT, document), 'utf8');

test('the documents are found', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/README.md', 'models/base/README.md']));
});

test.each(documents)('every link of %s leads to a file, and to a heading in it', (document) => {
  const dead = [...textOf(document).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !leadsSomewhere(document, link));
  expect(dead).toEqual([]);
});

test.each(documents)('every file that %s names is there', (document) => {
  const missing = [...textOf(document).matchAll(/`((?:src|e2e|bench|docs|third-party|resources|models)\/[\w./-]+)`/g)]
    .map((match) => match[1]!)
    .filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

test.each(documents)('every script that %s runs is in package.json', (document) => {
  const scripts = [...textOf(document).matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(start|test)\b)/g)];
  const unknown = scripts
    .map((match) => match[1] ?? match[2]!)
    .filter((name) => !Object.hasOwn(manifest.scripts, name));
  expect(unknown).toEqual([]);
});

test.each(documents)('%s asks the registry for no package of our name', (document) => {
  // The row of behaviour.md that says why is about the words themselves.
  expect(textOf(document).replace('| `npx faceward` runs this program', '')).not.toContain('npx faceward');
});

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || headingsOf(target).includes(anchor);
}

/** The anchors that a forge makes of a document's headings. */
function headingsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}
