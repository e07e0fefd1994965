import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey } from '../../security/signature.node.ts';
import { writeSeal } from './seal.node.ts';
import { sealPdf } from './seal-pdf.node.ts';
import { verifyReport } from './verify-report.node.ts';

/** Files that a stranger made to be slow: each took from half a minute to hours when every part was read again for each other. */

const MEGABYTE = 2 ** 20;
const key = readPrivateKey(makePrivateKey());
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** In the report's own seal's place, one by somebody's key that names objects at will. */
function sealedAnew(objects: readonly number[], more = ''): Uint8Array {
  const seal = writeSeal(
    {
      kind: 'pdf',
      fileBytes: 1,
      sealAtByte: 1,
      sealBytes: 1,
      digest: '',
      parts: [{ name: 'page 1', objects: [...objects], digest: '' }],
    },
    key,
  );
  const hex = Buffer.from(seal, 'latin1').toString('hex');
  return bytesOf(`%PDF-1.7\n${more}\n/Type /FacewardSeal\n/Seal <${hex}>\n`);
}

test('a long file in which a stream begins again and again is gone through once', () => {
  const begins = '>>\nstream\n'.repeat(MEGABYTE);
  expect(verifyReport(bytesOf(`%PDF-1.7\n${begins}`))).toEqual({ kind: 'not-a-report' });
  expect(verifyReport(bytesOf(`%PDF-1.7\n${begins}endstream`))).toEqual({ kind: 'not-a-report' });
});

test('what is packed is unpacked only where it begins as our data do, and to a bound', () => {
  const bomb = deflateSync(Buffer.alloc(16 * MEGABYTE, 0x20)).toString('latin1');
  const bombs = `<<>>\nstream\n${bomb}\nendstream\n`.repeat(200);
  expect(verifyReport(bytesOf(`%PDF-1.7\n${bombs}`))).toEqual({ kind: 'not-a-report' });
  const like = deflateSync(Buffer.from(`{"format":"faceward-report/2"${' '.repeat(16 * MEGABYTE)}`)).toString('latin1');
  const likes = `<<>>\nstream\n${like}\nendstream\n`.repeat(30);
  expect(verifyReport(bytesOf(`%PDF-1.7\n${likes}`))).toMatchObject({ kind: expect.stringMatching(/not-a|changed/) });
});

test('objects that lie in one another, or are named over and over, are not read over and over', () => {
  const nested = Array.from({ length: 50_000 }, (_, number) => `${number} 0 obj\n`).join('');
  expect(verifyReport(sealedAnew([1], nested))).toEqual({ kind: 'changed', what: [{ part: 'structure' }] });
  const large = `1 0 obj\n${' '.repeat(8 * MEGABYTE)}\nendobj\n`;
  expect(verifyReport(sealedAnew(new Array(100_000).fill(1), large))).toEqual({
    kind: 'changed',
    what: [{ part: 'structure' }],
  });
});

test('a seal by somebody’s key over a file without data is no report', () => {
  const bare = bytesOf(`%PDF-1.7\n1 0 obj\n<<\n/Type /FacewardSeal\n/Seal <${'00'.repeat(4000)}>\n>>\nendobj\n`);
  sealPdf(bare, key);
  expect(verifyReport(bare)).toEqual({ kind: 'not-a-report' });
});

test('a JSON file is read however deep it is nested and however long its texts are', () => {
  const format = '"format":"faceward-report/2","seal":{}';
  const deep = `{${format},"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const long = `{${format},"a":"${'\\u0041x'.repeat(4 * MEGABYTE)}"}`;
  for (const text of [deep, long]) {
    expect(verifyReport(bytesOf(text))).toEqual({ kind: 'changed', what: [{ part: 'signature' }] });
  }
});
