/** What a run tells while it goes on: its stages, and what the reader of its result has to know. */
export const runLog = {
  reading_one: 'Reading the dataset',
  reading_other: 'Reading {{count, number}} datasets',
  relabelled:
    'Labels of people: {{added, number}} images have no other, {{changed, number}} show another emotion than their dataset says, {{leftOut, number}} are left out, {{disputed, number}} are left out since people differ',
  'left-out': 'Left out {{what}}',
  'left-out-in-all': 'Left out {{images, number}} images in all; the first {{named, number}} are named',
  'left-out-copies_one':
    'Left out {{count, number}} subject whose photographs are also among those to choose or to test on',
  'left-out-copies_other':
    'Left out {{count, number}} subjects whose photographs are also among those to choose or to test on',
  'finding-faces': 'Found the faces of {{done, number}} of {{images, number}} images',
  'compared-faces':
    'Compared {{faces, number}} faces: {{subjects, number}} subjects share a photograph with another and stay together',
  split:
    'Split by subject: {{train, number}} images to train, {{val, number}} of children to choose on, {{test, number}} of children to test',
  'subjects-unknown': 'The images come without subjects: each counts as its own, so that a leak cannot be shown',
  'emotion-unknown_one': '{{count, number}} image shows an emotion that this model does not have; it was left out.',
  'emotion-unknown_other':
    '{{count, number}} images show an emotion that this model does not have; they were left out.',
  'no-child-shows': 'No child image shows {{emotion, label}}: it is learned from {{adults, number}} adult images only.',
  'no-adult-shows':
    'No adult image shows {{emotion, label}}: it is learned from {{children, number}} child images only.',
  'begins-on-children':
    '{{learner, learner}} on {{children, number}} child images: {{steps, number}} steps, {{epoch, number}} an epoch',
  'begins-on-adults':
    '{{learner, learner}} on {{adults, number}} adult images: {{steps, number}} steps, {{epoch, number}} an epoch',
  'begins-on-both':
    '{{learner, learner}} on {{children, number}} child and {{adults, number}} adult images: {{steps, number}} steps, {{epoch, number}} an epoch',
  'goes-on': 'Going on after step {{step, number}}',
  'goes-on-now': 'Going on',
  'pause-session': 'Waiting while a session runs: it has the machine first',
  'pause-person': 'Paused',
  'no-graph':
    'The training step is computed operation by operation, with the same result and more slowly, since it could not be made one graph: {{why}}',
  'not-finite-again':
    'At step {{step, number}} the loss was not a number: going on from step {{from, number}} with {{share, number}} % of the learning rate',
  'start-test-divided':
    'Every child in these images is one that {{model}} was tested on: they are divided anew and some of them train, so that the earlier figures of {{model}} say nothing of this model',
  'starts-earlier':
    'Starts from {{start}}, and not from {{model}} as before: {{model}} was made with a child who may not be trained on any more',
  'starts-from-nothing':
    'Starts from nothing, and not from {{model}} as before: {{model}}, and every one before it that is here, was made with a child who may not be trained on any more. Without a start, far more images or time may be needed',
  'tried-again': 'Going on from the last checkpoint, once, in a new process',
  'time-is-up': 'The time is up after {{step, number}} of {{steps, number}} steps, which took longer than was planned',
  'measuring-speed': 'Timing a few steps, to plan the run',
  'steps-planned':
    '{{minutes, number}} minutes allow {{steps, number}} steps of {{stepMs, number}} ms; 15 % of the time is kept for looks at val, calibration and test',
  'val-of-model':
    '{{model}} reads {{value, number(maximumFractionDigits: 3)}} [{{low, number(maximumFractionDigits: 3)}}, {{high, number(maximumFractionDigits: 3)}}] of balanced accuracy on the {{images, number}} images of {{children, number}} validation children',
  'val-of-model-unfair':
    '{{model}} was trained on {{count, number}} of the validation children: it is not shown beside this run',
  'val-before': 'Before its first step: loss on the validation children {{loss, number(minimumFractionDigits: 4)}}',
  'val-after':
    'After epoch {{epoch, number}}: loss on the validation children {{loss, number(minimumFractionDigits: 4)}}',
  'val-best':
    'After epoch {{epoch, number}}: loss on the validation children {{loss, number(minimumFractionDigits: 4)}}, the best so far',
  'fitting-head-on-children': 'Fitting the linear head on children',
  'fitting-head-on-adults': 'Fitting the linear head on adults',
  'fitting-head-on-both': 'Fitting the linear head on children and adults',
  'head-fitted':
    'Penalty {{penalty, number(maximumSignificantDigits: 3)}}, loss on the validation children {{loss, number(minimumFractionDigits: 4)}}',
  'measuring-statistics': 'Measuring batch-norm statistics',
  calibrating:
    'Fitting temperature, threshold and limits of distress on {{images, number}} images of validation children',
  'threshold-missed':
    'On val, accuracy when sure stays below {{accuracy, number}} even where {{percent, number}} % of images are given up; the threshold is {{threshold, number(maximumFractionDigits: 3)}}',
  'no-distress-limits':
    'On val no limits of distress can be chosen: ten faces with a negative emotion and ten without are needed in one dataset, and a model that tells them apart. This model will say nothing of distress',
  testing: 'Reading {{images, number}} images of test children',
  'test-look': 'This is look no. {{look, number}} at the test children of {{dataset}}',
  comparing: 'Comparing with {{model}} on the same images',
  'comparison-leaves-out_one':
    '{{model}} was fitted on {{count, number}} of the test subjects: the comparison leaves it out',
  'comparison-leaves-out_other':
    '{{model}} was fitted on {{count, number}} of the test subjects: the comparison leaves them out',
  'seen-unknown':
    'Whether {{model}} was fitted on some of the test subjects cannot be told: it remembers its own under a key that is not here',
  'no-fair-comparison': 'There is no test image on which a comparison with {{model}} would be fair: it is left out',
  'compared-on-some': '{{model}} knows {{classes, labels}} only: the two are compared on these',
  done: 'The model is in {{folder}}',
} as const;
