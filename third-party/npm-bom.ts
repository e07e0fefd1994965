import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from './third-party-list.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** The version of CycloneDX's format that is written. */
export const SPEC_VERSION = '1.6';

const textSchema = z.object({ content: z.string(), encoding: z.literal('base64') });

/** What is looked at here of a component; the rest passes through. */
const componentSchema = z.looseObject({
  group: z.string().optional(),
  name: z.string(),
  version: z.string(),
  author: z.string().optional(),
  evidence: z
    .looseObject({
      licenses: z
        .array(z.object({ license: z.looseObject({ name: z.string().optional(), text: textSchema }) }))
        .optional(),
    })
    .optional(),
});

const bomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

export type NpmBom = z.output<typeof bomSchema>;
export type NpmComponent = NpmBom['components'][number];

/**
 * The bill of materials of what npm installed here for production, by CycloneDX's own program.
 *
 * Not `npm sbom --omit dev`: npm 11.19 leaves out every production package that a development package uses as well, which
 * was 98 of 340 here, React and Zod among them.
 *
 * @param licenceTexts Whether each component is to carry the texts of its licence files.
 * @throws Error with the program's own words, for one where node_modules is not what package-lock.json says.
 */
export async function npmBom({ licenceTexts }: { readonly licenceTexts: boolean }): Promise<NpmBom> {
  // Its only export is a file at its top that does nothing; the program lies beside that.
  const packageDir = dirname(require.resolve('@cyclonedx/cyclonedx-npm'));
  const args = [
    join(packageDir, 'bin/cyclonedx-npm-cli.js'),
    ...['--omit', 'dev', '--spec-version', SPEC_VERSION, '--mc-type', 'application', '--flatten-components'],
    ...(licenceTexts ? ['--gather-license-texts'] : []),
  ];
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, maxBuffer: 64e6 });
  return bomSchema.parse(JSON.parse(stdout));
}

/** A package's name as npm writes it. */
export function npmName({ group, name }: NpmComponent): string {
  return group ? `${group}/${name}` : name;
}
