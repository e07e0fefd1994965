import { EnrolledChild } from '../../src/core/capture/identity/enrolled-child.ts';
import type { Box } from '../../src/core/emotion/box.ts';
import type { Described } from './likeness-pairs.ts';

/** What a scene cost: seconds read from somebody else, and seconds in which the child was there and not read. */
export interface Cost {
  readonly wrongSeconds: number;
  readonly lostSeconds: number;
  readonly childSeconds: number;
}

export const SCENES = ['another enters', 'crossing', 'swap of places'] as const;
export type SceneName = (typeof SCENES)[number];

interface Seen {
  readonly box: Box;
  readonly isChild: boolean;
}

const FRAME_MS = 1000 / 15;
/** A face shows another of its pictures after this long: another look, light and turn of the head. */
const PICTURE_MS = 1000;
/** The child is alone for so long after the tap, so that its looks are learnt. */
const ALONE_MS = 6000;

/**
 * Plays one scene of two children: boxes by script, descriptors of their rendered pictures.
 *
 * - another enters: the child leaves, the other child sits down in its place for 20 s and leaves, the child comes back.
 * - crossing: they walk past each other, the other in front, and then stay for 15 s.
 * - swap of places: both are hidden for a second and come out in each other's place, for 15 s.
 */
export async function playScene(
  scene: SceneName,
  child: readonly Described[],
  other: readonly Described[],
): Promise<Cost> {
  const enrolled = new EnrolledChild();
  const describeAt = (people: readonly Seen[], atMs: number) => async (face: number) => {
    const pictures = people[face]!.isChild ? child : other;
    return pictures[Math.floor(atMs / PICTURE_MS) % pictures.length]!.descriptor;
  };
  const cost = { wrong: 0, lost: 0, child: 0 };
  const { lengthMs, at } = SCRIPTS[scene];
  for (let frame = 0; frame * FRAME_MS < ALONE_MS + lengthMs; frame++) {
    const atMs = frame * FRAME_MS;
    const people = atMs < ALONE_MS ? [{ box: boxAt(100), isChild: true }] : at(atMs - ALONE_MS);
    const boxes = people.map(({ box }) => box);
    if (frame === 0) await enrolled.enrol(boxes, 0, atMs, describeAt(people, atMs));
    const { child: read } = await enrolled.follow(boxes, atMs, describeAt(people, atMs));
    if (people.some(({ isChild }) => isChild)) cost.child++;
    if (read !== null && !people[read]!.isChild) cost.wrong++;
    else if (read === null && people.some(({ isChild }) => isChild)) cost.lost++;
  }
  const seconds = (frames: number) => (frames * FRAME_MS) / 1000;
  return { wrongSeconds: seconds(cost.wrong), lostSeconds: seconds(cost.lost), childSeconds: seconds(cost.child) };
}

const SCRIPTS: Readonly<Record<SceneName, { lengthMs: number; at(ms: number): readonly Seen[] }>> = {
  'another enters': {
    lengthMs: 38_000,
    at(ms) {
      if (ms >= 3000 && ms < 23_000) return [{ box: boxAt(105), isChild: false }];
      return ms >= 26_000 ? [{ box: boxAt(100), isChild: true }] : [];
    },
  },
  crossing: {
    lengthMs: 20_000,
    at(ms) {
      const way = 360 * Math.min(1, ms / 5000);
      const people = [
        { box: boxAt(100 + way), isChild: true },
        { box: boxAt(460 - way), isChild: false },
      ];
      const isHidden = Math.abs(360 - 2 * way) < 60;
      return isHidden ? people.slice(1) : people;
    },
  },
  'swap of places': {
    lengthMs: 20_000,
    at(ms) {
      if (ms >= 4000 && ms < 5000) return [];
      const [childX, otherX] = ms < 4000 ? [100, 400] : [400, 100];
      return [
        { box: boxAt(childX), isChild: true },
        { box: boxAt(otherX), isChild: false },
      ];
    },
  },
};

function boxAt(xPx: number): Box {
  return { xPx, yPx: 120, widthPx: 170, heightPx: 200 };
}
