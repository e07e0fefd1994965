import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { trialFacts, trialFactsSchema } from './choice-facts.ts';
import { ENGINE_NAMES, type Engine, type EngineName, type EngineTrial } from './engine.ts';
import { makeFolder } from './make-folder.node.ts';

const FILE = 'engines.json';

const lookSchema = z.object({
  /** What was looked at: another version, another machine or another number of threads is another thing. */
  key: z.string(),
  lookedAtMs: z.number(),
  /** Against the cpu backend; null where it was not tried. */
  gradientError: z.number().nullable(),
  found: trialFactsSchema,
});

const looksSchema = z.object({
  formatVersion: z.literal(1),
  engines: z.partialRecord(z.enum(ENGINE_NAMES), lookSchema),
});

/** What an engine of this machine was found to be when it was last looked at. */
export type EngineLook = z.infer<typeof lookSchema>;

/**
 * What is known of this machine's engines from earlier looks: a speed is measured once, and not by whatever else the machine
 * is doing when a run begins.
 *
 * @param dataDir The site's folder of data; null knows nothing and keeps nothing.
 */
export function engineLooks(dataDir: string | null) {
  return {
    last: (name: EngineName): EngineLook | null => readLooks(dataDir)[name] ?? null,

    /** @returns Null where this engine, on this machine, has not been measured. */
    imagesPerSecond(engine: Engine): number | null {
      const look = readLooks(dataDir)[engine.name];
      return look?.key === keyOf(engine) && look.found.kind === 'tried' ? look.found.imagesPerSecond : null;
    },

    keep(trials: readonly EngineTrial[], lookedAtMs: number): void {
      if (dataDir === null) return;
      const looks = trials.map((trial): [EngineName, EngineLook] => [
        trial.name,
        {
          key: trial.kind === 'tried' ? keyOf(trial.engine) : '',
          lookedAtMs,
          gradientError: trial.kind === 'tried' ? trial.findings.gradientError : null,
          found: trialFacts(trial),
        },
      ]);
      writeLooks(dataDir, { ...readLooks(dataDir), ...Object.fromEntries(looks) });
    },
  };
}

type Looks = z.infer<typeof looksSchema>['engines'];

/** A file that is missing, damaged or of another version is as good as none: what it says is measured again. */
function readLooks(dataDir: string | null): Looks {
  if (dataDir === null) return {};
  try {
    return looksSchema.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))).engines;
  } catch {
    return {};
  }
}

/** Where it cannot be written, the next run measures again: that is no reason to end this one. */
function writeLooks(dataDir: string, engines: Looks): void {
  const file = join(dataDir, FILE);
  const unfinished = `${file}.${process.pid}`;
  try {
    makeFolder(dataDir);
    writeFileSync(
      unfinished,
      `${JSON.stringify({ formatVersion: 1, engines } satisfies z.input<typeof looksSchema>, null, 2)}\n`,
    );
    renameSync(unfinished, file);
  } catch {}
}

function keyOf({ name, device, versions, threads, workers = 1 }: Engine): string {
  const all = Object.entries(versions).map((each) => each.join(' '));
  const machine = `${cpus()[0]?.model ?? 'an unknown processor'} x ${availableParallelism()}`;
  return [name, JSON.stringify(device), ...all.sort(), `threads ${threads}`, `workers ${workers}`, machine].join('; ');
}
