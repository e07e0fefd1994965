import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '..');

/** What is no production dependency of npm's: it ships all the same, or is fetched on request. */
const otherSchema = z
  .strictObject({
    name: z.string(),
    type: z.enum(['framework', 'library', 'data', 'machine-learning-model']),
    version: z.string().optional(),
    /** The package whose version it has. */
    versionOf: z.string().optional(),
    /** An SPDX id. */
    licence: z.string(),
    /** Without a version where `versionOf` gives it. */
    purl: z.string().optional(),
    purpose: z.string(),
    remark: z.string().transform((text) => text.trim()),
    shipped: z.boolean(),
  })
  .refine(({ version, versionOf }) => (version === undefined) !== (versionOf === undefined), {
    message: 'either a version or the package whose version it has',
  });

const listSchema = z.strictObject({
  purposes: z.record(z.string(), z.string()),
  accepted: z.array(z.string()),
  unnamed: z.record(z.string(), z.strictObject({ licence: z.string(), found: z.string() })),
  others: z.array(otherSchema),
});

export type ThirdPartyList = z.output<typeof listSchema>;
export type Other = ThirdPartyList['others'][number];

/** What third-party.yaml says. @throws ZodError naming the field that is wrong. */
export function readThirdPartyList(): ThirdPartyList {
  return listSchema.parse(parse(readFileSync(join(import.meta.dirname, 'third-party.yaml'), 'utf8')));
}

const manifestSchema = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

/** What package.json names for production: it is pinned, so that a range is a version. */
export function readManifest(): z.output<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
}

const lockedSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
    }),
  ),
});

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package writes it; null where it does not. */
  readonly licence: string | null;
  /** Installed only on some machines, or not at all. */
  readonly isOptional: boolean;
}

/** Every package that npm may install for production, on whatever machine, once a version, by name. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = lockedSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const byId = new Map<string, LockedPackage>();
  for (const [path, { version, license = null, dev, optional }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    byId.set(`${name}@${version}`, { name, version, licence: license, isOptional: optional });
  }
  return [...byId.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** The version of a package that package-lock.json has at its top, or of this program. @throws RangeError if there is none. */
export function versionOf(name: string): string {
  if (name === 'faceward') return readManifest().version;
  const { packages } = lockedSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = packages[`node_modules/${name}`];
  if (!found)
    throw new RangeError(`third-party.yaml names the package ${name}; package-lock.json has none of that name`);
  return found.version;
}

/** By code units, so that a list comes out alike on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
