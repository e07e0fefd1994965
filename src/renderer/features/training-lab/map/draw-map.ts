import type { RunPoints } from '../../../../contract/results.ts';
import { type Coding, categoriesOf, markOf } from './codings.ts';
import type { MapView, Outline } from './map-view.ts';
import { drawMark } from './point-marks.ts';

/** Half the width of a point. */
const RADIUS_PX = 4;
const SPRITE_PX = 4 * RADIUS_PX;

/** Draws a map's points. Made once a coding, so that a frame only copies small pictures. */
export type DrawPoints = (context: CanvasRenderingContext2D, places: Float32Array, view: MapView) => void;

/** @param density Pixels of the screen to one of CSS. */
export function pointsDrawer(points: RunPoints, coding: Coding, density: number): DrawPoints {
  const categories = categoriesOf(points, coding);
  const sprites = new Map([...new Set(categories)].map((each) => [each, sprite(coding, each, density)]));
  return (context, places, { scale, left, top }) => {
    const { width, height } = context.canvas;
    for (const [row, category] of categories.entries()) {
      const x = places[2 * row]! * scale + left - SPRITE_PX / 2;
      const y = places[2 * row + 1]! * scale + top - SPRITE_PX / 2;
      if (x < -SPRITE_PX || y < -SPRITE_PX || x * density > width || y * density > height) continue;
      context.drawImage(sprites.get(category)!, x, y, SPRITE_PX, SPRITE_PX);
    }
  };
}

function sprite(coding: Coding, category: number, density: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SPRITE_PX * density;
  canvas.height = SPRITE_PX * density;
  const context = canvas.getContext('2d');
  context?.setTransform(density, 0, 0, density, canvas.width / 2, canvas.height / 2);
  if (context) drawMark(context, markOf(coding, category), RADIUS_PX);
  return canvas;
}

/** The line around what is being chosen: dark on a light edge, seen on any points. */
export function drawOutline(context: CanvasRenderingContext2D, outline: Outline, isClosed: boolean): void {
  const [first, ...rest] = outline;
  if (!first) return;
  context.beginPath();
  context.moveTo(...first);
  for (const corner of rest) context.lineTo(...corner);
  if (isClosed) context.closePath();
  for (const [colour, width] of [
    ['#ffffff', 4],
    ['#10161a', 2],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
