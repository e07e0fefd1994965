import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/use-call.ts';
import { useFormat } from './format.ts';
import { PicturesLink } from './pictures-link.tsx';

interface WorstMistakesProps {
  readonly runId: string;
  readonly headingOrder: 3 | 4;
}

/** The test images of which a run's model was surest and wrong, each opening its picture. Nothing where there are none. */
export function WorstMistakes({ runId, headingOrder }: WorstMistakesProps) {
  const { t } = useTranslation('results');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const mistakes = useCall('results.worstMistakes', { runId });
  if (!mistakes.data || mistakes.data.length === 0) return null;
  return (
    <>
      <Title order={headingOrder}>{t(($) => $.pictures.worst)}</Title>
      <List type="ordered">
        {mistakes.data.map(({ imageKey, shown, named, confidence }) => {
          const words = t(($) => $.pictures.mistake, {
            shown: common(($) => $.emotion[shown]).toLowerCase(),
            named: common(($) => $.emotion[named]).toLowerCase(),
            sure: format.figure(confidence),
          });
          return (
            <List.Item key={imageKey}>
              <PicturesLink choice={{ right: false, imageKey }} count={1} label={words}>
                {words}
              </PicturesLink>
            </List.Item>
          );
        })}
      </List>
      <PicturesLink choice={{ right: false }} count={1} label={t(($) => $.pictures.allMistakes)}>
        {t(($) => $.pictures.allMistakes)}
      </PicturesLink>
    </>
  );
}
