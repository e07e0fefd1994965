import { Group, Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PageStepsProps {
  /** Rows on all pages. */
  readonly total: number;
  readonly pageSize: number;
  /** From 0; one that is not there any more shows as the last one. */
  readonly page: number;
  readonly onChange: (page: number) => void;
}

/** Steps through the pages of a long list; nothing where there is one page. */
export function PageSteps({ total, pageSize, page, onChange }: PageStepsProps) {
  const { t } = useTranslation('ui');
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  return (
    <Group justify="center">
      <Pagination
        total={pages}
        value={Math.min(page + 1, pages)}
        onChange={(number) => onChange(number - 1)}
        getItemProps={(number) => ({ 'aria-label': `${t(($) => $.pages.page)}: ${number}` })}
        getControlProps={(control) => ({
          'aria-label': t(($) => (control === 'next' || control === 'last' ? $.pages.next : $.pages.previous)),
        })}
      />
    </Group>
  );
}
