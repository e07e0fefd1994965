/** Which part of the map a canvas shows: a place (x, y) of the map is drawn at (x * scale + left, y * scale + top). */
export interface MapView {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** A corner and the one opposite, in pixels of the canvas, or any outline. */
export type Outline = readonly (readonly [x: number, y: number])[];

const MARGIN_PX = 16;
const MOST_ENLARGED = 60;

/** The whole map in the middle of a canvas. */
export function wholeMap(widthPx: number, heightPx: number): MapView {
  const scale = Math.max(1, Math.min(widthPx, heightPx) - 2 * MARGIN_PX);
  return { scale, left: (widthPx - scale) / 2, top: (heightPx - scale) / 2 };
}

/** Enlarged around a place of the canvas, which stays where it is; within bounds. */
export function enlarged(view: MapView, factor: number, [x, y]: readonly [number, number], whole: MapView): MapView {
  const scale = Math.min(MOST_ENLARGED * whole.scale, Math.max(whole.scale / 2, view.scale * factor));
  const by = scale / view.scale;
  return { scale, left: x - (x - view.left) * by, top: y - (y - view.top) * by };
}

export function moved(view: MapView, dx: number, dy: number): MapView {
  return { ...view, left: view.left + dx, top: view.top + dy };
}

/** Rows of the points inside an outline (even-odd rule). @param places Row-major [points, 2]. */
export function rowsInside(places: Float32Array, { scale, left, top }: MapView, outline: Outline): number[] {
  const rows: number[] = [];
  for (let row = 0; row < places.length / 2; row += 1) {
    if (isInside(places[2 * row]! * scale + left, places[2 * row + 1]! * scale + top, outline)) rows.push(row);
  }
  return rows;
}

function isInside(x: number, y: number, outline: Outline): boolean {
  let inside = false;
  for (const [index, [ax, ay]] of outline.entries()) {
    const [bx, by] = outline.at(index - 1)!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** The four corners of a rectangle. */
export function rectangle(x: number, y: number, widthPx: number, heightPx: number): Outline {
  return [
    [x, y],
    [x + widthPx, y],
    [x + widthPx, y + heightPx],
    [x, y + heightPx],
  ];
}
