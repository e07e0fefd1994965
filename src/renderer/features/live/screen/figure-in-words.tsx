import type { ReactNode } from 'react';
import { FIGURE_SIZE } from './read-from-afar.ts';

/** The large part of a sentence that is small otherwise; for Trans, which fills it. */
export function FigureInWords({ children }: { readonly children?: ReactNode }) {
  return <span style={{ fontSize: FIGURE_SIZE, fontWeight: 700 }}>{children}</span>;
}
