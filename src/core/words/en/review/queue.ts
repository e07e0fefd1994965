/** Texts of the review: the queue of uncertain moments. */
export const queue = {
  title: 'Uncertain moments',
  description:
    'The moments at which the model doubts most: a person’s word teaches most there. What somebody has judged is not asked again.',
  what: 'the uncertain moments',
  none: 'No uncertain moment is left',
  noneHelp:
    'They come from sessions that have ended, of which pictures are kept with consent, and about which nobody has said anything there.',
  allSkipped: 'You have skipped all that there are',
  again: 'From the beginning',
  position: '{{position}} of {{total}}',
  of: '{{child}}, session of {{when}}, at {{at}}',
  uncertainty: 'Doubt {{share}} of the most possible',
  between: 'The model hesitated there between',
  child: 'Child',
  allChildren: 'All children',
  picturesAt: 'Picture',
  question: 'What do you see?',
  picture: 'The child’s face at this moment, as the model saw it',
  noPicture: 'The picture of this moment is not there any more.',
  readingPicture: 'Reading the picture…',
  skip: 'Skip',
  previous: 'Previous',
  open: 'Open the session',
  saved: 'Saved: {{label}}',
  failed: 'It was not saved',
  datasetTitle: 'Make a dataset from corrections',
  datasetDescription:
    'Of the kept pictures of stretches that people called by one emotion, of children whose consent covers pictures and training today. The pictures stay sealed in the store; when consent ends they leave the dataset, too.',
  datasetName: 'Name of the dataset',
  datasetMake: 'Make the dataset',
  datasetFailed: 'No dataset was made',
  datasetNoConsent: 'No child’s consent covers training today',
  datasetMade_one: 'A dataset of {{count, number}} picture was made. It is in the Training Lab.',
  datasetMade_other: 'A dataset of {{count, number}} pictures was made. It is in the Training Lab.',
  datasetLeftOut:
    'Left out: {{noConsent, number}} without consent to training, {{noEmotion, number}} called something that is no emotion, {{disputed, number}} about which people disagree.',
} as const;
