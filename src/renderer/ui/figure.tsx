import { Text } from '@mantine/core';
import type { Figure as FigureData } from '../../contract/models.ts';
import { formatFigure } from './format-figure.ts';

interface FigureProps {
  readonly figure: FigureData | null;
  /** The n it stands on, in words: "560 images, 40 children". */
  readonly n: string;
  /** Writes the sign of a difference. */
  readonly signed?: boolean;
}

/** A figure, never alone: with its 95 % interval and the n it stands on. */
export function Figure({ figure, n, signed = false }: FigureProps) {
  if (!figure) return <Text span>not measured (n = {n})</Text>;
  return (
    <Text span>
      <Text span fw={650} ff="monospace">
        {formatFigure(figure.value, signed)}
      </Text>{' '}
      <Text span c="dimmed" size="sm">
        [{formatFigure(figure.low, signed)}, {formatFigure(figure.high, signed)}], n = {n}
      </Text>
    </Text>
  );
}
