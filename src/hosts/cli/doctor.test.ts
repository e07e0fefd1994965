import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeModel } from '../../core/registry/model-folder.node.ts';
import { exampleModel } from '../../core/registry/testing/example-model.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { examineModels } from './doctor/examine-models.ts';
import { windowFindings } from './doctor/examine-window.ts';
import type { Finding } from './doctor/finding.ts';
import { runCli } from './testing/run-cli.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faceward-doctor-test-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** What TensorFlow writes by itself when its first graph runs, and nobody can turn off: docs/engines.md. */
const OF_TENSORFLOW = /^WARNING: All log messages before absl.*\nI0000 .*MLIR V1 optimization pass is not enabled\n$/;

it('finds an engine with right gradients and a store that only its key opens', async () => {
  const { code, stdout, stderr } = await runCli(['doctor', '--data', dir, '--json']);
  expect(stderr.replace(OF_TENSORFLOW, '')).toBe('');
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  const of = (area: string, name: string) => findings.find((each) => each.area === area && each.name === name);
  const chosen = of('engine', 'training');
  expect(chosen).toMatchObject({
    state: 'ok',
    text: expect.stringMatching(/^(tensorflow|webgpu|wasm) on .*, because/),
  });
  expect(of('engine', 'wasm')).toMatchObject({
    state: 'ok',
    text: expect.stringMatching(/^\d+ images a second on CPU/),
  });
  expect(of('store', 'encryption')).toMatchObject({ state: 'ok', text: expect.stringContaining('cipher sqlcipher') });
  expect(of('store', 'site')).toMatchObject({
    state: 'absent',
    text: `no site in ${dir} yet: the first start sets it up`,
  });
  expect(of('camera', 'live reading')).toMatchObject({ state: 'unknown' });
  expect(code).toBe(findings.some(({ state }) => state === 'failed') ? 1 : 0);
});

it('gives each model with what its card claims, and says which one is broken', async () => {
  const models = join(dir, 'models');
  const { config, tensors } = exampleModel();
  await writeModel(join(models, 'good'), config, tensors);
  await writeModel(join(models, 'headless'), config, tensors);
  await rm(join(models, 'headless', 'model.safetensors'));
  expect(await examineModels(models)).toEqual([
    {
      area: 'models',
      name: 'good',
      state: 'ok',
      text: expect.stringMatching(
        /balanced accuracy 0\.917 \[.*\] on rendered faces, 12 images of 4 subjects; not validated on real children/,
      ),
    },
    {
      area: 'models',
      name: 'headless',
      state: 'failed',
      text: expect.stringContaining('model.safetensors cannot be read'),
    },
  ]);
});

it('an installed program shows the window by its own Electron, and a checkout by the one it fetched, if it did', () => {
  const desktop = (running?: string) => windowFindings({ ...projectFolders(), root: dir }, running)[0];
  expect(desktop('45.4.1')).toMatchObject({ name: 'desktop', state: 'ok', text: "this program's own Electron 45.4.1" });
  expect(desktop()).toMatchObject({ name: 'desktop', state: 'absent', text: expect.stringContaining('npm start') });
});

it('fails where there is no model at all', async () => {
  expect(await examineModels(join(dir, 'none'))).toEqual([expect.objectContaining({ state: 'failed' })]);
});
