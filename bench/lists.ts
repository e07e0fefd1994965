/** How long a page of Today, of the children and of the sessions takes at a busy site, against a small one; see README.md. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { addModel, approveModel } from '../src/core/store/lab/models.node.ts';
import { addChild, listChildren } from '../src/core/store/people/children.node.ts';
import { grantConsent } from '../src/core/store/people/consents.node.ts';
import { childPage, childrenToday } from '../src/core/store/people/find-children.node.ts';
import { addUser } from '../src/core/store/people/users.node.ts';
import { foundSessionIds, sessionPage } from '../src/core/store/sessions/session-page.node.ts';
import { closeStore, createStore, type WritableDb } from '../src/core/store/store.node.ts';
import { spreadOf, spreadText } from './spread.ts';

const NOW = new Date('2026-06-01T12:00:00');
const DAY_MS = 86_400_000;
const EVERY = { childId: null, fromDay: null, untilDay: null, state: null, only: null, startedBy: null } as const;
const FIRST = { page: 0, pageSize: 25 } as const;

const { children, sessions, rounds } = new Command('lists')
  .option('--children <n>', 'children of the busy site', Number, 500)
  .option('--sessions <n>', 'sessions of the busy site', Number, 10_000)
  .option('--rounds <n>', 'times that each page is read', Number, 300)
  .parse()
  .opts<{ children: number; sessions: number; rounds: number }>();

const dir = mkdtempSync(join(tmpdir(), 'faceward-lists-'));
try {
  const small = makeSite(join(dir, 'small.db'), 10, 100);
  const busy = makeSite(join(dir, 'busy.db'), children, sessions);
  const child = (db: WritableDb) => db.prepare<[], string>('SELECT child_id FROM sessions LIMIT 1').pluck().get()!;
  compare('sessions, first page', (db) => sessionPage(db, EVERY, FIRST));
  compare('sessions, last page', (db, many) =>
    sessionPage(db, EVERY, { pageSize: 25, page: Math.ceil(many / 25) - 1 }),
  );
  compare('sessions of one child', (db) => sessionPage(db, { ...EVERY, childId: child(db) }, FIRST));
  compare('sessions of a week', (db) =>
    sessionPage(db, { ...EVERY, fromDay: '2026-05-01', untilDay: '2026-05-07' }, FIRST),
  );
  compare('to export, first page', (db) => sessionPage(db, { ...EVERY, only: 'ended' }, FIRST));
  compare('to export, all found', (db) => foundSessionIds(db, { ...EVERY, only: 'ended' }, 1000));
  compare('to compare a film with', (db) =>
    sessionPage(db, { ...EVERY, childId: child(db), only: 'ended-live' }, FIRST),
  );
  compare('sessions by one person', (db) => sessionPage(db, { ...EVERY, startedBy: 'Ann' }, FIRST));
  compare('children, first page', (db) => childPage(db, { code: '', show: null }, { page: 0, pageSize: 10, now: NOW }));
  compare('children, by code', (db) => childPage(db, { code: '7', show: null }, { page: 0, pageSize: 10, now: NOW }));
  compare('today, first page', (db) => childrenToday(db, { code: '' }, { ...FIRST, now: NOW }));
  compare('every child at once', (db) => listChildren(db, NOW));
  closeStore(small);
  closeStore(busy);

  /** Both sites in turn, so that whatever else the machine does hits both. */
  function compare(what: string, read: (db: WritableDb, sessionsOfSite: number) => unknown): void {
    const tookMs = { small: [] as number[], busy: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      tookMs.small.push(timeMs(() => read(small, 100)));
      tookMs.busy.push(timeMs(() => read(busy, sessions)));
    }
    const [few, many] = [spreadOf(tookMs.small), spreadOf(tookMs.busy)];
    const ratio = (many.median / few.median).toFixed(2);
    console.log(`${what.padEnd(24)} ${spreadText(many, 2)} ms, ${ratio} times a small site's; n = ${rounds}`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function timeMs(work: () => unknown): number {
  const beganMs = performance.now();
  work();
  return performance.now() - beganMs;
}

function makeSite(file: string, childCount: number, sessionCount: number): WritableDb {
  const db = createStore(file, new Uint8Array(32).fill(7));
  const users = ['Ann', 'Ben', 'Cas', 'Dee'].map((name) => {
    const added = addUser(db, { name, role: 'ward' });
    if (added.kind !== 'added') throw new Error(`${name} was not added`);
    return added.user.id;
  });
  const from = new Date(NOW.getTime() - 400 * DAY_MS);
  addModel(db, {
    id: 'base',
    version: '1',
    origin: 'shipped',
    dir: '',
    createdAtIso: from.toISOString(),
    comparison: null,
    digest: null,
  });
  approveModel(db, { modelId: 'base', approvedBy: 'set-up', now: from });
  const childIds = Array.from({ length: childCount }, (_, index) => {
    const added = addChild(db, {
      code: `W${index % 9}-${String(index).padStart(4, '0')}`,
      birthMonth: '2019-02',
      now: from,
    });
    if (added.kind !== 'added') throw new Error('a child was not added');
    const given = { childId: added.child.id, givenBy: 'mother', childAssented: true, now: from };
    grantConsent(db, { ...given, scopes: ['monitor'], untilDate: '2026-05-31' });
    // Half of them may be watched today.
    if (index % 2 === 0) grantConsent(db, { ...given, scopes: ['monitor'], untilDate: '2027-05-31' });
    return added.child.id;
  });
  const add = db.prepare(
    `INSERT INTO sessions (id, child_id, model_id, model_version, source, started_at, started_by, duration_ms, state)
     VALUES (?, ?, 'base', '1', 'webcam', ?, ?, 600000, 'stopped')`,
  );
  db.transaction(() => {
    for (let index = 0; index < sessionCount; index += 1) {
      const startedAt = new Date(from.getTime() + (index / sessionCount) * 400 * DAY_MS).toISOString();
      add.run(randomUUID(), childIds[(index * 7) % childCount], startedAt, users[index % users.length]);
    }
  })();
  return db;
}
