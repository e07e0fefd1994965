import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import type { ReportDocument } from '../report-document.ts';
import { samplesOf } from '../testing/document-of.ts';
import { javaTool } from '../testing/java-tool.ts';
import { longDocument, richDocument, withheldDocument } from '../testing/rich-document.ts';

/** Starting Java and making the tool ready takes minutes where the machine is busy. */
const TIMEOUT_MS = 600_000;

const KEY = readPrivateKey(makePrivateKey());
const signingKey = KEY.publicKey;
const DOCUMENTS: Readonly<Record<string, ReportDocument>> = {
  rich: richDocument({ signingKey }),
  dutch: richDocument({ language: 'nl', signingKey }),
  withheld: withheldDocument({ signingKey }),
  'eight-hours': longDocument({ language: 'nl', signingKey }),
};

let folder: string;
let missing: string | null = null;
/** "rich 3b" -> in how many places it was looked at, and what is wrong there. */
const found = new Map<string, { places: number; errors: string[] }>();

beforeAll(async () => {
  const tool = javaTool('pdf');
  if ('missing' in tool) {
    missing = tool.missing;
    process.stderr.write(`PDF is not validated by veraPDF: ${missing}\n`);
    return;
  }
  folder = mkdtempSync(join(tmpdir(), 'faceward-pdf-'));
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const { bytes } = await writeReport(document, { samples: () => samplesOf(), key: KEY }, 'pdf');
    writeFileSync(join(folder, name), bytes);
    if (name === 'rich') writeFileSync(join(folder, 'broken'), withoutClaims(bytes));
  }
  for (const line of tool.run([...Object.keys(DOCUMENTS), 'broken'].map((name) => join(folder, name)))) {
    const [file = '', standard, kind, text] = line.split('\t');
    const key = `${file.slice(folder.length + 1)} ${standard}`;
    const known = found.get(key) ?? { places: 0, errors: [] };
    if (kind === 'CHECKED') known.places = Number(text);
    else known.errors.push(String(text));
    found.set(key, known);
  }
}, TIMEOUT_MS);

afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

/** Of the same length: both standards are claimed by names that nobody knows. */
function withoutClaims(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(
    text.replace('<pdfuaid:part>1', '<pdfuaid:part>9').replace('<pdfaid:part>3', '<pdfaid:part>9'),
    'latin1',
  );
}

test.for(Object.keys(DOCUMENTS).flatMap((name) => [`${name} 3b`, `${name} ua1`]))('veraPDF finds no fault: %s', (name, {
  skip,
}) => {
  if (missing !== null) return skip(missing);
  expect(found.get(name)?.errors).toEqual([]);
  expect(found.get(name)?.places).toBeGreaterThan(1000);
});

test('it is awake: it names claims that are wrong', ({ skip }) => {
  if (missing !== null) return skip(missing);
  expect(found.get('broken 3b')?.errors.join()).toContain('pdfaid:part');
  expect(found.get('broken ua1')?.errors.join()).toContain('part');
});
