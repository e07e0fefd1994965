/** Refusals and failures that any call may meet, and what is wrong with what was sent. */
export const call = {
  closing: 'The program is closing.',
  unknown: 'The program has no such call.',
  'from-elsewhere': 'This call came from another place than the program’s window, and was refused.',
  'not-signed-in': 'Nobody is signed in. Sign in first.',
  'start-password':
    'You sign in with a password that an administrator gave you. Choose one of your own first, in the program’s window.',
  locked: 'The screen is locked. Unlock it first.',
  'role-needed': 'This needs {{roles, roles}}; you are signed in as {{role, role}}.',
  'disk-full': 'The disk is full. Nothing was lost that was stored before; make room and try again.',
  unexpected: 'Something went wrong that should not have. It is in the log as {{incident}}.',
  /** A reason that another version of the program has stored. */
  'reason-unknown': 'Another version of the program noted why, in a way that this one does not know.',
} as const;

export const input = {
  missing: '{{field, field}}: is missing.',
  empty: '{{field, field}}: must not be empty.',
  'wrong-kind': '{{field, field}}: {{wanted, kind}} was expected; found {{found, kind}}.',
  'too-short_one': '{{field, field}}: at least {{count, number}} character was expected; found {{found, number}}.',
  'too-short_other': '{{field, field}}: at least {{count, number}} characters were expected; found {{found, number}}.',
  'too-long_one': '{{field, field}}: at most {{count, number}} character was expected; found {{found, number}}.',
  'too-long_other': '{{field, field}}: at most {{count, number}} characters were expected; found {{found, number}}.',
  'too-few_one': '{{field, field}}: at least {{count, number}} was expected; found {{found, number}}.',
  'too-few_other': '{{field, field}}: at least {{count, number}} were expected; found {{found, number}}.',
  'too-many_one': '{{field, field}}: at most {{count, number}} was expected; found {{found, number}}.',
  'too-many_other': '{{field, field}}: at most {{count, number}} were expected; found {{found, number}}.',
  'too-small': '{{field, field}}: {{least, number}} or more was expected; found {{found, number}}.',
  'too-large': '{{field, field}}: {{most, number}} or less was expected; found {{found, number}}.',
  'no-date': '{{field, field}}: a date written yyyy-mm-dd was expected.',
  'not-usable': '{{field, field}}: this value cannot be used.',
  'child-code': 'A code is 2 to 20 letters, digits or hyphens, never a name.',
  'birth-month': 'A birth month is written yyyy-mm.',
  'marker-key': 'A marker’s key is one letter or digit.',
  'marker-key-taken': 'Each marker needs its own key.',
  'caution-note': 'Something else is said in words.',
  'marker-name': 'A marker of your own has a name; the others have none.',
  'lsl-own-stream': 'The name of another program’s stream was expected; this is one of Faceward’s own.',
  'gap-ends-first': 'A gap must not end before it begins.',
  'annotation-ends-first': 'An annotation must end after it begins.',
  'probabilities-sum': 'The probabilities of a reading must sum to 1.',
  'picture-size': 'A kept picture must be 60 x 60 bytes.',
} as const;
