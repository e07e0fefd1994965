import { existsSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { auditEntries } from '../../../src/core/store/audit.node.ts';
import { countErasure } from '../../../src/core/store/erase/erase.node.ts';
import { type ErasureTarget, erasureScope } from '../../../src/core/store/erase/erasure-scope.node.ts';
import { listErasures } from '../../../src/core/store/erase/erasures.node.ts';
import { listUsers } from '../../../src/core/store/people/users.node.ts';
import type { ReadableDb } from '../../../src/core/store/store.node.ts';
import { pictureBytes, putFullChild } from '../../../src/core/store/testing/full-child.node.ts';
import { eraseAgain } from '../../../src/service/runtime/erase/erase-again.ts';
import { eraseTarget } from '../../../src/service/runtime/erase/erase-target.ts';
import { overwriteWhenQuiet } from '../../../src/service/runtime/erase/overwrite.ts';
import { isOverwriteDue } from '../../../src/service/runtime/erase/overwrite-due.ts';
import type { Finding, Scenario } from '../scenario.ts';
import { makeSite, siteIn, withOpenSite } from './made-site.ts';
import { corrupt, wholeStore } from './made-store.ts';

const CHILDREN = Array.from({ length: 9 }, (_, index) => 10 * (index + 1));
const KINDS = ['child', 'session', 'picture'] as const;
const COUNTS = 'counts.json';

/** Children, sessions and pictures are erased one after the other: each is there whole, or gone with its receipt. */
const erase: Scenario = {
  killWithinMs: 800,
  async prepare(folder) {
    await makeSite(folder);
    await withOpenSite(folder, (_, { db }) => {
      const { id: userId } = listUsers(db)[0]!;
      for (const key of CHILDREN) putFullChild(db, { code: codeOf(key), key, userId, modelId: 'base-example' });
      writeFileSync(join(folder, COUNTS), JSON.stringify(CHILDREN.map((key) => childCounts(db, key))));
    });
  },

  act: (folder, { acknowledge, random }) =>
    withOpenSite(folder, (runtime, site) => {
      const left = [...CHILDREN];
      while (left.length > 0) {
        const [key] = left.splice(random.integer(left.length), 1);
        const { id } = eraseTarget(runtime, site, { target: targetOf(key!), reason: 'It was asked for.', by: 'Ada' });
        acknowledge(`${key} ${id}`);
      }
    }),

  check: (folder, acknowledged) =>
    withOpenSite(folder, (runtime, site) => {
      const { db } = site;
      eraseAgain(runtime);
      overwriteWhenQuiet(runtime);
      const erasures = listErasures(db);
      const noted = existsSync(site.folder.erasuresFile) ? readFileSync(site.folder.erasuresFile, 'utf8') : '';
      const subjects = [...auditEntries(db)].flatMap(({ action, subject }) =>
        action.startsWith('erasures.') ? [subject ?? ''] : [],
      );
      const counts: unknown[] = JSON.parse(readFileSync(join(folder, COUNTS), 'utf8'));
      const isErased = (key: number) => erasures.some(({ ofId }) => ofId === idOf(targetOf(key)));
      const wasRoom = hasRoomFor(siteIn(folder).storeFile);
      return [
        ...wholeStore(db),
        ...acknowledged.flatMap((each): Finding[] =>
          erasures.some(({ id }) => id === each.split(' ')[1])
            ? []
            : [{ kind: 'lost', what: `the receipt of ${each}` }],
        ),
        ...erasures.flatMap(({ id, ofId, receipt }) => [
          ...(receipt === null ? [corrupt(`the erasure of ${ofId} has no receipt`)] : []),
          ...(subjects.some((each) => each.endsWith(id)) ? [] : [corrupt(`the audit log does not tell of ${ofId}`)]),
          ...(!wasRoom || noted.includes(id) ? [] : [corrupt(`the receipt of ${ofId} is not beside the store`)]),
        ]),
        ...(subjects.length === erasures.length
          ? []
          : [corrupt(`${subjects.length} entries, ${erasures.length} erased`)]),
        ...CHILDREN.flatMap((key, index) => {
          if (!isErased(key)) {
            const isWhole = JSON.stringify(childCounts(db, key)) === JSON.stringify(counts[index]);
            return isWhole ? [] : [corrupt(`a part of ${codeOf(key)} is gone, without a receipt`)];
          }
          return erasureScope(db, targetOf(key)) ? [corrupt(`${codeOf(key)} is there, and erased`)] : [];
        }),
        ...(wasRoom ? leftInPages(db, CHILDREN.filter(isErased)) : []),
      ];
    }),
};

const codeOf = (key: number) => `ZEBRA-${key}-HERD`;

/** A third of the children each goes whole, or loses a session or a picture. */
function targetOf(key: number): ErasureTarget {
  const kind = KINDS[(key / 10) % KINDS.length]!;
  if (kind === 'child') return { kind, childId: `child-${key}` };
  return kind === 'session' ? { kind, sessionId: `session-${key}` } : { kind, sessionId: `session-${key}`, atMs: 400 };
}

const idOf = (target: ErasureTarget) => (target.kind === 'child' ? target.childId : target.sessionId);

function childCounts(db: ReadableDb, key: number): unknown {
  const scope = erasureScope(db, { kind: 'child', childId: `child-${key}` });
  return scope && countErasure(db, scope);
}

/** The file is written anew in memory, and then into its log. */
function hasRoomFor(file: string): boolean {
  const { bavail, bsize } = statfsSync(file);
  return bavail * bsize > 3 * statSync(file).size;
}

/** Whatever of what was erased can still be read with the key. */
function leftInPages(db: ReadableDb, keys: readonly number[]): Finding[] {
  const pages = (db as unknown as Database.Database).serialize();
  const left = keys.filter((key) => {
    const isWhole = targetOf(key).kind === 'child';
    return (
      pages.includes(Buffer.from(pictureBytes(key + 400)).subarray(0, 300)) || (isWhole && pages.includes(codeOf(key)))
    );
  });
  return [
    ...(isOverwriteDue(db) ? [corrupt('what was erased is still to be overwritten')] : []),
    ...left.map((key) => corrupt(`something of ${codeOf(key)} is still in a page`)),
  ];
}

export default erase;
