/** What a refused call means, by its code. The sentence of the service stands below it and says which thing and why. */
export const errors = {
  'invalid-input': 'Something that was entered cannot be used.',
  'not-signed-in': 'Nobody is signed in.',
  'wrong-password': 'The password or the code is wrong.',
  forbidden: 'Your role may not do this.',
  'not-found': 'It is not there any more.',
  conflict: 'This does not fit what is there.',
  'no-consent': 'There is no consent that covers this.',
  'damaged-store': 'The stored data is damaged.',
  'disk-full': 'The disk is full.',
  failed: 'Something went wrong in the program.',
} as const;
