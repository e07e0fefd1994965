import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { act } from './acting.ts';
import { nextKillWithinMs, outcomeOf } from './kill.ts';
import { allKinds } from './kinds.ts';
import { storeIn } from './scenarios/made-store.ts';
import { loadScenario, SCENARIOS } from './scenarios.ts';
import { Tally } from './tally.ts';
import { type Kind, Trials } from './trial.ts';

const root = mkdtempSync(join(tmpdir(), 'faceward-faults-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Their processes, or the service that they load, take seconds to begin or to be looked at. */
const SLOW = [
  ...['training-checkpoints', 'train-resume', 'model-folder'],
  ...['planned-backups', 'restore', 'opening', 'erase', 'users', 'set-up'],
].map((name) => `kill ${name}`);
const FLIPS = 12;

describe('a short form of bench/faults.ts', () => {
  const trials = new Trials(mkdtempSync(join(root, 'trials-')));

  it.each(
    allKinds().filter(({ name }) => !SLOW.includes(name) && !name.startsWith('full disk')),
  )('$name: nothing is lost, corrupt or crashed', async (kind) => {
    const times = kind.name.startsWith('flip') ? FLIPS : 1;
    for (let trial = 0; trial < times; trial += 1) {
      expect((await trials.run(kind, { seed: 3, trial })).findings).toEqual([]);
    }
  });
});

describe('the harness itself', () => {
  async function killedSession() {
    const scenario = await loadScenario('session');
    const folder = mkdtempSync(join(root, 'killed-'));
    await scenario.prepare(folder);
    const kill = { killAfterMs: null, killAfterAcknowledged: 10 };
    const acted = await act({ scenario: 'session', folder, seed: 1, trial: 0, ...kill });
    return { scenario, folder, acted };
  }

  it('finds what is lost', async () => {
    const { scenario, folder, acted } = await killedSession();
    const end = await outcomeOf(scenario, folder, { ...acted, acknowledged: [...acted.acknowledged, 'batch 99999'] });
    expect(end.findings).toEqual([{ kind: 'lost', what: 'batch 99999' }]);
  });

  it('finds a log that is gone', async () => {
    const { scenario, folder, acted } = await killedSession();
    expect(acted).toMatchObject({ end: 'killed' });
    for (const suffix of ['-wal', '-shm']) rmSync(storeIn(folder) + suffix, { force: true });
    const { findings } = await outcomeOf(scenario, folder, acted);
    expect(findings.filter(({ kind }) => kind === 'lost')).toHaveLength(acted.acknowledged.length);
  });

  it('finds a store that cannot be opened, and a deed that ends with an error', async () => {
    const { scenario, folder, acted } = await killedSession();
    writeFileSync(storeIn(folder), readFileSync(storeIn(folder)).fill(0, 0, 9000));
    const { findings } = await outcomeOf(scenario, folder, acted);
    expect(findings).toMatchObject([{ kind: 'corrupt', what: expect.stringContaining('Error') }]);
    rmSync(storeIn(folder));
    const failed = await act({ scenario: 'session', folder, seed: 1, trial: 0, killAfterMs: null });
    expect(failed).toMatchObject({ end: 'crashed', said: expect.stringContaining('StorePathError') });
  });

  it('goes on where a file of earlier trials ends, and refuses one of another seed', () => {
    const file = join(root, 'tally.jsonl');
    const kind = 'kill session';
    const outcome = { kind, end: 'killed', acknowledged: 3 } as const;
    new Tally(file, 7).add({ ...outcome, trial: 0, findings: [] });
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"kind":"kill ses`);
    const again = new Tally(file, 7);
    expect([again.trials, again.next(kind)]).toEqual([1, 1]);
    again.add({ ...outcome, trial: 1, findings: [{ kind: 'lost', what: 'batch 2' }] });
    expect(again.rows().at(-1)).toMatch(/^all +2 +2 +1 +0 +0 +killed 2$/);
    expect(again.bad).toMatchObject([{ trial: 1 }]);
    expect(new Tally(file, 7).trials).toBe(2);
    expect(() => new Tally(file, 8)).toThrow('was begun with --seed 7');
    writeFileSync(file, 'something else');
    expect(() => new Tally(file, 7)).toThrow('name another file');
  });

  it('makes what a kind begins with once, also for two trials that begin beside each other', async () => {
    const trials = new Trials(mkdtempSync(join(root, 'beside-')));
    let times = 0;
    const kind: Kind = {
      name: 'kill nothing',
      skipped: null,
      async prepare(folder) {
        times += 1;
        await setTimeout(5);
        writeFileSync(join(folder, 'made'), '');
      },
      run: async (prepared) => ({ end: readdirSync(prepared).join(), acknowledged: 0, findings: [] }),
    };
    const outcomes = await Promise.all([0, 1].map((trial) => trials.run(kind, { seed: 1, trial })));
    expect([times, ...outcomes.map(({ end }) => end)]).toEqual([1, 'made', 'made']);
  });

  it('kills later where a late kill found nothing done, and no later for one that came early', () => {
    const acted = { acknowledged: [], end: 'killed', tookMs: 90, said: '' } as const;
    expect(nextKillWithinMs(acted, { killAfterMs: 90, killWithinMs: 100 })).toBe(150);
    expect(nextKillWithinMs(acted, { killAfterMs: 10, killWithinMs: 100 })).toBe(100);
    expect(nextKillWithinMs({ ...acted, acknowledged: ['one'] }, { killAfterMs: 90, killWithinMs: 100 })).toBe(100);
    expect(nextKillWithinMs({ ...acted, end: 'done', tookMs: 50 }, { killAfterMs: 90, killWithinMs: 100 })).toBeCloseTo(
      55,
    );
  });

  it('finds a restored file of which one byte is another', async () => {
    const scenario = await loadScenario('restore');
    const folder = mkdtempSync(join(root, 'restored-'));
    await scenario.prepare(folder);
    // It puts the backup back itself, to see that nothing is in the way.
    expect(await scenario.check(folder, [])).toEqual([]);
    const changed = join(folder, 'restored-0', 'studies', 'cells.json');
    const bytes = readFileSync(changed);
    bytes[1000]! ^= 1;
    writeFileSync(changed, bytes);
    expect(await scenario.check(folder, [])).toEqual([
      { kind: 'corrupt', what: expect.stringMatching(/^restored-0 .+cells\.json$/) },
    ]);
  });

  it.each([
    ['kills', []],
    ['hostile inputs', ['--hostile']],
  ])('makes passwords cheap before anything asks what they cost: %s', (_, mode) => {
    const program = `await import('./faults.ts');
      console.log((await import('../src/core/security/scrypt-cost.ts')).SCRYPT_N);`;
    const args = ['--no-warnings', '--input-type=module', '--eval', program, '--', '--trials', '0', ...mode];
    const bench = join(import.meta.dirname, '..');
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: bench, encoding: 'utf8' });
    expect([stderr, stdout.trim().split('\n').at(-1)]).toEqual(['', String(2 ** 15)]);
  });

  it('names the scenarios where a name is none', async () => {
    await expect(loadScenario('toString')).rejects.toThrow(Object.keys(SCENARIOS).join(', '));
  });
});
