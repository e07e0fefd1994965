import { readFileSync } from 'node:fs';
import type { Dataset } from '../../core/dataset/dataset.ts';
import { spellingKey } from '../../core/dataset/find-file.node.ts';
import { readDataset } from '../../core/dataset/read-dataset.node.ts';
import type { SubjectKey } from '../../core/registry/subjects/subject-digest.node.ts';
import { failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import type { FederationFile } from './federation-file.ts';
import { RoundRefused } from './round-refused.ts';

/** Who of a site's images takes part in a federation. */
export interface Participants {
  /** Children for whom no consent to share a model holds: they train nothing and are measured by nothing. */
  readonly leftOut: readonly string[];
  /** Children for whom one holds. Those on images of which nobody is real need none and are not here. */
  readonly agreed: readonly string[];
  /** Whether a child, by its digest under the site's key, may still take part. */
  readonly mayStill: (digest: string) => boolean;
}

/** For which children a consent to share a model trained with them holds today. */
export interface HeldConsents {
  readonly holdsFor: (subject: string) => boolean;
  readonly holdsForDigest: (digest: string) => boolean;
}

/**
 * Divides the children of a site's images by consent. No consent is asked for where a dataset says of itself that nobody on
 * it is real; adults are not asked after here.
 *
 * @param held Null where nobody says for whom a consent holds.
 * @throws RoundRefused "dataset" where it cannot be read; "no-consent" where nobody may take part, or nobody says who may.
 */
export async function whoTakesPart(
  { dataset: dirs }: Pick<FederationFile, 'dataset'>,
  held: HeldConsents | null,
): Promise<Participants> {
  const { folders, records } = await read(dirs);
  const rendered = new Set(
    folders.filter(({ description }) => description?.realChildren === false).map(({ dir }) => dir),
  );
  const children = records.filter(({ group }) => group === 'child');
  const real = new Set(children.filter(({ dir }) => !rendered.has(dir)).map(({ subject }) => subject));
  const all = new Set(children.map(({ subject }) => subject));
  if (real.size > 0 && held === null) {
    const dataset = folders.find(({ dir }) => !rendered.has(dir))!.name;
    throw new RoundRefused('no-consent', failure('federation.consents-missing', { dataset }));
  }
  const leftOut = [...real].filter((subject) => !held!.holdsFor(subject));
  if (leftOut.length === all.size) {
    throw new RoundRefused('no-consent', failure('federation.no-consent', { children: all.size }));
  }
  return {
    leftOut,
    agreed: [...real].filter((subject) => held!.holdsFor(subject)),
    mayStill: (digest) => held?.holdsForDigest(digest) ?? false,
  };
}

/** The consents that a file lists, one subject a line; empty lines and those that begin with # say nothing. */
export function listedConsents(file: string, key: () => SubjectKey): HeldConsents {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const why = (cause as Error).message;
    throw new RoundRefused('no-consent', failure('federation.consents-unreadable', { file, why }), { cause });
  }
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const listed = new Set(lines.filter((line) => line !== '' && !line.startsWith('#')).map(spellingKey));
  const digests = () => new Set([...listed].map((subject) => key().digest(subject)));
  return {
    holdsFor: (subject) => listed.has(spellingKey(subject)),
    holdsForDigest: (digest) => digests().has(digest),
  };
}

/** How a child is remembered from round to round, in whatever capitals a dataset has it. */
export function roundDigest(key: SubjectKey, subject: string): string {
  return key.digest(spellingKey(subject));
}

async function read(dirs: readonly string[]): Promise<Dataset> {
  try {
    return await readDataset(dirs, { labelColumn: 'emotion' });
  } catch (cause) {
    if (!(cause instanceof FailureError)) throw cause;
    throw new RoundRefused('dataset', failure('federation.dataset-missing', { why: cause.message }), { cause });
  }
}
