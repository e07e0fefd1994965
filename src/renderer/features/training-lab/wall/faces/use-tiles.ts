import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallImages } from '../../../../../contract/wall.ts';
import { EMOTIONS } from '../../../../../core/emotion/emotion.ts';
import type { WallUse } from '../../../../../core/store/lab/wall/wall-filter.ts';
import { useEmotionGlyph } from '../../../../ui/use-emotion-glyph.ts';
import { useLabelWords } from '../use-label-words.ts';
import type { Labelling } from '../use-labelling.ts';
import type { Tile } from './draw-row.ts';

/** Gives what stands on each image of the list, made anew when any of it changes. */
export function useTiles(
  images: WallImages,
  { labelOf, shownUseOf }: Pick<Labelling, 'labelOf' | 'shownUseOf'>,
): (index: number) => Omit<Tile, 'face'> {
  const { t } = useTranslation('wall');
  const emotionGlyph = useEmotionGlyph();
  const { glyph } = useLabelWords();
  return useCallback(
    (index) => {
      const emotion = EMOTIONS[images.emotion[index] ?? -1];
      const said = EMOTIONS[images.said[index] ?? -1];
      const mine = labelOf(index);
      const use = shownUseOf(index);
      const hasFace = images.hasFace[index] === 1;
      return {
        without: hasFace ? null : t(($) => (isOpened(use) ? $.noFaceGlyph : $.notOpenedGlyph)),
        use: hasFace && use && use !== 'trained' ? t(($) => $.useGlyph[use]) : '',
        isLeftOut: use !== 'trained' && use !== 'test' && use !== 'second-look',
        emotion: emotion ? emotionGlyph(emotion) : '',
        disagrees: said && images.disagrees[index] === 1 ? emotionGlyph(said) : null,
        mine: mine && glyph(mine),
      };
    },
    [images, labelOf, shownUseOf, t, emotionGlyph, glyph],
  );
}

/** Of an image without a face: whether it was looked for. All other uses may still be those of an image that waits. */
function isOpened(use: WallUse | null): boolean {
  return use === 'no-face' || use === 'broken';
}
