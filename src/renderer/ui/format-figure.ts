/**
 * A figure as ".69", without the zero that a share below 1 does not need.
 *
 * @param signed Also writes a plus.
 */
export function formatFigure(value: number, signed = false): string {
  const text = Math.abs(value).toFixed(2).replace(/^0/, '');
  const isZero = text === '.00';
  if (value < 0 && !isZero) return `−${text}`;
  return signed && !isZero ? `+${text}` : text;
}
