/** Films that the program decodes for a window that cannot. */
export const films = {
  'no-decoder': 'This film is no longer being decoded. Read it again.',
  'no-digest': 'What was sent of this film is not here any more. Take it out of the list and choose it again.',
  'file-gone':
    '{{fileName}} can no longer be read: it was moved, changed or its medium was taken out. Take it out of the list and choose it again.',
  refused:
    '{{fileName}} cannot be decoded from here on: it is damaged, or coded in a way that this machine does not know. Copy it again; if that does not help, convert it to H.264 (MP4), such as with HandBrake, and read that.',
  ended:
    'What decodes films ended by itself while it was decoding {{fileName}} ({{code}}). Sessions that run are not touched, and other films can be read. Read it again; if it ends there again, convert the film to H.264 (MP4), such as with HandBrake, and read that.',
  silent:
    'What decodes films gave no picture of {{fileName}} for {{seconds, number}} s and was ended. Sessions that run are not touched, and other films can be read. Read it again when the machine has less to do; if it stops there again, convert the film to H.264 (MP4), such as with HandBrake, and read that.',
  'too-much-memory':
    'Decoding {{fileName}} took {{gigabytes, number(maximumFractionDigits: 1)}} GB of memory and was ended before this machine ran short. Sessions that run are not touched. Convert the film to H.264 (MP4) of at most 1920 x 1080 pixels, such as with HandBrake, and read that.',
} as const;
