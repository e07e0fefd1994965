/** The site, its users and its children. */
export const site = {
  'demo-open': 'The demo is open. Sign out of it first.',
  'already-there': 'This data folder has a site already. Sign in to it.',
  'being-made': 'A site is being made at this moment. Wait until it is there.',
  'not-there': 'There is no site here yet. Set one up first.',
  'wrong-password': 'The name or the password is wrong. Try again, or use the recovery code.',
  'wrong-password-or-computer':
    'The name or the password is wrong, or this password opens the store on another computer only, or before this computer’s keystore was set up anew. Try again in the program’s own window on the computer where it was given, use the recovery code, or let an administrator give a new password.',
  'wrong-code': 'This is not the recovery code of this site. Look for the one it was given.',
  'no-code':
    'This site has no recovery code: none was ever confirmed. An administrator signs in with their password and makes one.',
  'too-many-attempts_one': 'Too many wrong attempts. Try again in {{count, number}} s.',
  'too-many-attempts_other': 'Too many wrong attempts. Try again in {{count, number}} s.',
  'unlock-needs-ward':
    'A session runs in this window: ward staff or an administrator was expected, who can take it over.',
  'no-new-code': 'There is no new recovery code to confirm. Make one first.',
  'other-group': 'This is not the last group of the new code. Compare it with the paper.',
  'nobody-named': 'Nobody here is named {{name}}. Type the name as it was given.',
  'who-signs-in': 'Several people can sign in here: the name of one of them was expected.',
  'lsl-not-installed':
    'liblsl, which streams to other devices, is not installed on this computer. Run “faceward lsl install” on it first.',
  'code-length': 'A recovery code has {{wanted, number}} symbols; {{found, number}} were typed.',
  'code-symbol': '“{{symbol}}” does not occur in a recovery code. Compare it with the paper.',
  'code-mistyped': 'There is a typing mistake in the recovery code. Compare it with the paper.',
  'clock-moved': 'The date {{confirmed}} was confirmed; by now this computer says {{found}}. Look at it again.',
} as const;

export const users = {
  'name-taken': 'There is a user named {{name}} already.',
  'name-alike': '“{{name}}” can be taken for “{{other}}”, who is here already. Choose a name that looks different.',
  'name-invisible':
    'A name of letters or digits that can be seen was expected; there are others in this one. Type it anew.',
  'name-mixed':
    'A name in the letters of one alphabet was expected; this one mixes several that look alike. Type it anew.',
  'password-common':
    'This is one of the passwords that are tried first. Four unrelated words are better, and easy to remember.',
  'password-word': 'A single word or name is guessed soon. Put several unrelated words together.',
  'password-repeat': 'The same over and over is guessed soon. Put several unrelated words together.',
  'password-row': 'Rows like abc, 123 or neighbouring keys are guessed soon. Put several unrelated words together.',
  'password-date': 'Years and dates are guessed soon. Put several unrelated words together.',
  'password-own': 'This is close to your name, the site’s or the program’s. Put several unrelated words together.',
  'password-guessable':
    'This can be guessed: it is a usual word or two with a number or sign. Put several unrelated words together.',
  'same-password': 'This is the password that you have. Choose another one.',
  'own-password': 'This is your own account. Change your password where your name stands.',
  'wrong-own-password': 'Your password is wrong. Try again.',
  'no-passwords-in-demo': 'A demo has no passwords.',
  'not-there': 'This user is not there any more.',
  'last-administrator': 'This is the last administrator. Add another one first.',
} as const;

export const children = {
  'archive-running': 'A session of {{code}} runs. Stop it first, so that nothing of it is missing.',
  'archive-there': 'There is a file at {{file}} already. It is not written over: name another file.',
  'archive-too-large':
    'What is kept of {{code}} is more than {{most, number}} MB. Have it written into a file: faceward child export {{code}} --out FILE.zip',
  'archive-not-made': 'What is kept of {{code}} was not written: {{found}}. Nothing of the file is left; try again.',
  'born-in-future': 'A birth month that is not in the future was expected; found {{found}}.',
  'code-taken': 'There is a child with the code {{code}} already.',
  'not-there': 'This child is not there any more.',
  'consent-over': 'A last day from today on was expected; found {{found}}.',
  'signed-in-future': 'The day on which the form was signed was expected to be today or before; found {{found}}.',
  'consent-not-there': 'This consent is not there.',
  'scan-too-large': 'A scan of at most {{most, number}} MB was expected. Scan it in grey or with fewer dots an inch.',
  'scan-no-type': 'A PDF, a JPEG or a PNG was expected; this file is none of them, whatever it is called.',
  'scans-too-many': 'A consent has {{most, number}} scans at most. Ask an administrator to remove one first.',
  'scan-not-there': 'This scan is not there any more.',
  'consent-withdrawn': 'This consent was withdrawn before.',
} as const;

/** Erasing a child's data. */
export const erasures = {
  'not-there': 'This is not there, or was erased before.',
  'session-running_one': 'A session of this child is running. Stop it first, then erase.',
  'session-running_other': '{{count, number}} sessions of this child are running. Stop them first, then erase.',
  'reason-names-child': 'The reason stays in the receipt and must not name the child. Leave the code out of it.',
  'wrong-password': 'The password is wrong. Nothing was erased.',
  'user-not-removed':
    'There is no removed user of that name here. Remove the user under Settings first; what they recorded stays.',
  'reason-names-person': 'The reason stays in the receipt and must not name the person. Leave the name out of it.',
  'no-such-erasure': 'There is no such erasure.',
  'code-taken':
    'Another child has this code now. It cannot be taken back while that child is here: erase that child first, or let this one go.',
  'child-waits': 'The child itself waits to be erased. Take the child back first.',
  'session-waits': 'The session itself waits to be erased. Take the session back first.',
  'waits-no-more': 'This does not wait any more: it was erased or taken back before.',
  'no-receipt-yet': 'There is a receipt only when it has been erased.',
} as const;
