import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import manifest from '../package.json' with { type: 'json' };
import { SANDBOX_ARGUMENTS } from './support/browser.ts';
import { expect, test } from './support/test.ts';

/**
 * The executable of an installed program. Its fuses keep Playwright out, which drives Electron by Node's inspector; so its
 * commands are run, and its window is seen to open.
 */
const PROGRAM = process.env.FACEWARD_INSTALLED ?? '';

test.beforeEach(({ hostKind }) => {
  const reason = 'FACEWARD_INSTALLED names no installed program';
  if (!PROGRAM) console.log(`skipped: ${reason}`);
  test.skip(!PROGRAM || hostKind !== 'desktop', reason);
});

/** Runs a command as `faceward` does. */
async function faceward(args: readonly string[], { switches = [] as string[], env = {} } = {}) {
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  const child = spawn(PROGRAM, [...SANDBOX_ARGUMENTS, ...headless, ...switches, '--', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code, stdout };
}

test('examines itself: engines, store, models and window are there', async ({ dataDir }) => {
  const { code, stdout } = await faceward(['doctor', '--json', '--data', dataDir]);
  const { findings } = JSON.parse(stdout) as { findings: { name: string; state: string; text: string }[] };
  const of = (name: string) => findings.find((each) => each.name === name);
  for (const name of ['wasm', 'encryption', 'base', 'desktop', 'built'])
    expect(of(name)).toMatchObject({ state: 'ok' });
  expect(of('webgpu')?.text).not.toMatch(/has no build that loads/);
  expect(code).toBe(0);
});

test('passes the exit code on', async () => {
  expect(await faceward(['train'])).toMatchObject({ code: 2 });
});

test('is no Node for whoever asks for one', async () => {
  const asNode = { switches: ['-p', '6 * 7'], env: { ELECTRON_RUN_AS_NODE: '1' } };
  expect(await faceward(['--version'], asNode)).toEqual({ code: 0, stdout: `${manifest.version}\n` });
});

test('opens its window, and no inspector', async ({ dataDir }) => {
  const child = spawn(PROGRAM, [...SANDBOX_ARGUMENTS, '--inspect=0', '--remote-debugging-port=0', '--data', dataDir], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const said: string[] = [];
    const port = await new Promise<string>((resolve) => {
      createInterface({ input: child.stderr }).on('line', (line) => {
        said.push(line);
        const listening = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line);
        if (listening) resolve(listening[1]!);
      });
    });
    const pages = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
      return ((await answer.json()) as { url: string; title: string }[]).map(({ url, title }) => [
        new URL(url).host,
        title,
      ]);
    };
    await expect.poll(pages).toContainEqual(['faceward', 'Faceward']);
    expect(said.join('\n')).not.toContain('Debugger listening');
  } finally {
    await end(child);
  }
});

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  if (child.exitCode === null && child.kill()) await exited;
}
