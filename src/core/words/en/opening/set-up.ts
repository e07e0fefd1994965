/** What a newcomer sees: making a site, or looking around. */
export const setUp = {
  welcome: 'Welcome',
  title: 'Welcome to Faceward',
  intro:
    "Faceward reads a child's facial emotion from a webcam and keeps it as a timeline. Everything stays on this machine.",
  site: 'Set up this site',
  siteHelp: "For a ward. You choose a name and an administrator's password.",
  demo: 'Look around with demo data',
  demoHelp: 'A rendered child on a short clip. No camera, no password; nothing is kept.',
  preparing: 'Preparing the demo…',
  demoFailed: 'The demo could not be opened',
  form: {
    name: 'Name of the site',
    nameHelp: 'For example the hospital and the ward. It stands on every report.',
    administrator: 'Administrator',
    administratorHelp: 'The name you will sign in with.',
    password: 'Password',
    again: 'Password again',
    differs: 'The two passwords are not the same yet.',
    failed: 'The site was not set up',
    submit: 'Set up',
  },
  code: {
    name: 'Recovery code',
    title: 'Write down the recovery code',
    help:
      'It opens this site when all passwords are lost. It is shown only now and stored nowhere. Without a password and ' +
      'without this code nobody can read the data again.',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    lastGroup: 'Last group of five',
    lastGroupHelp: 'From the paper. Until it was typed, the code opens nothing.',
    confirm: 'It is written down',
    notConfirmed: 'The code is not confirmed',
    ownPassword: 'Your password',
    show: 'Show the new code',
    notMade: 'There is no new code',
    missing: 'Make a recovery code',
    missingHelp:
      'The recovery code of this site was never confirmed, so none opens it. If the last password is lost, everything that the site keeps is lost with it. Make a code now and write it down; until then nothing else opens for an administrator.',
  },
} as const;
