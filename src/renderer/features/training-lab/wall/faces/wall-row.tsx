import { type MouseEvent, memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { drawRow, TILE_PX, type Tile } from './draw-row.ts';
import { type FaceCache, faceAt, PAGE_FACES } from './face-cache.ts';

interface WallRowProps {
  readonly cache: FaceCache;
  /** Place of its first image in the list. */
  readonly from: number;
  readonly count: number;
  readonly topPx: number;
  /** Made anew whenever anything about images changes. */
  readonly tileOf: (index: number) => Omit<Tile, 'face'>;
  readonly onChoose: (index: number) => void;
}

/** A row of faces on one canvas, drawn again when its faces have come. */
export const WallRow = memo(function WallRow({ cache, from, count, topPx, tileOf, onChoose }: WallRowProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [first, last] = [Math.floor(from / PAGE_FACES), Math.floor((from + count - 1) / PAGE_FACES)];
  const loaded = useSyncExternalStore(cache.watch, () => Number(!!cache.page(first)) + 2 * Number(!!cache.page(last)));
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const tiles = Array.from({ length: count }, (_, column) => ({
      ...tileOf(from + column),
      face: faceAt(cache, from + column),
    }));
    drawRow(canvas.current, tiles, window.devicePixelRatio);
    // `loaded` is no value of the drawing, but tells when to draw again.
    canvas.current.dataset.loaded = String(loaded === 3);
  }, [cache, from, count, tileOf, loaded]);

  function choose(event: MouseEvent): void {
    const { left } = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - left) / TILE_PX);
    if (column >= 0 && column < count) onChoose(from + column);
  }

  return (
    <canvas
      ref={canvas}
      aria-hidden
      onClick={choose}
      style={{
        position: 'absolute',
        top: topPx,
        left: 0,
        width: count * TILE_PX,
        height: TILE_PX,
        cursor: 'pointer',
        background: '#d5dade',
      }}
    />
  );
});
