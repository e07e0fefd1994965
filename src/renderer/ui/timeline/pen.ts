import type uPlot from 'uplot';

/** What the drawing functions need from a chart: its canvas, its plotting area, and where times lie in it. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  /** The plotting area, in canvas pixels. */
  readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Canvas pixels to a CSS pixel. */
  readonly scale: number;
  x(atMs: number): number;
}

/** Draws with a chart's pen, clipped to the plotting area; the canvas is left as it was found. */
export function withPen(chart: uPlot, draw: (pen: Pen) => void): void {
  const { ctx, bbox: area } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.left, area.top, area.width, area.height);
  ctx.clip();
  draw({ ctx, area, scale: devicePixelRatio, x: (atMs) => chart.valToPos(atMs, 'x', true) });
  ctx.restore();
}

/** Text at the chart's size, drawn only where it fits. @returns True when it was drawn. */
export function drawFittingText(pen: Pen, text: string, xPx: number, yPx: number, roomPx: number): boolean {
  pen.ctx.font = `600 ${12 * pen.scale}px system-ui, sans-serif`;
  if (pen.ctx.measureText(text).width > roomPx) return false;
  pen.ctx.fillText(text, xPx, yPx);
  return true;
}
