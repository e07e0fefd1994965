/** Forms of points on the map, told apart without colour. */
export const FORMS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus', 'ring'] as const;

export type Form = (typeof FORMS)[number];

export interface Mark {
  readonly form: Form;
  readonly colour: string;
}

/** Colours for what has none of its own: of Okabe and Ito, darkened to 3:1 against white. */
export const MARK_COLOURS = ['#0b6377', '#b3541e', '#5b2a86', '#3f7d20', '#a51c1c', '#8a6d00', '#5b6670'] as const;

/** Draws a mark with its middle at (0, 0), about 2 r wide. */
export function drawMark(context: CanvasRenderingContext2D, { form, colour }: Mark, r: number): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, r / 2);
  context.beginPath();
  if (form === 'circle' || form === 'ring') context.arc(0, 0, form === 'ring' ? r * 0.75 : r, 0, 2 * Math.PI);
  else if (form === 'square') context.rect(-r * 0.85, -r * 0.85, r * 1.7, r * 1.7);
  else if (form === 'triangle') polygon(context, [0, -r * 1.1, r, r * 0.8, -r, r * 0.8]);
  else if (form === 'diamond') polygon(context, [0, -r * 1.2, r * 1.2, 0, 0, r * 1.2, -r * 1.2, 0]);
  else {
    const [a, b] = form === 'plus' ? [r * 1.1, 0] : [r * 0.85, r * 0.85];
    context.moveTo(-a, -b);
    context.lineTo(a, b);
    context.moveTo(b, -a);
    context.lineTo(-b, a);
  }
  if (form === 'circle' || form === 'square' || form === 'triangle' || form === 'diamond') context.fill();
  else context.stroke();
}

function polygon(context: CanvasRenderingContext2D, [x = 0, y = 0, ...rest]: readonly number[]): void {
  context.moveTo(x, y);
  for (let i = 0; i < rest.length; i += 2) context.lineTo(rest[i]!, rest[i + 1]!);
  context.closePath();
}
