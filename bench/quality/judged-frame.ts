import type { GapReason } from '../../src/core/emotion/gap.ts';
import type { Quality } from '../../src/core/emotion/quality.ts';
import type { Family } from './conditions.ts';

/** One spoilt frame as the program sees it. */
export interface JudgedFrame {
  readonly subject: string;
  readonly family: Family;
  readonly condition: string;
  /** Null when no face was found. */
  readonly face: JudgedFace | null;
  /** What the gate says; null when the face is read. */
  readonly reason: GapReason | null;
}

export interface JudgedFace {
  readonly quality: Quality;
  /** Probability that something lies over the face. */
  readonly cover: number;
  /** Whether the likeliest emotion is the one that was rendered; also of faces that the gate refuses. */
  readonly isRight: boolean;
}
