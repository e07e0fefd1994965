import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSafetensorsFloats, tensorPlaces } from '../../../core/registry/safetensors.ts';
import { runHere } from '../testing/run-here.ts';
import { writeTinyDataset } from '../testing/tiny-dataset.ts';

const SLOW = 300_000;

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-round-'));
  for (const [name, realChildren] of [
    ['rendered', false],
    ['real', true],
  ] as const) {
    await writeTinyDataset(at(name), { children: 6, adults: 2 });
    writeFileSync(join(at(name), 'dataset.yaml'), `shows: faces for a test\nrealChildren: ${realChildren}\n`);
  }
  site('rendered.json', {});
  const start = await round('start', '--federation', at('rendered.json'), '--out', at('start.safetensors'));
  expect(start).toMatchObject({ code: 0, answer: { task: 'start', round: 0, modelId: 'base' } });
}, SLOW);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Writes a federation file; its paths are from its own folder on. */
function site(name: string, change: Record<string, unknown>): string {
  const file = {
    data: `data-${name}`,
    dataset: ['rendered'],
    steps: 2,
    engine: 'wasm',
    threads: 1,
    set: { batchChildren: 4 },
    ...change,
  };
  writeFileSync(at(name), JSON.stringify(file));
  return at(name);
}

/** Runs a task; `answer` is the one line that it prints. */
async function round(task: string, ...more: string[]) {
  const { code, stdout, stderr } = await runHere(['federated-round', '--task', task, ...more]);
  return { code, stderr, answer: stdout === '' ? null : JSON.parse(stdout) };
}

const fitAt = (federation: string, weights = at('start.safetensors'), number = '1', out = at('out.safetensors')) =>
  round('fit', '--federation', federation, '--round', number, '--weights', weights, '--out', out);

const children = () =>
  readFileSync(join(at('real'), 'manifest.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[1]!)
    .filter((subject, index, all) => subject?.startsWith('c') && all.indexOf(subject) === index);

it('fits and measures: what is shared has moved, all else is as it came, byte for byte', {
  timeout: SLOW,
}, async () => {
  const { code, answer } = await fitAt(at('rendered.json'));
  expect(code).toBe(0);
  expect(answer).toMatchObject({ task: 'fit', round: 1, imagesAs: 'count', childrenLeftOut: 0 });
  const [came, went] = [readFileSync(at('start.safetensors')), readFileSync(at('out.safetensors'))];
  const places = tensorPlaces(came);
  expect(tensorPlaces(went)).toEqual(places);
  const kept = places.filter(({ begin, end }) => came.subarray(begin, end).equals(went.subarray(begin, end)));
  expect(kept.map(({ name }) => name)).toEqual(answer.kept);
  expect(answer.kept).toEqual(expect.arrayContaining(['head.weight', 'stem.norm.mean', 'features.norm.variance']));

  const measured = await round(
    'measure',
    ...['--federation', at('rendered.json'), '--round', '1'],
    ...['--weights', at('out.safetensors'), '--out', at('measured.safetensors')],
  );
  expect(measured).toMatchObject({ code: 0, answer: { task: 'measure', images: answer.images, loss: null } });
  const statistics = readSafetensorsFloats(readFileSync(at('measured.safetensors')));
  const layers = places.filter(({ name }) => name.endsWith('.norm.mean')).map(({ name }) => name.slice(0, -5));
  const parts = layers.flatMap((layer) => [`${layer}.count`, `${layer}.mean`, `${layer}.variance`]);
  expect(Object.keys(statistics).sort()).toEqual(parts.sort());
  expect([...statistics['stem.norm.count']!.data]).toEqual([answer.images]);
});

it('hands weights back as they came where no step is asked for, other types with them', { timeout: SLOW }, async () => {
  const came = withInteger(readFileSync(at('start.safetensors')));
  writeFileSync(at('integer.safetensors'), came);
  const none = await fitAt(site('none.json', { steps: 0, data: 'data-rendered.json' }), at('integer.safetensors'));
  expect(none).toMatchObject({ code: 0, answer: { loss: null } });
  expect(readFileSync(at('out.safetensors')).equals(came)).toBe(true);

  const all = site('all.json', {
    share: 'all',
    learner: 'cross-entropy',
    imageCountAs: 'band',
    data: 'data-rendered.json',
  });
  const { answer } = await fitAt(all, at('integer.safetensors'));
  expect(answer.kept).toContain('steps.done');
  expect(answer.kept).not.toContain('head.weight');
  expect(answer).toMatchObject({ imagesAs: 'band', images: 30, children: 1 });
  const went = readFileSync(at('out.safetensors'));
  const { begin, end } = tensorPlaces(went).find(({ name }) => name === 'steps.done')!;
  expect(went.readBigInt64LE(begin)).toBe(41n);
  expect(end - begin).toBe(8);
});

it('trains with those who agreed only, and takes part no more once one of them has withdrawn', {
  timeout: SLOW,
}, async () => {
  const all = children();
  expect(all).toHaveLength(6);
  const nobody = await fitAt(site('nobody.json', { dataset: ['real'] }));
  expect(nobody).toMatchObject({ code: 3, answer: { refused: 'no-consent' } });
  expect(nobody.answer.words).toMatch(/Nobody says for which children on “real”/);

  const real = site('real.json', { dataset: ['real'], mayShare: 'agreed.txt', steps: 0 });
  writeFileSync(at('agreed.txt'), '# families who agreed\nNOBODY\n');
  expect(await fitAt(real)).toMatchObject({ code: 3, answer: { refused: 'no-consent' } });
  writeFileSync(at('agreed.txt'), `${all.slice(0, 5).join('\n').toUpperCase()}\n`);
  const first = await fitAt(real);
  expect(first).toMatchObject({ code: 0, answer: { children: 3, childrenLeftOut: 1 } });

  const trained = JSON.parse(readFileSync(join(at('data-real.json'), 'federation', 'rounds.jsonl'), 'utf8')).of;
  expect(trained).toHaveLength(3);
  expect(JSON.stringify(trained)).not.toContain(all[0]!);
  // Another child takes part in the place of each: three of them trained in the first round.
  const refusals = [];
  for (const withdrawn of all.slice(0, 5)) {
    writeFileSync(at('agreed.txt'), all.filter((each) => each !== withdrawn).join('\n'));
    const { code, answer } = await fitAt(real, at('start.safetensors'), '2', at('second.safetensors'));
    if (code === 3) refusals.push(answer);
    // What that child has given to the second round is no matter here.
    const ledger = join(at('data-real.json'), 'federation', 'rounds.jsonl');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').split('\n').slice(0, 1).join('\n').concat('\n'));
  }
  expect(refusals).toHaveLength(3);
  expect(refusals[0]).toEqual({
    refused: 'withdrawn-child',
    words: expect.stringContaining('1 child that an earlier'),
  });
});

it('makes a candidate of what came back, with who took part on its card', { timeout: SLOW }, async () => {
  const weights = readFileSync(at('start.safetensors'));
  const sha256 = createHash('sha256').update(weights).digest('hex');
  const report = {
    format: 'faceward-federation/1',
    rounds: 3,
    sites: [
      { site: 'North', rounds: 3, images: 57, imagesAs: 'count' },
      { site: 'South | West', rounds: 2, images: '100', imagesAs: 'band' },
    ],
    share: 'encoder',
    startSha256: sha256,
    weightsSha256: sha256,
    flower: '1.41.0',
  };
  const candidate = async (name: string, change: object) => {
    writeFileSync(at('FEDERATION.json'), JSON.stringify({ ...report, ...change }));
    const given = ['--weights', at('start.safetensors'), '--report', at('FEDERATION.json')];
    return await round('candidate', '--federation', at('rendered.json'), ...given, '--out', at(name));
  };
  const made = await candidate('from-several', {});
  expect(made).toMatchObject({ code: 0, answer: { task: 'candidate', id: 'from-several' } });
  const config = JSON.parse(readFileSync(join(at('from-several'), 'config.json'), 'utf8'));
  expect(config.comparison).toMatchObject({ referenceModelId: 'base' });
  expect(config.training.startFrom).toEqual({ id: 'base', weightsSha256: sha256 });
  const card = readFileSync(join(at('from-several'), 'README.md'), 'utf8');
  expect(card).toContain('| North | 3 | 57 |\n| South   West | 2 | 100 or more (a band) |');
  expect(card).toContain('averaged in 3 rounds');

  const other = await candidate('another', { weightsSha256: 'b'.repeat(64) });
  expect(other).toMatchObject({ code: 3, answer: { refused: 'weights' } });
});

it('carries a round as signed files, and uses none that is of another key or round, or changed', {
  timeout: SLOW,
}, async () => {
  for (const name of ['coordinator', 'north', 'stranger']) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(at(`${name}.key`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(at(`${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  }
  const none = site('carried.json', { steps: 0 });
  const handed = await round(
    'hand-out',
    ...['--round', '4', '--weights', at('start.safetensors')],
    ...['--key', at('coordinator.key'), '--export', at('handed.faceward-round')],
  );
  expect(handed).toMatchObject({ code: 0, answer: { task: 'fit', round: 4 } });
  const take = (trust: string, number: string, file = at('handed.faceward-round'), task = 'fit') =>
    round(
      task,
      ...['--federation', none, '--round', number, '--import', file, '--trust', at(trust)],
      ...['--key', at('north.key'), '--export', at('answer.faceward-round')],
    );
  const changed = readFileSync(at('handed.faceward-round'));
  changed[changed.length - 1]! ^= 1;
  writeFileSync(at('changed.faceward-round'), changed);
  for (const [refusal, words] of [
    [await take('stranger.pub', '4'), /signed with another key/],
    [await take('coordinator.pub', '5'), /handed-out, fit, 5 was expected, and handed-out, fit, 4 found/],
    [await take('coordinator.pub', '4', undefined, 'measure'), /handed-out, measure, 4 was expected/],
    [await take('coordinator.pub', '4', at('changed.faceward-round')), /is not as it was signed/],
    [await take('coordinator.pub', '4', at('start.safetensors')), /no file of a round, or an unsigned one/],
  ] as const) {
    expect(refusal).toMatchObject({ code: 3, answer: { refused: 'round-file' } });
    expect(refusal.answer.words).toMatch(words);
  }
  const went = await take('coordinator.pub', '4');
  expect(went.code).toBe(0);
  const back = await round(
    'take-back',
    ...['--round', '4', '--import', at('answer.faceward-round'), '--trust', at('north.pub'), '--out', at('back')],
  );
  expect(back).toMatchObject({ code: 0, answer: went.answer });
  expect(readFileSync(at('back')).equals(readFileSync(at('start.safetensors')))).toBe(true);
});

it.each([
  ['a name that it does not know', { command: 'rm' }, 'federation-file', /holds what it may not hold: command/],
  [
    'steps that are none',
    { steps: -1 },
    'federation-file',
    /In the federation file .*steps was expected to be otherwise/,
  ],
  ['a setting that says where to end', { set: { maxSteps: 3 } }, 'federation-file', /may not hold: set\.maxSteps/],
  [
    'a dataset that is not there',
    { dataset: ['gone'] },
    'dataset',
    /The images of this site do not allow a round: .*gone/,
  ],
])('refuses a federation file with %s', async (_, change, refused, words) => {
  const { code, answer } = await fitAt(site('wrong.json', change));
  expect({ code, refused: answer.refused }).toEqual({ code: 3, refused });
  expect(answer.words).toMatch(words);
});

it('refuses weights of another net, and numbers that no training leaves', async () => {
  const start = readFileSync(at('start.safetensors'));
  const renamed = Buffer.from(start.toString('latin1').replace('"head.bias"', '"head.bent"'), 'latin1');
  writeFileSync(at('renamed.safetensors'), renamed);
  const other = await fitAt(at('rendered.json'), at('renamed.safetensors'));
  expect(other).toMatchObject({ code: 3, answer: { refused: 'weights' } });
  expect(other.answer.words).toMatch(/of head\.bias, F32 \[7\] was expected, and – found/);

  const { begin } = tensorPlaces(start).find(({ name }) => name === 'pool.weight')!;
  start.writeFloatLE(Number.NaN, begin);
  writeFileSync(at('nan.safetensors'), start);
  expect((await fitAt(at('rendered.json'), at('nan.safetensors'))).answer.words).toMatch(/pool\.weight holds NaN/);
});

it('says what is missing in the call', async () => {
  const { code, stderr } = await round('fit', '--federation', at('rendered.json'), '--out', at('out.safetensors'));
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'faceward: --round was expected beside --task fit\n' });
});

/** The same file with a whole number behind its tensors, as other programs keep one. */
function withInteger(bytes: Buffer): Buffer {
  const headerBytes = Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, 8 + headerBytes).toString());
  const data = bytes.subarray(8 + headerBytes);
  header['steps.done'] = { dtype: 'I64', shape: [], data_offsets: [data.length, data.length + 8] };
  const text = Buffer.from(JSON.stringify(header));
  const [length, number] = [Buffer.alloc(8), Buffer.alloc(8)];
  length.writeBigUInt64LE(BigInt(text.length));
  number.writeBigInt64LE(41n);
  return Buffer.concat([length, text, data, number]);
}
