import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Baseline } from '../../../contract/baselines.ts';
import type { Child } from '../../../contract/children.ts';
import { abstain } from '../../../core/inference/abstain.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormat } from '../../ui/format.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { BaselineNoteDialog } from './baseline-note-dialog.tsx';

interface BaselineTableProps {
  readonly child: Child;
  readonly baselines: readonly Baseline[];
  /** The approved model, which reads the next session; null when there is none. */
  readonly presentModelId: string | null;
}

/** Every version of a child's face at rest: its model, its note, whether it is in use. */
export function BaselineTable({ child, baselines, presentModelId }: BaselineTableProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const [edited, setEdited] = useState<Baseline | null>(null);
  const [asked, setAsked] = useState<Baseline | null>(null);
  const activate = useAction('baselines.activate');
  const remove = useAction('baselines.remove', { onDone: () => setAsked(null) });
  const newestFirst = [...baselines].sort((a, b) => b.version - a.version);
  return (
    <>
      {activate.error && <ErrorNotice error={activate.error} title={t(($) => $.baseline.notDone)} />}
      <WideTable label={t(($) => $.baseline.table, { child: child.code })} minWidthPx={760}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(($) => $.baseline.column.version)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.recorded)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.model)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.readings)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.strongest)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.note)}</Table.Th>
              <Table.Th>{t(($) => $.baseline.column.state)}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {newestFirst.map((baseline) => (
              <BaselineRow
                key={baseline.id}
                baseline={baseline}
                isOfPresentModel={baseline.modelId === presentModelId}
                onUse={(baselineId) => activate.mutate({ childId: child.id, baselineId })}
                onEdit={() => setEdited(baseline)}
                onRemove={() => {
                  remove.reset();
                  setAsked(baseline);
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {edited && <BaselineNoteDialog baseline={edited} onClose={() => setEdited(null)} />}
      <ConfirmDialog
        opened={asked !== null}
        title={t(($) => $.baseline.removeTitle, { version: asked?.version ?? '' })}
        confirm={common(($) => $.action.remove)}
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => asked && remove.mutate({ baselineId: asked.id })}
        onClose={() => setAsked(null)}
      >
        <Text>{t(($) => $.baseline.removeText)}</Text>
      </ConfirmDialog>
    </>
  );
}

interface BaselineRowProps {
  readonly baseline: Baseline;
  readonly isOfPresentModel: boolean;
  /** With null to use none. */
  readonly onUse: (baselineId: string | null) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function BaselineRow({ baseline, isOfPresentModel, onUse, onEdit, onRemove }: BaselineRowProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { version, isActive } = baseline;
  const strongest = abstain(baseline.probabilities, 0);
  return (
    <Table.Tr>
      <Table.Td>{version}</Table.Td>
      <Table.Td>
        {t(($) => $.baseline.by, { date: format.dateTime(baseline.recordedAtIso), name: baseline.recordedBy })}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {baseline.modelId} {baseline.modelVersion}
      </Table.Td>
      <Table.Td>{format.number(baseline.sampleCount)}</Table.Td>
      <Table.Td>
        {strongest.emotion &&
          t(($) => $.baseline.strongest, {
            emotion: common(($) => $.emotion[strongest.emotion!]),
            share: format.share(strongest.confidence),
          })}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{baseline.note}</Table.Td>
      <Table.Td>
        {isActive && <Text fw={600}>{t(($) => $.baseline.active)}</Text>}
        {!isOfPresentModel && <Text size="sm">{t(($) => $.baseline.otherModel)}</Text>}
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {isActive && (
            <Button
              size="compact-md"
              variant="default"
              aria-label={t(($) => $.baseline.switchOffOne, { version })}
              onClick={() => onUse(null)}
            >
              {t(($) => $.baseline.switchOff)}
            </Button>
          )}
          {!isActive && isOfPresentModel && (
            <Button
              size="compact-md"
              variant="default"
              aria-label={t(($) => $.baseline.activateOne, { version })}
              onClick={() => onUse(baseline.id)}
            >
              {t(($) => $.baseline.activate)}
            </Button>
          )}
          <Button
            size="compact-md"
            variant="default"
            aria-label={t(($) => $.baseline.editOne, { version })}
            onClick={onEdit}
          >
            {t(($) => $.baseline.edit)}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t(($) => $.baseline.removeOne, { version })}
            onClick={onRemove}
          >
            {common(($) => $.action.remove)}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
