import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit } from '../../../src/core/store/audit.node.ts';
import { addChild } from '../../../src/core/store/people/children.node.ts';
import { addUser } from '../../../src/core/store/people/users.node.ts';
import type { ReadableDb } from '../../../src/core/store/store.node.ts';
import { closeStore, createStore, openStore, type WritableDb } from '../../../src/core/store/store.node.ts';
import { expectKind, KEY, NOW, newSession } from '../../../src/core/store/testing/new-store.node.ts';
import { Reserve } from '../../../src/service/runtime/reserve.ts';
import type { Finding } from '../scenario.ts';

interface Made {
  readonly sessionId: string;
  readonly userId: string;
  readonly childId: string;
}

const STORE = 'site.db';
const ABOUT = 'about.json';

export function storeIn(folder: string): string {
  return join(folder, STORE);
}

/** A store with a user, a child, its consent, the model in use and a running session; what else is in it `fill` says. */
export function makeStore(folder: string, fill: (db: WritableDb, made: Made) => void = () => undefined): void {
  const db = createStore(storeIn(folder), KEY);
  try {
    const { user } = expectKind(addUser(db, { name: 'Ann', role: 'administrator' }), 'added');
    const { child } = expectKind(addChild(db, { code: 'KID-7', birthMonth: '2019-02', now: NOW }), 'added');
    const made = { sessionId: newSession(db, child.id, user.id), userId: user.id, childId: child.id };
    fill(db, made);
    writeFileSync(join(folder, ABOUT), JSON.stringify(made));
    reserveIn(folder).hold();
  } finally {
    closeStore(db);
  }
}

export function madeIn(folder: string): Made {
  return JSON.parse(readFileSync(join(folder, ABOUT), 'utf8'));
}

/** As the program does: out of the room that is set aside where the disk is full. */
export function openMade(folder: string): WritableDb {
  return reserveIn(folder).use(() => openStore(storeIn(folder), KEY));
}

function reserveIn(folder: string): Reserve {
  return new Reserve(join(folder, 'reserve'));
}

/** Opens what is left of a store, looks at every page, every index and the audit log's chain, and then at what `look` looks at. */
export function checkStore(folder: string, look: (db: ReadableDb, made: Made) => Finding[]): Finding[] {
  const db = openMade(folder);
  try {
    return [...wholeStore(db), ...look(db, madeIn(folder))];
  } finally {
    closeStore(db);
  }
}

/** What is wrong with any store: its pages, its indexes, its audit log's chain. */
export function wholeStore(db: ReadableDb): Finding[] {
  const pages = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
  const chain = verifyAudit(db);
  return [
    ...(pages === 'ok' ? [] : [corrupt(`integrity_check: ${pages}`)]),
    ...(chain.kind === 'intact' ? [] : [corrupt(`the audit log: ${JSON.stringify(chain)}`)]),
  ];
}

export function corrupt(what: string): Finding {
  return { kind: 'corrupt', what };
}

/** Those of the acknowledged that are not among what was found. */
export function missing(acknowledged: readonly string[], found: Iterable<string>): Finding[] {
  const there = new Set(found);
  return acknowledged.filter((each) => !there.has(each)).map((what) => ({ kind: 'lost', what }));
}
