import type { Box } from '../../../../core/emotion/box.ts';
import type { Picture } from '../live-session.ts';
import type { Look } from '../vision/vision-messages.ts';

const CHILD_COLOUR = '#ffd43b';
const OTHER_COLOUR = '#adb5bd';
/** Faces that are not the child's are shrunk to this and drawn large again: nobody can be made out. */
const BLURRED_PX = 6;
/** Beyond the face's box, as a share of it: hair, chin, and what it moves before the next frame. */
const BLUR_MARGIN = 0.35;

const small = new OffscreenCanvas(BLURRED_PX, BLURRED_PX);

/**
 * Draws the frame that was read, other people's faces unrecognisable, and whose face is whose; black when there is no
 * picture.
 */
export function drawPicture(canvas: HTMLCanvasElement, picture: Picture | null): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  if (!picture) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    return;
  }
  const { frame, look } = picture;
  if (canvas.width !== frame.displayWidth) canvas.width = frame.displayWidth;
  if (canvas.height !== frame.displayHeight) canvas.height = frame.displayHeight;
  context.drawImage(frame, 0, 0, canvas.width, canvas.height);
  const others = look.faces.filter((face) => isHidden(face.who, look));
  for (const { box } of others) blur(context, grown(box, BLUR_MARGIN));
  for (const { box, who } of look.faces) outline(context, box, label(who, look), who === 'child');
}

/**
 * Everybody but the child is hidden; only while staff must say who the child is are faces left clear.
 */
function isHidden(who: Look['faces'][number]['who'], { reason }: Look): boolean {
  if (who === 'other') return true;
  return who === 'unknown' && reason !== 'not-enrolled' && reason !== 'unsure-who';
}

function label(who: Look['faces'][number]['who'], look: Look): string {
  if (who === 'child') return 'Child';
  return isHidden(who, look) ? 'Not read' : 'Tap the child';
}

function blur(context: CanvasRenderingContext2D, { xPx, yPx, widthPx, heightPx }: Box): void {
  const smallContext = small.getContext('2d');
  if (!smallContext) return;
  smallContext.imageSmoothingQuality = 'high';
  smallContext.drawImage(context.canvas, xPx, yPx, widthPx, heightPx, 0, 0, BLURRED_PX, BLURRED_PX);
  context.save();
  context.beginPath();
  context.ellipse(xPx + widthPx / 2, yPx + heightPx / 2, widthPx / 2, heightPx / 2, 0, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(small, xPx, yPx, widthPx, heightPx);
  context.restore();
}

function outline(context: CanvasRenderingContext2D, box: Box, text: string, isChild: boolean): void {
  const linePx = Math.max(2, context.canvas.width / 160);
  const fontPx = Math.max(14, context.canvas.width / 36);
  context.save();
  context.lineWidth = linePx;
  context.strokeStyle = isChild ? CHILD_COLOUR : OTHER_COLOUR;
  context.setLineDash(isChild ? [] : [3 * linePx, 2 * linePx]);
  context.strokeRect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  context.font = `600 ${fontPx}px system-ui, sans-serif`;
  const widthPx = context.measureText(text).width + fontPx;
  const yPx = Math.max(0, box.yPx - 1.5 * fontPx);
  context.fillStyle = isChild ? CHILD_COLOUR : OTHER_COLOUR;
  context.fillRect(box.xPx - linePx / 2, yPx, widthPx, 1.5 * fontPx);
  context.fillStyle = '#212529';
  context.fillText(text, box.xPx + fontPx / 2, yPx + 1.1 * fontPx);
  context.restore();
}

function grown({ xPx, yPx, widthPx, heightPx }: Box, share: number): Box {
  return {
    xPx: xPx - share * widthPx,
    yPx: yPx - share * heightPx,
    widthPx: widthPx * (1 + 2 * share),
    heightPx: heightPx * (1 + 2 * share),
  };
}
