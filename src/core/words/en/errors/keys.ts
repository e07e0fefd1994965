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
  'other-file': 'The key file has changed again since it was looked at. Look at it once more.',
} as const;
