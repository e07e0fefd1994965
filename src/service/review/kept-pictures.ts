import type { Annotation } from '../../core/emotion/annotation.ts';
import { EMOTIONS, type Emotion, isEmotion } from '../../core/emotion/emotion.ts';
import { ageInYears } from '../../core/report/age-in-years.ts';
import { indexingState } from '../../core/store/lab/dataset-images.node.ts';
import {
  type DatasetPicture,
  type LabelledPicture,
  listCropTimes,
  listDatasetPictures,
} from '../../core/store/lab/dataset-pictures.node.ts';
import type { StoredDataset } from '../../core/store/lab/datasets.node.ts';
import { momentsToTrainOn } from '../../core/store/lab/moments.node.ts';
import { agreedLabel } from '../../core/store/lab/use/agreed-label.ts';
import { countUses } from '../../core/store/lab/use/count-uses.node.ts';
import { type Child, listChildren } from '../../core/store/people/children.node.ts';
import { readAnnotations } from '../../core/store/sessions/annotations.node.ts';
import { listSessions, sessionKey } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { consentOfSubjects, consentToTrain } from '../lab/datasets/consented-subjects.ts';

/** Kept pictures of stretches that somebody has named, which can be trained on or not. */
export interface SortedPictures {
  readonly pictures: readonly LabelledPicture[];
  readonly leftOut: {
    /** The child's consent does not cover training, or pictures, today. */
    readonly noConsent: number;
    /** People called the stretch crying, talking, unreadable, …: nothing that the model has a class for. */
    readonly noEmotion: number;
    /** Two people called it by different names. */
    readonly disputed: number;
  };
}

/** All kept pictures of named stretches of sessions that have ended. */
export function sortPictures(db: ReadableDb, now: Date): SortedPictures {
  const mayTrain = childrenToTrainOn(db, now);
  const pictures: LabelledPicture[] = [];
  const leftOut = { noConsent: 0, noEmotion: 0, disputed: 0 };
  for (const { id, childId, state, setAside } of listSessions(db)) {
    const key = sessionKey(db, id);
    const annotations = readAnnotations(db, id);
    if (state === 'running' || setAside || key === undefined || annotations.length === 0) continue;
    for (const atMs of listCropTimes(db, key)) {
      const said = labelAt(annotations, atMs);
      if (said === null) continue;
      if (!mayTrain.has(childId)) leftOut.noConsent += 1;
      else if (said === 'disputed') leftOut.disputed += 1;
      else if (!isEmotion(said)) leftOut.noEmotion += 1;
      else pictures.push({ sessionKey: key, atMs, emotion: said });
    }
  }
  return { pictures, leftOut };
}

/** What all who have named the moment call it; null when nobody has. */
function labelAt(annotations: readonly Annotation[], atMs: number): Annotation['label'] | 'disputed' | null {
  return agreedLabel(annotations.filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs).map(({ label }) => label));
}

/** A picture of a dataset with what a training needs to know of the child. */
export interface TrainablePicture extends DatasetPicture {
  readonly childCode: string;
  /** When the picture was taken. */
  readonly ageYears: number;
}

/** The pictures of a dataset that consent covers today. */
export function trainablePictures(db: ReadableDb, datasetId: string, now: Date): TrainablePicture[] {
  const children = childrenToTrainOn(db, now);
  const moments = momentsToTrainOn(db, datasetId, consentOfSubjects(db, datasetId, now));
  return [...listDatasetPictures(db, datasetId), ...moments].flatMap((picture) => {
    const child = children.get(picture.childId);
    if (!child) return [];
    return [{ ...picture, childCode: child.code, ageYears: ageInYears(child.birthMonth, picture.startedAtIso) }];
  });
}

/** A dataset with what a run takes of it, as people's labels and consent stand today. */
export function countedDataset(db: ReadableDb, dataset: StoredDataset, now: Date): StoredDataset {
  if (dataset.kind === 'folder') {
    if (!indexingState(db, dataset.id)?.isListed) return dataset;
    return { ...dataset, ...countUses(db, dataset.id, consentOfSubjects(db, dataset.id, now)) };
  }
  const pictures = trainablePictures(db, dataset.id, now);
  const counts = EMOTIONS.map((emotion) => [emotion, pictures.filter((each) => each.emotion === emotion).length]);
  return {
    ...dataset,
    images: pictures.length,
    children: new Set(pictures.map(({ childId }) => childId)).size,
    imagesByEmotion: Object.fromEntries(counts) as Record<Emotion, number>,
  };
}

/** Children whose consent covers pictures and training today, by id. */
export function childrenToTrainOn(db: ReadableDb, now: Date): Map<string, Child> {
  const covered = listChildren(db, now).filter((child) => consentToTrain(child, 'kept-pictures') === 'covers');
  return new Map(covered.map((child) => [child.id, child]));
}
