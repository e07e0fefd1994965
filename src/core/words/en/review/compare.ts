/** Texts of the review: sessions of one child beside each other. */
export const compare = {
  title: 'Sessions of {{child}}',
  titleUnknown: 'Sessions of one child',
  what: 'the sessions of this child',
  none: 'No session of this child has ended yet',
  noneHelp: 'Sessions can be compared once they have ended.',
  chart: 'Shares by session',
  chartLabel: 'Bars of shares by session; the table below holds the same figures',
  scroll: 'Scroll the bars',
  chartDescription:
    'Each bar is one session, as shares of the time that could be read. Newest first. The narrow bar beside it is its coverage.',
  models_one: 'All sessions were read by one model.',
  models_other:
    'These sessions were read by {{count}} different models. They stand apart and are not one trend: a difference between them may be the model’s, not the child’s.',
  lowCoverage: 'Hatched: less than {{share}} of the session could be read. Its shares say little.',
  readBy: 'Read by {{model}} {{version}}',
  table: 'Figures by session',
  session: 'Session',
  coverage: 'Coverage',
  notSure: 'Not sure',
  baseline: 'Baseline',
  baselineVersion: 'version {{version}}',
  noBaseline: 'none',
  baselineHelp:
    'Baseline: the newest version of the child’s own resting face for that model that there was when the session ended. Shares are plain readings; a baseline does not change them.',
  low: 'low',
  barOf: '{{when}}: {{shares}}, coverage {{coverage}}',
  shareOf: '{{emotion}} {{share}}',
  back: 'Back to sessions',
} as const;
