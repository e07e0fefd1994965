import type { RunPoints } from '../../../../contract/results.ts';
import { SPLITS } from '../../../../core/dataset/split-name.ts';
import { AGE_BANDS } from '../../../../core/emotion/age.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { emotionStyle } from '../../../ui/emotion-style.ts';
import { FORMS, MARK_COLOURS, type Mark } from './point-marks.ts';

/** What tells points apart: what the image shows, what the model says, whether that is right, split, group, age. */
export const CODINGS = ['truth', 'said', 'right', 'split', 'group', 'ageBand'] as const;

export type Coding = (typeof CODINGS)[number];

/** The categories of each coding by name, in the order of the points' codes. */
export const CATEGORIES = {
  truth: EMOTIONS,
  said: EMOTIONS,
  right: ['right', 'wrong'],
  split: SPLITS,
  group: ['child', 'adult'],
  ageBand: AGE_BANDS.map(({ name }) => name),
} as const satisfies Record<Coding, readonly string[]>;

const WRONG: Mark = { form: 'cross', colour: '#a51c1c' };
const UNKNOWN: Mark = { form: 'ring', colour: '#5b6670' };

/** The mark of a category; of -1, which nobody knows, a grey ring. */
export function markOf(coding: Coding, category: number): Mark {
  if (category < 0) return UNKNOWN;
  if (coding === 'right') return category === 1 ? WRONG : { form: 'circle', colour: MARK_COLOURS[0] };
  const emotion = coding === 'truth' || coding === 'said' ? EMOTIONS[category] : undefined;
  const colour = emotion ? emotionStyle(emotion).colour : MARK_COLOURS[category % MARK_COLOURS.length]!;
  return { form: FORMS[category % FORMS.length]!, colour };
}

/** The category of each point; -1 where it is not known. */
export function categoriesOf(points: RunPoints, coding: Coding): Int8Array {
  if (coding !== 'right') return points[coding];
  return Int8Array.from(points.truth, (truth, row) => (truth === points.said[row] ? 0 : 1));
}
