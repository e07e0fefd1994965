/** Neighbours that a face is to be near to on a map; the library's own number. */
export const NEIGHBOURS = 15;

/** Fewer faces have too few neighbours for a map. */
export const FEWEST_POINTS = NEIGHBOURS + 1;
