import { Text } from '@mantine/core';
import type { Figure as FigureData } from '../../contract/models.ts';

interface FigureProps {
  readonly figure: FigureData | null;
  /** The n it stands on, in words: "560 images, 40 children". */
  readonly n: string;
  /** Writes the sign of a difference. */
  readonly signed?: boolean;
}

/**
 * A figure as ".69", without the zero that a share below 1 does not need.
 *
 * @param signed Also writes a plus.
 */
export function formatFigure(value: number, signed = false): string {
  const text = Math.abs(value).toFixed(2).replace(/^0/, '');
  const isZero = text === '.00';
  if (value < 0 && !isZero) return `−${text}`;
  return signed && !isZero ? `+${text}` : text;
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
