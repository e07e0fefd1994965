import type { Frame } from '../../src/core/capture/frame.ts';
import { type KeyPoints, keyPoints, type Landmarks, type Point } from '../../src/core/capture/landmarks.ts';
import type { Random } from '../../src/core/training/views/random.ts';
import { frameOf, imageOf } from './scene.ts';

/** What can lie over a child's face on a ward. `blanket` is never fitted to: it shows what an unknown thing does. */
export const COVERS = ['mask', 'hand', 'tube', 'hair', 'eye-pad', 'blanket'] as const;
export type Cover = (typeof COVERS)[number];

/** Colours of textiles: those that are fitted to, and those that are only measured. */
const CLOTH = {
  fitted: ['#8ec3dd', '#f2f4f3', '#a9cfb2', '#d9d9e6', '#39424f'],
  measured: ['#6fa8c9', '#e7e2d6', '#7fb59a', '#e3b4c4', '#20242b'],
} as const;

/**
 * Draws something over a face.
 *
 * @param landmarks Of the face in view, before it is covered.
 * @param random Draws place, size and colour.
 */
export async function covered(
  frame: Frame,
  landmarks: Landmarks,
  cover: Cover,
  random: Random,
  palette: keyof typeof CLOTH,
): Promise<Frame> {
  const face = faceSpace(keyPoints(landmarks));
  const pen = { frame, face, random, cloth: CLOTH[palette][random.integer(CLOTH[palette].length)]! };
  const shapes = { mask, hand, tube, hair, 'eye-pad': eyePad, blanket }[cover](pen);
  const { widthPx, heightPx } = frame;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><g transform="${face.transform}">${shapes}</g></svg>`;
  return frameOf(imageOf(frame).composite([{ input: Buffer.from(svg) }]));
}

/** A face's own coordinates: the middle of the eyes is 0, the eyes are 1 apart, y grows towards the chin. */
interface FaceSpace {
  /** Of an SVG group that is drawn in face coordinates. */
  readonly transform: string;
  inFrame(x: number, y: number): Point;
}

interface Pen {
  readonly frame: Frame;
  readonly face: FaceSpace;
  readonly random: Random;
  readonly cloth: string;
}

function faceSpace({ leftEye, rightEye }: KeyPoints): FaceSpace {
  const [ax, ay] = [rightEye.xPx - leftEye.xPx, rightEye.yPx - leftEye.yPx];
  const [cx, cy] = [(leftEye.xPx + rightEye.xPx) / 2, (leftEye.yPx + rightEye.yPx) / 2];
  return {
    transform: `matrix(${ax} ${ay} ${-ay} ${ax} ${cx} ${cy})`,
    inFrame: (x, y) => ({ xPx: cx + x * ax - y * ay, yPx: cy + x * ay + y * ax }),
  };
}

function mask({ random, cloth }: Pen): string {
  const top = 0.3 + 0.25 * random.uniform();
  const half = 0.85 + 0.15 * random.uniform();
  const pleats = [0.35, 0.55, 0.75].map(
    (share) =>
      `<path d="M${-half} ${top + share} Q0 ${top + share + 0.12} ${half} ${top + share}" stroke="#0002" stroke-width=".025" fill="none"/>`,
  );
  return `<path d="M${-half} ${top + 0.25} Q0 ${top - 0.25} ${half} ${top + 0.25} L${half * 0.75} 1.5 Q0 2.1 ${-half * 0.75} 1.5 Z" fill="${cloth}"/>
<path d="M${-half} ${top + 0.3} L-1.5 .3 M${half} ${top + 0.3} L1.5 .3" stroke="${cloth}" stroke-width=".05"/>${pleats.join('')}`;
}

/** Four fingers in the colour of the cheek, a little lighter or darker, with the shade between them. */
function hand({ frame, face, random }: Pen): string {
  const skin = colourAt(frame, face.inFrame(0.55 - 1.1 * random.integer(2), 0.55), 0.8 + 0.35 * random.uniform());
  const y = 0.75 + 0.25 * random.uniform();
  const turn = -50 + 100 * random.uniform();
  const fingers = [-0.45, -0.15, 0.15, 0.45].map(
    (offset) =>
      `<rect x="-1" y="${offset - 0.15}" width="${1.7 + 0.2 * random.uniform()}" height=".3" rx=".15" fill="${skin}" stroke="#0004" stroke-width=".03"/>`,
  );
  return `<g transform="translate(0 ${y}) rotate(${turn})">${fingers.join('')}<ellipse cx="-1.1" cy="0" rx=".75" ry=".7" fill="${skin}"/></g>`;
}

/** A breathing tube with the tape that holds it. */
function tube({ random, cloth }: Pen): string {
  const y = 0.95 + 0.15 * random.uniform();
  const lean = -0.8 + 1.6 * random.uniform();
  return `<path d="M-.95 ${y - 0.2} L.95 ${y - 0.2} L.95 ${y + 0.12} L-.95 ${y + 0.12} Z" fill="#efe9dc"/>
<path d="M0 ${y} Q${lean / 2} 1.4 ${lean * 2} 2.4" stroke="#fff" stroke-opacity=".85" stroke-width=".3" fill="none"/>
<path d="M0 ${y} Q${lean / 2} 1.4 ${lean * 2} 2.4" stroke="${cloth}" stroke-opacity=".6" stroke-width=".12" fill="none"/>`;
}

function hair({ random }: Pen): string {
  const tone = ['#1d1512', '#4b3220', '#8a6a3f'][random.integer(3)]!;
  const strands = Array.from({ length: 14 }, (_, i) => {
    const x = -1.3 + (2.6 * i) / 13 + 0.08 * random.uniform();
    return `<path d="M${x * 0.8} -1.3 Q${x} -.4 ${x + 0.2 * random.uniform()} ${0.25 + 0.35 * random.uniform()}" stroke="${tone}" stroke-width=".17" fill="none"/>`;
  });
  return strands.join('');
}

function eyePad({ random, cloth }: Pen): string {
  const height = 0.45 + 0.25 * random.uniform();
  return `<rect x="-1.3" y="${-height / 2}" width="2.6" height="${height}" rx=".12" fill="${cloth}"/>`;
}

function blanket({ random, cloth }: Pen): string {
  const top = 0.55 + 0.3 * random.uniform();
  return `<path d="M-4 ${top + 0.5} Q-1 ${top - 0.1} 0 ${top} T4 ${top + 0.3} L4 5 L-4 5 Z" fill="${cloth}"/>
<path d="M-2 ${top + 0.6} Q0 ${top + 0.2} 2 ${top + 0.9}" stroke="#0003" stroke-width=".08" fill="none"/>`;
}

function colourAt({ data, widthPx, heightPx }: Frame, { xPx, yPx }: Point, gain: number): string {
  const x = Math.min(widthPx - 1, Math.max(0, Math.round(xPx)));
  const y = Math.min(heightPx - 1, Math.max(0, Math.round(yPx)));
  const at = (y * widthPx + x) * 3;
  const levels = [0, 1, 2].map((channel) => Math.min(255, Math.round(data[at + channel]! * gain)));
  return `rgb(${levels.join(' ')})`;
}
