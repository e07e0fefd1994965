import type { ReactNode } from 'react';

interface FigureInWordsProps {
  /** CSS font size. */
  readonly size: string;
  readonly children?: ReactNode;
}

/** The large part of a sentence that is small otherwise; for Trans, which fills it. */
export function FigureInWords({ size, children }: FigureInWordsProps) {
  return <span style={{ fontSize: size, fontWeight: 650, flex: 'none' }}>{children}</span>;
}
