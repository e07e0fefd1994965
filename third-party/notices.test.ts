import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thirdPartyNotices } from './notices.ts';
import { ROOT, readManifest, readThirdPartyList } from './third-party-list.ts';

const list = readThirdPartyList();

test('THIRD_PARTY_NOTICES.md is as npm run notices writes it', () => {
  // Line ends are git's business.
  const written = readFileSync(join(ROOT, 'THIRD_PARTY_NOTICES.md'), 'utf8').replaceAll('\r\n', '\n');
  expect(written, 'run npm run notices and commit what it writes').toBe(thirdPartyNotices(list));
});

test('every direct dependency stands in it with its version and purpose', () => {
  const lines = thirdPartyNotices(list).split('\n');
  const { dependencies, optionalDependencies } = readManifest();
  for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies })) {
    const [line] = lines.filter((each) => each.startsWith(`| ${name} | ${version} | `));
    expect(line, name).toContain(` | ${list.purposes[name]}`);
  }
});

test('a dependency without a purpose is named', () => {
  const { zod, ...purposes } = list.purposes;
  expect(zod).toBeDefined();
  expect(() => thirdPartyNotices({ ...list, purposes })).toThrow(/no purpose of zod$/);
});

test('a purpose without a dependency is named', () => {
  const purposes = { ...list.purposes, 'left-pad': 'pads on the left' };
  expect(() => thirdPartyNotices({ ...list, purposes })).toThrow(/does not use any more: left-pad/);
});

test('a licence that nobody has looked at is named with its package', () => {
  const accepted = list.accepted.filter((licence) => licence !== 'MPL-2.0');
  expect(() => thirdPartyNotices({ ...list, accepted })).toThrow(/mediabunny \S+; found MPL-2\.0/);
});

test('a package that names no licence is not taken for a free one', () => {
  const { 'png-js': unnamed, ...others } = list.unnamed;
  expect(unnamed).toBeDefined();
  expect(() => thirdPartyNotices({ ...list, unnamed: others })).toThrow(/png-js \S+; found none/);
});
