import type { AnnotationLabel } from '../../emotion/annotation.ts';
import { EMOTIONS } from '../../emotion/emotion.ts';
import type { Wording } from '../wording.ts';

/** The word for what a person said: an emotion, or what no emotion is. */
export function labelWords(label: AnnotationLabel, { emotion, common }: Wording): string {
  const known = EMOTIONS.find((each) => each === label);
  if (known) return emotion(known);
  return common(($) => $.annotation[label as keyof typeof $.annotation]);
}
