import type { Box } from '../../emotion/box.ts';
import { EMOTIONS, isEmotion } from '../../emotion/emotion.ts';
import { type Failure, failure } from '../../words/failure.ts';
import type { ImageRecord, ImageToRead } from '../dataset.ts';
import { isGroup } from '../faces/face-set.ts';

/** Columns that a manifest must have, beside the one that holds the emotion. */
export const REQUIRED_COLUMNS = ['path', 'subject', 'group'] as const;

/** How many annotators saw each emotion; a manifest has all of these columns or none. */
export const VOTE_COLUMNS = EMOTIONS.map((emotion) => `votes_${emotion}`);

const BOX_COLUMNS = ['x0', 'y0', 'x1', 'y1'] as const;

/** Every column that is read, beside the one that holds the emotion. */
export const KNOWN_COLUMNS: readonly string[] = [...REQUIRED_COLUMNS, 'age', ...BOX_COLUMNS, ...VOTE_COLUMNS];

const MOST_YEARS = 130;
const MOST_SUBJECT_LENGTH = 200;

export type ParsedRow<Read = Omit<ImageRecord, 'dir' | 'row'>> =
  | { readonly kind: 'record'; readonly record: Read }
  | { readonly kind: 'problem'; readonly why: Failure };

/**
 * Reads one row of a manifest. Nothing is guessed: what does not say clearly what it is becomes a problem.
 *
 * @param decimalComma Whether 1,234 is one and a bit; elsewhere it may be a thousand, and is refused.
 */
export function parseManifestRow(
  row: Readonly<Record<string, string>>,
  labelColumn: string,
  decimalComma = false,
): ParsedRow {
  const numberIn = (text: string) => parseNumber(text, decimalComma);
  const path = pathIn(row);
  const fault = pathFault(path);
  if (fault) return problem(fault);

  const subject = row.subject ?? '';
  if (subject === '' || subject.length > MOST_SUBJECT_LENGTH) {
    return problem(failure('leftOut.subject', { most: MOST_SUBJECT_LENGTH, found: subject.slice(0, 40) }));
  }
  const group = row.group?.toLowerCase() ?? '';
  if (!isGroup(group)) return problem(failure('leftOut.group', { found: row.group ?? '' }));
  const emotion = row[labelColumn]?.toLowerCase() ?? '';
  if (!isEmotion(emotion)) {
    return problem(noEmotion(row[labelColumn] ?? '', labelColumn));
  }
  const ageYears = parseAge(row.age ?? '', numberIn);
  if (isFailure(ageYears)) return problem(ageYears);
  const votes = parseVotes(row, numberIn);
  if (isFailure(votes)) return problem(votes);
  const box = parseBox(row, numberIn);
  if (isFailure(box)) return problem(box);
  return {
    kind: 'record',
    record: { path, source: { kind: 'file' }, subject, group, ageYears, emotion, votes, split: null, box },
  };
}

/** Reads of a row what it takes to look at the image: nobody has to know what it shows. */
export function parseImageRow(
  row: Readonly<Record<string, string>>,
  decimalComma: boolean,
): ParsedRow<Omit<ImageToRead, 'dir' | 'row'>> {
  const path = pathIn(row);
  const fault = pathFault(path);
  if (fault) return problem(fault);
  const box = parseBox(row, (text) => parseNumber(text, decimalComma));
  if (isFailure(box)) return problem(box);
  const group = row.group?.toLowerCase() ?? '';
  const record = { path, source: { kind: 'file' as const }, subject: row.subject || null, box };
  return { kind: 'record', record: isGroup(group) ? { ...record, group } : record };
}

/** As one system writes it; another's separators are understood. */
function pathIn(row: Readonly<Record<string, string>>): string {
  return row.path?.replaceAll('\\', '/') ?? '';
}

type NumberReader = (text: string) => number;

/** 6,5: with a decimal comma, and no thousand that is parted by one. */
const SURELY_DECIMAL = /^-?\d+,(?!\d{3}$)\d+$/;
const DECIMAL_COMMA = /^-?\d+,\d+$/;

/** @returns NaN for what is no number, also for nothing. */
function parseNumber(text: string, decimalComma: boolean): number {
  if (text === '') return Number.NaN;
  return Number((decimalComma ? DECIMAL_COMMA : SURELY_DECIMAL).test(text) ? text.replace(',', '.') : text);
}

/** Whether a row has a number that is written with a decimal comma. */
export function hasDecimalComma(row: Readonly<Record<string, string>>): boolean {
  return ['age', ...BOX_COLUMNS, ...VOTE_COLUMNS].some((column) => DECIMAL_COMMA.test(row[column] ?? ''));
}

/** A manifest is written by others: what it names must stay inside of its folder. */
function pathFault(path: string): Failure | null {
  if (path === '') return failure('leftOut.path-missing');
  const leadsOut = path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
  if (leadsOut || path.includes('\0')) return failure('leftOut.path-leads-out');
  return null;
}

/** @returns The age, null where the field is empty, or what is wrong with it. */
function parseAge(text: string, numberIn: NumberReader): number | null | Failure {
  if (text === '') return null;
  const age = numberIn(text);
  if (age >= 0 && age <= MOST_YEARS) return age;
  return failure('leftOut.age', { most: MOST_YEARS, found: text });
}

/** @returns Shares that sum to 1, null where all fields are empty, or what is wrong with them. */
function parseVotes(row: Readonly<Record<string, string>>, numberIn: NumberReader): number[] | null | Failure {
  const texts = VOTE_COLUMNS.map((column) => row[column] ?? '');
  if (texts.every((text) => text === '')) return null;
  const counts = texts.map(numberIn);
  const sum = counts.reduce((total, count) => total + count, 0);
  if (counts.every((count) => count >= 0) && sum > 0 && sum < Infinity) return counts.map((count) => count / sum);
  return failure('leftOut.votes', { columns: VOTE_COLUMNS.join(', '), found: texts.join(',') });
}

/** @returns The box, null where all four fields are empty, or what is wrong with them. */
function parseBox(row: Readonly<Record<string, string>>, numberIn: NumberReader): Box | null | Failure {
  const texts = BOX_COLUMNS.map((column) => row[column] ?? '');
  if (texts.every((text) => text === '')) return null;
  const [x0, y0, x1, y1] = texts.map(numberIn) as [number, number, number, number];
  const finite = [x0, y0, x1, y1].every(Number.isFinite);
  if (finite && x1 > x0 && y1 > y0) return { xPx: x0, yPx: y0, widthPx: x1 - x0, heightPx: y1 - y0 };
  return failure('leftOut.box', { found: texts.join(',') });
}

/** What a column holds that should name one of the seven emotions. */
export function noEmotion(found: string, column: string): Failure {
  return failure('leftOut.emotion', { emotions: EMOTIONS.join(', '), column, found });
}

function isFailure(value: object | number | null): value is Failure {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

function problem(why: Failure): { readonly kind: 'problem'; readonly why: Failure } {
  return { kind: 'problem', why };
}
