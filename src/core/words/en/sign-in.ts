/** The way in: by password, or by the recovery code. */
export const signIn = {
  title: 'Sign in',
  name: 'Name',
  password: 'Password',
  failed: 'Not signed in',
  submit: 'Sign in',
  withoutLost: 'Open without what is missing',
  withoutLostHelp: 'The audit log will say that you chose so. The copy stays where it is.',
  byPassword: 'Sign in with a password',
  lost: 'Password lost? Use the recovery code',
  code: 'Recovery code',
  codeHelp: 'It was shown once, when the site was set up.',
  newPassword: 'New password',
  notRecovered: 'Not recovered',
  recover: 'Set the new password and sign in',
} as const;
