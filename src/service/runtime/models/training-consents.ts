import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelConfig, parseModelConfig } from '../../../core/registry/model-config.ts';
import { MODEL_FILES } from '../../../core/registry/model-folder.node.ts';
import { keyedBy, PLAIN_DIGESTS, type SubjectKey } from '../../../core/registry/subjects/subject-digest.node.ts';
import { erasedChildrenOf } from '../../../core/store/erase/erasures.node.ts';
import type { StoredModel } from '../../../core/store/lab/models.node.ts';
import { localDate } from '../../../core/store/local-date.ts';
import { listChildren } from '../../../core/store/people/children.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { modelDir } from './model-dir.ts';
import { subjectSecrets } from './subject-secret.ts';

/** A child who may not be trained on any more. */
export interface EndedTraining {
  readonly childId: string;
  readonly code: string;
  /** How its last consent to training ended. */
  readonly how: 'withdrawn' | 'expired' | 'erased';
  /** On which day of the site's calendar, yyyy-mm-dd: that of the withdrawal, or the last on which it held. */
  readonly onDate: string;
}

/** The children for whom a consent to training has ended, by withdrawal or by its last day, and none holds now. */
export function endedTraining(db: ReadableDb, now: Date): EndedTraining[] {
  return listChildren(db, now).flatMap(({ id, code, consents, consentedScopes }) => {
    if (consentedScopes.includes('train')) return [];
    const ends = consents
      .filter(({ scopes }) => scopes.includes('train'))
      .map(({ withdrawnAtIso, untilDate }) =>
        withdrawnAtIso === null
          ? ({ how: 'expired', onDate: untilDate } as const)
          : ({ how: 'withdrawn', onDate: localDate(new Date(withdrawnAtIso)) } as const),
      )
      .sort((a, b) => a.onDate.localeCompare(b.onDate) || a.how.localeCompare(b.how));
    const last = ends.at(-1);
    return last ? [{ childId: id, code, ...last }] : [];
  });
}

/**
 * Whom of these children a model was made with: trained, chosen or tested on. Children of this site are known by digests
 * under its key, and in models that an earlier version of the program trained here by plain ones. A model that came from
 * elsewhere has seen none of them, whoever is called alike there.
 */
export function seenBy<Child extends Pick<EndedTraining, 'code'>>(
  db: ReadableDb,
  { origin }: Pick<StoredModel, 'origin'>,
  { split }: Pick<ModelConfig, 'split'>,
  children: readonly Child[],
): Child[] {
  if (origin !== 'trained-here' || children.length === 0) return [];
  const keys = [PLAIN_DIGESTS, ...subjectSecrets(db).map(keyedBy)];
  const { train, val, test } = split.subjects;
  const lists = [{ digests: split.digests, of: [...train, ...val, ...test] }].concat(
    (split.before ?? []).map((each) => ({ digests: each.digests, of: [...each.train, ...each.val] })),
  );
  const known = lists.map(({ digests, of }) => ({ key: keyNamed(digests, keys), of: new Set(of) }));
  return children.filter(({ code }) =>
    known.some(({ key, of }) => key && spellings(code).some((each) => of.has(key.digest(each)))),
  );
}

/**
 * Children of a model who were erased since: their codes are gone, and the erasure has kept which models were made with them. They
 * may not be trained on any more, as after a withdrawal. `through` is the model that saw the child where this one was only built on it.
 */
export function erasedOf(
  db: ReadableDb,
  { id }: Pick<StoredModel, 'id'>,
): (EndedTraining & { readonly through: string | null })[] {
  return erasedChildrenOf(db, id).map(({ ofId, pseudonym, askedAtIso, models }) => ({
    through: models.find((each) => each.id === id)?.through ?? null,
    childId: ofId,
    code: pseudonym,
    how: 'erased',
    onDate: localDate(new Date(askedAtIso)),
  }));
}

/** @returns Null where it cannot be read; the screen says of such a model that it cannot be used. */
export function configOf(runtime: Runtime, site: OpenSite, model: StoredModel): ModelConfig | null {
  if (model.origin !== 'trained-here') return null;
  try {
    return parseModelConfig(readFileSync(join(modelDir(runtime, site, model), MODEL_FILES.config), 'utf8'));
  } catch {
    return null;
  }
}

function keyNamed(name: string | undefined, keys: readonly SubjectKey[]): SubjectKey | null {
  return keys.find((each) => each.name === (name ?? PLAIN_DIGESTS.name)) ?? null;
}

/** Of a code of more letters the usual ways are tried: all of them would be too many. */
const MOST_LETTERS = 8;

/**
 * A child is one, however its code is capitalised, and a dataset may have it otherwise than the list of children: a digest of
 * each way is looked for.
 */
function spellings(code: string): string[] {
  const lower = code.toLowerCase();
  const letters = [...lower].flatMap((letter, at) => (letter.toUpperCase() === letter ? [] : [at]));
  if (letters.length > MOST_LETTERS) {
    return [code, lower, code.toUpperCase(), lower.replace(/(?<![a-z])[a-z]/g, (first) => first.toUpperCase())];
  }
  return Array.from({ length: 2 ** letters.length }, (_, capitals) =>
    [...lower]
      .map((letter, at) =>
        (capitals >> letters.indexOf(at)) & 1 && letters.includes(at) ? letter.toUpperCase() : letter,
      )
      .join(''),
  );
}
