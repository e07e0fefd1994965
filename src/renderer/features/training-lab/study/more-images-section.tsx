import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudyFindings } from '../../../../contract/study.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { useSchemeWords } from './use-scheme-words.ts';

/** What more images of children would do, emotion by emotion, or why that cannot be told. */
export function MoreImagesSection({ findings }: { readonly findings: StudyFindings | null }) {
  const { t } = useTranslation('study');
  const more = findings?.moreImages ?? null;
  return (
    <Section title={t(($) => $.more.title)}>
      {more === null && <Text>{t(($) => $.more.notYet)}</Text>}
      {more?.kind === 'too-few-sizes' && <Text>{t(($) => $.more.tooFewSizes, more)}</Text>}
      {more?.kind === 'told' && <ToldOfEmotions more={more} />}
    </Section>
  );
}

type Told = Extract<StudyFindings['moreImages'], { kind: 'told' }>;

function ToldOfEmotions({ more }: { readonly more: Told }) {
  const { t } = useTranslation('study');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const words = useSchemeWords();
  const { scheme, size, thenSize, emotions } = more;
  const gaining = emotions.filter(({ reading }) => reading === 'gains');
  const n = ({ testChildren }: Told['emotions'][number]) => t(($) => $.more.n, { children: testChildren });
  return (
    <>
      <Text>{t(($) => $.more.scheme, { ...words(scheme), size, thenSize })}</Text>
      {gaining.length === 0 && <Text fw={600}>{t(($) => $.more.none)}</Text>}
      <List>
        {gaining.map(({ emotion, images, gain }) => {
          const said = {
            emotion: common(($) => $.emotion[emotion]),
            gain: format.figure(gain.value),
            low: format.figure(gain.low),
            high: format.figure(gain.high),
          };
          return (
            <List.Item key={emotion}>
              {images === null ? t(($) => $.more.gains, said) : t(($) => $.more.gainsImages, { ...said, images })}
            </List.Item>
          );
        })}
      </List>
      <DataTable
        label={t(($) => $.more.table)}
        minWidthPx={900}
        rows={emotions}
        rowKey={({ emotion }) => emotion}
        columns={{
          emotion: {
            header: t(($) => $.more.emotion),
            isRowHeader: true,
            cell: ({ emotion }) => <EmotionBadge emotion={emotion} />,
          },
          images: {
            header: t(($) => $.more.images),
            align: 'right',
            cell: ({ images }) => (images === null ? '—' : format.number(images)),
          },
          now: { header: t(($) => $.more.now), cell: (each) => <Figure figure={each.now} n={n(each)} /> },
          twice: { header: t(($) => $.more.twice), cell: (each) => <Figure figure={each.twice} n={n(each)} /> },
          gain: { header: t(($) => $.more.gain), cell: (each) => <Figure figure={each.gain} n={n(each)} signed /> },
          reading: { header: t(($) => $.more.reading), cell: ({ reading }) => t(($) => $.more.readings[reading]) },
        }}
      />
      <Text size="sm" c="dimmed">
        {t(($) => $.more.help)}
      </Text>
    </>
  );
}
