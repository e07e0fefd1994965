import { InvalidArgumentError } from 'commander';
import { parse } from 'csv-parse/sync';
import { EMOTIONS, type Emotion, isEmotion } from '../../core/emotion/emotion.ts';
import { SETTINGS } from '../../core/training/settings/settings.ts';

/** Turns what was typed after an option into its value; commander puts the option's name before the message. */

export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > to) {
      throw new InvalidArgumentError(`A whole number from ${from} to ${to} was expected${notANumber(text)}.`);
    }
    return value;
  };
}

/** One of the settings of a run that are whole numbers. */
export function setting(name: 'epochs' | 'seed' | 'size'): (text: string) => number {
  const { wanted, isAllowed } = SETTINGS[name];
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && isAllowed(value)) return value;
    throw new InvalidArgumentError(`It has to be ${wanted}${notANumber(text)}.`);
  };
}

/** A moment of a film. */
export function seconds(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text)) return value;
  throw new InvalidArgumentError(`Seconds were expected, such as 90 or 12.5${notANumber(text)}.`);
}

/** "320,240@1.5": a place in a film's pixels, and a moment. */
export function faceAt(text: string): { xPx: number; yPx: number; atMs: number } {
  const [, xPx, yPx, atSeconds] = text.match(/^(\d+),(\d+)@(\d+(?:\.\d+)?)$/) ?? [];
  if (atSeconds !== undefined) return { xPx: Number(xPx), yPx: Number(yPx), atMs: 1000 * Number(atSeconds) };
  throw new InvalidArgumentError('X,Y@SECONDS was expected, such as 320,240@1.5: pixels of the film, and when.');
}

function notANumber(text: string): string {
  return text.trim() === '' || !Number.isFinite(Number(text)) ? '; it is not a number' : '';
}

/** "a,b,c" without blanks around the names; one that has a comma itself stands in double quotes, as in CSV. */
export function names(text: string): string[] {
  const all = namesOf(text);
  if (all.length === 0 || all.includes(''))
    throw new InvalidArgumentError('Names with commas between them were expected, such as c021,a007.');
  return all;
}

/** @returns Nothing if the text is not one line of CSV. */
function namesOf(text: string): string[] {
  try {
    const lines: string[][] = parse(text, { trim: true, relax_quotes: true });
    return lines.length === 1 ? lines[0]! : [];
  } catch {
    return [];
  }
}

export function emotions(text: string): Emotion[] {
  const all = names(text);
  const chosen = all.filter(isEmotion);
  if (chosen.length !== all.length || new Set(chosen).size !== all.length || all.length < 2) {
    throw new InvalidArgumentError(`Two or more of ${EMOTIONS.join(', ')} were expected, with commas between them.`);
  }
  return chosen;
}

export interface Shares {
  readonly train: number;
  readonly val: number;
  readonly test: number;
}

/** "0.65,0.1,0.25" */
export function shares(text: string): Shares {
  const [train, val, test, ...more] = text.split(',').map(Number);
  const all = [train, val, test];
  const sum = all.reduce<number>((total, each) => total + (each ?? Number.NaN), 0);
  if (more.length > 0 || !all.every((each) => each! > 0) || Math.abs(sum - 1) > 1e-9) {
    const isNumeric = text.split(',').every((each) => notANumber(each) === '');
    const why = isNumeric ? '' : '; not all of these are numbers';
    throw new InvalidArgumentError(`Three shares above 0 that sum to 1 were expected, such as 0.65,0.1,0.25${why}.`);
  }
  return { train: train!, val: val!, test: test! };
}
