/** What matters about a dataset before somebody trains on it, and what to do. */
export const findings = {
  title_one: '{{count, number}} thing to know before training',
  title_other: '{{count, number}} things to know before training',
  none: 'Checked: nothing stands against training on it.',
  checking: 'Its images are being checked.',
  failed: 'Its images could not be checked: {{why}}',
  kind: { error: 'Wrong', warning: 'Look out', note: 'Good to know' },
  what: {
    'no-children':
      'No child picture can be used. A model is chosen and tested on children: say whom the pictures show, or add pictures of children.',
    'few-children':
      'Children: {{amount}}. With fewer than 30 every figure is wide, and fewer than 3 cannot be divided into training, choosing and testing.',
    'two-groups':
      'Rows that call one person a child here and an adult there: {{amount}} ({{about}}). Correct the group, or name two people differently.',
    'two-splits':
      'People on both sides of the folder’s own division into training and test: {{amount}} ({{about}}). Its test would flatter every model; move all pictures of a person to one side.',
    'copies-in-splits':
      'Pairs of one photograph on both sides of the folder’s own division into training and test: {{amount}}. Leave one of each pair out.',
    'two-names':
      'Pairs of pictures under two names that look like one photograph: {{amount}}. Perhaps it is one person under two names. A run keeps both on one side; give them one name.',
    'other-label':
      'Pairs that look like one photograph, with two emotions: {{amount}}. One of the two labels is wrong.',
    'same-copies': 'Pairs that look like one photograph: {{amount}}. It counts more than once.',
    'absent-emotions': 'No child shows {{about}}: a model neither learns it from children nor is tested on it.',
    'few-of-emotion':
      'Too few child pictures of {{about}} for a test: no figure can be given for it. Add some, or label more.',
    'no-adults': 'No adults: they cannot help it to learn as further views of the children.',
    'spelt-alike': 'Names that differ in capitals only are taken for one person: {{about}}.',
    words:
      'Pictures whose words are no emotions: {{amount}} ({{about}}). Label them on the wall, or call their folders by a usual word.',
    broken: 'Files that cannot be opened: {{amount}} ({{about}}). Copy them again from where they come from.',
    'left-out': 'Pictures that no run can use: {{amount}} ({{about}}).',
    unlabelled: 'Pictures without a label: {{amount}}. No run uses them before somebody labels them.',
    'nobody-named':
      'Nothing says who is who: one person may be in training and in the test, and figures look too good. Say how one sees who is in a picture.',
    'mostly-one':
      'Of the child pictures, {{amount}} % show one person, {{about}}: what is learned is largely this face.',
  },
  more: '{{about}} and more',
  pairs: 'Look at them side by side',
  picture: '{{path}}, {{subject}}',
  see: 'See the pictures',
  label: 'Label them',
  state: 'Change what it shows',
} as const;
