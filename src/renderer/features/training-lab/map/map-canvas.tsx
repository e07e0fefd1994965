import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunPoints } from '../../../../contract/results.ts';
import type { Coding } from './codings.ts';
import { drawOutline, pointsDrawer } from './draw-map.ts';
import { enlarged, type MapView, moved, type Outline, rectangle, rowsInside, wholeMap } from './map-view.ts';

interface MapCanvasProps {
  readonly points: RunPoints;
  readonly places: Float32Array;
  readonly coding: Coding;
  /** What the pointer does. */
  readonly tool: 'choose' | 'move';
  readonly label: string;
  /** Told which rows were chosen. */
  readonly onChoose: (rows: number[]) => void;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const HEIGHT_PX = 520;
const STEP_PX = 16;
const ZOOM = 1.25;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

/** The map itself: a pointer draws a line around faces, keys move a rectangle over them. */
export function MapCanvas({ points, places, coding, tool, label, onChoose }: MapCanvasProps) {
  const { t } = useTranslation('results');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [widthPx, setWidthPx] = useState(600);
  const whole = useMemo(() => wholeMap(widthPx, HEIGHT_PX), [widthPx]);
  const [view, setView] = useState<MapView | null>(null);
  const shown = view ?? whole;
  const [outline, setOutline] = useState<Outline>([]);
  const [box, setBox] = useState<Box | null>(null);
  const density = window.devicePixelRatio || 1;
  const draw = useMemo(() => pointsDrawer(points, coding, density), [points, coding, density]);

  useEffect(() => {
    const parent = canvas.current?.parentElement;
    if (!parent) return;
    const observer = new ResizeObserver(() => setWidthPx(parent.clientWidth));
    observer.observe(parent);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, widthPx, HEIGHT_PX);
      draw(context, places, shown);
      drawOutline(context, outline, false);
      if (box) drawOutline(context, rectangle(box.x, box.y, box.widthPx, box.heightPx), true);
    });
    return () => cancelAnimationFrame(frame);
  }, [draw, places, shown, outline, box, widthPx, density]);

  const zoom = useCallback(
    (factor: number, at: readonly [number, number]) =>
      setView((before) => enlarged(before ?? whole, factor, at, whole)),
    [whole],
  );
  useEffect(() => {
    const element = canvas.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom(event.deltaY < 0 ? ZOOM : 1 / ZOOM, [event.offsetX, event.offsetY]);
    };
    // React's own listener could not keep the page from scrolling.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [zoom]);

  const drag = useRef(false);
  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = true;
    setBox(null);
    setOutline(tool === 'choose' ? [[event.nativeEvent.offsetX, event.nativeEvent.offsetY]] : []);
  };
  const onPointerMove = ({ nativeEvent }: PointerEvent<HTMLCanvasElement>) => {
    if (!drag.current) return;
    if (tool === 'move') setView((before) => moved(before ?? whole, nativeEvent.movementX, nativeEvent.movementY));
    else setOutline((before) => [...before, [nativeEvent.offsetX, nativeEvent.offsetY]]);
  };
  const onPointerUp = () => {
    drag.current = false;
    if (tool === 'choose' && outline.length > 2) onChoose(rowsInside(places, shown, outline));
    setOutline([]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLCanvasElement>) => {
    const middle = { x: widthPx / 2 - 60, y: HEIGHT_PX / 2 - 60, widthPx: 120, heightPx: 120 };
    const now = box ?? middle;
    const arrow = ARROWS[event.key];
    if (arrow) setBox(changedBox(now, arrow, event.shiftKey));
    else if (event.key === '+' || event.key === '=') zoom(ZOOM, [now.x + now.widthPx / 2, now.y + now.heightPx / 2]);
    else if (event.key === '-') zoom(1 / ZOOM, [now.x + now.widthPx / 2, now.y + now.heightPx / 2]);
    else if (event.key === '0') setView(null);
    else if (event.key === 'Escape') setBox(null);
    else if (event.key === 'Enter') {
      setBox(now);
      onChoose(rowsInside(places, shown, rectangle(now.x, now.y, now.widthPx, now.heightPx)));
    } else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: keys move a rectangle over it
    <canvas
      data-turned
      ref={canvas}
      width={widthPx * density}
      height={HEIGHT_PX * density}
      style={{
        width: widthPx,
        height: HEIGHT_PX,
        touchAction: 'none',
        cursor: tool === 'move' ? 'grab' : 'crosshair',
        border: '1px solid #868e96',
        display: 'block',
      }}
      tabIndex={0}
      role="application"
      aria-roledescription={t(($) => $.map.role)}
      aria-label={label}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}

/** Moved, or with shift made wider or lower by its far corner. */
function changedBox(box: Box, [dx, dy]: readonly [number, number], isResized: boolean): Box {
  if (!isResized) return { ...box, x: box.x + dx, y: box.y + dy };
  return {
    ...box,
    widthPx: Math.max(STEP_PX, box.widthPx + dx),
    heightPx: Math.max(STEP_PX, box.heightPx + dy),
  };
}
