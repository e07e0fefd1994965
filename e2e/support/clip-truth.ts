import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Box, intersectionOverUnion } from '../../src/core/emotion/box.ts';

const TRUTH = join(import.meta.dirname, '../../resources/demo-clip/truth.csv');
const CLIP_MS = 60_000;
const FRAME_MS = 1000 / 15;

interface Person {
  readonly emotion: string;
  /** 0 to 1. */
  readonly intensity: number;
  /** Share of the face that is in view, 0 to 1. */
  readonly visible: number;
  readonly isPresent: boolean;
  readonly box: Box | null;
}

export interface Reading {
  readonly atMs: number;
  /** Empty where the model was not sure. */
  readonly emotion: string;
  readonly box: Box;
}

/** What the clip shows, frame by frame; it is played over and over. */
export class ClipTruth {
  readonly #people: ReadonlyMap<string, Person>;

  constructor() {
    const rows = parse(readFileSync(TRUTH), { columns: true }) as Record<string, string>[];
    this.#people = new Map(rows.map((row) => [`${row.frame} ${row.subject}`, personOf(row)]));
  }

  at(clipMs: number, subject: 'child' | 'adult'): Person | undefined {
    const frame = Math.floor((((clipMs % CLIP_MS) + CLIP_MS) % CLIP_MS) / FRAME_MS);
    return this.#people.get(`${frame} ${subject}`);
  }

  /** Whether a box lies on the adult more than on the child. */
  isAdult(box: Box, clipMs: number): boolean {
    const overlapWith = (subject: 'child' | 'adult') => {
      const truth = this.at(clipMs, subject)?.box;
      return truth ? intersectionOverUnion(box, truth) : 0;
    };
    return overlapWith('adult') > overlapWith('child');
  }

  /** The child's emotion where nobody would argue: the face in full view, neutral or shown strongly. Else null. */
  plainEmotion(clipMs: number): string | null {
    const child = this.at(clipMs, 'child');
    if (!child?.isPresent || child.visible < 0.95) return null;
    const isPlain = child.emotion === 'neutral' ? child.intensity === 0 : child.intensity >= 0.7;
    return isPlain ? child.emotion : null;
  }

  /** How well the readings' boxes lie on the child's when the session began at this time of the clip: mean overlap. */
  overlap(readings: readonly Reading[], offsetMs: number): number {
    const overlaps = readings.map(({ atMs, box }) => {
      const truth = this.at(atMs + offsetMs, 'child')?.box;
      return truth ? intersectionOverUnion(box, truth) : 0;
    });
    return overlaps.reduce((sum, overlap) => sum + overlap, 0) / readings.length;
  }

  /**
   * At what time of the clip the session began. A camera does not say where its film stands, so the one number is found
   * by laying the boxes over the child's path, which knows nothing of emotions.
   */
  offsetOf(readings: readonly Reading[]): number {
    let best = { offsetMs: 0, overlap: -1 };
    for (let offsetMs = 0; offsetMs < CLIP_MS; offsetMs += FRAME_MS) {
      const overlap = this.overlap(readings, offsetMs);
      if (overlap > best.overlap) best = { offsetMs, overlap };
    }
    return best.offsetMs;
  }
}

function personOf(row: Record<string, string>): Person {
  const [x0, y0, x1, y1] = ['x0', 'y0', 'x1', 'y1'].map((name) => Number(row[name])) as [
    number,
    number,
    number,
    number,
  ];
  return {
    emotion: row.emotion ?? '',
    intensity: Number(row.intensity),
    visible: Number(row.visible),
    isPresent: row.face_present === '1',
    box: row.x0 ? { xPx: x0, yPx: y0, widthPx: x1 - x0, heightPx: y1 - y0 } : null,
  };
}
