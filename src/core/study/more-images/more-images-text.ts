import { figureText, type TextTable } from '../../evaluation/evaluation-table.ts';
import { differenceText } from '../answer.ts';
import type { MoreImages, MoreImagesReading } from './more-images.ts';

const READINGS: Readonly<Record<MoreImagesReading, string>> = {
  gains: 'more would help',
  hardly: 'more would hardly help',
  'cannot-be-told': 'cannot be told',
  'not-foreseen': 'cannot be told: the smaller sizes did not foresee the largest',
  'too-few-seeds': 'cannot be told: two seeds or more are needed',
  'too-few-children': 'cannot be told: fewer than 10 test children show it',
};

/** What more child images would do, in a sentence. */
export function moreImagesSentence(more: MoreImages): string {
  if (more.kind === 'too-few-sizes') {
    return `Nothing can be said: ${more.needed} numbers of child images are needed, ${more.found} are done.`;
  }
  const { scheme, size, thenSize, emotions } = more;
  const gaining = emotions.filter(({ reading }) => reading === 'gains').map(({ emotion }) => emotion);
  const found = gaining.length > 0 ? `more images of ${gaining.join(', ')} would help` : 'of no emotion it can be said';
  return (
    `By the scheme that did best with ${size} child images (${scheme.learner}, ${scheme.regime}), foreseen for ${thenSize}: ${found}. ` +
    'A power law is fitted to each recall (Figueroa et al. 2012, doi:10.1186/1472-6947-12-8) and never followed beyond twice the ' +
    'largest size. All emotions grew together: what images of one alone would do was not measured.'
  );
}

/** One row an emotion, most gain first; null where nothing can be said. */
export function moreImagesTable(more: MoreImages): TextTable | null {
  if (more.kind === 'too-few-sizes') return null;
  return {
    header: ['emotion', 'child images', 'recall [95 %]', `recall with ${more.thenSize}`, 'gain', 'reading'],
    rows: more.emotions.map(({ emotion, images, now, twice, gain, reading }) => [
      ...[emotion, images === null ? '-' : String(images), figureText(now), figureText(twice)],
      ...[differenceText(gain), READINGS[reading]],
    ]),
  };
}
