import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Baseline } from '../../../contract/baselines.ts';
import type { Child } from '../../../contract/children.ts';
import { abstain } from '../../../core/inference/abstain.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormat } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';
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
  const format = useFormat();
  const [edited, setEdited] = useState<Baseline | null>(null);
  const activate = useAction('baselines.activate');
  const removal = useConfirmedAction('baselines.remove', ({ id }: Baseline) => ({ baselineId: id }));
  const newestFirst = baselines.toSorted((a, b) => b.version - a.version);
  const strongestWords = ({ probabilities }: Baseline) => {
    const { emotion, confidence } = abstain(probabilities, 0);
    if (!emotion) return null;
    return t(($) => $.baseline.strongest, {
      emotion: common(($) => $.emotion[emotion]),
      share: format.share(confidence),
    });
  };
  return (
    <>
      {activate.error && <ErrorNotice error={activate.error} title={t(($) => $.baseline.notDone)} />}
      <DataTable
        label={t(($) => $.baseline.table, { child: child.code })}
        minWidthPx={760}
        rows={newestFirst}
        rowKey={({ id }) => id}
        columns={{
          version: { header: t(($) => $.baseline.column.version), cell: ({ version }) => version },
          recorded: {
            header: t(($) => $.baseline.column.recorded),
            cell: ({ recordedAtIso, recordedBy }) =>
              t(($) => $.baseline.by, { date: format.dateTime(recordedAtIso), name: recordedBy }),
          },
          model: {
            header: t(($) => $.baseline.column.model),
            wrap: 'anywhere',
            cell: ({ modelId, modelVersion }) => `${modelId} ${modelVersion}`,
          },
          readings: {
            header: t(($) => $.baseline.column.readings),
            cell: ({ sampleCount }) => format.number(sampleCount),
          },
          strongest: { header: t(($) => $.baseline.column.strongest), cell: strongestWords },
          note: { header: t(($) => $.baseline.column.note), wrap: 'anywhere', cell: ({ note }) => note },
          state: {
            header: t(($) => $.baseline.column.state),
            cell: ({ isActive, modelId }) => (
              <>
                {isActive && <Text fw={600}>{t(($) => $.baseline.active)}</Text>}
                {modelId !== presentModelId && <Text size="sm">{t(($) => $.baseline.otherModel)}</Text>}
              </>
            ),
          },
          actions: {
            cell: (baseline) => (
              <BaselineActions
                baseline={baseline}
                isOfPresentModel={baseline.modelId === presentModelId}
                onUse={(baselineId) => activate.mutate({ childId: child.id, baselineId })}
                onEdit={() => setEdited(baseline)}
                onRemove={() => removal.ask(baseline)}
              />
            ),
          },
        }}
      />
      {edited && <BaselineNoteDialog baseline={edited} onClose={() => setEdited(null)} />}
      <ConfirmDialog
        {...removal.dialog}
        title={t(($) => $.baseline.removeTitle, { version: removal.asked?.version ?? '' })}
        confirm={common(($) => $.action.remove)}
        danger
      >
        <Text>{t(($) => $.baseline.removeText)}</Text>
      </ConfirmDialog>
    </>
  );
}

interface BaselineActionsProps {
  readonly baseline: Baseline;
  readonly isOfPresentModel: boolean;
  /** Null: use none. */
  readonly onUse: (baselineId: string | null) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function BaselineActions({ baseline, isOfPresentModel, onUse, onEdit, onRemove }: BaselineActionsProps) {
  const { t } = useTranslation('entries');
  const { t: common } = useTranslation('common');
  const { id, version, isActive } = baseline;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {isActive && (
        <RowButton label={t(($) => $.baseline.switchOffOne, { version })} onClick={() => onUse(null)}>
          {t(($) => $.baseline.switchOff)}
        </RowButton>
      )}
      {!isActive && isOfPresentModel && (
        <RowButton label={t(($) => $.baseline.activateOne, { version })} onClick={() => onUse(id)}>
          {t(($) => $.baseline.activate)}
        </RowButton>
      )}
      <RowButton label={t(($) => $.baseline.editOne, { version })} onClick={onEdit}>
        {t(($) => $.baseline.edit)}
      </RowButton>
      <RowButton label={t(($) => $.baseline.removeOne, { version })} onClick={onRemove}>
        {common(($) => $.action.remove)}
      </RowButton>
    </Group>
  );
}
