import { List, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasurePreview } from '../../../contract/records/erasures.ts';
import { ERASED_KINDS } from '../../../core/store/erase/erased-kinds.ts';
import { useFormat } from '../format.ts';

/** What an erasure takes by kinds, and what it leaves with the reason why. */
export function WhatGoes({ preview }: { readonly preview: ErasurePreview }) {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  const named = ({ id, through }: ErasurePreview['models'][number]) =>
    through === null ? id : t(($) => $.builtOn, { model: id, through });
  const counted = ERASED_KINDS.filter((kind) => (preview.counts[kind] ?? 0) > 0);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <Part title={t(($) => $.goes)}>
        {counted.map((kind) => (
          <List.Item key={kind}>{t(($) => $.kind[kind], { count: preview.counts[kind] ?? 0 })}</List.Item>
        ))}
      </Part>
      <Part title={t(($) => $.stays)}>
        <List.Item>{t(($) => $.staysAudit, { count: preview.auditEntries })}</List.Item>
        {preview.models.length > 0 && (
          <List.Item>{t(($) => $.staysModels, { models: preview.models.map(named).join(', ') })}</List.Item>
        )}
        {preview.backups.map(({ file, madeAtIso }) => (
          <List.Item key={file}>{t(($) => $.staysBackup, { file, at: dateTime(madeAtIso) })}</List.Item>
        ))}
        {preview.handedOut > 0 && <List.Item>{t(($) => $.staysHandedOut, { count: preview.handedOut })}</List.Item>}
        {preview.stillNamed.map(({ place, rows }) => (
          <List.Item key={place}>{t(($) => $.staysNamed[place], { count: rows })}</List.Item>
        ))}
      </Part>
    </SimpleGrid>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text fw={650}>{title}</Text>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </List>
    </div>
  );
}
