/** What the site keeps of what was done, and copies of its data. */
export const records = {
  finding: {
    title: 'The audit log is not as it was last known',
    broken:
      'Entry {{entry, number}} does not follow from the one before it: an entry was changed, removed or put in outside of the program.',
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
  audit: {
    signed: 'The end of the log is signed and kept in the file audit-head.json beside the store.',
    keepElsewhere:
      'Keep a signed copy where nobody who works with this machine can change it: whoever has the data and its key could write log and file anew. This command compares the two:',
    download: 'Signed copy of the log',
    downloadFailed: 'The copy was not made',
  },
} as const;
