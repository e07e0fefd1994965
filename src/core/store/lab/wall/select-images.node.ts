import { EMOTIONS } from '../../../emotion/emotion.ts';
import type { ReadableDb } from '../../store.node.ts';
import { type ImageUse, imageUse, shownUseOf } from '../use/image-use.ts';
import { type ConsentByDataset, imagesWithheld } from '../use/images-withheld.node.ts';
import { imageCondition } from './image-condition.ts';
import { labelsInForce, type PersonsLabel } from './image-labels.node.ts';
import { type ImageRecordAt, readImageRecords } from './image-records.node.ts';
import { imagesOfRun } from './images-of-run.node.ts';
import {
  IMAGE_LABELS,
  type LabelState,
  type WallFilter,
  type WallModel,
  type WallOrder,
  type WallUse,
} from './wall-filter.ts';

/** An image that a filter means. */
export interface SelectedImage extends ImageRecordAt {
  /** Whether the model is sure of another emotion than the dataset's. */
  readonly disagrees: boolean;
  /** Index into IMAGE_LABELS of what this person says; -1 for nothing. */
  readonly mine: number;
  readonly use: ImageUse;
  /** The same as this person may see it. */
  readonly shownUse: WallUse;
}

export interface SelectOptions {
  readonly filter: WallFilter;
  /** Null while no model is in use. */
  readonly model: WallModel | null;
  /** Whose labels "mine" are. */
  readonly userId: string;
  readonly consentOf: ConsentByDataset;
}

/** The images that a filter means, in the dataset's order. */
export function selectImages(db: ReadableDb, { filter, model, userId, consentOf }: SelectOptions): SelectedImage[] {
  const wanted = filter.keys && new Set(filter.keys);
  const ofRun = filter.run && imagesOfRun(db, filter.run);
  const labels = labelsInForce(db, filter.datasetId);
  const withheld = imagesWithheld(db, consentOf);
  const selected: SelectedImage[] = [];
  for (const image of readImageRecords(db, imageCondition(filter), model?.digest ?? null)) {
    const { key, emotion, said, probability } = image;
    if (wanted?.has(key) === false || ofRun?.has(key) === false) continue;
    const given = labels.get(key) ?? [];
    if (filter.labels && !isLabelled(given, userId, filter.labels)) continue;
    const isSure = model !== null && said >= 0 && probability >= model.threshold;
    const disagrees = isSure && emotion >= 0 && said !== emotion;
    if (filter.disagrees !== undefined && filter.disagrees !== disagrees) continue;
    const mine = given.find((each) => each.userId === userId);
    const use = imageUse({
      state: image.state,
      hasGroup: image.group >= 0,
      emotion: EMOTIONS[emotion] ?? null,
      split: image.split,
      consent: withheld.consent.get(key) ?? 'none',
      isSetAside: withheld.setAside.has(key),
      labels: given.map(({ label }) => label),
    });
    const shownUse = shownUseOf(use, !mine && given.length > 0);
    if (filter.use !== undefined && filter.use !== shownUse) continue;
    selected.push({ ...image, disagrees, mine: mine ? IMAGE_LABELS.indexOf(mine.label) : -1, use, shownUse });
  }
  return selected;
}

function isLabelled(given: readonly PersonsLabel[], userId: string, state: LabelState): boolean {
  const isMine = given.some((each) => each.userId === userId);
  const differing = new Set(given.map(({ label }) => label)).size;
  switch (state) {
    case 'nobody':
      return given.length === 0;
    case 'second-look':
      return given.length > 0 && !isMine;
    case 'mine':
      return isMine;
    case 'agree':
      return given.length > 1 && differing === 1;
    case 'differ':
      return differing > 1;
  }
}

/** In the order that was asked for; images that the model has not read come last. */
export function inOrder(images: readonly SelectedImage[], order: WallOrder): readonly SelectedImage[] {
  if (order === 'dataset') return images;
  const rank = ({ said, probability }: SelectedImage) => {
    if (said < 0) return 2;
    return order === 'surest' ? -probability : probability;
  };
  return images.toSorted((a, b) => rank(a) - rank(b));
}
