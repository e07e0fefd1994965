/** Texts of the report: the PDF, and the sentences that every other format carries. */
export const report = {
  statement: 'Decision support for trained staff, not a diagnosis.',
  intendedPurpose:
    'Intended purpose: to support trained staff who watch over a child during a session, with consent. Not for a ' +
    'diagnosis, not for measuring pain, not for a decision about a child that no person takes, and not for watching people ' +
    'who have not agreed to it.',
  title: 'Emotion session report: {{child}}',
  staffMember: 'Staff {{letter}}',
  withheld: 'withheld',
  none: 'None.',
  years_one: '{{count}} year',
  years_other: '{{count}} years',
  pictures_one: '{{count}} picture',
  pictures_other: '{{count}} pictures',
  fact: {
    child: 'Child (code)',
    pseudonym: 'Child (pseudonym)',
    age: 'Age then',
    began: 'Began',
    readOn: 'File read on',
    length: 'Length',
    startedBy: 'Started by',
    camera: 'Read from',
    model: 'Model',
    session: 'Session',
    modelVersion: '{{id}}, version {{version}}',
    demo: 'demo clip: not a real session',
  },
  state: {
    running: 'still running when exported',
    stopped: 'ended by staff',
    recovered: 'recovered: the program ended during the session; up to the last second may be missing',
  },
  stateOfFilm: {
    running: 'a video file, still being read when exported',
    stopped: 'a video file, read afterwards',
    recovered: 'recovered: the program ended while the file was read; the rest of it is missing',
  },
  short: {
    heading: 'In short',
    coverage: 'The child’s face could be read for {{coverage}} of the session ({{usable}} of {{duration}}).',
    nothingRead:
      'The child’s face could not be read at any moment of this session: it says nothing of how the child was.',
    mostlyMissing: 'Most of the rest: {{reason}} ({{time}}).',
    glimpse: 'That is less than half: a glimpse, not a picture of the session.',
    named:
      'In that time the program named {{emotions}} most often; for {{notSure}} of it, it was not sure and named nothing.',
    neverSure: 'In that time it was never sure enough to name an emotion.',
    namedUnmeasured: '{{emotion}} ({{share}}; never measured on real children)',
    namedPart: '{{emotion}} ({{share}})',
    and: '{{first}} and {{second}}',
    distressAtRest:
      'Distress, whichever kind, was likely for {{share}} of that time. On test pictures ({{shows}}) that is said of {{rest}} ' +
      'of the faces at rest (95% interval {{low}} to {{high}}; {{pictures}}), of {{alarm}} of all that do not show it, and of ' +
      '{{hit}} that do.',
    distress:
      'Distress, whichever kind, was likely for {{share}} of that time. On test pictures ({{shows}}) that is said of {{hit}} ' +
      'that show it and of {{alarm}} that do not (95% interval {{low}} to {{high}}); it was never measured on faces at rest.',
    distressUnmeasured:
      'Distress, whichever kind, was likely for {{share}} of that time; how often that is wrong is not known.',
    right:
      'On test pictures of children of this age ({{band}} years) it was right in {{share}} of the cases in which it named ' +
      'an emotion (95% interval {{low}} to {{high}}; {{pictures}}: {{shows}}).',
    notRealChildren: 'Those are not real children: how often it is wrong on a real child of this age is not known.',
    onChildren:
      'On {{pictures}} of real children of whatever age ({{shows}}) it was right in {{share}} of the cases in which it ' +
      'named an emotion (95% interval {{low}} to {{high}}).',
    ageUnknown:
      'How often it is wrong at this age is not known: no test picture is known to be of a child of {{band}} years. On its ' +
      'test pictures of all ages it was right in {{share}} of the cases in which it named an emotion ({{pictures}}: {{shows}}).',
    neverTested: 'The model was never tested: its readings cannot be weighed.',
    replaced:
      'Other files stand under the name of this model since a new version of the program was installed. How often those that read this ' +
      'session were wrong stands in reports that were made before; it is not known here any more.',
    notAFeeling: 'A face shows an expression, not a feeling: illness, medicine, a tube or a mask change it.',
  },
  coverage: {
    heading: 'Coverage: {{coverage}} of the session could be read',
    legend:
      'Dark: an emotion was named, {{sure}}. White: read but not sure, {{notSure}} ({{share}} of what could be read). ' +
      'Hatched: no reading, {{missing}} of {{duration}}.',
    alt:
      'Bar over {{duration}} of session: an emotion was named for {{sure}}, not sure for {{notSure}}, no reading for ' +
      '{{missing}}.',
  },
  timeline: {
    heading: 'What was seen',
    empty: 'The session has no length: there is nothing to draw.',
    nothingRead: 'No reading in this session.',
    valence: 'Valence',
    pleasant: 'pleasant',
    unpleasant: 'unpleasant',
    probability: 'Probability',
    markers: 'Markers',
    observations: 'FLACC, faces',
    said: 'Said by {{rater}}',
    legend:
      'A lane shows the part of the time in which its emotion was named, the figure beside it the share of the time that ' +
      'could be read. Hatched: no reading. Valence: mean and one standard deviation. Probability: of the likeliest emotion; ' +
      'below the dashed line ({{threshold}}) none is named.',
    legendNotes:
      'Numbers: the list of markers and observations. Filled dots: FLACC, 0 to 10; rings: the child’s own rating.',
    legendUnmeasured: '{{sign}}: never measured on real children.',
    alt:
      'Timeline of {{duration}}, from left to right, a lane for each emotion. Shares of the time that could be read: ' +
      '{{lanes}}. Below, curves of valence and of the likeliest emotion’s probability; the attached data hold them second ' +
      'by second.',
    altGaps: 'Without a reading: {{gaps}}.',
    altEntries: 'Markers and observations: {{entries}}.',
    altSaid: 'What staff said: {{said}}.',
    altNone: 'none',
    legendSaid: 'What staff said stands beside the reading and changes nothing in it.',
  },
  entries: {
    heading: 'Markers and observations',
    number: 'No.',
    at: 'At',
    timeOfDay: 'Time',
    what: 'What',
    text: 'Text',
    by: 'By',
    range: '{{from}} to {{to}}',
    flacc: 'FLACC {{total}} of 10',
    faces: 'Own rating {{score}} of 10',
    parts: 'face {{face}}, legs {{legs}}, activity {{activity}}, cry {{cry}}, consolability {{consolability}}',
    more: '{{shown}} of {{count}} shown here; all of them stand further back, whole.',
    all: 'All markers and observations',
    session: 'Remarks on the session',
  },
  method: {
    heading: 'Method',
    reads:
      'A camera picture is searched for faces; only the enrolled child’s is read, and a frame that is too poor gives a gap ' +
      'with its reason. The model gives each reading a calibrated probability for seven emotions; below {{threshold}} for ' +
      'the likeliest it names none. No picture is part of this report.',
    learnt: '{{id}}, version {{version}} ({{learner}}, {{regime}}); SHA-256 {{digest}}…',
    notValidated: 'Not validated on real children: tested on {{shows}} only.',
    validated: 'Recall was measured on real children for: {{emotions}}. Not for other emotions.',
    atThisAge: 'Children aged {{band}}: {{pictures}} of {{subjects}} subjects ({{shows}})',
    ageUnknown: 'No test picture is known to be of a child of {{band}} years.',
    allAges: 'All ages: {{pictures}} of {{subjects}} subjects ({{shows}})',
    subjectsUnknown: 'Each file counts as its own subject: a leak from training cannot be ruled out.',
    figure: 'Figure',
    value: 'Value [95% interval]',
    pictures: 'Pictures',
    recallOf: 'Recognised',
    accuracy: 'Right, all pictures',
    accuracyWhenSure: 'Right when it named one',
    abstained: 'Not sure',
    balancedAccuracy: 'Balanced accuracy',
    calibrationError: 'Calibration error',
    auc: 'Negative against neutral, AUC',
    notMeasurable: 'not measurable',
    neverSure: 'never sure',
    abstention: 'Abstention: in this session it named no emotion for {{here}} of the time that could be read.',
    abstentionTest: 'On its test pictures that was {{there}}.',
  },
  missing: {
    heading: 'Time without a reading',
    reason: 'Reason',
    times: 'Times',
    inAll: 'In all',
    stutter: 'Between readings (stutter)',
  },
  episodes: {
    heading: 'Episodes of one second or more',
    none: 'No emotion held for a second.',
    from: 'From',
    to: 'To',
    length: 'Length',
    emotion: 'Emotion',
    probability: 'Prob.',
    more: 'The {{shown}} longest of {{count}}; the attached data hold all.',
  },
  said: {
    heading: 'What staff said, beside the reading',
    from: 'From',
    to: 'To',
    said: 'Said',
    read: 'Read',
    text: 'Text',
    by: 'By',
    on: 'On',
    noReading: 'no reading',
    none: 'Nobody corrected a reading.',
    more: 'There are {{total}}; all of them stand further back, whole.',
    all: 'All that staff said, beside the reading',
    agreement:
      '{{a}} and {{b}} agree in {{observed}} of the {{shared}} that both judged; Cohen’s kappa {{kappa}} over {{intervals}} ' +
      'intervals, weighted by time {{weighted}}.',
    undefined: 'undefined',
  },
  parity: {
    heading: 'Recording against live session',
    share:
      'Read from a video file. In {{same}} of {{seconds}} seconds that both could read, the live session gave the same ' +
      'reading: {{share}} (95% interval {{low}} to {{high}}).',
    nothing: 'Read from a video file. No second could be read both in it and in its live session.',
    noLive: 'Read from a video file, without a live session beside it.',
  },
  baseline: {
    heading: 'The child’s own resting face',
    active:
      'Version {{version}}, recorded by {{by}} ({{on}}): the mean of {{samples}} readings with {{model}}. It is shown for ' +
      'comparison; no reading, share or figure of this report is changed by it.',
    none: 'No resting face of the child’s own was switched on: nothing in this report is relative to one.',
    otherModel: 'The session was read by another model: the two cannot be compared.',
    means: 'Mean at rest: {{values}}.',
  },
  identity: {
    heading: 'Who and where',
    identified:
      'Identified: it holds the child’s code, dates, names of staff and their words as typed, which may hold names.',
    deidentified:
      'De-identified: child and session under the site’s pseudonyms, staff as letters, no dates (times count from the ' +
      'session’s beginning), no name of the site.',
    leftOut_one: '{{count}} free text was left out, as it may hold names.',
    leftOut_other: '{{count}} free texts were left out, as they may hold names.',
    exported: 'Exported by {{by}} on {{at}}.',
    exportedWithheld: 'Exported by: {{by}}.',
    audit: 'The site’s audit log knows this export as {{id}}.',
    auditHead: 'The log then had {{entries}} entries; the last begins with {{hash}}.',
    session: 'Session {{id}}.',
  },
  verification: {
    heading: 'Verification',
    signed:
      'This file carries the figures behind its drawings as attached data (report.json) and is signed with the site’s key: ' +
      'pages and data alike. Key: {{fingerprint}}',
    how: 'To check it on any computer, without the site’s data: faceward verify FILE.pdf --key site-key.pem (the site gives its key).',
    unsigned: 'This file is not signed.',
  },
  attachment: 'What the pages were drawn from: readings by whole seconds, gaps, entries and the model’s figures.',
  footer: {
    page: 'Page {{page}} of {{pages}}',
    unshown: '{{mark}} stands for a character that this page cannot show; the attached data hold it.',
  },
} as const;
