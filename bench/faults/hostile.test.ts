import '../../src/core/security/testing/cheap-passwords.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hostileKind, strangers } from './hostile/attacking.ts';
import { DOORS, loadDoor } from './hostile/doors.ts';
import { inFolder } from './hostile/protocol.ts';
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
