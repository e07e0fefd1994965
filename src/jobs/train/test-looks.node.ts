import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { folderKey } from '../dataset/subject-keys.node.ts';

const lookSchema = z.object({ testHash: z.string(), modelId: z.string(), atIso: z.string() });

/** One look at a test set. */
export interface TestLook {
  /** Hash of the subjects in it: test-set-hash.node.ts. */
  readonly testHash: string;
  readonly modelId: string;
  readonly atMs: number;
}

/**
 * Counts a look at a test set. With each look at the same test images it becomes likelier that what was chosen by them
 * fits them by chance, so figures must be read together with the number of looks.
 *
 * A set is named by a hash under the folder's key, since a small one could be guessed from a plain hash.
 *
 * The looks are lines of `test-looks.jsonl`, which only ever grows. A line that cannot be read counts as a look, since it
 * was one.
 *
 * @param dataDir The site's folder of data; made if need be.
 * @returns The number of this look, from 1.
 */
export function countTestLook(dataDir: string, { testHash, modelId, atMs }: TestLook): number {
  const file = looksFile(dataDir);
  const look: z.infer<typeof lookSchema> = {
    testHash: folderKey(dataDir).seal(testHash),
    modelId,
    atIso: new Date(atMs).toISOString(),
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  appendFileSync(file, `${JSON.stringify(look)}\n`);
  return testLooks(dataDir, testHash);
}

/**
 * Counts looks that were made where this folder was not at hand, as on the machines of a cluster; one that is counted already is
 * not counted again.
 */
export function countLooksFromElsewhere(dataDir: string, looks: readonly TestLook[]): void {
  const counted = new Set(linesOf(looksFile(dataDir)).map(modelIn));
  for (const look of looks) if (!counted.has(look.modelId)) countTestLook(dataDir, look);
}

/** How often a test set has been looked at. Looks nothing up in it, and counts no look. */
export function testLooks(dataDir: string, testHash: string): number {
  const lines = linesOf(looksFile(dataDir));
  if (lines.length === 0) return 0;
  // An earlier version wrote the hash as it is.
  const counted = [null, testHash, folderKey(dataDir).seal(testHash)];
  return lines.filter((line) => counted.includes(hashIn(line))).length;
}

function looksFile(dataDir: string): string {
  return join(dataDir, 'test-looks.jsonl');
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function hashIn(line: string): string | null {
  return lookIn(line)?.testHash ?? null;
}

function modelIn(line: string): string | null {
  return lookIn(line)?.modelId ?? null;
}

/** @returns Null where the line cannot be read. */
function lookIn(line: string): z.infer<typeof lookSchema> | null {
  try {
    return lookSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
