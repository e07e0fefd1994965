import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { knowWasm } from '../../core/engine/testing/known-wasm.node.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';

const CHILDREN = ['KID-AALSCHOLVER', 'KID-BOERENZWALUW', 'KID-CETTI', 'KID-DODAARS', 'KID-EIDER', 'KID-FUUT'];

let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'faceward-unsealed-'));
  await knowWasm(root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Files below the folder that hold one of the words or pictures. */
function filesWith(wanted: readonly (string | Buffer)[]): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((each) => bytes.includes(each));
    });
}

/** Runs a program that lays pictures out and trains on them in a process of its own; to be killed at a step. */
function killedHost(pictures: string, job: TrainingJob) {
  const href = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const program = `
    import { readFileSync } from 'node:fs';
    const { writeKeptPictures } = await import(${href('../../core/dataset/kept-pictures-folder.node.ts')});
    const { trainerLauncher } = await import(${href('./launch-trainer.ts')});
    const { forkUnderNode } = await import(${href('../processes/fork-under-node.ts')});
    const given = JSON.parse(readFileSync(0, 'utf8'));
    const pictures = given.map((each) => ({ ...each, grey: Buffer.from(each.grey, 'base64') }));
    writeKeptPictures(${JSON.stringify(job.datasetDirs[0])}, pictures, { shows: 'noise', realChildren: false, licence: null });
    const training = trainerLauncher(forkUnderNode)(${JSON.stringify(job)});
    for await (const record of training.records) console.log(record.kind);
    console.log(JSON.stringify(await training.done));`;
  const host = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: join(root, 'tmp') },
  });
  host.stdin.end(pictures);
  return host;
}

it('a host killed in the midst of a training leaves no picture and no code that can be read', {
  timeout: 120_000,
}, async () => {
  mkdirSync(join(root, 'tmp'));
  const pictures = CHILDREN.flatMap((subject) =>
    EMOTIONS.map((emotion) => ({ subject, ageYears: 6, emotion, grey: randomBytes(3600) })),
  );
  // Three places of each picture: a copy of any part of it is found.
  const marks = pictures.flatMap(({ grey }) => [0, 1700, 3500].map((at) => grey.subarray(at, at + 48)));
  const job: TrainingJob = {
    name: 'noise',
    shares: { train: 0.5, val: 0.25, test: 0.25 },
    learner: 'supcon',
    regime: 'children',
    epochs: 1000,
    seed: 1,
    engine: 'wasm',
    dataDir: root,
    settings: { encoder: 'small' },
    datasetDirs: [join(root, 'pictures', 'run', 'ward')],
    outDir: join(root, 'run'),
  };
  const host = killedHost(
    JSON.stringify(pictures.map((each) => ({ ...each, grey: each.grey.toString('base64') }))),
    job,
  );
  const kinds: string[] = [];
  for await (const line of createInterface({ input: host.stdout })) {
    kinds.push(line);
    if (line === 'step') break;
  }
  expect(kinds.at(-1)).toBe('step');
  const ended = once(host, 'exit');
  host.kill('SIGKILL');
  await ended;
  expect(readdirSync(job.datasetDirs[0]!).sort()).toEqual(['dataset.yaml', 'kept-pictures.bin', 'kept-pictures.csv']);
  expect(filesWith([...marks, ...CHILDREN])).toEqual([]);
  // The search finds what lies open.
  writeFileSync(join(root, 'open.bin'), pictures[4]!.grey);
  expect(filesWith(marks)).toEqual([join(root, 'open.bin')]);
  // Its trainer ends with a checkpoint, which holds none either.
  const checkpoint = join(job.outDir, 'checkpoint', 'checkpoint.bin');
  await expect.poll(() => existsSync(checkpoint), { timeout: 60_000 }).toBe(true);
  rmSync(join(root, 'open.bin'));
  expect(filesWith([...marks, ...CHILDREN])).toEqual([]);
});
