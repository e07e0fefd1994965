import type { contents as english } from '../../en/exporting/contents.ts';
import type { Translation } from '../../translation.ts';

export const contents: Translation<typeof english> = {
  of: {
    readings: 'Metingen: {{how}}',
    distress: 'distress: {{how}}',
    movements: 'bewegingen: {{how}}',
    gaps: 'hiaten: {{how}}',
    entries: 'invoer van medewerkers: {{how}}',
  },
  fineness: {
    none: 'niet',
    sum: 'opgeteld',
    timed: 'met tijden',
    second: 'per seconde',
    reading: 'alle',
  },
};
