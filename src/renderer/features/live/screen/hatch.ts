/** The ground of what was not validated on children, as a CSS background image: light enough to read black text on. */
export const HATCH = 'repeating-linear-gradient(-45deg, rgba(255,255,255,0.45) 0 3px, transparent 3px 8px)';
