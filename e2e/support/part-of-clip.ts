import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEdits } from '../../src/core/recording/testing/with-edits.ts';

const CLIP = join(import.meta.dirname, '../../resources/demo-clip/child-session.mp4');

/** The clip counts so many a second, and its first picture stands at FIRST. */
const A_SECOND = 15_360;
const FIRST = 2048;

/** A film as a file field takes it. */
export interface ChosenFilm {
  readonly name: string;
  readonly mimeType: 'video/mp4';
  readonly buffer: Buffer;
}

/** A part of the demo clip as a film of its own: reading the whole clip takes half a minute, and few specs need all of it. */
export function partOfClip(name: string, fromSeconds: number, seconds: number): ChosenFilm {
  const edits = [{ lengthMs: 1000 * seconds, mediaTime: FIRST + A_SECOND * fromSeconds }];
  return { name, mimeType: 'video/mp4', buffer: Buffer.from(withEdits(readFileSync(CLIP), edits)) };
}
