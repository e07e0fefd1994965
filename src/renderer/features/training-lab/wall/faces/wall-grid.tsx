import { VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallImages } from '../../../../../contract/wall.ts';
import type { Labelling } from '../use-labelling.ts';
import { labelAction, moveAction, type WallAction } from '../wall-keys.ts';
import { TILE_PX } from './draw-row.ts';
import type { FaceCache } from './face-cache.ts';
import { useTiles } from './use-tiles.ts';
import { WallRow } from './wall-row.tsx';

/** Rows drawn beyond either edge, so that scrolling does not outrun the drawing. */
const ROWS_BEYOND = 8;

interface WallGridProps {
  readonly images: WallImages;
  readonly cache: FaceCache;
  readonly labelling: Labelling;
  /** Place of the chosen image in the list; null for none. */
  readonly cursor: number | null;
  /** What a screen reader says of the chosen image. */
  readonly spoken: string;
  readonly helpId: string;
  readonly gridRef: Ref<HTMLDivElement>;
  readonly onAction: (action: WallAction) => void;
}

/** All images as rows of faces, of which only those on the screen are there. */
export function WallGrid({ images, cache, labelling, cursor, spoken, helpId, gridRef, onAction }: WallGridProps) {
  const { t } = useTranslation('wall');
  const scroller = useRef<HTMLDivElement>(null);
  const scrollerRef = useMergedRef(scroller, gridRef);
  const { ref: measured, width } = useElementSize();
  const columns = Math.max(1, Math.floor(width / TILE_PX));
  const virtualizer = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(images.count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => TILE_PX,
    overscan: ROWS_BEYOND,
  });
  const tileOf = useTiles(images, labelling);
  const rows = virtualizer.getVirtualItems();
  // The canvas of a row that was left goes on as that of the next: making one costs more than drawing it.
  const mostRows = useRef(1);
  mostRows.current = Math.max(mostRows.current, rows.length);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};

  useEffect(() => {
    if (width > 0) cache.look(startIndex * columns, Math.min(images.count, (endIndex + 1) * columns) - 1);
  }, [cache, images, width, columns, startIndex, endIndex]);

  const row = cursor === null ? null : Math.floor(cursor / columns);
  useEffect(() => {
    if (row !== null) virtualizer.scrollToIndex(row, { align: 'auto' });
  }, [virtualizer, row]);

  function onKeyDown(event: KeyboardEvent): void {
    const shape = { count: images.count, columns, rows: endIndex - startIndex };
    const action = moveAction(event, cursor ?? -1, shape) ?? labelAction(event);
    if (!action) return;
    event.preventDefault();
    onAction(action);
  }

  return (
    <div
      ref={scrollerRef}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys.
      tabIndex={0}
      role="application"
      aria-label={t(($) => $.grid)}
      aria-describedby={helpId}
      onKeyDown={onKeyDown}
      style={{
        height: 'max(26rem, calc(100vh - 23rem))',
        overflowY: 'auto',
        overflowX: 'hidden',
        overflowAnchor: 'none',
      }}
    >
      <div ref={measured} style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => (
          <WallRow
            key={index % mostRows.current}
            cache={cache}
            from={index * columns}
            count={Math.min(columns, images.count - index * columns)}
            topPx={start}
            tileOf={tileOf}
            onChoose={(to) => onAction({ kind: 'move', to })}
          />
        ))}
        {cursor !== null && row !== null && (
          <div
            aria-hidden
            style={{
              position: 'absolute',
              top: row * TILE_PX,
              left: (cursor % columns) * TILE_PX,
              width: TILE_PX,
              height: TILE_PX,
              border: '3px solid #0b6377',
              outline: '2px solid #fff',
              outlineOffset: -5,
              pointerEvents: 'none',
            }}
          />
        )}
      </div>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </div>
  );
}
