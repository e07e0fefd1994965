/** Video of sessions. */
export const videos = {
  'no-consent': 'No consent to keep video of {{code}} holds. What is recorded besides is kept.',
  'switched-off':
    'This site keeps no video. An administrator can switch it on in the settings; start the session without it.',
  'of-recording': 'Only a live session keeps video: a film that is read has its own file.',
  'little-room':
    '{{free, number}} MB are left on the disk, and {{least, number}} MB are kept free for what matters more. The session goes on without video; make room.',
  'not-there': 'No video of this session is kept, or none any more.',
  damaged: 'This part of the video is damaged or not there. The rest can be played.',
  'cannot-encode': 'This browser cannot encode video. The session goes on without it.',
} as const;
