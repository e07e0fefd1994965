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
    'this-computer':
      'On {{at}} the last password came to need this computer’s keystore: the key is changed as soon as no session, training, export or other work runs.',
    asked: 'On {{at}} a change was asked for: it is made as soon as no session, training, export or other work runs.',
  },
  computer: {
    title: 'This computer’s keystore',
    description:
      'With it, a password opens the store only together with a secret that the operating system keeps for this account on this computer. Whoever has a copy of the data folder and guesses a password opens nothing with it; the recovery code opens it everywhere.',
    off: 'Off: a password alone opens the store.',
    on: 'On since {{at}}. On another computer, out of a backup and at a terminal these passwords open nothing: the recovery code does.',
    notWorking: 'This computer does not open the secret that passwords need',
    notWorkingHelp:
      'The data came from another computer, or this account or its keystore was set up anew. Passwords that are given now open the store by themselves. Turn it on again for this computer, or off.',
    lost: 'These cannot sign in here until they are given a new password:',
    lostList: 'Who cannot sign in on this computer',
    notYet: 'By their password alone until they sign in here or are given a new one: {{names}}.',
    still: 'With this computer’s keystore until they sign in: {{names}}.',
    turnOn: 'Turn on',
    turnOnTitle: 'Need this computer’s keystore as well?',
    turnOnHelp:
      'Your own password needs it at once, those of others when they next sign in here. With the last of them the key is changed, so that copies of the key file from before open nothing of today. Have the recovery code at hand on paper: if this computer breaks, is replaced or its account is set up anew, only that code opens the store and its backups. Commands at a terminal and the program in a browser cannot sign in with these passwords: plan backups in Settings, Backups.',
    turnOnFailed: 'It was not turned on',
    turnOff: 'Turn off',
    turnOffTitle: 'No longer need this computer’s keystore?',
    turnOffHelp:
      'Your own password opens the store by itself at once, those of others when they next sign in here. Whoever has a copy of the data folder can then try passwords on it again.',
    turnOffFailed: 'It was not turned off',
  },
  failed: 'The key was not changed on {{at}}',
  change: 'Change the key',
  confirm: 'Change',
  help: 'Everybody signs in as before. Every window waits meanwhile: about a minute and a half for each gigabyte of the store. As much space as the store has must be free on the disk.',
  leftOutTitle: 'Not everybody has a key that can be changed',
  leftOut:
    'Since a version before, these have not signed in. The key is not changed by itself until each of them has signed in once. Whoever does not come can be given a new password here, which ends it as well. Changed all the same, they can no longer sign in until they are given a new password.',
  leftOutList: 'Who must sign in once',
  withoutKeyTitle: 'Not everybody can sign in',
  withoutKey:
    'These have no key, as after a change of the key without them: they cannot sign in until they are given a new password.',
  withoutKeyList: 'Who cannot sign in',
  noCode:
    'The recovery code is of a version before. The key is not changed by itself until there is a new one. Changed all the same, the code on paper opens nothing any more.',
  without: 'Change it all the same, and leave them out',
  foreign: {
    title: 'The key file was changed by other means',
    found:
      'Found on {{at}}: keys.json in the data folder is not as this program wrote it. Its fingerprint is {{fingerprint}}.',
    names: 'Changed are the keys of: {{names}}.',
    code: 'Changed is the key of the recovery code.',
    elsewhere: 'The keys of all users and of the recovery code are as they were.',
    unknown: 'Which keys differ cannot be told: a version before kept no record of them.',
    help: 'Somebody may have put in a key of their own, which would open the store after the next change of the key. Until this is settled no key is changed, nobody can be added and no recovery code made. If nobody here put the file there, put back keys.json from a backup, or give those people new passwords or remove them first.',
    settle: 'The file is known: settle this',
    settleTitle: 'The key file counts as it is?',
    settleHelp:
      'From the next change of the key on, every key in it opens the store. The audit log keeps who settled it.',
    failed: 'It was not settled',
  },
  changing: {
    title: 'The keys are being changed',
    help: 'The store is written anew under another key. What is done meanwhile waits and is not lost. If the program ends now, it begins again at the next sign-in.',
    waiting: 'Waiting for what is still under way.',
    copy: 'Step 1 of 3: the store is copied.',
    rekey: 'Step 2 of 3: the copy is written under the new key.',
    check: 'Step 3 of 3: the copy is read whole.',
  },
} as const;
