import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figure as FigureData } from '../../contract/models.ts';
import { useFormat } from './format.ts';

interface FigureProps {
  readonly figure: FigureData | null;
  /** The n behind it, in words: "560 images, 40 children". */
  readonly n: string;
  /** Writes the sign of a difference. */
  readonly signed?: boolean;
}

/** A figure, never alone: with its 95 % interval and the n behind it. */
export function Figure({ figure, n, signed = false }: FigureProps) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  if (!figure) return <Text span>{t(($) => $.notMeasured, { n })}</Text>;
  return (
    <Text span>
      <Text span fw={650} ff="monospace">
        {format.figure(figure.value, signed)}
      </Text>{' '}
      <Text span c="dimmed" size="sm">
        {t(($) => $.interval, { low: format.figure(figure.low, signed), high: format.figure(figure.high, signed), n })}
      </Text>
    </Text>
  );
}
