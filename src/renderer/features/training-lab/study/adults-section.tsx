import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Study, StudyFindings } from '../../../../contract/study.ts';
import { isSurelySmall, timesAsManyToTell } from '../../../../core/study/needed-to-tell.ts';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { useSchemeWords } from './use-scheme-words.ts';

interface AdultsSectionProps {
  readonly study: Study;
  readonly findings: StudyFindings | null;
  readonly looks: number | null;
}

/** The answer in sentences: whether adults help, by how much, at which number of child images, or what would tell. */
export function AdultsSection({ study, findings, looks }: AdultsSectionProps) {
  const { t } = useTranslation('study');
  const isAsked = study.regimes.includes('children') && study.regimes.some((each) => each !== 'children');
  if (!isAsked || !findings) {
    return (
      <Section title={t(($) => $.adults.title)}>
        <Text>{t(($) => (isAsked ? $.adults.notYet : $.adults.notAsked))}</Text>
      </Section>
    );
  }
  const { testChildren: children, testImages: images } = findings;
  return (
    <Section title={t(($) => $.adults.title)}>
      <List spacing="sm">
        {findings.againstChildren.map((each) => (
          <List.Item key={`${each.learner} ${each.regime}`}>
            <ComparisonText comparison={each} study={study} testChildren={children} />
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t(($) => $.adults.coverage, { children, images })}
      </Text>
      {looks !== null && (
        <Text size="sm" c="dimmed">
          {t(($) => $.adults.looks, { count: looks })}
        </Text>
      )}
    </Section>
  );
}

type Comparison = StudyFindings['againstChildren'][number];

interface ComparisonTextProps {
  readonly comparison: Comparison;
  readonly study: Study;
  readonly testChildren: number;
}

function ComparisonText({ comparison, study, testChildren }: ComparisonTextProps) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const scheme = useSchemeWords()(comparison);
  const { overSizes, bySize } = comparison;
  if (!overSizes) return t(($) => $.adults.notDone, scheme);

  const figures = ({ value, low, high }: { value: number; low: number; high: number }) => ({
    value: format.figure(value, true),
    low: format.figure(low, true),
    high: format.figure(high, true),
  });
  const told = bySize.flatMap(({ size, difference }) => {
    if (difference?.verdict === 'better') return [t(($) => $.adults.atBetter, { size, ...figures(difference) })];
    if (difference?.verdict === 'worse') return [t(($) => $.adults.atWorse, { size, ...figures(difference) })];
    return [];
  });
  const untold = bySize.filter(({ difference }) => difference?.verdict === 'cannot be told').map(({ size }) => size);
  const times = overSizes.verdict === 'cannot be told' ? timesAsManyToTell(overSizes) : null;
  const overall = { better: 'better', worse: 'worse', 'cannot be told': 'cannotBeTold' } as const;
  const sentences = [
    t(($) => $.adults[overall[overSizes.verdict]], { ...scheme, ...figures(overSizes) }),
    ...told,
    ...(untold.length > 0 ? [t(($) => $.adults.atCannotBeTold, { sizes: untold.map(format.number).join(', ') })] : []),
    ...(overSizes.verdict === 'cannot be told' && isSurelySmall(overSizes) ? [t(($) => $.adults.small)] : []),
    ...(times === null
      ? []
      : [
          t(($) => $.adults.needed, {
            children: Math.ceil(testChildren * times),
            repeats: Math.ceil(study.repeats * times),
            testChildren,
            seeds: study.repeats,
          }),
        ]),
  ];
  return sentences.join(' ');
}
