import { applySimilarity, type Similarity } from '../identity/similarity.ts';
import { LANDMARK_COUNT, type Landmarks, type Point } from '../landmarks.ts';

/** Key points of a face for tests, on a page where the eyes are 20 apart; all others lie between them. */
const PAGE: Readonly<Record<number, Point>> = {
  0: { xPx: 7, yPx: 19 },
  8: { xPx: 30, yPx: 51 },
  16: { xPx: 53, yPx: 19 },
  30: { xPx: 30, yPx: 29 },
  33: { xPx: 30, yPx: 33.6 },
  48: { xPx: 22, yPx: 40.6 },
  54: { xPx: 38, yPx: 40.6 },
};

/** Landmarks of a frontal face whose key points lie exactly where the canonical crop wants them, moved by `place`. */
export function plainFace(place: Similarity = { a: 1, b: 0, txPx: 0, tyPx: 0 }): Landmarks {
  return Array.from({ length: LANDMARK_COUNT }, (_, index) => applySimilarity(place, PAGE[index] ?? between(index)));
}

/** The eyes' points lie on circles around (20, 19) and (40, 19). */
function between(index: number): Point {
  if (index < 36 || index > 47) return { xPx: 30, yPx: 25 };
  const angle = (index * Math.PI) / 3;
  return { xPx: (index < 42 ? 20 : 40) + 2 * Math.cos(angle), yPx: 19 + 2 * Math.sin(angle) };
}
