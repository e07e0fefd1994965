import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import { documentOf, samplesOf, sourceOf } from '../testing/document-of.ts';
import { sealPdf } from './seal-pdf.node.ts';
import { verifyReport } from './verify-report.node.ts';

const key = readPrivateKey(makePrivateKey());
const stranger = readPrivateKey(makePrivateKey());

let pdf: Uint8Array;
let json: Uint8Array;

const written = async (format: 'pdf' | 'json', change: Parameters<typeof documentOf>[0] = {}) =>
  (await writeReport(documentOf({ signingKey: key.publicKey, ...change }), { samples: () => samplesOf(), key }, format))
    .bytes;

beforeAll(async () => {
  [pdf, json] = [await written('pdf'), await written('json')];
});

const edited = (bytes: Uint8Array, from: string, to: string) => {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
};

test('a file as it was signed says by whom, and gives its data back', () => {
  const document = documentOf({ signingKey: key.publicKey });
  for (const bytes of [pdf, json]) {
    const verdict = verifyReport(bytes);
    if (verdict.kind !== 'unchanged') throw new Error(JSON.stringify(verdict));
    expect(verdict.key).toEqual(key.publicKey);
    expect(JSON.parse(verdict.data)).toMatchObject({
      format: 'faceward-report/2',
      child: document.child,
      summary: document.summary,
      seconds: { atMs: Array.from(document.seconds.atMs) },
    });
  }
});

test('no byte of a file can be changed unseen', () => {
  for (const bytes of [pdf, json]) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(bytes);
        changed[at]! ^= change;
        expect(verifyReport(changed).kind).not.toBe('unchanged');
      }),
      { numRuns: 1000 },
    );
  }
});

test('no byte of a seal can be changed unseen, its padding included', () => {
  const from = Buffer.from(pdf).indexOf('/Seal <') + 7;
  const to = Buffer.from(pdf).indexOf('>', from);
  fc.assert(
    fc.property(fc.integer({ min: from, max: to - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Uint8Array.from(pdf);
      changed[at]! ^= change;
      expect(verifyReport(changed)).toMatchObject({ kind: 'changed' });
    }),
    { numRuns: 500 },
  );
});

test('no byte can be put in, taken out or left off unseen', () => {
  for (const bytes of [pdf, json]) {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const longer = Buffer.concat([bytes.subarray(0, at), Uint8Array.of(value), bytes.subarray(at)]);
        const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
        expect(verifyReport(longer).kind).not.toBe('unchanged');
        if (at < bytes.length) expect(verifyReport(shorter).kind).not.toBe('unchanged');
        if (at < bytes.length) expect(verifyReport(bytes.subarray(0, at)).kind).not.toBe('unchanged');
      }),
      { numRuns: 200 },
    );
  }
});

/** A byte in the middle of an object's stream. */
function touched(bytes: Uint8Array, mark: RegExp, nth: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const match = [...text.matchAll(mark)][nth];
  if (!match) throw new Error(`nothing like ${mark} in the file`);
  const stream = text.indexOf('\nstream\n', match.index);
  const changed = Uint8Array.from(bytes);
  changed[stream + 40]! ^= 0x55;
  return changed;
}

test('it says what differs', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const contents = [...text.matchAll(/\/Contents (\d+) 0 R/g)].map(
    ([, number]) => new RegExp(`\\n${number} 0 obj\\n`, 'g'),
  );
  expect(verifyReport(touched(pdf, contents[0]!, 0))).toEqual({ kind: 'changed', what: ['page 1'] });
  expect(verifyReport(touched(pdf, contents[1]!, 0))).toEqual({ kind: 'changed', what: ['page 2'] });
  const attached = /\/Type \/EmbeddedFile/g;
  expect(verifyReport(touched(pdf, attached, 0))).toEqual({ kind: 'changed', what: ['the attached data'] });
  expect(verifyReport(edited(pdf, '<pdf:Producer>Faceward', '<pdf:Producer>Forgery!'))).toEqual({
    kind: 'changed',
    what: ["the document's information"],
  });
  expect(verifyReport(edited(pdf, '+Arimo-Regular\n', '+Arimo-Regulat\n'))).toEqual({
    kind: 'changed',
    what: ['fonts and layout'],
  });
  expect(verifyReport(edited(pdf, 'startxref', 'startxreg'))).toEqual({
    kind: 'changed',
    what: ["the file's structure"],
  });
  expect(verifyReport(edited(json, '"usableMs":50000', '"usableMs":60000'))).toEqual({
    kind: 'changed',
    what: ['summary'],
  });
  expect(verifyReport(edited(json, ',"seal":', ',"extra":1,"seal":'))).toEqual({ kind: 'changed', what: ['extra'] });
  expect(verifyReport(edited(json, '"seconds":{', '"seconds": {'))).toEqual({
    kind: 'changed',
    what: ["the file's structure"],
  });
});

test('an attachment of another length is found, whatever moved behind it', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const at = text.indexOf('/Type /EmbeddedFile');
  const from = text.indexOf('\nstream\n', at) + 8;
  const to = text.indexOf('\nendstream', from);
  const other = deflateSync('{"format":"faceward-report/2"}').toString('latin1');
  const swapped = Buffer.from(text.slice(0, from) + other + text.slice(to), 'latin1');
  expect(verifyReport(swapped)).toEqual({ kind: 'changed', what: ['the attached data'] });
});

test('an incremental update, which readers would show instead of the page, is found', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const [, contents] = /\/Contents (\d+) 0 R/.exec(text)!;
  const [, start] = /startxref\n(\d+)/.exec(text)!;
  const update = `${contents} 0 obj\n<<\n/Length 5\n>>\nstream\nBT ET\nendstream\nendobj\n`;
  const table = `xref\n${contents} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Prev ${start} >>\n`;
  const updated = Buffer.from(`${text}${update}${table}startxref\n${pdf.length + update.length}\n%%EOF\n`, 'latin1');
  expect(verifyReport(updated)).toEqual({ kind: 'changed', what: ['something was appended after signing'] });
});

test('a file that somebody signed anew is by another key, or betrays itself by the key that it names', async () => {
  const forged = Uint8Array.from(pdf);
  sealPdf(forged, stranger);
  expect(verifyReport(forged)).toEqual({
    kind: 'changed',
    what: ['the signature: it is not by the key that the report names'],
  });
  const document = documentOf({ ...sourceOf(), signingKey: stranger.publicKey });
  const theirs = await writeReport(document, { samples: () => samplesOf(), key: stranger }, 'pdf');
  expect(verifyReport(theirs.bytes)).toMatchObject({ kind: 'unchanged', key: stranger.publicKey });
});

test('other files are no reports', async () => {
  const unsigned = await writeReport(documentOf(), { samples: () => samplesOf(), key: null }, 'pdf');
  for (const bytes of [
    unsigned.bytes,
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('{}'),
    Buffer.alloc(0),
    Buffer.from([255, 0]),
  ]) {
    expect(verifyReport(bytes)).toEqual({ kind: 'not-a-report' });
  }
});
