import { type Box, intersectionOverUnion } from '../../emotion/box.ts';

/** Overlap from one frame to the next that says "the same face, a moment later". */
const CONTINUES_OVERLAP = 0.4;

/** A second face that overlaps a track this much makes it unclear which of the two goes on. */
const RIVAL_OVERLAP = 0.15;

/** After this long without a face, position alone says nothing any more: 4 frames of a camera at 15 a second. */
export const LONGEST_JUMP_MS = 270;

/** Distance of two centres, in widths of the larger face, within which one can hide the other a few frames later. */
const NEAR_WIDTHS = 1.5;

/** One face followed by position alone. */
export interface FaceTrack {
  readonly box: Box;
  /** When it was last seen. */
  readonly atMs: number;
}

/** Where a track goes on: in the face with that index; perhaps later, for it is missing in this frame; or nowhere. */
export type Continuation = number | 'missing' | 'ended';

/**
 * The face in which each track goes on.
 *
 * A track goes on in a face only if nothing else explains it: a rival face on the same spot, or a rival track for the
 * same face, ends it, for position alone cannot tell a child from an adult who leans over.
 *
 * @param faces The boxes found in the frame, in any order.
 * @param longestJumpMs For how long a track may have been without a face.
 * @returns One entry a track, in their order. No two tracks go on in the same face.
 */
export function continueTracks(
  tracks: readonly FaceTrack[],
  faces: readonly Box[],
  atMs: number,
  longestJumpMs = LONGEST_JUMP_MS,
): Continuation[] {
  const claims = tracks.map((track) => (atMs - track.atMs > longestJumpMs ? 'ended' : match(track.box, faces)));
  return claims.map((claim, i) =>
    claims.some((other, k) => k !== i && typeof claim === 'number' && other === claim) ? 'ended' : claim,
  );
}

function match(box: Box, faces: readonly Box[]): Continuation {
  const overlaps = faces.map((face) => intersectionOverUnion(box, face));
  const there = overlaps.flatMap((overlap, i) => (overlap >= RIVAL_OVERLAP ? [i] : []));
  const [face] = there;
  if (face === undefined) return 'missing';
  return there.length === 1 && overlaps[face]! >= CONTINUES_OVERLAP ? face : 'ended';
}

/** True when the faces are close enough for one to pass in front of the other within a few frames. */
export function areNear(a: Box, b: Box): boolean {
  const apartPx = Math.hypot(
    a.xPx + a.widthPx / 2 - b.xPx - b.widthPx / 2,
    a.yPx + a.heightPx / 2 - b.yPx - b.heightPx / 2,
  );
  return apartPx < NEAR_WIDTHS * Math.max(a.widthPx, b.widthPx);
}
