import { afterEach, expect, it, vi } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { fakeElectron } from '../testing/fake-electron.ts';
import { commandArguments } from './command-arguments.ts';

const { argv } = process;
const catchers = process.listeners('uncaughtException');

afterEach(() => {
  process.argv = argv;
  process.exitCode = undefined;
  for (const each of process.listeners('uncaughtException')) {
    if (!catchers.includes(each)) process.off('uncaughtException', each);
  }
  vi.restoreAllMocks();
  vi.resetModules();
});

/** Starts the desktop program as an executable is started, and waits until it ends. */
async function runExecutable(...args: string[]) {
  const electron = fakeElectron();
  vi.doMock('electron', () => electron.module);
  const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text, ...rest) => {
      said[name] += text;
      for (const each of rest) if (typeof each === 'function') each();
      return true;
    });
  }
  process.argv = ['/opt/Faceward/faceward-desktop', ...args];
  await import('./main.ts');
  await vi.waitFor(() => expect(electron.exits).not.toEqual([]), { timeout: 10_000 });
  return { ...electron, ...said };
}

it('takes for a command what stands behind a --, and only that', () => {
  const executable = '/opt/Faceward/faceward-desktop';
  expect(commandArguments([executable])).toBeNull();
  expect(commandArguments([executable, '--data', '/srv/site', 'train'])).toBeNull();
  expect(commandArguments([executable, '--'])).toEqual([]);
  expect(commandArguments([executable, '--ozone-platform=headless', '--', 'verify', '--', '--odd.pdf'])).toEqual([
    'verify',
    '--',
    '--odd.pdf',
  ]);
});

it('runs a command without a window, and ends with its exit code', async () => {
  const { stdout, exits, windows, handlers, schemes } = await runExecutable(
    '--ozone-platform=headless',
    '--',
    '--version',
  );
  expect(stdout).toBe(`${manifest.version}\n`);
  expect(exits).toEqual([0]);
  expect([windows, [...handlers], schemes]).toEqual([[], [], []]);
});

it('ends with the exit code of misuse after telling what is wrong', async () => {
  const { stderr, exits } = await runExecutable('--', 'train', '--learner', 'guessing');
  expect(stderr).toMatch(/argument 'guessing' is invalid/);
  expect(exits).toEqual([2]);
});

it('writes an error that nothing caught, and ends, where Electron would open a box', async () => {
  vi.doMock('../cli/run-faceward.ts', () => ({
    runFaceward: () => new Promise(() => process.emit('uncaughtException', new Error('out of the blue'))),
  }));
  const written = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { errors, exits } = await runExecutable('--', 'doctor');
  vi.doUnmock('../cli/run-faceward.ts');
  expect(written).toHaveBeenCalledExactlyOnceWith(new Error('out of the blue'));
  expect(errors).toEqual([]);
  expect(exits).toEqual([1]);
});
