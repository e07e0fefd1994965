import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN_START, type ChainedEntry, entryHash, verifyChain } from './audit-chain.node.ts';

function chainOf(subjects: readonly string[]): ChainedEntry[] {
  let previousHash = CHAIN_START;
  return subjects.map((subject, index) => {
    const content = { sequence: index + 1, atIso: '2026-03-05T12:00:00.000Z', userName: 'Ann', action: 'a', subject };
    const entry = { ...content, previousHash, hash: entryHash(content, previousHash) };
    previousHash = entry.hash;
    return entry;
  });
}

test('a hash is SHA-256 over a JSON array, as anybody can compute it', () => {
  const [entry] = chainOf(['one']);
  const json = `["${CHAIN_START}",1,"2026-03-05T12:00:00.000Z","Ann","a","one"]`;
  expect(entry?.hash).toBe(createHash('sha256').update(json).digest('hex'));
});

test('a chain that was left alone is intact', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (subjects) => {
      expect(verifyChain(chainOf(subjects))).toMatchObject({ kind: 'intact', entries: subjects.length });
    }),
  );
});

test('changing, removing, repeating or moving any entry breaks it', () => {
  const changes: ((chain: ChainedEntry[], at: number) => ChainedEntry[])[] = [
    (chain, at) => chain.with(at, { ...chain[at]!, subject: `${chain[at]!.subject}!` }),
    (chain, at) => chain.with(at, { ...chain[at]!, userName: 'Bo' }),
    (chain, at) => chain.toSpliced(at, 1),
    (chain, at) => chain.toSpliced(at, 0, chain[at]!),
    (chain, at) => chain.with(at, chain[at + 1]!).with(at + 1, chain[at]!),
    // Renumbered by somebody careful, who does not redo the later hashes.
    (chain, at) => chain.toSpliced(at, 1).map((entry, index) => ({ ...entry, sequence: index + 1 })),
    (chain, at) =>
      chain.with(at, {
        ...chain[at]!,
        subject: 'x',
        hash: entryHash({ ...chain[at]!, subject: 'x' }, chain[at]!.previousHash),
      }),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.constantFrom(...changes),
      (subjects, pick, change) => {
        const at = pick % (subjects.length - 1);
        expect(verifyChain(change(chainOf(subjects), at))).toMatchObject({ kind: 'broken' });
      },
    ),
  );
});

const brokenBy = (change: (chain: ChainedEntry[]) => ChainedEntry[]) =>
  verifyChain(change(chainOf(['one', 'two', 'three'])));

test('says where it breaks, and by what', () => {
  expect(brokenBy((chain) => chain.with(1, { ...chain[1]!, subject: 'x' }))).toEqual({
    kind: 'broken',
    atSequence: 2,
    message: 'entry 2 was changed after it was written',
  });
  expect(brokenBy((chain) => chain.toSpliced(1, 1))).toEqual({
    kind: 'broken',
    atSequence: 2,
    message: 'entry 2 was expected; entry 3 was found in its place',
  });
  expect(brokenBy((chain) => chain.with(2, { ...chain[2]!, previousHash: chain[0]!.hash }))).toEqual({
    kind: 'broken',
    atSequence: 3,
    message: 'entry 3 does not follow the entry before it',
  });
});

test('a hole in the numbers is seen, even where every later hash was made anew', () => {
  const [first] = chainOf(['one']);
  const content = { ...first!, sequence: 3, subject: 'three' };
  const third = { ...content, previousHash: first!.hash, hash: entryHash(content, first!.hash) };
  expect(verifyChain([first!, third])).toMatchObject({ kind: 'broken', atSequence: 2 });
});

test('the first entry follows 64 zeros', () => {
  expect(verifyChain([])).toEqual({ kind: 'intact', entries: 0, lastHash: '0'.repeat(64) });
});

test('cutting off the end cannot be seen from the chain alone, but from a last hash kept elsewhere', () => {
  const chain = chainOf(['one', 'two', 'three']);
  const cut = verifyChain(chain.slice(0, 2));
  expect(cut).toEqual({ kind: 'intact', entries: 2, lastHash: chain[1]?.hash });
  expect(verifyChain(chain)).toMatchObject({ lastHash: chain[2]?.hash });
});
