/** The keys of the store, and their change. */
export const keys = {
  title: 'Keys',
  description:
    'The store is encrypted. Removing a user changes its key, so that a copy of the key file that somebody kept opens nothing that is here from then on. Backups made before still open with the passwords of then.',
  what: 'the keys',
  never: 'The key is the one that the site was set up with.',
  last: 'The key was last changed on {{at}}.',
  due: {
    'user-removed':
      'A user was removed on {{at}}: the key is changed as soon as no session, training, export or other work runs.',
    asked: 'On {{at}} a change was asked for: it is made as soon as no session, training, export or other work runs.',
  },
  failed: 'The key was not changed on {{at}}',
  change: 'Change the key',
  confirm: 'Change',
  help: 'Everybody signs in as before. Every window waits meanwhile: about a minute and a half for each gigabyte of the store. As much space as the store has must be free on the disk.',
  leftOutTitle: 'Not everybody has a key that can be changed',
  leftOut:
    'Since a version before, these have not signed in: {{names}}. The key is not changed by itself until they have. Whoever does not come can be given a new password under Users, which ends it as well. Changed all the same, they can no longer sign in: remove them and add them again.',
  noCode:
    'The recovery code is of a version before. The key is not changed by itself until there is a new one. Changed all the same, the code on paper opens nothing any more.',
  without: 'Change it all the same, and leave them out',
  changing: {
    title: 'The keys are being changed',
    help: 'The store is written anew under another key. What is done meanwhile waits and is not lost. If the program ends now, it begins again at the next sign-in.',
    waiting: 'Waiting for what is still under way.',
    copy: 'Step 1 of 3: the store is copied.',
    rekey: 'Step 2 of 3: the copy is written under the new key.',
    check: 'Step 3 of 3: the copy is read whole.',
  },
} as const;
