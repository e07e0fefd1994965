import { unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makePrivateKey, readPrivateKey, signatureOf } from '../../security/signature.node.ts';
import { openModelFile, packModel } from './model-file.node.ts';

const KEY = readPrivateKey(makePrivateKey());
const text = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'));

const FILES = {
  'README.md': text('# card'),
  'config.json': text('{}'),
  'model.safetensors': text('weights'),
  SHA256SUMS: text('sums'),
};
const ABOUT = {
  model: { id: 'ward-3', version: '1.0.0', digest: 'a'.repeat(64) },
  siteName: 'Ward 3',
  consent: { children: 2, statement: null },
  madeAtIso: '2026-03-04T09:00:00.000Z',
};
const packed = () => packModel(FILES, ABOUT, KEY);

/** The same archive with some of its entries replaced, added or, by null, removed. */
function changed(entries: Record<string, Uint8Array | null>): Uint8Array {
  const all: Record<string, Uint8Array | null> = { ...unzipSync(packed()), ...entries };
  const kept = Object.entries(all).filter((entry): entry is [string, Uint8Array] => entry[1] !== null);
  return zipSync(Object.fromEntries(kept) as Zippable);
}

/** Signed by the key all the same, as another version of the program might. */
function signedManifest(change: (manifest: Record<string, unknown>) => void): Record<string, Uint8Array> {
  const manifest = JSON.parse(Buffer.from(unzipSync(packed())['manifest.json']!).toString('utf8'));
  change(manifest);
  const bytes = text(JSON.stringify(manifest));
  return { 'manifest.json': bytes, 'manifest.sig': text(signatureOf(bytes, KEY)) };
}

describe('a model file', () => {
  test('is opened as it was packed, and says whose key signed it', async () => {
    const verdict = await openModelFile(packed());
    expect(verdict).toMatchObject({
      kind: 'signed',
      key: { fingerprint: KEY.publicKey.fingerprint },
      manifest: { model: ABOUT.model, site: { name: 'Ward 3' }, consent: { children: 2 } },
    });
    if (verdict.kind !== 'signed') return;
    expect(Object.keys(verdict.files)).toEqual(Object.keys(FILES));
    expect(Buffer.from(verdict.files['config.json']!).toString()).toBe('{}');
  });

  test('has the same bytes each time', () => {
    expect(packed()).toEqual(packed());
  });

  test.each(Object.keys(FILES))('of which %s was changed or left out says so', async (name) => {
    expect(await openModelFile(changed({ [name]: text('other') }))).toEqual({ kind: 'changed', name });
    expect(await openModelFile(changed({ [name]: null }))).toEqual({ kind: 'changed', name });
  });

  test('whose manifest or signature was changed says so', async () => {
    const manifest = unzipSync(packed())['manifest.json']!;
    const renamed = text(Buffer.from(manifest).toString('utf8').replace('Ward 3', 'Ward 4'));
    const each: Record<string, Uint8Array | null>[] = [
      { 'manifest.json': renamed },
      { 'manifest.sig': text('AAAA') },
      { 'manifest.sig': null },
    ];
    for (const entries of each) {
      expect(await openModelFile(changed(entries))).toEqual({ kind: 'changed', name: 'manifest.json' });
    }
  });

  test('that another signed again under the first one’s name has the other’s key', async () => {
    const other = readPrivateKey(makePrivateKey());
    expect(await openModelFile(packModel(FILES, ABOUT, other))).toMatchObject({
      kind: 'signed',
      manifest: { site: { name: 'Ward 3' } },
      key: { fingerprint: other.publicKey.fingerprint },
    });
  });

  test('of a later version is told from a changed one, whatever else it holds', async () => {
    const later = signedManifest((manifest) => {
      manifest.version = 2;
      manifest.anything = [1, 2];
    });
    expect(await openModelFile(changed(later))).toEqual({ kind: 'newer', version: 2 });
    expect(await openModelFile(changed({ ...later, 'shards/1.safetensors': text('x') }))).toEqual({
      kind: 'newer',
      version: 2,
    });
  });

  test('with a file that is listed by nobody, though it is of a known name, counts as changed', async () => {
    expect(await openModelFile(changed({ 'evaluation.html': text('<p>') }))).toEqual({
      kind: 'changed',
      name: 'evaluation.html',
    });
  });
});

describe('an archive that was made to do harm', () => {
  test.each([
    '../README.md',
    '/etc/passwd',
    'models\\x',
    'config.json/',
    'CONFIG.JSON',
    'a'.repeat(5000),
  ])('by a name is not unpacked: %.20s', async (name) => {
    const verdict = await openModelFile(changed({ [name]: text('x') }));
    expect(['unwanted', 'not-a-model-file']).toContain(verdict.kind);
  });

  test('by two files of one name is not unpacked', async () => {
    // Two entries of names of one length, the second renamed into the first in both of its headers.
    const twice = Buffer.from(changed({ 'CONFIG.JSON': text('{"second": true}') }));
    for (let at = twice.indexOf('CONFIG.JSON'); at >= 0; at = twice.indexOf('CONFIG.JSON'))
      twice.write('config.json', at);
    expect(await openModelFile(twice)).toEqual({ kind: 'unwanted', name: 'config.json' });
  });

  test('by many files is not unpacked', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}`, text('x')]));
    expect(await openModelFile(changed(many))).toEqual({ kind: 'not-a-model-file' });
  });

  test('by a file that unpacks to more than a model has is not unpacked', async () => {
    const zeros = new Uint8Array(65 * 2 ** 20);
    expect(await openModelFile(changed({ 'model.onnx': zeros }))).toEqual({ kind: 'unwanted', name: 'model.onnx' });
    // One that claims less than it holds ends where its claim does.
    const lying = Buffer.from(zipSync({ 'manifest.json': new Uint8Array(40_000) }));
    for (let at = 0; at < lying.length - 4; at++) if (lying.readUInt32LE(at) === 40_000) lying.writeUInt32LE(10, at);
    expect(await openModelFile(lying)).toEqual({ kind: 'not-a-model-file' });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['no zip', text('PK? no')],
    ['half of one', packed().subarray(0, 500)],
    ['a zip without a manifest', zipSync({ 'README.md': text('x') })],
    ['a manifest that is no JSON', zipSync({ 'manifest.json': text('{') })],
  ])('%s is no model file', async (_, bytes) => {
    expect(await openModelFile(bytes)).toEqual({ kind: 'not-a-model-file' });
  });
});
