import type { UncertainMoment } from '../../contract/review/review.ts';
import { cropQuality } from '../../core/capture/quality/quality.ts';
import { ageInYears } from '../../core/report/age-in-years.ts';
import { listModels } from '../../core/store/lab/models.node.ts';
import { type MomentPicture, momentsDataset, replaceMoments } from '../../core/store/lab/moments.node.ts';
import { nearestCrop } from '../../core/store/sessions/crops.node.ts';
import { ensureAllRollups } from '../../core/store/sessions/session-window.node.ts';
import { listSessions, sessionKey } from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import type { OpenSite } from '../runtime/runtime.ts';
import { reportIncident } from '../runtime/to-call-error.ts';
import { childrenToTrainOn } from './kept-pictures.ts';
import { spreadMoments } from './spread-moments.ts';

/** More than a person names in an afternoon. */
const MOST_PICTURES = 200;
/** Looked at to find them: most moments have no picture, or no consent. */
const MOST_MOMENTS = 1000;

/** What came of bringing moments of doubt into the wall. */
export interface BroughtMoments {
  readonly images: number;
  /** Moments with a picture of children whose consent does not cover training, or pictures, today. */
  readonly noConsent: number;
}

/**
 * Puts the pictures of moments in which the model doubted most into the dataset of moments, the most informative first, as
 * consent stands today. Nothing is done where nobody asked for such a dataset.
 */
export async function bringMoments(site: OpenSite, now: Date): Promise<BroughtMoments> {
  const { db } = site;
  ensureAllRollups(db);
  const { moments } = await runQueryTask(site, 'uncertain-moments', {
    childId: null,
    limit: MOST_MOMENTS,
    mayTrainOnly: false,
  });
  const datasetId = momentsDataset(db);
  if (datasetId === null) return { images: 0, noConsent: 0 };
  const children = childrenToTrainOn(db, now);
  const sessions = new Map(listSessions(db).map((session) => [session.id, session]));
  const covered = moments.filter(({ sessionId }) => children.has(sessions.get(sessionId)?.childId ?? ''));
  const pictures = spreadMoments(covered)
    .slice(0, MOST_PICTURES)
    .flatMap((moment): MomentPicture[] => {
      const session = sessions.get(moment.sessionId)!;
      const birthMonth = children.get(session.childId)!.birthMonth;
      const picture = pictureOf(db, moment);
      if (!picture) return [];
      return [
        { ...picture, ageYears: ageInYears(birthMonth, session.startedAtIso), reading: readingOf(db, session, moment) },
      ];
    });
  replaceMoments(db, datasetId, pictures);
  return { images: pictures.length, noConsent: moments.length - covered.length };
}

/** The same beside whatever else goes on, where somebody asked for such a dataset: after a session. */
export function bringMomentsSoon({ runtime, site, now }: SignedInContext): void {
  if (momentsDataset(site.db) === null) return;
  const bringing = bringMoments(site, now)
    .then(() => runtime.events.emit('datasets.changed', {}))
    .catch((error: unknown) => void reportIncident(runtime, 'bringing moments of doubt', error))
    // The store is not closed under it.
    .finally(() => runtime.callsUnderWay.delete(bringing));
  runtime.callsUnderWay.add(bringing);
}

/** Null where it was deleted, or its session set aside, in the meantime. */
function pictureOf(
  db: ReadableDb,
  { sessionId, childCode, startedAtIso, fromMs, toMs }: UncertainMoment,
): Omit<MomentPicture, 'ageYears' | 'reading'> | null {
  const crop = nearestCrop(db, sessionId, (fromMs + toMs) / 2);
  const key = sessionKey(db, sessionId);
  if (!crop || key === undefined) return null;
  return {
    sessionKey: key,
    atMs: crop.atMs,
    path: `${childCode}/${startedAtIso}/${(crop.atMs / 1000).toFixed(1)} s`,
    subject: childCode,
    grey: crop.grey,
    ...cropQuality(crop.grey),
  };
}

/** What the session's model said in the moment, if that model is still the one whose weights are known. */
function readingOf(
  db: ReadableDb,
  { modelId, modelVersion }: { readonly modelId: string; readonly modelVersion: string },
  { probabilities }: UncertainMoment,
): MomentPicture['reading'] {
  const model = listModels(db).find(({ id, version }) => id === modelId && version === modelVersion);
  return model?.digest ? { modelDigest: model.digest, probabilities: Float32Array.from(probabilities) } : null;
}
