import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { z } from 'zod';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import type { RoundPlace } from './place-of-round.node.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.object({
  /** Tells entries apart. */
  id: z.string(),
  atIso: z.string(),
  task: z.enum(['fit', 'measure']),
  round: z.number().int().min(1),
  /** Whether a federation began here, from weights that this site had not seen in a later round. */
  begins: z.boolean(),
  /** Of the trained tensors that came, without the statistics that a site measures. */
  trainedIn: sha256,
  /** Of the files. */
  weightsIn: sha256,
  weightsOut: sha256,
  images: z.number().int(),
  children: z.number().int(),
  childrenLeftOut: z.number().int(),
  /** Digests of the children whose consent counted. */
  of: z.array(z.string()),
});

/** One round as the site that took part remembers it. */
export type LedgerEntry = z.infer<typeof entrySchema>;

/** @throws Error naming the line that is no entry: what a model was made of must not be guessed. */
export function readLedger({ ledger }: Pick<RoundPlace, 'ledger'>): LedgerEntry[] {
  if (!existsSync(ledger)) return [];
  const lines = readFileSync(ledger, 'utf8').split('\n');
  // A last line without an end was cut off by a kill, before anything left the site.
  return lines.slice(0, -1).map((line, index) => {
    const entry = entrySchema.safeParse(jsonOf(line));
    if (entry.success) return entry.data;
    throw new Error(`an entry of a round was expected in line ${index + 1} of ${ledger}: put back a copy of the file`);
  });
}

/** Writes an entry, for its owner's eyes, before what it tells of leaves the site. */
export function enterRound({ dir, ledger }: Pick<RoundPlace, 'dir' | 'ledger'>, entry: LedgerEntry): void {
  makeFolder(dir, 0o700);
  if (existsSync(ledger)) {
    const bytes = readFileSync(ledger);
    truncateSync(ledger, bytes.lastIndexOf('\n') + 1);
  }
  appendFileSync(ledger, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

/**
 * Whether a round is the first of a federation: it says so, and no later round of this site has seen its weights. The
 * statistics do not count, since the coordinator changes them between two rounds.
 */
export function beginsWith(
  entries: readonly LedgerEntry[],
  { task, round, trainedIn }: Pick<LedgerEntry, 'task' | 'round' | 'trainedIn'>,
): boolean {
  const isLater = (each: LedgerEntry) => each.round > 1 || each.task === 'measure';
  return task === 'fit' && round === 1 && !entries.some((each) => isLater(each) && each.trainedIn === trainedIn);
}

/** Digests of the children who are in the weights of a federation, by what this site gave to it. */
export function inWeights(entries: readonly LedgerEntry[]): Set<string> {
  const from = entries.findLastIndex(({ begins }) => begins);
  return new Set(entries.slice(Math.max(0, from)).flatMap(({ of }) => of));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
