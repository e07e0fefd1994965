import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

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
 * The looks are lines of `test-looks.jsonl`, which only ever grows. A line that cannot be read counts as a look, since it
 * was one.
 *
 * @param dataDir The site's folder of data; made if need be.
 * @returns The number of this look, from 1.
 */
export function countTestLook(dataDir: string, { testHash, modelId, atMs }: TestLook): number {
  const file = looksFile(dataDir);
  const look: z.infer<typeof lookSchema> = { testHash, modelId, atIso: new Date(atMs).toISOString() };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  appendFileSync(file, `${JSON.stringify(look)}\n`);
  return testLooks(dataDir, testHash);
}

/** How often a test set has been looked at. Looks nothing up in it, and counts no look. */
export function testLooks(dataDir: string, testHash: string): number {
  return linesOf(looksFile(dataDir)).filter((line) => [null, testHash].includes(hashIn(line))).length;
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

/** @returns Null where the line cannot be read. */
function hashIn(line: string): string | null {
  try {
    return lookSchema.parse(JSON.parse(line)).testHash;
  } catch {
    return null;
  }
}
