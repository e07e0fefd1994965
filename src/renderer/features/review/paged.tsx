import { type ReactNode, useState } from 'react';
import { PageSteps } from '../../ui/page-steps.tsx';

/** An eight-hour session has thousands of episodes; only one page of rows is drawn at a time. */
const ROWS_A_PAGE = 25;

interface PagedProps<T> {
  readonly rows: readonly T[];
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A long table, one page at a time. */
export function Paged<T>({ rows, children }: PagedProps<T>) {
  const [page, setPage] = useState(0);
  const current = Math.min(page, Math.max(0, Math.ceil(rows.length / ROWS_A_PAGE) - 1));
  return (
    <>
      {children(rows.slice(current * ROWS_A_PAGE, (current + 1) * ROWS_A_PAGE))}
      <PageSteps total={rows.length} pageSize={ROWS_A_PAGE} page={current} onChange={setPage} />
    </>
  );
}
