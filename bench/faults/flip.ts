import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedLogError, DamagedStoreError, WrongKeyError } from '../../src/core/store/store-errors.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { act } from './acting.ts';
import type { Finding } from './scenario.ts';
import { storeIn } from './scenarios/made-store.ts';
import { loadScenario } from './scenarios.ts';
import { copyFolder, type Kind, textOf } from './trial.ts';

/** Which of a store's files is damaged; an index is made anew where it does not fit. */
const FILES = { log: '-wal', index: '-shm', file: '' } as const;

const ACKNOWLEDGED = 'acknowledged.json';
/** Some dozens of transactions in the log. */
const ACKNOWLEDGED_TRANSACTIONS = 60;

/**
 * Flips one bit of what a killed session has left, and opens it. It must be refused as damaged, with nothing written over
 * it, or all that was acknowledged must be there.
 */
export function flipKind(of: keyof typeof FILES): Kind {
  return {
    name: `flip ${of}`,
    skipped: null,

    async prepare(folder) {
      const scenario = await loadScenario('session');
      await scenario.prepare(folder);
      const acted = await act({
        scenario: 'session',
        folder,
        seed: 1,
        trial: 1,
        killAfterMs: null,
        killAfterAcknowledged: ACKNOWLEDGED_TRANSACTIONS,
      });
      writeFileSync(join(folder, ACKNOWLEDGED), JSON.stringify(acted.acknowledged));
    },

    async run(prepared, work, { seed, trial }) {
      copyFolder(prepared, work);
      const damaged = storeIn(work) + FILES[of];
      const bytes = readFileSync(damaged);
      // Spread over the file so that n trials visit n parts of it.
      const random = randomAt(seed, trial, 4);
      const share = (trial * GOLDEN + random.uniform() * 1e-3) % 1;
      const at = Math.floor(share * bytes.length);
      const bit = random.integer(8);
      bytes[at]! ^= 1 << bit;
      writeFileSync(damaged, bytes);
      const before = contentOf(work);
      const acknowledged: string[] = JSON.parse(readFileSync(join(work, ACKNOWLEDGED), 'utf8'));
      const said = (findings: Finding[]) =>
        findings.map((each) => ({ ...each, what: `bit ${bit} of byte ${at} of ${bytes.length}: ${each.what}` }));
      try {
        const findings = await (await loadScenario('session')).check(work, acknowledged);
        return { end: 'harmless', acknowledged: acknowledged.length, findings: said(findings) };
      } catch (error) {
        if (!isRefusal(error)) throw new Error(`bit ${bit} of byte ${at}: ${textOf(error)}`, { cause: error });
        const changed = before.filter(({ name, content }) => !readFileSync(join(work, name)).equals(content));
        const findings = changed.map(({ name }): Finding => ({ kind: 'corrupt', what: `${name} was written over` }));
        return { end: 'refused', acknowledged: acknowledged.length, findings: said(findings) };
      }
    },
  };
}

/** Multiples of it fill an interval evenly, whatever their number. */
const GOLDEN = 0.6180339887498949;

function isRefusal(error: unknown): boolean {
  return [DamagedLogError, DamagedStoreError, WrongKeyError].some((kind) => error instanceof kind);
}

function contentOf(folder: string): { name: string; content: Buffer }[] {
  return (
    readdirSync(folder, { withFileTypes: true })
      // SQLite makes the index anew for whoever looks at the store.
      .filter((entry) => entry.isFile() && !entry.name.endsWith(FILES.index))
      .map(({ name }) => ({ name, content: readFileSync(join(folder, name)) }))
  );
}
