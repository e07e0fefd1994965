import { createHash } from 'node:crypto';

/**
 * The hash chain under the audit log: every entry's hash covers its content and the hash of the entry before it, so
 * that changing, removing, inserting or reordering an entry breaks every later link.
 *
 * What it cannot show: somebody who holds the data key and rewrites the whole log from some entry on, or cuts off its
 * end. The last hash, kept outside of the log, shows that too: see audit-head.node.ts.
 */

/** What an entry says. */
export interface AuditContent {
  /** 1 for the first entry, then without a hole. */
  readonly sequence: number;
  readonly atIso: string;
  readonly userName: string;
  /** What was done, e.g. "sessions.start". */
  readonly action: string;
  /** What it was done to: an id or a code, never free text about a child. */
  readonly subject: string;
}

export interface ChainedEntry extends AuditContent {
  /** Hash of the entry before, or {@link CHAIN_START}. 64 hexadecimal digits. */
  readonly previousHash: string;
  readonly hash: string;
}

export type ChainState =
  | { readonly kind: 'intact' /** The number of the last. */; readonly entries: number; readonly lastHash: string }
  | { readonly kind: 'broken'; readonly atSequence: number; readonly message: string };

/** What the first entry follows. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 over the previous hash and the content, as JSON, so that no two contents are written alike. */
export function entryHash(content: AuditContent, previousHash: string): string {
  const { sequence, atIso, userName, action, subject } = content;
  return createHash('sha256')
    .update(JSON.stringify([previousHash, sequence, atIso, userName, action, subject]))
    .digest('hex');
}

/** What the first entry of a whole log follows. */
const WHOLE: ChainBeginning = { entries: 0, lastHash: CHAIN_START };

/** Where a chain begins whose first entries went by rule: the number and the hash of the last of those. */
interface ChainBeginning {
  readonly entries: number;
  readonly lastHash: string;
}

/**
 * Reads a chain from its first entry and says where it breaks, if it does.
 *
 * @param beginning Signed: see audit-beginning.node.ts.
 */
export function verifyChain(entries: Iterable<ChainedEntry>, beginning: ChainBeginning = WHOLE): ChainState {
  let count = beginning.entries;
  let lastHash = beginning.lastHash;
  for (const entry of entries) {
    const wanted = count + 1;
    if (entry.sequence !== wanted) {
      return broken(wanted, `entry ${wanted} was expected; entry ${entry.sequence} was found in its place`);
    }
    if (entry.previousHash !== lastHash) {
      return broken(wanted, `entry ${wanted} does not follow the entry before it`);
    }
    if (entry.hash !== entryHash(entry, lastHash)) {
      return broken(wanted, `entry ${wanted} was changed after it was written`);
    }
    lastHash = entry.hash;
    count += 1;
  }
  return { kind: 'intact', entries: count, lastHash };
}

function broken(atSequence: number, message: string): ChainState {
  return { kind: 'broken', atSequence, message };
}
