import { expect, test } from 'vitest';
import { CHAIN_START, type ChainedEntry, entryHash } from './audit-chain.node.ts';
import { verifyAuditExport, writeAuditExport } from './audit-export.node.ts';
import { readAuditHead, writeAuditHead } from './audit-head.node.ts';
import { makePrivateKey, readPrivateKey } from './signature.node.ts';

const key = readPrivateKey(makePrivateKey());
const about = { siteName: 'Ward 3', exportedAtIso: '2026-03-05T12:00:00.000Z' };

function madeEntries(count: number, userName = 'Ann'): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const content = { sequence, atIso: '2026-03-04T09:00:00.000Z', userName, action: 'sessions.start', subject: 'x' };
    const previousHash = entries.at(-1)?.hash ?? CHAIN_START;
    entries.push({ ...content, previousHash, hash: entryHash(content, previousHash) });
  }
  return entries;
}

const written = (entries = madeEntries(4)) => [...writeAuditExport(entries, { ...about, beginning: null }, key)];

test('an exported log is whole, and tells its end and whose it is', () => {
  const entries = madeEntries(4);
  expect(verifyAuditExport(written(entries).join(''))).toMatchObject({
    kind: 'whole',
    siteName: 'Ward 3',
    head: { entries: 4, lastHash: entries[3]!.hash },
    key: { fingerprint: key.publicKey.fingerprint },
  });
  expect(() => written([])).toThrow(RangeError);
});

test.for([
  ['its last entry is left out', (lines: string[]) => lines.toSpliced(3, 1), { kind: 'other-end', entries: 3 }],
  ['an entry in the middle is left out', (lines: string[]) => lines.toSpliced(1, 1), { kind: 'broken', atSequence: 2 }],
  ['an entry is changed', (lines: string[]) => lines.with(1, lines[1]!.replace('Ann', 'Bob')), { kind: 'broken' }],
  ['the signed line is left out', (lines: string[]) => lines.slice(0, -1), { kind: 'end-missing', entries: 4 }],
  [
    'it is cut off within the signed line',
    (lines: string[]) => lines.with(4, lines[4]!.slice(0, 50)),
    { kind: 'end-missing' },
  ],
  [
    'the signed line is changed',
    (lines: string[]) => lines.with(4, lines[4]!.replace('Ward 3', 'Ward 4')),
    { kind: 'end-changed' },
  ],
  [
    'all entries are others, well chained',
    (lines: string[]) => [...written(madeEntries(4, 'Bob')).slice(0, 4), lines[4]!],
    { kind: 'other-end' },
  ],
  ['it is something else', () => ['Dear ward,\n'], { kind: 'not-an-export' }],
  ['it is empty', () => [], { kind: 'not-an-export' }],
] as const)('it is not whole when %s', ([, change, verdict]) => {
  expect(verifyAuditExport(change(written()).join(''))).toMatchObject(verdict);
});

test('a head is read back only as it was signed', () => {
  const head = { entries: 7, lastHash: 'a'.repeat(64), atIso: '2026-03-04T09:00:00.000Z' };
  const text = writeAuditHead(head, key);
  expect(readAuditHead(text)).toMatchObject({ head, key: { fingerprint: key.publicKey.fingerprint } });
  expect(writeAuditHead(head, key)).toBe(text);
  for (const changed of [text.replace('7,', '6,'), text.replace('aaaa', 'aaab'), text.slice(0, 40), '', '{}']) {
    expect(readAuditHead(changed), changed).toBe(null);
  }
});
