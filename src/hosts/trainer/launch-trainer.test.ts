import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { knowWasm } from '../../core/engine/testing/known-wasm.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import { forkInElectron } from '../processes/fork-in-electron.ts';
import { forkUnderNode } from '../processes/fork-under-node.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { trainerLauncher } from './launch-trainer.ts';

const electron = await vi.hoisted(async () => (await import('../testing/fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron.module);

let root: string;
let datasetDir: string;

beforeAll(async () => {
  await electron.module.app.whenReady();
  root = mkdtempSync(join(tmpdir(), 'faceward-trainer-'));
  datasetDir = copySmallCohort(join(root, 'cohort'));
  // Known, lest each training measure what is tested elsewhere.
  await knowWasm(root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Four children and two adults of the demo cohort. */
function copySmallCohort(to: string): string {
  const from = join(projectFolders().resources, 'demo-cohort');
  const [header, ...rows] = readFileSync(join(from, 'manifest.csv'), 'utf8').trim().split('\n');
  const take = (group: string, count: number) => {
    const ofGroup = rows.filter((row) => row.startsWith(`${group}/`));
    const subjects = [...new Set(ofGroup.map((row) => row.split(',')[1]))].slice(0, count);
    return ofGroup.filter((row) => subjects.includes(row.split(',')[1]));
  };
  const kept = [...take('child', 4), ...take('adult', 2)];
  for (const path of kept.map((row) => row.split(',')[0]!)) {
    mkdirSync(join(to, path, '..'), { recursive: true });
    cpSync(join(from, path), join(to, path));
  }
  writeFileSync(join(to, 'manifest.csv'), [header, ...kept].join('\n'));
  return to;
}

/** A run that ends when it is told to, long before its thousand epochs are over. */
function endlessJob(name: string): TrainingJob {
  const shares = { train: 0.5, val: 0.25, test: 0.25 };
  return {
    name,
    shares,
    learner: 'supcon',
    regime: 'adults-as-augmentations',
    epochs: 1000,
    seed: 1,
    engine: 'wasm',
    dataDir: root,
    settings: { encoder: 'small' },
    datasetDirs: [datasetDir],
    outDir: join(root, name),
  };
}

const checkpointOf = (job: TrainingJob) => join(job.outDir, 'checkpoint', 'checkpoint.bin');

describe.each([
  ['child process', forkUnderNode],
  ['utility process', forkInElectron],
])('a training in a %s', (kind, start) => {
  const launch = trainerLauncher(start);

  it('tells its log as it goes, and stops with a checkpoint', { timeout: 120_000 }, async () => {
    const job = endlessJob(`stopped ${kind}`);
    const training = launch(job);
    const kinds = new Set<string>();
    for await (const record of training.records) {
      kinds.add(record.kind);
      if (record.kind === 'step') training.stop();
    }
    expect(await training.done).toEqual({ kind: 'stopped' });
    expect(kinds).toContain('stage');
    expect(existsSync(checkpointOf(job))).toBe(true);
  });

  it('fails with its reason, and its stack for the log only', async () => {
    const missing = join(root, 'missing');
    const training = launch({ ...endlessJob(`failed ${kind}`), datasetDirs: [missing] });
    for await (const _ of training.records);
    const end = await training.done;
    const failed = { kind: 'failed', failure: failure('dataset.no-folder', { dir: missing }) };
    expect(end).toEqual({ ...failed, details: expect.stringContaining(missing) });
  });
});

describe('a training in a child process', () => {
  it('stops with a checkpoint when its host is killed', { timeout: 120_000 }, async () => {
    const job = endlessJob('orphan');
    const [launcher, fork] = ['launch-trainer.ts', '../processes/fork-under-node.ts'].map(
      (file) => new URL(file, import.meta.url).href,
    );
    const program = `
      const { trainerLauncher } = await import(${JSON.stringify(launcher)});
      const { forkUnderNode } = await import(${JSON.stringify(fork)});
      for await (const record of trainerLauncher(forkUnderNode)(${JSON.stringify(job)}).records) console.log(record.kind);`;
    const host = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: host.stdout })) if (line === 'step') break;
    const killed = once(host, 'exit');
    host.kill('SIGKILL');
    await killed;
    await expect.poll(() => existsSync(checkpointOf(job)), { timeout: 30_000 }).toBe(true);
  });
});
