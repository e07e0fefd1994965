import { type Emotion, isEmotion } from '../../../emotion/emotion.ts';
import type { ImageLabel, ImageSplit, ImageState, ImageUseName, WallUse } from '../wall/wall-filter.ts';
import { agreedLabel } from './agreed-label.ts';

/**
 * Whether the family of whom an image shows agreed to training. `none`: the site does not know whom it shows, and need not;
 * `not-enrolled`: the same of a dataset for which each child's own consent counts; `dataset-none`: nothing covers its dataset.
 */
export type SubjectConsent = 'none' | 'covers' | 'never' | 'ended' | 'not-enrolled' | 'dataset-none';

/** Says it of a subject as the dataset spells it; null for an image of nobody known. */
export type ConsentOf = (subject: string | null) => SubjectConsent;

/** All that decides it. */
export interface UseFacts {
  readonly state: ImageState;
  readonly hasGroup: boolean;
  /** As the dataset says. */
  readonly emotion: Emotion | null;
  readonly split: ImageSplit | null;
  readonly consent: SubjectConsent;
  /** Whether it is of a session that was set aside. */
  readonly isSetAside: boolean;
  /** What people say of it, the newest of each. */
  readonly labels: readonly ImageLabel[];
}

export interface ImageUse {
  readonly name: ImageUseName;
  /** What the image counts as: what people say goes before what the dataset says. Null where it is left out for want of that. */
  readonly emotion: Emotion | null;
}

/**
 * The one rule by which the wall, the counts of datasets and the runs of a site take an image or leave it out.
 *
 * One person's label counts as long as nobody says otherwise; where people differ, the image is left out until they agree.
 * An image that waits to be opened says what will be: `waiting` where nothing else is in the way.
 */
export function imageUse({ state, hasGroup, emotion, split, consent, isSetAside, labels }: UseFacts): ImageUse {
  const out = (name: ImageUseName): ImageUse => ({ name, emotion: null });
  if (state === 'broken' || state === 'no-face') return out(state);
  if (consent === 'never') return out('no-consent');
  if (consent === 'ended') return out('consent-ended');
  if (consent === 'not-enrolled') return out('not-enrolled');
  if (consent === 'dataset-none') return out('dataset-no-consent');
  if (isSetAside) return out('set-aside');
  const said = agreedLabel(labels);
  if (said === 'disputed') return out('disputed');
  if (said === 'no-face' || said === 'not-usable') return out(`labelled-${said}`);
  const shown = said !== null && isEmotion(said) ? said : emotion;
  if (shown === null) return out('no-label');
  if (!hasGroup) return out('no-group');
  if (state === 'waiting') return { name: 'waiting', emotion: shown };
  return { name: split === 'test' ? 'test' : 'trained', emotion: shown };
}

/** Whether a run takes it, as far as anybody can know before it has been opened. */
export function isTaken({ name }: ImageUse): boolean {
  return name === 'trained' || name === 'test' || name === 'waiting';
}

/** @param isHidden Whether others have labelled the image and this person has not. */
export function shownUseOf({ name }: ImageUse, isHidden: boolean): WallUse {
  return isHidden && DECIDED_BY_LABELS.has(name) ? 'second-look' : name;
}

const DECIDED_BY_LABELS: ReadonlySet<ImageUseName> = new Set<ImageUseName>([
  'trained',
  'test',
  'waiting',
  'no-group',
  'labelled-no-face',
  'labelled-not-usable',
]);
