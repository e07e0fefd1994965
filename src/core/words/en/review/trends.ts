/** A child over weeks: sessions on an axis of real time, and what changes around a marker. */
export const trends = {
  title: 'Over time',
  description:
    'Each session stands where it was in time. Distress is the mean summed probability of anger, disgust, fear and sadness; it says what a face shows, not what a child feels.',
  chartLabel:
    'Sessions over time: distress, valence, pain scores, markers and coverage; the table below holds the figures',
  row: {
    distress: 'Distress',
    valence: 'Valence',
    pain: 'FLACC, own rating',
    markers: 'Markers',
    coverage: 'Coverage',
  },
  key: 'A hollow point rests on less than half of its session. Filled dots: FLACC; rings: the child’s own rating. Numbers: markers set. No line joins two points, and each model has a shape of its own.',
  films_one: '{{count, number}} film is left out: its file does not say when it was made.',
  films_other: '{{count, number}} films are left out: their files do not say when they were made.',
  around: {
    title: 'Before and after a marker',
    description:
      'The minute before a marker against the minute from its beginning on. A marker counts when ten seconds of each could be read. A change is no proof of a cause: whatever else happened then counts, too.',
    what: 'what changed around markers',
    none: 'No marker was set in a session of this child that has ended.',
    marker: 'Marker',
    n: 'n',
    markers_one: '{{count, number}} marker, sessions: {{sessions, number}}',
    markers_other: '{{count, number}} markers, sessions: {{sessions, number}}',
    leftOut_one: '{{count, number}} left out: too little was read',
    leftOut_other: '{{count, number}} left out: too little was read',
    distress: 'Distress, 0 to 1',
    valence: 'Valence, −1 to 1',
    tooLittle: 'too little was read',
    change: '{{before}} → {{after}}: {{change}}',
    interval: {
      sessions: '95 % interval over sessions {{low}} to {{high}}',
      markers: '95 % interval over markers of one session {{low}} to {{high}}',
    },
    single: 'a single marker has no interval',
  },
  mean: { distress: 'Distress', valence: 'Valence', flacc: 'FLACC, highest', faces: 'Own rating, highest' },
  none: '–',
} as const;
