/** The background of what was not validated on children, as a CSS image: light enough for black text. */
export const HATCH = 'repeating-linear-gradient(-45deg, rgba(255,255,255,0.45) 0 3px, transparent 3px 8px)';
