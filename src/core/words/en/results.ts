/** What a run came to, in sentences; its pictures; runs side by side; the map of their faces. */
export const results = {
  children_one: '{{count, number}} child',
  children_other: '{{count, number}} children',
  of: '{{images}} of {{children}}',
  ofUnknown: '{{images}}; whom they show is not known',
  verdict: {
    better: 'Better than {{model}} by {{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}.',
    worse: 'Worse than {{model}} by {{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}.',
    undecided:
      'No difference to {{model}} can be shown: {{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}.',
    'too-few':
      'Too few children to tell whether it differs from {{model}}: {{n}}; at least {{atLeast}} children are needed.',
    needed_one:
      'To show {{worth}} points, some {{count, number}} more test child would be needed ({{total}} in all; as far as these {{tested}} can tell, from {{low}} to {{high}}).',
    needed_other:
      'To show {{worth}} points, some {{count, number}} more test children would be needed ({{total}} in all; as far as these {{tested}} can tell, from {{low}} to {{high}}).',
    enough:
      'With so many children, a difference of {{worth}} points would have been shown in about four of five such tests.',
    notCompared: 'It was not compared with another model.',
    reaches: 'Balanced accuracy {{value}} %, 95 % interval {{low}} to {{high}}, on {{n}}.',
    aboveTrivial: 'Naming emotions without looking reaches {{trivial}} %.',
    notAboveTrivial:
      'Naming emotions without looking reaches {{trivial}} %: that it does better than that cannot be shown.',
    points:
      'Points are percentage points of balanced accuracy: how often it is right, as a mean over the emotions. How many children would be needed supposes that they are like those tested, with as many images each; it would then be found in four of five tests.',
  },
  pictures: {
    known:
      'Counts of test images below open those images: cells of the confusion matrix, emotions, ages, how sure it was.',
    reading: 'The run’s model is reading its images one by one; after that, figures open the pictures behind them.',
    none: 'What this run’s model said of each image was not kept, so that figures cannot open the pictures behind them. They can be read again; figures do not change by that.',
    notRead: 'The images of this run were not read',
    read: 'Read the images with this run’s model',
    openCell: 'Open {{images}} that show {{shown}} and were read as {{named}}',
    openEmotion: 'Open {{images}} that show {{shown}}',
    openAge: 'Open {{images}} of children of {{band}} years',
    openBin: 'Open {{images}} of which it was sure {{between}}',
    between: '{{from}} to {{to}}',
    bins: 'How sure it was, and the pictures behind it',
    images: 'Images',
    worst: 'Mistakes of which it was surest',
    mistake: 'Shows {{shown}}, read as {{named}}, {{sure}} sure',
    allMistakes: 'Open all that were read wrongly',
  },
  compare: {
    title: 'Runs side by side',
    description:
      'What two to four runs have come to, in which settings they differ, and whether one is better than another.',
    choose: 'Runs',
    chooseHelp: 'Two to {{most}}. Those after the first are set against those before.',
    chooseTwo: 'Choose two runs or more.',
    what: 'the runs',
    pairs: 'Is one better?',
    pairsHelp: 'In pairs, on the same test images only: that a test was harder then says nothing of a model.',
    pair: '{{candidate}} against {{reference}}',
    several: 'Each pair is judged by itself: of many pairs, one may show a difference by chance.',
    why: {
      'not-read':
        'They cannot be compared: what the model of one of them said of each test image is not known. Open that run and have its images read.',
      'other-images': 'They cannot be compared: they were tested on different images.',
      'other-labels': 'They cannot be compared: an image that both were tested on was judged by another emotion.',
      'other-emotions': 'They cannot be compared: their models do not tell the same emotions.',
    },
    figures: 'Figures on the test of each',
    notTested: 'not tested',
    settings: 'Settings that differ',
    settingsHelp: 'What is the same in all of them is left out. A dash: as the program chooses.',
    sameSettings: 'None: the runs were set alike.',
    curves: 'Loss in training',
    curvesHelp:
      'Losses of different stages or learners are not the same measure; whether one falls can be compared, not how low it is.',
    chart: 'Training loss over steps of: {{runs}}',
  },
  /** Settings of a run that have a name of their own here; the others go by their name in the configuration. */
  setting: {
    datasets: 'Datasets',
    startFrom: 'Started from',
    learner: 'Learner',
    regime: 'Regime',
    epochs: 'Epochs',
    budgetMinutes: 'Longest time, in minutes',
    size: 'Child images trained on',
    seed: 'Seed',
    engine: 'Engine',
    labelColumn: 'Labels from column',
    splitSeed: 'Seed of the division',
    shares: 'Shares of train, val and test',
    excluded: 'Subjects left out',
  },
  forWhom: {
    title: 'For which ages',
    better: '{{band}} years: better by {{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}.',
    worse: '{{band}} years: worse by {{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}.',
    undecided:
      '{{band}} years: no difference can be shown ({{points}} points, 95 % interval {{low}} to {{high}}, on {{n}}).',
    'too-few': '{{band}} years: too few children to tell ({{n}}).',
    several: 'Each age is judged by itself: of many ages, one may show a difference by chance.',
    unknown: 'For which ages cannot be said: no age is known of these images.',
  },
} as const;
