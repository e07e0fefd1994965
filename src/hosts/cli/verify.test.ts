import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeReport } from '../../core/report/report.node.ts';
import { documentOf, samplesOf } from '../../core/report/testing/document-of.ts';
import { makePrivateKey, readPrivateKey } from '../../core/security/signature.node.ts';
import { documents } from './testing/run-cli.ts';
import { runHere } from './testing/run-here.ts';

const site = readPrivateKey(makePrivateKey());
const other = readPrivateKey(makePrivateKey());

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-verify-'));
  const document = documentOf({ signingKey: site.publicKey });
  for (const format of ['pdf', 'json', 'csv'] as const) {
    const { bytes } = await writeReport(document, { samples: () => samplesOf(), key: site }, format);
    await writeFile(at(`report.${format}`), bytes);
  }
  await writeFile(at('site-key.pem'), site.publicKey.pem);
  await writeFile(at('other-key.pem'), other.publicKey.pem);
});

afterAll(() => rm(dir, { recursive: true }));

it('says that a report is signed, by whom, and whether that site is known', async () => {
  const known = await runHere(['verify', at('report.pdf'), '--key', at('site-key.pem')]);
  expect(known).toMatchObject({ code: 0, stderr: '' });
  expect(known.stdout).toBe(
    `Signed by the site with the key ${site.publicKey.fingerprint}, and unchanged since.\n` +
      'Known site: it is the key that was given.\n',
  );
  const without = await runHere(['verify', at('report.json')]);
  expect(without).toMatchObject({ code: 3, stdout: expect.stringContaining('Unknown site: give the key') });
  const stranger = await runHere(['verify', at('report.pdf'), '--key', at('other-key.pem')]);
  expect(stranger).toMatchObject({ code: 3, stdout: expect.stringContaining('Unknown site: the key that was given') });
  const json = await runHere(['verify', at('report.pdf'), '--json']);
  expect(documents(json.stdout)).toEqual([
    { kind: 'signed', site: 'unknown', fingerprint: site.publicKey.fingerprint },
  ]);
});

it('names what was changed, and gives no data of it', async () => {
  const bytes = await readFile(at('report.pdf'));
  await writeFile(at('longer.pdf'), Buffer.concat([bytes, Buffer.from('\n')]));
  const run = await runHere(['verify', at('longer.pdf'), '--key', at('site-key.pem'), '--extract', at('none.json')]);
  expect(run).toMatchObject({
    code: 1,
    stdout: 'Changed: something was appended after signing.\n',
    stderr: expect.stringContaining('only an unchanged report'),
  });
  await expect(readFile(at('none.json'))).rejects.toThrow(/ENOENT/);
});

it('gives the data of an unchanged report', async () => {
  const run = await runHere(['verify', at('report.pdf'), '--key', at('site-key.pem'), '--extract', at('data.json')]);
  expect(run.code).toBe(0);
  expect(JSON.parse(await readFile(at('data.json'), 'utf8'))).toMatchObject({ child: { code: 'KID-7' } });
});

it('tells a PDF that another program wrote anew from a changed one, and gives its data', async () => {
  const data = await runHere(['verify', at('report.pdf'), '--extract', at('attached.json')]);
  expect(data.code).toBe(3);
  expect((await runHere(['verify', at('attached.json'), '--key', at('site-key.pem')])).code).toBe(0);
  const stream = await readFile(at('attached.json'));
  const head = `%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Length ${stream.length}>>\nstream\n`;
  await writeFile(
    at('rewritten.pdf'),
    Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]),
  );
  const run = await runHere([
    'verify',
    at('rewritten.pdf'),
    '--key',
    at('site-key.pem'),
    '--extract',
    at('again.json'),
  ]);
  expect(run).toMatchObject({
    code: 4,
    stdout: expect.stringContaining('The pages were rewritten by another program; the data are as signed.'),
  });
  expect(JSON.parse(await readFile(at('again.json'), 'utf8'))).toEqual(JSON.parse(stream.toString('utf8')));
});

it('tells a file without a seal and a wrong key from a changed report', async () => {
  expect(await runHere(['verify', at('report.csv')])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Not a report that can be verified'),
  });
  expect(await runHere(['verify', at('report.pdf'), '--key', at('report.csv')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a public key (Ed25519, PEM) was expected'),
  });
  expect(await runHere(['verify', at('nothing.pdf')])).toMatchObject({ code: 1, stdout: '' });
});

it('says of a file that is longer than any report that it is none, without reading it', async () => {
  await writeFile(at('huge.pdf'), '%PDF-1.7\n');
  await truncate(at('huge.pdf'), 300 * 2 ** 20);
  const { code, stderr } = await runHere(['verify', at('huge.pdf')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/a report of at most 256 MB was expected; .*huge\.pdf has 300 MB/);
});
