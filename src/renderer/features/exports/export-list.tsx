import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/role.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { ExportCard } from './export-card.tsx';

/** Exports that are running or waiting to be fetched, newest first; an event announces every change. */
export function ExportList({ role }: { readonly role: Role }) {
  const { t } = useTranslation('exports');
  const list = useCall('exports.list', {});
  return (
    <Section title={t(($) => $.page.list)}>
      <Loaded query={list} what={t(($) => $.page.list)}>
        {(exports) =>
          exports.length === 0 ? (
            <EmptyState title={t(($) => $.page.listEmpty)} />
          ) : (
            <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {exports.map((each) => (
                <ExportCard key={each.id} order={each} role={role} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}
