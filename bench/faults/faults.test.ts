import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act } from './acting.ts';
import { outcomeOf } from './kill.ts';
import { allKinds } from './kinds.ts';
import { storeIn } from './scenarios/made-store.ts';
import { loadScenario, SCENARIOS } from './scenarios.ts';
import { Tally } from './tally.ts';
import { Trials } from './trial.ts';

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

  it('names the scenarios where a name is none', async () => {
    await expect(loadScenario('toString')).rejects.toThrow(Object.keys(SCENARIOS).join(', '));
  });
});
