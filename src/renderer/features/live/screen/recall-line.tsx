import { Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import type { Model } from '../../../../contract/models.ts';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { useShows } from '../../../ui/use-shows.ts';
import { measuredRecall } from './measured-recall.ts';
import { useLiveWords } from './use-live-words.ts';

interface RecallLineProps {
  readonly model: Model;
  readonly child: Pick<Child, 'birthMonth'>;
  readonly startedAtIso: string;
  /** The one that the word or the line below it names; null while none is named. */
  readonly emotion: Emotion | null;
}

const SIZE = 'clamp(0.75rem, 1vw, 0.875rem)';

/** How often the model was right about this emotion, at this child's age and on photographs of children of any age. */
export const RecallLine = memo(function RecallLine({ model, child, startedAtIso, emotion }: RecallLineProps) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const shown = useShows();
  if (!emotion) return <Text fz={SIZE} lh={1.35} mih="2.7em" />;
  const { band, atAge, onChildren } = measuredRecall(model, emotion, {
    birthMonth: child.birthMonth,
    atIso: startedAtIso,
  });
  return (
    <Text fz={SIZE} ta="center" lh={1.35} mih="2.7em" data-testid="live-recall">
      {atAge
        ? t(($) => $.reading.recall, {
            right: words.count(atAge.right),
            images: words.count(atAge.images),
            shows: shown(atAge.shows),
            band,
          })
        : t(($) => $.reading.neverAtAge, { band })}
      {onChildren && (
        <>
          <br />
          {t(($) => $.reading.recallAnyAge, {
            right: words.count(onChildren.right),
            images: words.count(onChildren.images),
            shows: shown(onChildren.shows),
          })}
        </>
      )}
    </Text>
  );
});
