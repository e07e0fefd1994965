/**
 * Black or white, whichever can be read better on a colour: at least 4.5:1 on every colour, as WCAG 2.2 (1.4.3) asks of
 * text.
 *
 * @param colour As #rrggbb.
 */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const ground = luminance(colour) + 0.05;
  return ground / 0.05 > 1.05 / ground ? '#000000' : '#ffffff';
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
