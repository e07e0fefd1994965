import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import type { ProbeFinding } from '../../core/engine/webgpu/probe-program.node.ts';
import { forkInElectron } from './fork-in-electron.ts';
import { probeInElectron } from './probe-in-electron.ts';

const electron = await vi.hoisted(async () => (await import('../testing/fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron.module);

const PROGRAM = fileURLToPath(new URL('./testing/gpu-process.node.ts', import.meta.url));

it('says how a program ended that could not be started', async () => {
  const program = forkInElectron(PROGRAM);
  const ended = new Promise<string>((resolve) => program.onExit(resolve));
  program.send('gpu');
  expect(await ended).toMatch(/^at its start \(utilityProcess cannot be created before app is ready/);
});

it('tells a program, which can start no other, what GPU was found', async () => {
  await electron.module.app.whenReady();
  const { fork } = electron.module.utilityProcess;
  const started: string[] = [];
  vi.spyOn(electron.module.utilityProcess, 'fork').mockImplementation((entry, ...rest) => {
    started.push(entry);
    return fork(entry, ...rest);
  });
  const found = await probeInElectron();
  const program = forkInElectron<'gpu', ProbeFinding>(PROGRAM);
  const told = new Promise<ProbeFinding>((resolve) => program.onMessage(resolve));
  const ended = new Promise<string>((resolve) => program.onExit(resolve));
  program.send('gpu');
  expect(await told).toEqual(found);
  expect(await ended).toBe('0');
  expect(started).toEqual([expect.stringMatching(/probe-program/), expect.stringMatching(/probe-program/), PROGRAM]);
});

it('finds no GPU where the driver ends the process that looks', async () => {
  await electron.module.app.whenReady();
  vi.stubEnv('NODE_OPTIONS', '--require=/nowhere');
  expect(await probeInElectron()).toEqual({
    kind: 'absent',
    why: { reason: 'engine.fatal-driver', values: { how: 'code 1' } },
  });
  vi.unstubAllEnvs();
});
