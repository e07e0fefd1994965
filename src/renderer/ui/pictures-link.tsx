import { type ReactNode, use } from 'react';
import { PageLink } from './page-link.tsx';
import { PicturesOfRun, picturesPath, type RunChoice } from './pictures-of-run.ts';

interface PicturesLinkProps {
  readonly choice: RunChoice;
  /** How many there are: none are not linked to. */
  readonly count: number;
  /** What the link leads to, in words. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Opens the pictures behind a figure, where they are known; the figure alone where they are not. */
export function PicturesLink({ choice, count, label, children }: PicturesLinkProps) {
  const runId = use(PicturesOfRun);
  if (runId === null || count === 0) return children;
  return (
    <PageLink to={picturesPath(runId, choice)} label={label}>
      {children}
    </PageLink>
  );
}
