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

/**
 * Draws the tiles side by side. The canvas is made as large as they need, in the pixels of the screen, and drawn by the
 * processor: rows are drawn once or twice each and never animated, and a canvas of its own on the graphics card for each costs
 * more than the drawing.
 */
export function drawRow(canvas: HTMLCanvasElement, tiles: readonly Tile[], pixelRatio: number): void {
  const [widthPx, heightPx] = [Math.round(tiles.length * TILE_PX * pixelRatio), Math.round(TILE_PX * pixelRatio)];
  // Setting a size empties the canvas and makes it anew: only where it changes.
  if (canvas.width !== widthPx || canvas.height !== heightPx) [canvas.width, canvas.height] = [widthPx, heightPx];
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) return;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, tiles.length * TILE_PX, TILE_PX);
  const strip = stripOf(tiles.map(({ face }) => face));
  for (const [column, tile] of tiles.entries()) {
    const left = column * TILE_PX + EDGE_PX;
    if (tile.without !== null) drawWithout(context, left, tile.without);
    else if (tile.face)
      context.drawImage(strip, column * FACE_PX, 0, FACE_PX, FACE_PX, left, EDGE_PX, FACE_PX, FACE_PX);
    else {
      // What stands on a face comes with it.
      fill(context, left, COLOURS.waiting);
      continue;
    }
    if (tile.face && tile.isLeftOut) fill(context, left, COLOURS.veil);
    drawMarks(context, left, tile, pixelRatio);
  }
}

let shared: { readonly canvas: HTMLCanvasElement; readonly image: ImageData } | null = null;

/** The faces side by side, in their own pixels, on a canvas that is used again for the next row. */
function stripOf(faces: readonly (Uint8Array | null)[]): HTMLCanvasElement {
  const widthPx = Math.max(1, faces.length * FACE_PX);
  if (shared?.canvas.width !== widthPx) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [widthPx, FACE_PX];
    shared = { canvas, image: new ImageData(widthPx, FACE_PX) };
  }
  const { canvas, image } = shared;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || faces.every((face) => face === null)) return canvas;
  const pixels = new Uint32Array(image.data.buffer);
  for (const [column, face] of faces.entries()) if (face) writeGrey(pixels, face, column * FACE_PX, widthPx);
  context.putImageData(image, 0, 0);
  return canvas;
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

function drawMarks(
  context: CanvasRenderingContext2D,
  left: number,
  { use, emotion, disagrees, mine }: Tile,
  pixelRatio: number,
): void {
  const [right, top, bottom] = [left + FACE_PX, EDGE_PX, EDGE_PX + FACE_PX - MARK_PX];
  const draw = (text: string, paper: string, x: number, y: number) => {
    if (text === '') return;
    const mark = markOf(text, paper, pixelRatio);
    const widthPx = mark.width / pixelRatio;
    context.drawImage(mark, x === right ? right - widthPx : x, y, widthPx, MARK_PX);
  };
  draw(use, COLOURS.use, left, top);
  draw(emotion, COLOURS.paper, left, bottom);
  if (disagrees !== null) draw(`≠${disagrees}`, COLOURS.model, right, top);
  if (mine !== null) draw(`✓${mine}`, COLOURS.mine, right, bottom);
}

const MARK_PX = 14;
/** Marks as they are drawn, by what decides that: a few dozen words, of which each stands on thousands of faces. */
const marks = new Map<string, HTMLCanvasElement>();

function markOf(text: string, paper: string, pixelRatio: number): HTMLCanvasElement {
  const name = JSON.stringify([text, paper, pixelRatio]);
  const known = marks.get(name);
  if (known) return known;
  const mark = document.createElement('canvas');
  const font = `bold ${11 * pixelRatio}px sans-serif`;
  const measure = mark.getContext('2d');
  if (measure) measure.font = font;
  mark.width = Math.ceil((measure?.measureText(text).width ?? 0) + 6 * pixelRatio);
  mark.height = MARK_PX * pixelRatio;
  const context = mark.getContext('2d', { willReadFrequently: true });
  if (context) {
    context.fillStyle = paper;
    context.fillRect(0, 0, mark.width, mark.height);
    context.font = font;
    context.fillStyle = paper === COLOURS.paper ? COLOURS.ink : COLOURS.paper;
    context.fillText(text, 3 * pixelRatio, 11 * pixelRatio);
  }
  marks.set(name, mark);
  return mark;
}
