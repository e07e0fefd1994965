/** What the parts say that all screens are built of. */
export const ui = {
  format: { hour: 'h', percent: ' %', underOne: 'under 1 %', overNinetyNine: 'over 99 %' },
  reading: 'Reading {{what}}…',
  couldNotRead: 'Could not read {{what}}',
  notDone: 'This was not done',
  incident: 'In the program’s log this is incident {{incident}}.',
  renderedOnly: 'Not validated on real children: tested on {{shows}}',
  nothingYet: 'nothing yet',
  tableOf: '{{table}}, {{of}}',
  password: {
    tooShort: 'At least {{shortest}} characters. Four or five unrelated words are easy to remember.',
    weak: 'Weak: too many repeated or neighbouring characters.',
    fair: 'Fair. A longer one is safer.',
    strong: 'Strong.',
    toggle: 'Show or hide the password',
  },
  /** What is wrong with a field of a form. */
  field: {
    missing: 'Please fill this in.',
    notChosen: 'Please choose.',
    tooShort: 'At least {{limit, number}} characters.',
    tooLong: 'At most {{limit, number}} characters.',
    tooFew: 'Choose at least {{limit, number}}.',
    tooMany: 'Choose at most {{limit, number}}.',
    tooSmall: 'Not less than {{limit, number}}.',
    tooLarge: 'Not more than {{limit, number}}.',
    notWhole: 'A whole number, please.',
    noDate: 'There is no such date.',
    wrong: 'This cannot be used here.',
  },
} as const;
