import { makeLetterBox, openLetter, sealLetter } from '../../../core/security/letter-box/letter-box.node.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { findUserByName } from '../../../core/store/people/users.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { PROGRAM, recordByProgram } from '../record-by-program.ts';
import { MOST_LETTERS, type SignInFile } from './sign-in-file.ts';

const SETTING = 'letter-box';

interface StoredBox {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Number of the last letter that was taken in. */
  readonly taken: number;
}

/** Something that was refused, as the log tells it. */
export interface Refusal {
  readonly userName: string;
  readonly action: string;
  readonly subject: string;
}

/** Empties the letter box into the log of a store that was just opened, and gives a site without one its own. */
export function takeInLetters(db: WritableDb, file: SignInFile, now: Date): void {
  const known = readSetting(db, SETTING) as StoredBox | null;
  const stored = known ?? { ...makeLetterBox(), taken: 0 };
  const { letters, lastLetter, lost, box } = file.read();
  const fresh = letters.filter(({ number }) => number > stored.taken);
  if (box === stored.publicKey && letters.length === 0 && lost === 0 && stored.taken <= lastLetter) return;
  inTransaction(db, () => {
    for (const { atIso, sealed } of fresh) {
      const said = contentOf(sealed, stored.privateKey);
      // As the site writes them: a letter has the name as it was typed.
      const userName = findUserByName(db, said.userName)?.name ?? said.userName;
      appendAudit(db, { ...said, userName, now: new Date(atIso) });
    }
    // The file has had this box since the store was first opened: without it, or with an older end, it is not that file.
    const isGone = known !== null && lost === 0 && (box !== known.publicKey || lastLetter < known.taken);
    if (isGone) recordByProgram(db, 'refused.gone', '', now);
    if (lost > 0) recordByProgram(db, 'refused.lost', `${lost} or more`, now);
    writeSetting(db, SETTING, { ...stored, taken: Math.max(stored.taken, lastLetter) } satisfies StoredBox);
  });
  // A file that was removed begins to count anew, and its letters must not be taken for old ones.
  file.change({ letters: [], lost: 0, box: stored.publicKey, lastLetter: Math.max(stored.taken, lastLetter) });
}

/** In a store that is put back into a new folder: no letters lie there, and none are missed. */
export function forgetLetterBox(db: WritableDb): void {
  writeSetting(db, SETTING, null);
}

/** Puts a letter to the log into the box; into one that is full it is but counted. */
export function post(file: SignInFile, refusal: Refusal, now: Date): void {
  const { letters, lastLetter, lost, box } = file.read();
  if (letters.length >= MOST_LETTERS) {
    file.change({ lost: lost + 1 });
    return;
  }
  const sealed = box === null ? null : sealLetter(JSON.stringify(refusal), box);
  const letter = { number: lastLetter + 1, atIso: now.toISOString(), sealed };
  file.change({ letters: [...letters, letter], lastLetter: letter.number });
}

/** A letter that cannot be read is an entry all the same. */
function contentOf(sealed: string | null, privateKey: string): Refusal {
  const text = sealed === null ? null : openLetter(sealed, privateKey);
  if (text === null) return { userName: PROGRAM, action: 'refused.unreadable', subject: '' };
  const { userName, action, subject } = JSON.parse(text) as Refusal;
  return { userName: String(userName), action: String(action), subject: String(subject) };
}
