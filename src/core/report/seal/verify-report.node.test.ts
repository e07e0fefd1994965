import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeReport } from '../report.node.ts';
import { documentOf, samplesOf, sourceOf } from '../testing/document-of.ts';
import { pythonTool } from '../testing/python-tool.ts';
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

/** Whether a JSON file, if it passes, holds the very values that were signed. */
function expectNoOtherValue(changed: Uint8Array): void {
  if (verifyReport(changed).kind === 'unchanged') expect(valuesOf(changed)).toEqual(valuesOf(json));
}

const valuesOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

test('no byte of a PDF, and no value of a JSON file, can be changed unseen', () => {
  const change = (bytes: Uint8Array, expectFound: (changed: Uint8Array) => void) =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(bytes);
        changed[at]! ^= by;
        expectFound(changed);
      }),
      { numRuns: 1000 },
    );
  change(pdf, (changed) => expect(verifyReport(changed).kind).not.toBe('unchanged'));
  change(json, expectNoOtherValue);
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

test('nothing can be put in, taken out or left off unseen', () => {
  const expectFound = (bytes: Uint8Array, found: (changed: Uint8Array) => void) =>
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.integer({ min: 0, max: 255 }), (at, value) => {
        found(Buffer.concat([bytes.subarray(0, at), Uint8Array.of(value), bytes.subarray(at)]));
        if (at < bytes.length) found(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]));
        if (at < bytes.length) found(bytes.subarray(0, at));
      }),
      { numRuns: 200 },
    );
  expectFound(pdf, (changed) => expect(verifyReport(changed).kind).not.toBe('unchanged'));
  expectFound(json, expectNoOtherValue);
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
  expect(verifyReport(touched(pdf, contents[0]!, 0))).toEqual({ kind: 'changed', what: [{ part: 'page', number: 1 }] });
  expect(verifyReport(touched(pdf, contents[1]!, 0))).toEqual({ kind: 'changed', what: [{ part: 'page', number: 2 }] });
  const attached = /\/Type \/EmbeddedFile/g;
  expect(verifyReport(touched(pdf, attached, 0))).toEqual({ kind: 'changed', what: [{ part: 'attached-data' }] });
  expect(verifyReport(edited(pdf, '<pdf:Producer>Faceward', '<pdf:Producer>Forgery!'))).toEqual({
    kind: 'changed',
    what: [{ part: 'information' }],
  });
  expect(verifyReport(edited(pdf, '+Arimo-Regular\n', '+Arimo-Regulat\n'))).toEqual({
    kind: 'changed',
    what: [{ part: 'fonts-and-layout' }],
  });
  expect(verifyReport(edited(pdf, 'startxref', 'startxreg'))).toEqual({
    kind: 'changed',
    what: [{ part: 'structure' }],
  });
  expect(verifyReport(edited(json, '"usableMs":50000', '"usableMs":60000'))).toEqual({
    kind: 'changed',
    what: [{ part: 'field', name: 'summary' }],
  });
  expect(verifyReport(edited(json, ',"seal":', ',"extra":1,"seal":'))).toEqual({
    kind: 'changed',
    what: [{ part: 'field', name: 'extra' }],
  });
});

test('an attachment of another length is found, whatever moved behind it', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const at = text.indexOf('/Type /EmbeddedFile');
  const from = text.indexOf('\nstream\n', at) + 8;
  const to = text.indexOf('\nendstream', from);
  const other = deflateSync('{"format":"faceward-report/2"}').toString('latin1');
  const swapped = Buffer.from(text.slice(0, from) + other + text.slice(to), 'latin1');
  expect(verifyReport(swapped)).toEqual({ kind: 'changed', what: [{ part: 'attached-data' }] });
});

test('an incremental update, which readers would show instead of the page, is found', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const [, contents] = /\/Contents (\d+) 0 R/.exec(text)!;
  const [, start] = /startxref\n(\d+)/.exec(text)!;
  const update = `${contents} 0 obj\n<<\n/Length 5\n>>\nstream\nBT ET\nendstream\nendobj\n`;
  const table = `xref\n${contents} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Prev ${start} >>\n`;
  const updated = Buffer.from(`${text}${update}${table}startxref\n${pdf.length + update.length}\n%%EOF\n`, 'latin1');
  expect(verifyReport(updated)).toEqual({ kind: 'changed', what: [{ part: 'appended' }] });
});

test('a file that somebody signed anew is by another key, or betrays itself by the key that it names', async () => {
  const forged = Uint8Array.from(pdf);
  sealPdf(forged, stranger);
  expect(verifyReport(forged)).toEqual({
    kind: 'changed',
    what: [{ part: 'other-key' }],
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

test('a JSON report stays as signed however a program saved it: line ends, blanks, marks, the order of names', () => {
  const text = new TextDecoder().decode(json);
  const pretty = JSON.stringify(JSON.parse(text), null, 2);
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const saved = {
    'CR LF': `${text.trimEnd()}\r\n`,
    'without a last line end': text.trimEnd(),
    'a byte order mark': `\ufeff${text}`,
    'printed prettily': pretty,
    'printed prettily on Windows': `\ufeff${pretty.replaceAll('\n', '\r\n')}\r\n`,
    'names in another order': reversed,
    'UTF-16': utf16,
  };
  for (const [how, content] of Object.entries(saved)) {
    const verdict = verifyReport(Buffer.from(content));
    expect(verdict, how).toMatchObject({ kind: 'unchanged', key: key.publicKey });
  }
  expect(verifyReport(Buffer.from(pretty.replace('"usableMs": 50000', '"usableMs": 60000')))).toEqual({
    kind: 'changed',
    what: [{ part: 'field', name: 'summary' }],
  });
});

test('a name that stands twice is found, since readers differ in which they take', () => {
  const forged = edited(json, '"summary":{', '"summary":{"usableMs":1},"summary":{');
  expect(verifyReport(forged)).toEqual({ kind: 'changed', what: [{ part: 'structure' }] });
});

test('half a character that somebody typed does not stop a report from being signed and verified', async () => {
  const session = { ...sourceOf().session, notes: 'broken \ud83d emoji' };
  expect(verifyReport(await written('json', { session })).kind).toBe('unchanged');
});

test('the data attached to a PDF are a report of their own, and can be verified as one', () => {
  const verdict = verifyReport(pdf);
  if (verdict.kind !== 'unchanged') throw new Error(JSON.stringify(verdict));
  expect(verifyReport(Buffer.from(verdict.data))).toMatchObject({ kind: 'unchanged', key: key.publicKey });
});

/** As another program writes it: with other numbers, no object that nothing refers to, and streams packed anew. */
function rewritten(bytes: Uint8Array, data: (json: string) => string = (text) => text): Uint8Array {
  const verdict = verifyReport(bytes);
  if (verdict.kind !== 'unchanged') throw new Error(JSON.stringify(verdict));
  const packed = deflateSync(Buffer.from(data(verdict.data)), { level: 9 });
  const head = `%PDF-1.7\n%\xbf\xf7\xa2\xfe\n1 0 obj\n<< /Type /EmbeddedFile /Length ${packed.length} /Filter /FlateDecode >>\nstream\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\r\nendstream\nendobj\n%%EOF\n')]);
}

test('of a PDF that another program wrote anew the data are compared: as signed, or what of them differs', () => {
  expect(verifyReport(rewritten(pdf))).toMatchObject({ kind: 'rewritten', key: key.publicKey });
  const forged = rewritten(pdf, (text) => text.replace('"usableMs":50000', '"usableMs":60000'));
  expect(verifyReport(forged)).toEqual({ kind: 'changed', what: [{ part: 'field', name: 'summary' }] });
});

/** With qpdf, by way of Python, where it is installed. */
test('a PDF that qpdf saved is such a one', ({ skip }) => {
  const program = `
import io, sys, pikepdf
pdf = pikepdf.open(io.BytesIO(sys.stdin.buffer.read()))
out = io.BytesIO()
pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
sys.stdout.buffer.write(out.getvalue())`;
  const python = pythonTool(['pikepdf==10.18.0']);
  if ('missing' in python) return skip(python.missing);
  const stdout = python.run(program, [], pdf);
  expect(verifyReport(stdout)).toMatchObject({ kind: 'rewritten', key: key.publicKey });
});

test('a PDF that version 0.3 signed is verified, and gives its data', () => {
  const pdfThen = readFileSync(join(import.meta.dirname, 'testing/signed-by-0.3.pdf.base64.txt'), 'utf8');
  const verdict = verifyReport(Buffer.from(pdfThen, 'base64'));
  if (verdict.kind !== 'unchanged') throw new Error(JSON.stringify(verdict));
  expect(JSON.parse(verdict.data)).toMatchObject({ child: { code: 'KID-7' } });
});

test('a JSON report that version 0.3 signed is verified, saved otherwise too, and a changed value of it is found', () => {
  const signed = readFileSync(join(import.meta.dirname, 'testing/signed-by-0.3.json.txt'), 'utf8');
  const pretty = JSON.stringify(JSON.parse(signed), null, 1);
  for (const text of [signed, pretty, `\ufeff${signed.trimEnd()}\r\n`]) {
    expect(verifyReport(Buffer.from(text)).kind).toBe('unchanged');
  }
  expect(verifyReport(Buffer.from(pretty.replace('"KID-7"', '"KID-8"')))).toEqual({
    kind: 'changed',
    what: [{ part: 'field', name: 'child' }],
  });
});
