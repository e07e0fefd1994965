import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hostileKind, strangers, watched } from './hostile/attacking.ts';
import { DOORS, loadDoor } from './hostile/doors.ts';
import { inFolder, SAYS_TO } from './hostile/protocol.ts';
import { wordless } from './hostile/words.ts';
import { Trials } from './trial.ts';

const root = mkdtempSync(join(tmpdir(), 'faceward-hostile-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Those whose process begins quickly; all of them are for bench/faults.ts --hostile. */
const QUICK = ['frames', 'signed-files'];

it('a short form of bench/faults.ts --hostile: every input ends in words', { timeout: 120_000 }, async () => {
  const trials = new Trials(mkdtempSync(join(root, 'trials-')));
  for (const name of QUICK) {
    const { findings, inputs } = await trials.run(hostileKind(name), { seed: 3, trial: 0 });
    expect({ name, findings }).toEqual({ name, findings: [] });
    expect(inputs).toBe((await loadDoor(name)).inputs);
  }
});

it('what is no message for a person is found, and what is one is not', () => {
  for (const text of [
    'Cannot read properties of null',
    "ENOENT: no such file, open 'x'",
    'it failed\n    at open (file:///a.ts:1:2)',
    'TypeError: it is not so',
    'call.unexpected',
    '',
  ]) {
    expect(wordless(text), text).not.toBeNull();
  }
  expect(wordless('The key file x is damaged. Keep it and put back a copy.')).toBeNull();
});

it('a process that something else kills is found like any that ends before it is done; one that hangs is found once', async () => {
  const begun = `require('node:fs').writeSync(${SAYS_TO}, '{"kind":"begun","input":2}\\n')`;
  const started = (code: string) =>
    spawn(process.execPath, ['--eval', `${begun}; ${code}`], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  // As the kernel ends what has taken all memory.
  const killed = await watched(started("process.kill(process.pid, 'SIGKILL')"), 60_000);
  expect(killed).toEqual({
    inputs: 0,
    findings: [{ kind: 'crashed', what: 'input 2: the process ended (SIGKILL): ' }],
  });
  const hung = await watched(started('setInterval(() => {}, 1000)'), 1000);
  expect(hung.findings).toEqual([{ kind: 'crashed', what: expect.stringMatching(/: no end within 1 s$/) }]);
});

it('what is written outside of the folders of a trial is found', () => {
  const work = mkdtempSync(join(root, 'work-'));
  const { out } = inFolder(work);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'mine'), '');
  expect(strangers(work)).toEqual([]);
  writeFileSync(join(out, '../../x'), '');
  expect(strangers(work)).toEqual([join('u', 'u', 'u', 'u', 'u', 'x')]);
});

it('names the doors where a name is none', async () => {
  await expect(loadDoor('toString')).rejects.toThrow(Object.keys(DOORS).join(', '));
});
