/** What each format holds, told where one is chosen. */
export const contents = {
  of: {
    readings: 'Readings: {{how}}',
    distress: 'distress: {{how}}',
    movements: 'movements: {{how}}',
    gaps: 'gaps: {{how}}',
    entries: 'entries: {{how}}',
  },
  fineness: {
    none: 'none',
    sum: 'in sum',
    timed: 'with times',
    second: 'by second',
    reading: 'every one',
  },
} as const;
