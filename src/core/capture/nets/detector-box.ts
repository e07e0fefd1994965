import type { Box } from '../../emotion/box.ts';
import { boundingBox, type Landmarks } from '../landmarks.ts';

/**
 * The box that the detector draws, relative to the box around the landmarks that the landmark net then finds in it;
 * medians over 427 faces of the rendered cohort.
 */
const LEFT = -0.155;
const TOP = -0.118;
const WIDTH = 1.284;
const HEIGHT = 1.211;

/**
 * The box that the face detector would have drawn around these landmarks.
 *
 * Annotators frame faces in their own ways, and a small face's box is coarse; the landmark net reads best what the
 * detector gives it of a face that it sees well.
 */
export function detectorBox(landmarks: Landmarks): Box {
  const { xPx, yPx, widthPx, heightPx } = boundingBox(landmarks);
  return {
    xPx: xPx + LEFT * widthPx,
    yPx: yPx + TOP * heightPx,
    widthPx: WIDTH * widthPx,
    heightPx: HEIGHT * heightPx,
  };
}
