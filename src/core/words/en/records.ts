import { auditedActions } from './records/audited-actions.ts';
import { clock } from './records/clock.ts';

/** What the site keeps of what was done, and copies of its data. */
export const records = {
  finding: {
    title: 'The audit log is not as it was last known',
    broken:
      'Entry {{entry, number}} does not follow from the one before it: an entry was changed, removed or put in outside of the program.',
    'beginning-missing':
      'The beginning of the log is missing: it begins with entry {{entry, number}}, and no cut by rule that this site signed tells of those before it.',
    emptied: 'It was emptied: {{missing, number}} entries are missing, the last of {{knownAt}}.',
    'tail-cut':
      'Its end was cut off: entries {{from, number}} to {{known, number}} are missing, the last of {{knownAt}}.',
    'older-store':
      'An older store was put back, or its newest part was lost: it ends with entry {{found, number}} of {{foundAt}}; known is entry {{known, number}} of {{knownAt}}. {{missing, number}} entries are missing, and with them whatever was recorded, entered and agreed in between.',
    rewritten:
      'It was written anew, or an older store was put back and worked with: entry {{known, number}} of {{knownAt}}, as it is known, is not in it.',
    'head-missing':
      'The file audit-head.json in the data folder, which tells where the log ends, was removed. Whether entries are missing cannot be told.',
    'head-unreadable':
      'The file audit-head.json in the data folder, which tells where the log ends, was changed or is damaged. Whether entries are missing cannot be told.',
    'head-foreign':
      'The file audit-head.json in the data folder is signed by another site. Whether entries are missing cannot be told.',
    found: 'Found on {{at}}.',
    acknowledged: 'Known to {{by}} since {{at}}.',
    tellAdministrator: 'Tell an administrator. Work can go on.',
    look: 'Look at the audit log',
    what: 'what was found of the audit log',
    history: 'What was found when the store was opened',
    acknowledge: 'This is known',
    acknowledgeTitle: 'This is known?',
    acknowledgeHelp:
      'No page speaks of it any more. What was found stays here and in the audit log, with your name. The file that told of it stays in the data folder.',
  },
  backups: {
    title: 'Backups',
    description:
      'All that the site keeps, as one file: encrypted under the passwords of the day on which it is made, opened and checked. “faceward restore” makes a new folder of it.',
    what: 'the backups',
    none: 'None has been made by this plan yet.',
    last: 'The last was made on {{at}} and checked: {{rows, number}} rows, {{entries, number}} entries of the audit log. {{file}}',
    underWay: 'A backup is being made. Work can go on.',
    failed: 'The backup of {{at}} was not made',
    triedAgain: 'It is tried again at {{at}}, while somebody is signed in.',
    makeNow: 'Make one now',
    notMade: 'The backup was not made',
    planned: 'Make backups by itself',
    folder: 'Folder',
    folderHelp:
      'The whole path, best of another drive. If the drive is away, this page says so, and it is tried again.',
    everyHours: 'Hours from one to the next',
    everyHoursHelp: 'From 1 to 720. They are made while somebody is signed in and no session runs.',
    keep: 'How many are kept',
    keepHelp: 'From 2 to 100. Older ones of this site are removed from the folder, and nothing else.',
    save: 'Save the plan',
    saved: 'Saved.',
    notSaved: 'The plan was not saved',
  },
  search: {
    who: 'Who',
    everybody: 'Everybody',
    what: 'What',
    everything: 'Everything',
    child: 'Child’s code',
    from: 'From',
    until: 'Up to',
    clear: 'Clear',
    session: '{{name}}, session of {{at}}',
    nothing: 'No entry fits.',
  },
  /** The page of words in the archive of all that is kept of one child. */
  archive: {
    fileName: 'README.txt',
    text:
      'Everything that this hospital ward keeps of child {{code}} in Faceward, as of {{at}}.\n\n' +
      'Faceward follows the face of a child by a camera and says which emotion its expression resembles. It is a help for trained staff ' +
      'and no diagnosis; it can be wrong.\n\n' +
      'consents/   scans of the forms that were signed, where the ward keeps any\n' +
      'sessions/   a folder for each session, the oldest first: a report to read (PDF), the same for programs (JSON), every reading ' +
      '(CSV), pictures of the face and video where the family agreed to keep them\n' +
      'images/     the face as it was cut out of pictures that belong to sets for training; originals/ where the ward keeps these itself\n' +
      'exports/    reports that were made before and are still kept\n' +
      'tables/     every entry about the child as it is stored, a table a file; each opens in a spreadsheet\n\n' +
      'The most important tables: children (code and month of birth; no name is stored), consents (what was agreed, by whom, until when), ' +
      'sessions, samples (each reading: seven probabilities, where the face was), gaps (times without a reading, and why), markers, ' +
      'observations and annotations (what staff noted), baselines (the face at rest, as numbers), audit (who looked at or changed ' +
      'something, and when), run_images (trainings that read a picture). A table with nothing in it means that nothing is kept.\n\n' +
      'Not in it: sessions that staff marked as another child’s, copies that were handed out before, backups, images in folders of the hospital outside Faceward, and what a model learnt, ' +
      'which holds no pictures.\n\n' +
      'You may ask the ward to explain, correct or erase any of it. Keep this file safe: whoever has it can read all of it.',
  },
  topic: {
    site: 'Signing in and the site',
    refused: 'Refused',
    account: 'Own account',
    users: 'Users',
    children: 'Children',
    consents: 'Consents',
    cautions: 'Cautions',
    sessions: 'Sessions',
    annotations: 'Corrections',
    baselines: 'Resting faces',
    protocols: 'Protocols',
    review: 'Moments to judge',
    moments: 'Moments of doubt',
    exports: 'Exports',
    datasets: 'Datasets',
    wall: 'Wall of faces',
    runs: 'Trainings',
    results: 'Results',
    studies: 'Studies',
    comparisons: 'Comparisons',
    models: 'Models',
    ratings: 'Blind ratings',
    videos: 'Videos',
    lsl: 'Streams (LSL)',
    federation: 'Several sites',
    audit: 'Audit log',
    backups: 'Backups',
    erasures: 'Erasures',
    keys: 'Keys',
    clock: 'Clock',
  },
  action: auditedActions,
  clock,
  audit: {
    signed: 'The end of the log is signed and kept in the file audit-head.json beside the store.',
    keepElsewhere:
      'Keep a signed copy where nobody who works with this machine can change it: whoever has the data and its key could write log and file anew. This command compares the two:',
    download: 'Signed copy of the log',
    downloadFailed: 'The copy was not made',
  },
} as const;
