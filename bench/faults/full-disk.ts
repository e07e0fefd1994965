import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mountSmallDisk, NO_SMALL_DISK } from '../../src/core/training/testing/small-disk.node.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { act } from './acting.ts';
import { outcomeOf } from './kill.ts';
import { loadScenario } from './scenarios.ts';
import { copyFolder, type Kind } from './trial.ts';

const DISK_MB = 24;
/** At most so much of it is free when the deed begins. */
const MOST_FREE_BYTES = 1_500_000;
/** A deed that does not end on a full disk is killed. */
const KILLED_AFTER_MS = 5000;

/** Lets a scenario's deed run into the end of a small disk, and looks at what is left with the disk full and with room again. */
export function fullDiskKind(name: string): Kind {
  return {
    name: `full disk ${name}`,
    skipped: canMount() ? null : NO_SMALL_DISK,
    prepare: async (folder) => await (await loadScenario(name)).prepare(folder),

    async run(prepared, _work, { seed, trial }) {
      const scenario = await loadScenario(name);
      using disk = mountSmallDisk(DISK_MB);
      if (!disk) throw new Error(NO_SMALL_DISK);
      const folder = join(disk.dir, 'site');
      mkdirSync(folder);
      copyFolder(prepared, folder);
      // Mostly little: a deed that writes small files must meet the end as well.
      disk.fill(Math.floor(MOST_FREE_BYTES * randomAt(seed, trial, 3).uniform() ** 3));
      const acted = await act({ scenario: name, folder, seed, trial, killAfterMs: KILLED_AFTER_MS });
      const full = await outcomeOf(scenario, folder, acted);
      disk.makeRoom();
      const { findings } = await outcomeOf(scenario, folder, { ...acted, end: 'done' });
      const whileFull = full.findings.map((each) => ({ ...each, what: `with the disk full: ${each.what}` }));
      return { ...full, findings: [...whileFull, ...findings] };
    },
  };
}

let mountable: boolean | null = null;

function canMount(): boolean {
  if (mountable === null) {
    using disk = mountSmallDisk(1);
    mountable = disk !== null;
  }
  return mountable;
}
