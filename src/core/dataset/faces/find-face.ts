import { type Alignment, alignFace } from '../../capture/align-face.ts';
import { cropFace } from '../../capture/crop-face.ts';
import type { Frame } from '../../capture/frame.ts';
import type { FaceNets } from '../../capture/nets/face-nets.ts';
import { isBlank } from '../../capture/quality/quality.ts';
import type { Box } from '../../emotion/box.ts';
import { type Failure, failure } from '../../words/failure.ts';
import { detectInTiles } from './detect-in-tiles.ts';

/**
 * How much wider than the picture the second search looks: a portrait that the face fills is found only when it is set
 * in black. Of 304 cohort images, 213 are found as they are and all 304 at 2.5 times the width.
 */
const WIDER = 2.5;
/** With several faces, the emotion is taken to be that of one which is this much larger than the others. */
const LARGER = 2;

export type FoundFace =
  | {
      readonly kind: 'face';
      readonly crop: Uint8Array;
      /** Longer side of its box in the image, in the image's pixels; null where only the crop is there. */
      readonly facePx: number | null;
      /** How its image was read, if not as it should be. */
      readonly remark?: Failure;
    }
  | { readonly kind: 'fault'; readonly why: Failure };

/**
 * The canonical crop of the face that a dataset's image is about.
 *
 * A box is no face: where there is only one grey, the landmarks are made up and the model would name an emotion all the
 * same.
 *
 * @param drawn Where it is, however the annotator framed it; null to search for it.
 * @param scale Pixels of the frame for one of the image that the box was drawn in.
 */
export async function findFace(nets: FaceNets, frame: Frame, drawn: Box | null, scale = 1): Promise<FoundFace> {
  const box = drawn && scaled(drawn, scale);
  if (box && !overlaps(box, frame)) {
    const [widthPx, heightPx] = [frame.widthPx, frame.heightPx].map((px) => Math.round(px / scale)) as [number, number];
    return fault(failure('image.box-outside', { widthPx, heightPx }));
  }
  const found = box ? { kind: 'box' as const, box } : await search(nets, frame);
  if (found.kind === 'fault') return found;
  const alignment: Alignment = alignFace(await nets.landmarks(frame, found.box), found.box);
  if (alignment.kind === 'implausible') return fault(failure('image.no-face-made-out'));
  const crop = cropFace(frame, alignment.cropToFrame);
  if (isBlank(crop)) return fault(failure('image.blank'));
  return { kind: 'face', crop, facePx: Math.max(found.box.widthPx, found.box.heightPx) / scale };
}

async function search(
  nets: FaceNets,
  frame: Frame,
): Promise<{ kind: 'box'; box: Box } | { kind: 'fault'; why: Failure }> {
  let faces = await nets.detect(frame);
  if (faces.length === 0) {
    const sidePx = WIDER * Math.max(frame.widthPx, frame.heightPx);
    const xPx = (frame.widthPx - sidePx) / 2;
    const yPx = (frame.heightPx - sidePx) / 2;
    faces = await nets.detect(frame, { xPx, yPx, sidePx });
  }
  if (faces.length === 0) faces = await detectInTiles(nets, frame);
  const [largest, second] = faces.map(({ box }) => box).sort((a, b) => area(b) - area(a));
  if (!largest) return fault(failure('image.no-face'));
  if (second && area(largest) < LARGER * area(second)) {
    return fault(failure('image.many-faces', { count: faces.length }));
  }
  return { kind: 'box', box: largest };
}

function overlaps({ xPx, yPx, widthPx, heightPx }: Box, frame: Frame): boolean {
  return xPx < frame.widthPx && yPx < frame.heightPx && xPx + widthPx > 0 && yPx + heightPx > 0;
}

function scaled({ xPx, yPx, widthPx, heightPx }: Box, scale: number): Box {
  return { xPx: xPx * scale, yPx: yPx * scale, widthPx: widthPx * scale, heightPx: heightPx * scale };
}

function area({ widthPx, heightPx }: Box): number {
  return widthPx * heightPx;
}

function fault(why: Failure): { kind: 'fault'; why: Failure } {
  return { kind: 'fault', why };
}
