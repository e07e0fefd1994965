import { Box, Group } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import type { Model } from '../../../../contract/models.ts';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { useShows } from '../../../ui/use-shows.ts';
import { FigureInWords } from './figure-in-words.tsx';
import { measuredRecall } from './measured-recall.ts';
import { CAPTION_SIZE, RECALL_SIZE } from './read-from-afar.ts';
import { useLiveWords } from './use-live-words.ts';

interface RecallLineProps {
  readonly model: Model;
  readonly child: Pick<Child, 'birthMonth'>;
  readonly startedAtIso: string;
  /** The one that the word or the line below it names; null while none is named. */
  readonly emotion: Emotion | null;
}

/** Of two lines, so that what is below stays where it is. */
const HEIGHT = `calc(2 * 1.15 * ${RECALL_SIZE})`;

/** How often the model was right about this emotion, at this child's age and on photographs of children of any age. */
export const RecallLine = memo(function RecallLine({ model, child, startedAtIso, emotion }: RecallLineProps) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const shown = useShows();
  if (!emotion) return <Box mih={HEIGHT} />;
  const { band, atAge, onChildren } = measuredRecall(model, emotion, {
    birthMonth: child.birthMonth,
    atIso: startedAtIso,
  });
  const figure = [<FigureInWords key="figure" size={RECALL_SIZE} />];
  return (
    <Box mih={HEIGHT} fz={CAPTION_SIZE} lh={1.15} ta="center" data-testid="live-recall">
      {atAge ? (
        <Line>
          <Trans
            t={t}
            i18nKey={($) => $.reading.recall}
            values={{
              right: words.count(atAge.right),
              images: words.count(atAge.images),
              shows: shown(atAge.shows),
              band,
            }}
            components={figure}
          />
        </Line>
      ) : (
        <div>{t(($) => $.reading.neverAtAge, { band })}</div>
      )}
      {onChildren && (
        <Line>
          <Trans
            t={t}
            i18nKey={($) => $.reading.recallAnyAge}
            values={{
              right: words.count(onChildren.right),
              images: words.count(onChildren.images),
              shows: shown(onChildren.shows),
            }}
            components={figure}
          />
        </Line>
      )}
    </Box>
  );
});

/** The figure, and beside it, in as many small lines as it takes, what it is of. */
function Line({ children }: { readonly children: ReactNode }) {
  return (
    <Group gap="0.5em" wrap="nowrap" justify="center" ta="left" mb={2}>
      {children}
    </Group>
  );
}
