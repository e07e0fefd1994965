/** What matters about a dataset before somebody trains on it, and what to do. */
export const findings = {
  title_one: '{{count, number}} thing to know before training',
  title_other: '{{count, number}} things to know before training',
  none: 'Checked: nothing stands against training on it.',
  checking: 'Its images are being checked.',
  failed: 'Its images could not be checked: {{why}}',
  kind: { error: 'Wrong', warning: 'Mind', note: 'Note' },
  what: {
    'no-children':
      'No child picture can be used. A model is chosen and tested on children: say whom the pictures show, or add pictures of children.',
    'few-children':
      '{{amount}} children: with fewer than 30, every figure is wide, and fewer than 3 cannot be divided into training, choosing and testing.',
    'two-groups':
      '{{amount}} rows call one person a child here and an adult there: {{about}}. Correct the group, or name two people differently.',
    'two-splits':
      '{{amount}} people are on both sides of the folder’s own division into training and test: {{about}}. Its test would flatter every model; move all pictures of a person to one side.',
    'copies-in-splits':
      '{{amount}} pairs of one photograph are on both sides of the folder’s own division into training and test. Leave one of each pair out.',
    'two-names':
      '{{amount}} pairs of different people look like one photograph: perhaps one person under two names. A run keeps both on one side; give them one name.',
    'other-label': '{{amount}} pairs look like one photograph, with two emotions: one of the two labels is wrong.',
    'same-copies': '{{amount}} pairs look like one photograph, which counts more than once.',
    'absent-emotions': 'No child shows {{about}}: a model neither learns it from children nor is tested on it.',
    'few-of-emotion':
      'Too few child pictures of {{about}} for a test: no figure can be given for it. Add some, or label more.',
    'no-adults': 'No adults: they cannot help it to learn as further views of the children.',
    'spelt-alike': 'Names that differ in capitals only are taken for one person: {{about}}.',
    words:
      '{{amount}} pictures have words that are no emotions: {{about}}. Label them on the wall, or call their folders by a usual word.',
    broken: '{{amount}} files cannot be opened: {{about}}. Copy them again from where they come from.',
    'left-out': '{{amount}} entries cannot be used: {{about}}.',
    unlabelled: '{{amount}} pictures have no label: no run uses them before somebody labels them.',
    'nobody-named':
      'Nothing says who is who: one person may be in training and in the test, and figures look too good. Say how one sees who is in a picture.',
    'mostly-one':
      '{{amount}} % of the child pictures show one person, {{about}}: what is learned is largely this face.',
  },
  more: '{{about}} and more',
  pairs: 'Look at them side by side',
  picture: '{{path}}, {{subject}}',
  see: 'See the pictures',
  label: 'Label them',
  state: 'Change what it shows',
} as const;
