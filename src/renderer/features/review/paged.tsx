import { Group, Pagination } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** An eight-hour session has thousands of episodes; only one page of rows is drawn at a time. */
const ROWS_A_PAGE = 25;

interface PagedProps<T> {
  readonly rows: readonly T[];
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A long table, one page at a time. */
export function Paged<T>({ rows, children }: PagedProps<T>) {
  const { t } = useTranslation('review');
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const current = Math.min(page, pages);
  return (
    <>
      {children(rows.slice((current - 1) * ROWS_A_PAGE, current * ROWS_A_PAGE))}
      {pages > 1 && (
        <Group justify="center">
          <Pagination
            total={pages}
            value={current}
            onChange={setPage}
            getItemProps={(number) => ({ 'aria-label': `${t(($) => $.session.page)}: ${number}` })}
            getControlProps={(control) => ({
              'aria-label': t(($) =>
                control === 'next' || control === 'last' ? $.timeline.later : $.timeline.earlier,
              ),
            })}
          />
        </Group>
      )}
    </>
  );
}
