/** The data key and its change. */
export const keys = {
  demo: 'A demo has no keys that could be changed: it is thrown away when everybody has left.',
  'leaves-out':
    'These would be left out: {{names}}. Keys of an earlier version cannot be changed for people who do not sign in. Let them sign in first, or change the keys without them.',
  'leaves-out-code':
    'The recovery code on paper is of an earlier version and would open nothing any more. Make a new one first, or change the keys all the same.',
  'not-changed':
    'The keys were not changed, and everything is as it was: {{found}}. It is tried again in a quarter of an hour, and at the next start.',
  foreign:
    'The key file was changed by other means than this program. No key is changed, nobody added and no recovery code made until an administrator has looked at it in Settings, Keys.',
  'computer-host':
    'This computer’s keystore is open to the program in its own desktop window only. Here, in a browser or at a terminal, it has none.',
  'computer-plain-text':
    'No keyring was found on this computer, such as GNOME Keyring or KWallet: what is kept here would lie there for anybody to read. Set up a keyring for this account, and start the program again.',
  'computer-none':
    'The keystore of this computer cannot be opened. Unlock it, or have it set up for this account, and start the program again.',
  'computer-refused':
    'The keystore of this computer did not give back what it was given ({{found}}). Nothing was changed.',
  'computer-file':
    '{{file}} is damaged. Put back a copy of it, or move it away if there is none: whoever needs it signs in with a new password then.',
  'computer-needs-code':
    'The site has no recovery code. Without one, all would be lost together with this computer’s keystore. Make one first, in Settings, Users.',
  'other-file': 'The key file has changed again since it was looked at. Look at it once more.',
} as const;
