import type { ModelConfig } from '../model-config.ts';
import { PLAIN_DIGESTS, PUBLISHED_DIGESTS, type SubjectKey } from './subject-digest.node.ts';

/** The keys at hand by which models remember their subjects. */
export interface SubjectKeys {
  /** That of the models which are made here. */
  readonly own: SubjectKey;
  readonly all: readonly SubjectKey[];
}

/** @param others Further keys that are here. */
export function subjectKeys(own: SubjectKey, others: readonly SubjectKey[] = []): SubjectKeys {
  return { own, all: [own, ...others, PUBLISHED_DIGESTS, PLAIN_DIGESTS] };
}

/** The key under which a model's digests are; null when it is not here. */
export function keyOf({ split }: Pick<ModelConfig, 'split'>, { all }: SubjectKeys): SubjectKey | null {
  return keyNamed(split.digests, all);
}

/** Whom of some people a model was fitted on. Val counts, because temperature and threshold were chosen there. */
export interface FittedOn {
  readonly train: readonly string[];
  readonly val: readonly string[];
  /** True when some of its digests are under a key that is not here: it may have been fitted on more of them. */
  readonly unknown: boolean;
}

/** Whom of these subjects a model was fitted on, itself or as what it went on from. Figures on them flatter it. */
export function fittedOn(
  { split }: Pick<ModelConfig, 'split'>,
  subjects: Iterable<string>,
  { all }: SubjectKeys,
): FittedOn {
  const asked = [...new Set(subjects)];
  const lists = [{ digests: split.digests, ...split.subjects }, ...(split.before ?? [])];
  const inAny = (name: 'train' | 'val') => {
    const tests = lists.map((list) => ({ key: keyNamed(list.digests, all), known: new Set(list[name]) }));
    return asked.filter((subject) => tests.some(({ key, known }) => key && known.has(key.digest(subject))));
  };
  const train = inAny('train');
  return {
    train,
    val: inAny('val').filter((subject) => !train.includes(subject)),
    unknown: lists.some((list) => list.train.length + list.val.length > 0 && !keyNamed(list.digests, all)),
  };
}

function keyNamed(name: string | undefined, keys: readonly SubjectKey[]): SubjectKey | null {
  return keys.find((each) => each.name === (name ?? PLAIN_DIGESTS.name)) ?? null;
}
