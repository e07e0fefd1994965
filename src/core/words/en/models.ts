/** Models, their figures and their cards. */
export const models = {
  title: 'Models',
  description: 'The next session uses the model that is in use. Every reading names its model.',
  what: 'the models',
  none: 'No model',
  noneHelp: 'No model is installed. A session needs one.',
  noneInGroup: 'None',
  group: { approved: 'In use', candidate: 'Candidates', retired: 'Retired' },
  origin: { shipped: 'Came with the program, {{date}}', trained: 'Trained here, {{date}}' },
  made: 'Learner {{learner}}, regime {{regime}}. "Not sure" below {{threshold}} %.',
  approvedBy: 'Approved by {{by}}, {{date}}.',
  allTests: 'All test children together',
  figures: 'Figures',
  testedOn: 'Tested on {{shows}}.',
  nothingYet: 'nothing yet',
  notTested: 'This model was not tested.',
  comparison: 'Against the model it would replace',
  card: 'Card',
  cardWhat: 'the card',
  cardTable: 'Table of the card, line {{line}}',
  test: {
    title: 'On {{shows}}',
    real: 'Dataset {{dataset}}: real children.',
    notReal: 'Dataset {{dataset}}: no real children.',
    look:
      'Look no. {{number}} at this test set where the model was made: with every look it is likelier that a choice fits ' +
      'these images by chance.',
  },
  approve: {
    approve: 'Approve',
    goBack: 'Go back to this model',
    title: '{{verb}}: {{model}}',
    noComparison: 'There is no comparison with another model on the same images.',
    help: 'The next session will use it, and the model in use now is retired. Your name is recorded.',
  },
} as const;
