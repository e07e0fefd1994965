import { FACE_PX } from './face-cache.ts';

/** Side of a face with the space around it, in CSS pixels. */
export const TILE_PX = 64;
const EDGE_PX = (TILE_PX - FACE_PX) / 2;

/** What is drawn of one image. */
export interface Tile {
  /** [60, 60] grey; null until it is there. */
  readonly face: Uint8Array | null;
  /** In place of a face; null where there is one. */
  readonly without: string | null;
  /** Why no run trains on it, or that this is not for this person to see yet, in a word; empty where a run does. */
  readonly use: string;
  /** Drawn paler: no run uses it. */
  readonly isLeftOut: boolean;
  /** What the dataset says, two letters. */
  readonly emotion: string;
  /** What the model says, where it is sure of something else. */
  readonly disagrees: string | null;
  /** What the person in front of the screen says. */
  readonly mine: string | null;
}

const COLOURS = {
  waiting: '#d5dade',
  without: '#eef1f3',
  ink: '#10161a',
  paper: '#ffffff',
  mine: '#0b4f60',
  model: '#8a3b00',
  use: '#4a5560',
  veil: 'rgba(255, 255, 255, 0.45)',
};

/** Draws the tiles side by side. The canvas is made as large as they need, in the pixels of the screen. */
export function drawRow(canvas: HTMLCanvasElement, tiles: readonly Tile[], pixelRatio: number): void {
  canvas.width = Math.round(tiles.length * TILE_PX * pixelRatio);
  canvas.height = Math.round(TILE_PX * pixelRatio);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, tiles.length * TILE_PX, TILE_PX);
  const strip = stripOf(tiles.map(({ face }) => face));
  for (const [column, tile] of tiles.entries()) {
    const left = column * TILE_PX + EDGE_PX;
    if (tile.without !== null) drawWithout(context, left, tile.without);
    else if (tile.face)
      context.drawImage(strip, column * FACE_PX, 0, FACE_PX, FACE_PX, left, EDGE_PX, FACE_PX, FACE_PX);
    else fill(context, left, COLOURS.waiting);
    if (tile.face && tile.isLeftOut) fill(context, left, COLOURS.veil);
    drawMarks(context, left, tile);
  }
}

let shared: HTMLCanvasElement | null = null;

/** The faces side by side, in their own pixels, on a canvas that is used again for the next row. */
function stripOf(faces: readonly (Uint8Array | null)[]): HTMLCanvasElement {
  shared ??= document.createElement('canvas');
  const widthPx = Math.max(1, faces.length * FACE_PX);
  if (shared.width !== widthPx || shared.height !== FACE_PX) [shared.width, shared.height] = [widthPx, FACE_PX];
  const context = shared.getContext('2d', { willReadFrequently: true });
  if (!context || faces.every((face) => face === null)) return shared;
  const image = context.createImageData(widthPx, FACE_PX);
  const pixels = new Uint32Array(image.data.buffer);
  for (const [column, face] of faces.entries()) if (face) writeGrey(pixels, face, column * FACE_PX, widthPx);
  context.putImageData(image, 0, 0);
  return shared;
}

/** @param pixels Of a picture of this width, one number a pixel: opaque, red, green and blue alike. */
export function writeGrey(pixels: Uint32Array, face: Uint8Array, leftPx: number, widthPx: number): void {
  for (let y = 0; y < FACE_PX; y += 1) {
    for (let x = 0; x < FACE_PX; x += 1) {
      pixels[y * widthPx + leftPx + x] = 0xff000000 | ((face[y * FACE_PX + x] ?? 0) * 0x010101);
    }
  }
}

function fill(context: CanvasRenderingContext2D, left: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(left, EDGE_PX, FACE_PX, FACE_PX);
}

function drawWithout(context: CanvasRenderingContext2D, left: number, words: string): void {
  fill(context, left, COLOURS.without);
  context.fillStyle = COLOURS.ink;
  context.font = '11px sans-serif';
  context.textAlign = 'center';
  context.fillText(words, left + FACE_PX / 2, TILE_PX / 2, FACE_PX - 4);
}

function drawMarks(context: CanvasRenderingContext2D, left: number, { use, emotion, disagrees, mine }: Tile): void {
  const [right, bottom] = [left + FACE_PX, EDGE_PX + FACE_PX];
  drawMark(context, { text: use, x: left, y: EDGE_PX, isRight: false, ink: COLOURS.paper, paper: COLOURS.use });
  drawMark(context, { text: emotion, x: left, y: bottom - 14, isRight: false, ink: COLOURS.ink, paper: COLOURS.paper });
  if (disagrees !== null) {
    drawMark(context, {
      text: `≠${disagrees}`,
      x: right,
      y: EDGE_PX,
      isRight: true,
      ink: COLOURS.paper,
      paper: COLOURS.model,
    });
  }
  if (mine !== null) {
    drawMark(context, {
      text: `✓${mine}`,
      x: right,
      y: bottom - 14,
      isRight: true,
      ink: COLOURS.paper,
      paper: COLOURS.mine,
    });
  }
}

interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Whether x is its right edge. */
  readonly isRight: boolean;
  readonly ink: string;
  readonly paper: string;
}

function drawMark(context: CanvasRenderingContext2D, { text, x, y, isRight, ink, paper }: Mark): void {
  if (text === '') return;
  context.font = 'bold 11px sans-serif';
  context.textAlign = 'left';
  const widthPx = context.measureText(text).width + 6;
  const left = isRight ? x - widthPx : x;
  context.fillStyle = paper;
  context.fillRect(left, y, widthPx, 14);
  context.fillStyle = ink;
  context.fillText(text, left + 3, y + 11);
}
