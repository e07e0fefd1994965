import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WallImage } from '../../../../../contract/wall.ts';
import { EMOTIONS } from '../../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../../ui/format.ts';
import { useFailureWords } from '../../../../ui/use-failure-words.ts';

/** What its dataset says of an image, line by line. */
export function ImageFacts({ image }: { readonly image: WallImage }) {
  const { t } = useTranslation('wall');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const failureWords = useFailureWords();
  const { group, emotion, ageYears, votes, split, state, fault, facePx } = image;
  const unknown = t(($) => $.image.notKnown);
  const shows = [
    t(($) => $.group[group ?? 'unknown']),
    emotion === null ? t(($) => $.noEmotion) : common(($) => $.emotion[emotion]),
    ageYears === null ? t(($) => $.ageUnknown) : t(($) => $.years, { band: format.number(ageYears) }),
  ];
  const voted = votes?.flatMap((share, k) => {
    const each = EMOTIONS[k];
    return share > 0 && each ? [`${common(($) => $.emotion[each])} ${format.share(share)}`] : [];
  });
  const lines: readonly (readonly [string, string])[] = [
    [t(($) => $.image.shows), shows.join(', ')],
    ...(voted ? [[t(($) => $.image.votes), voted.join(', ')] as const] : []),
    [t(($) => $.image.subject), image.subject ?? unknown],
    [t(($) => $.image.file), image.path],
    [t(($) => $.image.dataset), image.datasetName],
    [t(($) => $.image.split), t(($) => $.split[split ?? 'none'])],
    [
      t(($) => $.image.quality),
      state === 'face' && facePx !== null ? t(($) => $.image.facePx, { px: facePx }) : t(($) => $.state[state]),
    ],
    ...(fault ? [['', failureWords(fault)] as const] : []),
  ];
  return (
    <Table variant="vertical" verticalSpacing={4} horizontalSpacing="xs" fz="sm" withRowBorders={false}>
      <Table.Tbody>
        {lines.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w="38%" style={{ verticalAlign: 'top' }}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
