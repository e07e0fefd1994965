import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { licenceTexts } from './licence-texts.ts';
import { type NpmBom, npmBom, npmName } from './npm-bom.ts';
import { sbom, schemaFault } from './sbom.ts';
import { lockedPackages, ROOT, readManifest, versionOf } from './third-party-list.ts';

/** npm lists its tree, and reads 340 folders: seconds, more on a busy machine. */
const HOOK_MS = 120_000;

let bom: NpmBom;
let text: string;

beforeAll(async () => {
  bom = await npmBom({ licenceTexts: true });
  text = await sbom(bom);
}, HOOK_MS);

test("the bill of materials fits CycloneDX's schema", async () => {
  expect(await schemaFault(text)).toBeNull();
});

test('a bill with a licence that SPDX does not know does not', async () => {
  expect(await schemaFault(text.replace('"id": "MPL-2.0"', '"id": "MPL-2.1"'))).toContain('licenses');
});

test('it names every production dependency that is installed here, those that development uses as well included', () => {
  const named = components().map((each) => `${each.group ? `${each.group}/` : ''}${each.name}@${each.version}`);
  const { dependencies, optionalDependencies } = readManifest();
  const installed = Object.entries({ ...dependencies, ...optionalDependencies }).filter(([name]) =>
    existsSync(join(ROOT, 'node_modules', name)),
  );
  expect(installed.length).toBeGreaterThan(Object.keys(dependencies).length);
  expect(named).toEqual(expect.arrayContaining(installed.map(([name, version]) => `${name}@${version}`)));
});

test('it names every package that package-lock.json installs on each machine, and none in another version', () => {
  const locked = lockedPackages();
  const named = new Set(bom.components.map((each) => `${npmName(each)}@${each.version}`));
  const everywhere = locked.filter(({ isOptional }) => !isOptional).map(({ name, version }) => `${name}@${version}`);
  expect(everywhere.length).toBeGreaterThan(100);
  expect(everywhere.filter((each) => !named.has(each))).toEqual([]);
  const all = new Set(locked.map(({ name, version }) => `${name}@${version}`));
  expect([...named].filter((each) => !all.has(each))).toEqual([]);
});

test('it names what ships beside npm packages, and nothing that is only fetched on request', () => {
  const names = components().map(({ name }) => name);
  expect(components()).toContainEqual(
    expect.objectContaining({ name: 'electron', purl: `pkg:npm/electron@${versionOf('electron')}`, type: 'framework' }),
  );
  expect(names).toEqual(expect.arrayContaining(['models/base', "face nets' weights"]));
  expect(names).not.toContain('TensorFlow');
  expect(names).not.toContain('vitest');
});

test('every installed package has the text of its licence', () => {
  const texts = licenceTexts(bom);
  const withText = new Set(texts.flatMap(({ packages }) => packages.map((each) => each.split(' by ')[0])));
  const wanted = bom.components.map((each) => `${npmName(each)}@${each.version}`);
  expect(wanted.filter((each) => !withText.has(each))).toEqual([]);
  for (const each of texts) expect(each.text.length, each.packages.join(', ')).toBeGreaterThan(200);
});

test('a package without a licence file gets the standard text of each licence that it names', () => {
  const of = (name: string) =>
    licenceTexts(bom)
      .filter(({ packages }) => packages.some((each) => each.startsWith(`${name}@`)))
      .map((each) => each.text);
  expect(of('@tensorflow/tfjs-layers')).toEqual([
    expect.stringContaining('Apache License\nVersion 2.0'),
    expect.stringContaining('Permission is hereby granted'),
  ]);
  expect(of('react')).toEqual([expect.stringMatching(/^MIT License/)]);
});

function components(): { group?: string; name: string; version: string; purl?: string; type: string }[] {
  return (JSON.parse(text) as { components: never[] }).components;
}
