import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const SPECS = join(import.meta.dirname, '../e2e');

it('each spec runs in just one of the two passes: no tag is written in another way than the passes ask for', () => {
  const passes = [...manifest.scripts.e2e.matchAll(/--(grep|grep-invert) (\S+)/g)].map(([, how, tag]) => [how, tag]);
  expect(passes).toEqual([
    ['grep-invert', '@alone'],
    ['grep', '@alone'],
  ]);
  const tags = readdirSync(SPECS)
    .filter((name) => name.endsWith('.spec.ts'))
    .flatMap((name) => [...readFileSync(join(SPECS, name), 'utf8').matchAll(/(?:\btag: |@alone)[^\s,}]*/gi)])
    .map(([found]) => found);
  expect(tags.length).toBeGreaterThan(0);
  expect(new Set(tags)).toEqual(new Set(["tag: '@alone'"]));
});
