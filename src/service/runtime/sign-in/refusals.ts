import type { CallError } from '../../../contract/error.ts';
import { makeLetterBox, openLetter, sealLetter } from '../../../core/security/letter-box/letter-box.node.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import type { CallerState } from '../callers.ts';
import { PROGRAM, recordByProgram } from '../record-by-program.ts';
import { type Runtime, signedInUser } from '../runtime.ts';
import { isSetUp, userNamesOf } from '../site-folder.ts';
import { MOST_LETTERS, type SignInFile } from './sign-in-file.ts';

/** In the place of a name that no user has: what was typed may be a password. */
const UNKNOWN = '?';

const AN_HOUR_MS = 3_600_000;
const MOST_COUNTED = 1000;

/** Of the same again within an hour, those that are written: the first, and then with their number. */
const WRITTEN: ReadonlySet<number> = new Set([1, 10, 100, 1000, 10_000, 100_000]);

const SETTING = 'letter-box';

interface StoredBox {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Number of the last letter that was taken in. */
  readonly taken: number;
}

interface Refusal {
  readonly userName: string;
  readonly action: string;
  readonly subject: string;
}

/** How often the same was refused in the last hour. */
export interface RefusalCounts {
  /** @returns How often, this one counted. */
  count(refusal: Refusal): number;
}

export function createRefusalCounts(uptimeMs: () => number): RefusalCounts {
  const counts = new Map<string, { count: number; readonly sinceMs: number }>();
  return {
    count({ userName, action, subject }) {
      const key = JSON.stringify([userName, action, subject]);
      const before = counts.get(key);
      const current = before && uptimeMs() - before.sinceMs < AN_HOUR_MS ? before : { count: 0, sinceMs: uptimeMs() };
      current.count += 1;
      counts.delete(key);
      if (counts.size >= MOST_COUNTED) counts.delete(counts.keys().next().value!);
      counts.set(key, current);
      return current.count;
    },
  };
}

/**
 * Writes into the audit log that a password, a code or a call was refused; where no store is open, into a sealed letter beside
 * it, which the next opening takes in. A call of a window that was signed out a moment ago tells nothing and is left out.
 *
 * Does not throw: what was refused stays refused.
 */
export function noteRefusal(
  runtime: Runtime,
  callerState: CallerState,
  { name, input }: { readonly name: string; readonly input: unknown },
  error: CallError,
): void {
  const { site, home, options, refusalCounts } = runtime;
  if (site?.demo || !isSetUp(home)) return;
  try {
    const what = refusalOf(runtime, callerState, { name, input }, error);
    if (!what) return;
    const count = refusalCounts.count(what);
    // A guess at somebody's password is slow enough to be written every time.
    const isGuess = what.action === 'refused.password' && what.userName !== UNKNOWN;
    if (!isGuess && !WRITTEN.has(count)) return;
    const refusal = { ...what, subject: !isGuess && count > 1 ? `${what.subject}, ${count} times` : what.subject };
    if (site) appendAudit(site.db, { ...refusal, now: options.now() });
    else post(runtime.signInFile, refusal, options.now());
  } catch (failed) {
    options.log(`That ${name} was refused could not be written into the audit log: ${String(failed)}`);
  }
}

/** Empties the letter box into the log of a store that was just opened, and gives a site without one its own. */
export function takeInLetters(db: WritableDb, file: SignInFile, now: Date): void {
  const stored = (readSetting(db, SETTING) as StoredBox | null) ?? { ...makeLetterBox(), taken: 0 };
  const { letters, lastLetter, lost, box } = file.read();
  const fresh = letters.filter(({ number }) => number > stored.taken);
  if (box === stored.publicKey && letters.length === 0 && lost === 0 && stored.taken <= lastLetter) return;
  inTransaction(db, () => {
    for (const { atIso, sealed } of fresh) {
      appendAudit(db, { ...contentOf(sealed, stored.privateKey), now: new Date(atIso) });
    }
    if (lost > 0) recordByProgram(db, 'refused.lost', `${lost} or more`, now);
    writeSetting(db, SETTING, { ...stored, taken: Math.max(stored.taken, lastLetter) } satisfies StoredBox);
  });
  // A file that was removed begins to count anew, and its letters must not be taken for old ones.
  file.change({ letters: [], lost: 0, box: stored.publicKey, lastLetter: Math.max(stored.taken, lastLetter) });
}

function post(file: SignInFile, refusal: Refusal, now: Date): void {
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

function refusalOf(
  runtime: Runtime,
  callerState: CallerState,
  { name, input }: { readonly name: string; readonly input: unknown },
  { code, reason }: CallError,
): Refusal | null {
  const user = signedInUser(runtime, callerState);
  if (code === 'wrong-password') {
    const userName = reason === 'site.wrong-code' ? UNKNOWN : (typedName(runtime, input) ?? user?.name ?? UNKNOWN);
    return { userName, action: guessAction(reason), subject: name };
  }
  if (code === 'forbidden') return { userName: user?.name ?? UNKNOWN, action: 'refused.call', subject: name };
  if (code !== 'not-signed-in') return null;
  if (user) return { userName: user.name, action: 'refused.locked', subject: name };
  return callerState.wasSignedIn ? null : { userName: UNKNOWN, action: 'refused.signedOut', subject: name };
}

function guessAction(reason: CallError['reason']): string {
  if (reason === 'site.too-many-attempts') return 'refused.wait';
  return reason === 'site.wrong-code' ? 'refused.code' : 'refused.password';
}

/** The user who was meant, as the site writes them; null for none. */
function typedName({ home }: Pick<Runtime, 'home'>, input: unknown): string | null {
  const { userName } = (input ?? {}) as { readonly userName?: unknown };
  if (typeof userName !== 'string') return null;
  const wanted = userName.normalize('NFC').toLowerCase();
  return userNamesOf(home).find((each) => each.normalize('NFC').toLowerCase() === wanted) ?? UNKNOWN;
}
