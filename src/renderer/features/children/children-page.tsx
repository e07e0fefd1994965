import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CHILDREN_A_PAGE, FOUND_CHILDREN } from '../../../contract/children.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageSteps } from '../../ui/page-steps.tsx';
import { TYPING_MS } from '../../ui/typing.ts';
import { AddChildDialog } from './add-child-dialog.tsx';
import { ChildPanel } from './child-panel.tsx';

/** The children of the site under their codes, and what their families agreed to. */
export function ChildrenPage() {
  const { t } = useTranslation('children');
  const [params] = useSearchParams();
  const [search, setSearch] = useState('');
  const [code] = useDebouncedValue(search.trim(), TYPING_MS);
  const [show, setShow] = useState(FOUND_CHILDREN.find((each) => each === params.get('show')) ?? null);
  const [page, setPage] = useState(0);
  const found = useCall('children.page', { code, show, page }, { keepsPrevious: true });
  const [adding, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t(($) => $.title)}
        description={t(($) => $.description)}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
            {t(($) => $.add.title)}
          </Button>
        }
      />
      <AddChildDialog
        opened={adding}
        onClose={close}
        onAdded={(added) => {
          // Where there are many, the new one would stand on another page.
          setShow(null);
          setPage(0);
          setSearch((found.data?.total ?? 0) < CHILDREN_A_PAGE ? '' : added.code);
        }}
      />
      <Loaded query={found} what={t(($) => $.what)}>
        {({ children, total }) =>
          total === 0 && code === '' && show === null ? (
            <EmptyState title={t(($) => $.none)}>{t(($) => $.noneHelp)}</EmptyState>
          ) : (
            <Stack>
              <Group role="search" aria-label={t(($) => $.find.title)} gap="sm">
                <TextInput
                  label={t(($) => $.find.code)}
                  leftSection={<IconSearch size={18} aria-hidden />}
                  maxLength={20}
                  value={search}
                  onChange={({ currentTarget }) => {
                    setSearch(currentTarget.value);
                    setPage(0);
                  }}
                />
                <Select
                  label={t(($) => $.find.show)}
                  placeholder={t(($) => $.find.all)}
                  clearable
                  w={280}
                  data={FOUND_CHILDREN.map((each) => ({ value: each, label: t(($) => $.find[each]) }))}
                  value={show}
                  onChange={(chosen) => {
                    setShow(FOUND_CHILDREN.find((each) => each === chosen) ?? null);
                    setPage(0);
                  }}
                />
              </Group>
              <Text role="status" c="dimmed">
                {total === 0 ? t(($) => $.find.none) : t(($) => $.find.found, { count: total })}
              </Text>
              {children.map((child) => (
                <ChildPanel key={child.id} child={child} />
              ))}
              <PageSteps total={total} pageSize={CHILDREN_A_PAGE} page={page} onChange={setPage} />
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}
