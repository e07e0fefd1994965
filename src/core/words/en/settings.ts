/** The site's users and records, and what this program is. */
export const settings = {
  title: 'Settings',
  users: {
    title: 'Users',
    what: 'the users',
    name: 'Name',
    role: 'Role',
    remove: 'Remove {{name}}',
    removeHelp: 'This person can no longer sign in. What they did stays in the records.',
    add: 'Add a user',
    password: 'Password',
    submit: 'Add',
    failed: 'The user was not added',
  },
  audit: {
    title: 'Audit log',
    description: 'Each entry is chained to the one before it, so that a change would show.',
    what: 'the audit log',
    table: 'Entries of the audit log',
    intact: 'Checked: the chain is intact.',
    broken: 'The chain is broken',
    brokenHelp:
      'An entry was changed or removed outside of the program. Keep a copy of the data folder and tell whoever is ' +
      'responsible for it.',
    newest: 'Newest',
    older: 'Older',
    number: 'No.',
    when: 'When',
    who: 'Who',
    action: 'What',
    subject: 'On what',
  },
  lock: {
    title: 'Screen lock',
    description:
      'A window that nobody touches is covered. A session in it goes on: the cover says that the camera is on, and another member of staff can unlock it and take over.',
    what: 'when the screen locks',
    minutes: 'Minutes without a key or the mouse',
    minutesHelp: 'From 1 to 240.',
    never: 'Never by itself',
    neverHelp: 'For a screen that is read for hours from a distance. It can still be locked by hand.',
    save: 'Save when it locks',
    saved: 'Saved.',
    notSaved: 'It was not saved',
  },
  approvalRules: {
    title: 'Approval of models',
    description: 'What a new model has to show before it is used. Less needs a written reason by an administrator.',
    what: 'what approval asks for',
    fewestTestChildren: 'Test children, at the least',
    fewestTestChildrenHelp: 'From 10 on. With fewer, a good model cannot be told from a lucky one.',
    margin: 'Margin in balanced accuracy',
    marginHelp:
      'The interval of the difference from the model in use must lie above minus this margin. From 0 to 0.2; usual is 0.05.',
    save: 'Save what is asked for',
    saved: 'Saved.',
    notSaved: 'It was not saved',
  },
  reportKey: {
    title: 'Report key',
    description: 'The site signs every PDF and JSON report with a key of its own.',
    what: 'the report key',
    fingerprint: 'Fingerprint:',
    verify: 'Whoever has the public key can check that a report comes from this site and was not changed since:',
    download: 'Download the public key',
  },
  about: {
    title: 'About',
    what: 'the version',
    desktop: 'Faceward {{version}}, in its own window.',
    browser: 'Faceward {{version}}, in a browser.',
    purpose:
      'Decision support, not a diagnosis. It helps trained staff to look; it does not replace looking at the child.',
    local:
      'Everything stays on this machine: the program uses no network and no cloud, unless an administrator lets sessions be streamed to other devices (LSL).',
    licence: 'Licence: Apache-2.0.',
  },
} as const;
