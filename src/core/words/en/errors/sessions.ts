/** Sessions, what people enter into them, and what is made of them. */
export const sessions = {
  'not-there': 'This session is not there.',
  'not-there-any-more': 'Session {{id}} is not there any more.',
  'no-model': 'No model is approved, so that nothing can read a face. Approve one under Models.',
  'no-consent': 'A session needs a consent that covers monitoring and holds today; child {{code}} has none.',
  'no-live-session': 'The live session to compare with is not one of this child. Choose another, or none.',
  'recording-source': 'A video file belongs to a session that is read from one, and to no other.',
  'another-film':
    'What the video file of this session consisted of is noted already, and this one consists of something else. Choose the file that was read.',
  stopped: 'This session was stopped; only a running one can be gone on with. Start a new one.',
  recovered:
    'This session was ended when the program stopped or its window was gone; only a running one can be gone on with. Start a new one.',
  'recorded-by-another': 'This session is recorded by {{name}} now. Take it over first.',
  'child-has-one':
    'A session of {{code}} is running, and {{name}} is responsible for it: a child has one at a time. Go on with that one, or end it first.',
  'camera-has-one':
    'This camera is taken by the session of {{code}}, for which {{name}} is responsible. End that one first, or choose another camera.',
  'other-model':
    'This session was read by {{id}} {{was}}; found {{id}} {{is}} in its place. Two versions cannot share one session: end this one and start a new one.',
  'undo-too-late':
    'A stop can be undone for {{withinS, number}} s, and that time is over; everything recorded is kept. Start a new session.',
  'recording-once': 'A video file can only be read on by the window that began. Read it again instead.',
  'consent-ended':
    'The consent to watch {{code}} has ended: it was withdrawn, or its last day is over. The session ended with it; what was recorded before is kept.',
  'clip-outside-demo': 'The demo clip shows a rendered child and belongs to the demo only: choose a camera.',
  'still-running': 'This session is running: stop it first.',
  'set-aside':
    'This session is marked as not this child’s, and is left out of everything. Undo the mark first, if it is wrong.',
  'not-set-aside': 'This session is not marked.',
  'too-long':
    'A session of at most {{mostH, number}} hours was expected; found a time {{foundH, number}} hours after its beginning. Was the clock of this computer set? Start a new session.',
  'samples-out-of-order': 'Reading {{number, number}} of the batch must be later than the one before it.',
  'pictures-no-consent': 'No consent to keep pictures of {{code}} held when this session began.',
  'waiting-not-ours':
    'A file of readings that this site saved and sealed was expected; this one is of another site, was changed or is cut off. Choose the file as it was saved.',
  'waiting-erased': 'The session of these readings was erased here. They are not taken in again.',
  'waiting-unknown':
    'These readings are of {{code}}, but the child, the model or the person who began the session is not in this store. Put back a newer backup first.',
  'waiting-running':
    'The session of these readings still runs. Stop it first; a window that has them sends them by itself.',
} as const;

/** What sessions are to be like, and the cautions of a child. */
export const protocols = {
  'not-there': 'This protocol is not there any more. Choose another one, or none.',
  'name-taken': 'There is a protocol named {{name}} already.',
  'caution-not-there': 'This caution is not there any more.',
} as const;

export const entries = {
  'marker-not-there': 'This marker is not there any more.',
  'observation-not-there': 'This observation is not there any more.',
  'annotation-not-there': 'This annotation is not there any more.',
  'ends-first': 'An end at {{leastS, number}} s or later was expected; found {{foundS, number}} s.',
  overlaps:
    'Your annotation “{{label, label}}” from {{fromS, number}} s to {{toS, number}} s is in the way. Take it back first, or choose another stretch.',
  'of-another': 'Only {{name}}, who wrote this annotation, can take it back.',
} as const;

export const baselines = {
  'not-there': 'This baseline is not there any more.',
  'no-consent': 'A baseline needs a consent to keep it that holds today; {{code}} has none.',
  'no-rest':
    'The child was not at rest: its face changed too much, or was read surely as one feeling. Record it again when the child sits calmly.',
  'too-little':
    'At least {{leastS, number}} s of readings at rest were expected; found {{foundS, number(maximumFractionDigits: 1)}} s. Choose a longer stretch in which the face is read.',
} as const;

export const review = {
  'picture-not-for-research':
    'Research staff see pictures of children whose consent covers training; that of {{code}} does not. Ask a reviewer to judge this moment.',
  'pictures-no-consent_one':
    '{{count, number}} kept picture was named by somebody, and no consent covers training with it today.',
  'pictures-no-consent_other':
    '{{count, number}} kept pictures were named by somebody, and no consent covers training with one of them today.',
  'no-pictures':
    'No kept picture lies in a stretch that people call by one emotion: correct stretches of sessions that keep pictures first, in the review or in the queue.',
} as const;

export const reports = {
  'role-needed':
    'A report with code, dates and names needs a reviewer or an administrator. Export it without them, or ask one of them.',
  'too-long':
    'This session says that it lasted {{foundH, number}} hours; of more than {{mostH, number}} no report is written. A clock must have been set while it ran.',
  'export-of-another': 'Somebody else made this export. Whoever made it, or an administrator, can fetch or remove it.',
  'too-large':
    'A report of at most {{mostMb, number}} MB was expected; this file is larger, so that it is no report of this program.',
  'file-left': 'The file was begun too long ago, or by somebody else. Begin it again.',
  'pieces-lost': 'What was sent of this file is not here any more. Choose it again.',
  'export-not-there': 'This export is not there any more.',
  'export-under-way': 'This export is under way already.',
  'export-not-under-way': 'This export is not under way.',
  'export-empty': 'This export has no file yet.',
  'export-too-large':
    'This export holds {{found, number}} MB; one zip takes at most {{most, number}} MB. Export fewer sessions or formats at once, or use “faceward export”, which writes each file by itself.',
} as const;
