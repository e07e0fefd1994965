import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import { samplesOf } from '../testing/document-of.ts';
import { type JavaProgram, prepareJavaProgram } from '../testing/java-program.node.ts';
import { longDocument, richDocument, withheldDocument } from '../testing/rich-document.ts';

/** Maven fetches the validator once. */
const SLOW = 300_000;
const VALIDATOR = await prepareJavaProgram(join(import.meta.dirname, '../testing/vera-pdf'), 'ValidatePdf.java');
if ('missing' in VALIDATOR) console.warn(VALIDATOR.missing);

let dir: string;
const files: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-conformance-'));
  const key = readPrivateKey(makePrivateKey());
  const { publicKey: signingKey } = key;
  const documents = {
    rich: richDocument({ signingKey }),
    dutch: richDocument({ language: 'nl', signingKey }),
    withheld: withheldDocument({ signingKey }),
    long: longDocument({ language: 'nl', signingKey }),
  };
  for (const [name, document] of Object.entries(documents)) {
    const { bytes } = await writeReport(document, { samples: () => samplesOf(), key }, 'pdf');
    files.push(join(dir, `${name}.pdf`));
    writeFileSync(files.at(-1)!, bytes);
  }
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.skipIf('missing' in VALIDATOR).each([
  ['PDF/A-3b', '3b'],
  ['PDF/UA-1', 'ua1'],
])('every report is %s', { timeout: SLOW }, async (_, flavour) => {
  const lines = (await (VALIDATOR as JavaProgram).run(flavour, ...files)).trim().split('\n');
  expect(lines).toEqual(files.map(() => expect.stringMatching(/^ok \d{4,}$/)));
});
