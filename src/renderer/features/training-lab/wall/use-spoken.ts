import { useTranslation } from 'react-i18next';
import type { WallImages } from '../../../../contract/wall.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { useLabelWords } from './use-label-words.ts';
import type { Labelling } from './use-labelling.ts';

const GROUPS = ['child', 'adult'] as const;

/** What a screen reader says of the chosen image; empty while none is chosen. */
export function useSpoken(images: WallImages, { labelOf }: Labelling, cursor: number | null): string {
  const { t } = useTranslation('wall');
  const { words } = useLabelWords();
  if (cursor === null) return '';
  const emotion = EMOTIONS[images.emotion[cursor] ?? -1];
  const said = EMOTIONS[images.said[cursor] ?? -1];
  const mine = labelOf(cursor);
  return [
    t(($) => $.image.position, { position: cursor + 1, total: images.count }),
    t(($) => $.spoken.shows, {
      group: t(($) => $.group[GROUPS[images.group[cursor] ?? -1] ?? 'unknown']),
      emotion: emotion ? words(emotion) : t(($) => $.noEmotion),
    }),
    ...(said ? [t(($) => $.spoken.modelSays, { emotion: words(said) })] : []),
    ...(mine ? [t(($) => $.spoken.mine, { label: words(mine) })] : []),
  ].join('. ');
}
