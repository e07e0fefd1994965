/** The data folder: the store, its keys, and who holds it. */
export const store = {
  damaged: 'The store {{file}} is damaged. Nothing was written to it. Keep the file and put back a backup.',
  'damaged-backup':
    'The store {{file}} is damaged. Nothing was written to it; keep the file. The last backup of it is {{backup}}, made at {{at}}: whoever looks after the machine puts it back into a new folder by “faceward restore”.',
  'backup-path': 'The whole path of a file was expected, with its folder; found {{found}}.',
  'backup-there': 'There is a file at {{file}} already. A backup is never written over one: name another file.',
  'backup-folder-away': 'The folder {{dir}} is not there. Connect the drive, or name another folder.',
  'backup-folder-closed':
    'The folder {{dir}} cannot be written to. Give this program the right to, or name another folder.',
  'backup-no-plan': 'A folder for backups was expected. Say in Settings where they go.',
  'backup-under-way': 'A backup is being made at this moment. Wait until it is done.',
  'backup-not-made':
    'The backup {{file}} was not made, and nothing is left of it: {{found}}. Make room or connect the drive, and try again.',
  'log-damaged_one':
    'The log with the newest data of {{file}} is damaged. At least {{count, number}} saved step (half a second of a recording, or one entry) cannot be read; {{readable, number}} before it can. Nothing was written, and all files were copied to the folder {{copy}} beside it. Ask whoever looks after the machine, or say that it is to be opened without what is missing.',
  'log-damaged_other':
    'The log with the newest data of {{file}} is damaged. {{count, number}} saved steps or more (each half a second of a recording, or one entry) cannot be read; {{readable, number}} before them can. Nothing was written, and all files were copied to the folder {{copy}} beside it. Ask whoever looks after the machine, or say that it is to be opened without what is missing.',
  newer:
    'The store {{file}} has schema version {{found, number}}; this program knows versions up to {{known, number}}. Use the version of the program that made it, or a newer one.',
  gone: 'The store {{file}} was moved, removed or replaced. Put the folder back where it was, or connect its drive.',
  'open-elsewhere':
    'The store {{file}} is open in another program, although nothing locks its folder any more. Close the program there first: two would overwrite each other’s sessions.',
  'not-updated':
    'This version of the program changes the store, and makes a backup of it before. The backup {{file}} was not made: {{found}}. Nothing was changed. Make room and sign in again.',
  'not-there': 'A store was expected at {{file}}; there is no file.',
  'there-already': 'A new store was to be made at {{file}}, but there is a file already. Open it or move it away.',
  'wrong-key': 'The key does not open the store {{file}}: no page of it was written under this key.',
  'keys-damaged': 'The key file {{file}} is damaged. Keep it and put back a copy.',
  'keys-missing':
    '{{store}} is there, but the keys that open it ({{keys}}) are not. Put the key file back, or choose another data folder.',
  'in-use':
    'The data folder {{dir}} is in use by {{host, host}}, process number {{pid}}, since {{since}}. Close it there, or name another data folder with --data.',
  'in-use-unknown':
    'The data folder {{dir}} is in use by another program. Close it there, or name another data folder with --data.',
} as const;
