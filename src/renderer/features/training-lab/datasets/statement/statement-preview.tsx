import { List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../../../ui/wide-table.tsx';
import type { FolderLook, Preview, PreviewRow } from './statement-draft.ts';

/** Names that do not fit and are told; the rest is counted. */
const NAMED = 5;

interface StatementPreviewProps {
  readonly preview: Preview;
  readonly look: FolderLook;
  readonly withSubject: boolean;
}

/** Some of the folder's own pictures, as what has been said so far has them understood. */
export function StatementPreview({ preview, look: { paths, images }, withSubject }: StatementPreviewProps) {
  const { t } = useTranslation('datasets');
  const { rows, unmatched } = preview;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t(($) => $.statement.preview)}
      </Text>
      <WideTable label={t(($) => $.statement.preview)} minWidthPx={480}>
        <Table withTableBorder fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(($) => $.statement.previewFile)}</Table.Th>
              <Table.Th>{t(($) => $.statement.previewSubject)}</Table.Th>
              <Table.Th>{t(($) => $.statement.previewGroup)}</Table.Th>
              <Table.Th>{t(($) => $.statement.previewEmotion)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <UnderstoodRow key={row.path} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {withSubject && unmatched.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t(($) => $.statement.unmatched, { count: unmatched.length })}
          </Text>
          <List size="sm">
            {unmatched.slice(0, NAMED).map((path) => (
              <List.Item key={path} style={{ overflowWrap: 'anywhere' }}>
                {path}
              </List.Item>
            ))}
          </List>
          {unmatched.length > NAMED && (
            <Text size="sm">{t(($) => $.statement.andMore, { count: unmatched.length - NAMED })}</Text>
          )}
        </>
      )}
      {paths.length < images && <Text size="sm">{t(($) => $.statement.firstOnly, { count: paths.length })}</Text>}
    </Stack>
  );
}

function UnderstoodRow({ row: { path, subject, group, emotion, word } }: { readonly row: PreviewRow }) {
  const { t } = useTranslation('datasets');
  const { t: common } = useTranslation('common');
  const emotionWords = () => {
    if (emotion) return common(($) => $.emotion[emotion]);
    return word === null ? t(($) => $.statement.noEmotion) : t(($) => $.statement.notUnderstood, { found: word });
  };
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
      <Table.Td fw={600}>{subject ?? t(($) => $.statement.noSubject)}</Table.Td>
      <Table.Td>
        {group === null
          ? t(($) => $.statement.noGroup)
          : t(($) => (group === 'child' ? $.statement.oneChild : $.statement.oneAdult))}
      </Table.Td>
      <Table.Td>{emotionWords()}</Table.Td>
    </Table.Tr>
  );
}
