import { Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TODAY_A_PAGE } from '../../../contract/children.ts';
import type { Role } from '../../../contract/role.ts';
import { mayCall } from '../../client/may-call.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { PageSteps } from '../../ui/page-steps.tsx';
import { TYPING_MS } from '../../ui/typing.ts';
import { ComingByRule } from './coming-by-rule.tsx';
import { TodayTable } from './today-table.tsx';

/** Where staff begin: who may be watched today, whose consent ends soon, and one press to start. */
export function TodayPage({ role }: { readonly role: Role }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [code] = useDebouncedValue(search.trim(), TYPING_MS);
  const [page, setPage] = useState(0);
  const today = useCall('children.today', { code, page }, { keepsPrevious: true });
  return (
    <>
      <PageHeader title={t(($) => $.title)} description={format.today()} />
      <Loaded query={today} what={t(($) => $.what)}>
        {({ children, total, endingSoon, soonDays }) => (
          <Stack>
            {endingSoon > 0 && (
              <Notice kind="warning" title={t(($) => $.endingSoon, { count: endingSoon, days: soonDays })}>
                <PageLink to="/children?show=ends-soon">{t(($) => $.toEndingSoon)}</PageLink>
              </Notice>
            )}
            {mayCall(role, 'erasures.comingByRule') && <ComingByRule />}
            {total === 0 && code === '' ? (
              <EmptyState title={t(($) => $.none)}>
                {t(($) => $.noneHelp)} <PageLink to="/children">{t(($) => $.toChildren)}</PageLink>
              </EmptyState>
            ) : (
              <>
                <TextInput
                  label={t(($) => $.search)}
                  leftSection={<IconSearch size={18} aria-hidden />}
                  maw={320}
                  maxLength={20}
                  value={search}
                  onChange={({ currentTarget }) => {
                    setSearch(currentTarget.value);
                    setPage(0);
                  }}
                />
                <Text role="status" c="dimmed">
                  {total === 0 ? t(($) => $.noMatch) : t(($) => $.count, { count: total })}
                </Text>
                {total > 0 && <TodayTable registered={children} soonDays={soonDays} />}
                <PageSteps total={total} pageSize={TODAY_A_PAGE} page={page} onChange={setPage} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
