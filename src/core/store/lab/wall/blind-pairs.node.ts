import type { ReadableDb } from '../../store.node.ts';
import type { ImageLabel } from './wall-filter.ts';

/** What two people said of one image before either could see what the other says. */
export interface BlindPair {
  readonly imageKey: number;
  /** Whom the image shows: the image alone where nobody knows. */
  readonly subject: string;
  readonly labels: readonly [ImageLabel, ImageLabel];
}

/** Two people and the images that both have labelled. */
export interface PeopleCompared {
  /** By name. */
  readonly people: readonly [string, string];
  readonly pairs: readonly BlindPair[];
}

/** A label that its own author replaces sooner than this was a slip of the hand. */
const SLIP_MS = 5_000;

interface LabelRow {
  readonly imageKey: number;
  readonly subject: string;
  readonly userName: string;
  readonly label: ImageLabel | null;
  readonly at: string;
}

/**
 * For every two people, what they said of the images that both have labelled, at the moment when the second of them did:
 * from then on each sees what the other says, and what is changed afterwards tells nothing of their agreement.
 *
 * @param datasetId Of one dataset; null for all.
 */
export function blindPairs(db: ReadableDb, datasetId: string | null): PeopleCompared[] {
  const rows = db
    .prepare<Record<string, string | null>[], LabelRow>(
      `SELECT l.image_key AS imageKey, coalesce(i.dataset_id || ' ' || i.subject, l.image_key) AS subject,
              u.name AS userName, l.label, l.at
       FROM image_labels l JOIN dataset_images i ON i.key = l.image_key JOIN users u ON u.id = l.user_id
       WHERE @datasetId IS NULL OR i.dataset_id = @datasetId ORDER BY l.key`,
    )
    .all({ datasetId });
  const found = new Map<string, { people: [string, string]; pairs: BlindPair[] }>();
  for (const ofImage of Map.groupBy(rows, ({ imageKey }) => imageKey).values()) {
    for (const [people, pair] of pairsOfImage(ofImage.filter((row, at) => !isSlip(row, ofImage.slice(at + 1))))) {
      const key = JSON.stringify(people);
      const of = found.get(key) ?? { people, pairs: [] };
      of.pairs.push(pair);
      found.set(key, of);
    }
  }
  return [...found.values()];
}

function isSlip({ userName, at }: LabelRow, later: readonly LabelRow[]): boolean {
  const next = later.find((row) => row.userName === userName);
  return next !== undefined && Date.parse(next.at) - Date.parse(at) < SLIP_MS;
}

/** @param rows Of one image, oldest first. */
function* pairsOfImage(rows: readonly LabelRow[]): Generator<[[string, string], BlindPair]> {
  const now = new Map<string, ImageLabel>();
  const met = new Set<string>();
  for (const { imageKey, subject, userName, label } of rows) {
    if (label === null) now.delete(userName);
    else now.set(userName, label);
    for (const [other, theirs] of now) {
      if (label === null || other === userName) continue;
      const people: [string, string] = other < userName ? [other, userName] : [userName, other];
      const key = JSON.stringify(people);
      if (met.has(key)) continue;
      met.add(key);
      yield [people, { imageKey, subject, labels: people[0] === other ? [theirs, label] : [label, theirs] }];
    }
  }
}
