import { CROP_PX, type FaceCrops } from '../../dataset/faces/face-set.ts';
import type { TrainingConfig } from '../training-config.ts';
import type { Random } from './random.ts';

/**
 * Views of a face for training, drawn on plain arrays: one image takes some 30 microseconds, and every engine gets
 * the same pixels.
 */
export type AugmentOptions = Pick<
  TrainingConfig,
  | 'shiftPx'
  | 'rotationDeg'
  | 'scale'
  | 'flipProbability'
  | 'brightness'
  | 'contrast'
  | 'gamma'
  | 'blurProbability'
  | 'blurPx'
  | 'eraseProbability'
  | 'erasePx'
>;

const GREY_LEVELS = 256;

/**
 * Writes the centre of a crop, unchanged: what a face looks like when it is read.
 *
 * @param target Receives inputPx * inputPx grey values, 0 to 1, from `offset` on.
 */
export function centreView(faces: FaceCrops, row: number, inputPx: number, target: Float32Array, offset: number): void {
  const margin = (CROP_PX - inputPx) / 2;
  const crop = cropOf(faces, row);
  for (let y = 0; y < inputPx; y++) {
    const from = (y + margin) * CROP_PX + margin;
    for (let x = 0; x < inputPx; x++) target[offset + y * inputPx + x] = crop[from + x]! / (GREY_LEVELS - 1);
  }
}

/**
 * Writes a random view of a crop: shifted, turned, scaled and perhaps mirrored in one sampling; another brightness,
 * contrast and tone; perhaps out of focus; perhaps a grey square over it.
 *
 * @param target Receives inputPx * inputPx grey values, 0 to 1, from `offset` on.
 */
export function augmentedView(
  faces: FaceCrops,
  row: number,
  inputPx: number,
  options: AugmentOptions,
  random: Random,
  target: Float32Array,
  offset: number,
): void {
  const crop = cropOf(faces, row);
  const tones = toneTable(options, random);
  const affine = drawAffine(options, random);
  const centre = (inputPx - 1) / 2;
  const cropCentre = (CROP_PX - 1) / 2;
  for (let y = 0; y < inputPx; y++) {
    for (let x = 0; x < inputPx; x++) {
      const fromX = affine.xx * (x - centre) + affine.xy * (y - centre) + affine.x + cropCentre;
      const fromY = affine.yx * (x - centre) + affine.yy * (y - centre) + affine.y + cropCentre;
      target[offset + y * inputPx + x] = sample(crop, tones, fromX, fromY);
    }
  }
  if (options.blurProbability > 0 && random.uniform() < options.blurProbability) {
    blur(target, offset, inputPx, random.between(LEAST_BLUR_PX, Math.max(LEAST_BLUR_PX, options.blurPx)));
  }
  if (random.uniform() < options.eraseProbability) erase(options, random, inputPx, target, offset);
}

/** Pixel of the view, from its centre -> pixel of the crop, from its centre. */
interface Affine {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly x: number;
  readonly y: number;
}

function drawAffine({ shiftPx, rotationDeg, scale, flipProbability }: AugmentOptions, random: Random): Affine {
  const angle = (random.between(-rotationDeg, rotationDeg) * Math.PI) / 180;
  const size = 1 + random.between(-scale, scale);
  const mirror = random.uniform() < flipProbability ? -1 : 1;
  return {
    xx: (mirror * Math.cos(angle)) / size,
    xy: (-mirror * Math.sin(angle)) / size,
    yx: Math.sin(angle) / size,
    yy: Math.cos(angle) / size,
    x: random.between(-shiftPx, shiftPx),
    y: random.between(-shiftPx, shiftPx),
  };
}

/** Grey level -> grey value, 0 to 1, after tone, contrast and brightness. */
function toneTable({ brightness, contrast, gamma }: AugmentOptions, random: Random): Float32Array {
  const exponent = 2 ** random.between(-gamma, gamma);
  const slope = 1 + random.between(-contrast, contrast);
  const shift = random.between(-brightness, brightness);
  return Float32Array.from({ length: GREY_LEVELS }, (_, level) => {
    const tone = (level / (GREY_LEVELS - 1)) ** exponent;
    return Math.min(1, Math.max(0, (tone - 0.5) * slope + 0.5 + shift));
  });
}

/** Bilinear; outside the crop its edge goes on. */
function sample(crop: Uint8Array, tones: Float32Array, x: number, y: number): number {
  const last = CROP_PX - 1;
  const clampedX = x < 0 ? 0 : x > last ? last : x;
  const clampedY = y < 0 ? 0 : y > last ? last : y;
  const left = Math.min(Math.floor(clampedX), last - 1);
  const top = Math.min(Math.floor(clampedY), last - 1);
  const rightShare = clampedX - left;
  const bottomShare = clampedY - top;
  const at = top * CROP_PX + left;
  const upper = tones[crop[at]!]! * (1 - rightShare) + tones[crop[at + 1]!]! * rightShare;
  const lower = tones[crop[at + CROP_PX]!]! * (1 - rightShare) + tones[crop[at + CROP_PX + 1]!]! * rightShare;
  return upper * (1 - bottomShare) + lower * bottomShare;
}

/** Below it a blur changes nothing. */
const LEAST_BLUR_PX = 0.3;

/**
 * A Gaussian blur in place: a camera out of focus, a child that moves. Outside the view its edge goes on.
 *
 * Source: Chen et al. 2020, arXiv:2002.05709, appendix A. Differs: the deviations are those of 48 px faces.
 *
 * @param deviationPx Standard deviation.
 */
function blur(target: Float32Array, offset: number, sidePx: number, deviationPx: number): void {
  const reach = Math.ceil(3 * deviationPx);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) / deviationPx) ** 2) / 2),
  );
  const sum = weights.reduce((total, each) => total + each, 0);
  const line = new Float64Array(sidePx);
  const clamp = (at: number) => (at < 0 ? 0 : at >= sidePx ? sidePx - 1 : at);
  for (const [stride, across] of [
    [1, sidePx],
    [sidePx, 1],
  ] as const) {
    for (let k = 0; k < sidePx; k++) {
      const from = offset + k * across;
      for (let i = 0; i < sidePx; i++) line[i] = target[from + i * stride]!;
      for (let i = 0; i < sidePx; i++) {
        let blurred = 0;
        for (let d = -reach; d <= reach; d++) blurred += weights[d + reach]! * line[clamp(i + d)]!;
        target[from + i * stride] = blurred / sum;
      }
    }
  }
}

/** A square of one random grey: a hand, a mask, a tube. Source: Zhong et al. 2020, arXiv:1708.04896, with squares only. */
function erase(
  { erasePx }: AugmentOptions,
  random: Random,
  inputPx: number,
  target: Float32Array,
  offset: number,
): void {
  const sidePx = erasePx[0] + random.integer(erasePx[1] - erasePx[0] + 1);
  const left = random.integer(inputPx - sidePx + 1);
  const top = random.integer(inputPx - sidePx + 1);
  const grey = random.uniform();
  for (let y = top; y < top + sidePx; y++) {
    target.fill(grey, offset + y * inputPx + left, offset + y * inputPx + left + sidePx);
  }
}

function cropOf(faces: FaceCrops, row: number): Uint8Array {
  if (!Number.isInteger(row) || row < 0 || row >= faces.count) {
    throw new RangeError(`a row of the face set, 0 to ${faces.count - 1}, was expected; found ${row}`);
  }
  const length = CROP_PX * CROP_PX;
  return faces.crops.subarray(row * length, (row + 1) * length);
}
