import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../ui/format.ts';
import type { FolderLook } from './statement-draft.ts';

/** What a folder says of its images by itself: nothing of it is asked. */
export function FolderSays({ look: { layout, open, description } }: { readonly look: FolderLook }) {
  const { t } = useTranslation('datasets');
  const format = useFormat();
  const columns = (['group', 'subject', 'emotion'] as const)
    .filter((part) => !open[part])
    .map((part) => t(($) => $.statement.column[part]));
  const isPublished = layout !== null && layout !== 'folders' && layout !== 'manifest';
  const lines = [
    ...(layout === 'manifest' && columns.length > 0
      ? [t(($) => $.statement.saysManifest, { columns: format.list(columns) })]
      : []),
    ...(isPublished ? [t(($) => $.statement.saysLayout)] : []),
    ...(description
      ? [
          t(($) => $.statement.saysDescription, { shows: description.shows }),
          t(($) => (description.realChildren ? $.statement.saysReal : $.statement.saysRendered)),
          ...(description.licence ? [t(($) => $.statement.saysLicence, { licence: description.licence })] : []),
        ]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {t(($) => $.statement.says)}
      </Text>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
            {line}
          </List.Item>
        ))}
      </List>
    </>
  );
}
