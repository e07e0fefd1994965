/** Reading a video file into a session. */
export const recordings = {
  title: 'Read a video file',
  explanation:
    'Every picture of a video is read as the camera’s would be, and becomes a session marked “from recording”. The video itself is not kept.',
  cannotHere:
    'This browser cannot decode video files: open Faceward in a current Chrome, Edge or Firefox, or as its own window.',
  child: 'Child',
  file: 'Video file',
  fileHint: 'MP4, MOV, MTS, WebM or MKV, coded as H.264, HEVC, VP8, VP9 or AV1',
  chooseFile: 'Choose a file',
  liveSession: 'Live session of the same scene',
  liveSessionHint: 'Shows how far the two readings agree',
  noLiveSession: 'None',
  liveFrom: 'Live sessions from',
  liveUntil: 'Live sessions until',
  read: 'Read the video',
  reading: 'Reading {{fileName}}',
  opening: 'Opening the video …',
  progress: '{{at}} of {{duration}}',
  speed: '{{speed}} times as fast as the video',
  readings_one: '{{count}} reading',
  readings_other: '{{count}} readings',
  picture: 'Picture of the video. Tap the child’s face; or press Enter when the child is the only one in view.',
  whoIsIt: 'Tap the child’s face, or press Enter here when only one face is in view',
  notHere: 'The child is not in this picture: go on',
  unclear: 'The face could not be made out in this picture: go on and choose in a later one',
  stop: 'Stop here',
  storeAway: 'The readings cannot be stored at the moment: the video waits, and it is tried again',
  storing: 'Storing …',
  stored: 'Read to the end: all stored',
  review: 'Review this session',
  failed: 'The video could not be read to its end',
  keptUntil: 'What was read until {{at}} is stored.',
  notAVideo: '{{fileName}} is not a video that can be read here: an MP4, MOV, WebM or MKV file is wanted.',
  noPictures: '{{fileName}} holds no moving pictures, only sound or text.',
  unfinished:
    '{{fileName}} was never finished: the recording broke off before its index was written (an empty battery, a card pulled out), or the file was not wholly copied. Copy it again; if that does not help, a program that repairs videos may rebuild it with the help of a whole one from the same camera.',
  cut: '{{fileName}} is cut off: of {{duration}} only {{at}} could be read. Copy it again; if it is no longer elsewhere, the rest is lost.',
  cutAt: '{{fileName}} is cut off at {{at}}. Copy it again; if it is no longer elsewhere, the rest is lost.',
  edited:
    '{{fileName}} has been edited so that a player leaves pieces of it out, repeats them or plays them at another speed. What it hides is not read, and its times cannot be followed exactly: save it anew as a video of its own (“export” or “save as a new clip”) and read that.',
  otherContainer:
    '{{fileName}} is a film of the kind {{container}}, which Faceward cannot take apart: convert it to H.264 (MP4), such as with HandBrake, which is free, and read that.',
  cannotDecode:
    'The pictures of {{fileName}} are coded as {{codec}}, which this machine cannot decode: convert the file to H.264 (MP4), such as with HandBrake, which is free, and read that.',
  nobodyAlone:
    'In {{fileName}} no face was ever alone in view, so that nobody was read and no session was begun: read it again and point the child out.',
  another: 'Another one',
} as const;
