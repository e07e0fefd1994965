import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../../contract/sessions.ts';
import { useAction } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { RowButton } from '../../../ui/row-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { Paged } from '../paged.tsx';
import { ShowButton } from '../show-button.tsx';
import { MachineReading } from './machine-reading.tsx';
import { useLabelWords } from './use-label-words.ts';

interface AnnotationSectionProps {
  readonly timeline: Timeline;
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** What people said about stretches of the session, each beside the machine's reading. */
export function AnnotationSection({ timeline, onShow }: AnnotationSectionProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const labelWords = useLabelWords();
  const { user } = useSite();
  const withdraw = useAction('annotations.withdraw');
  const sessionId = timeline.session.id;
  const annotations = timeline.annotations.toSorted((a, b) => a.fromMs - b.fromMs);

  return (
    <Section title={t(($) => $.annotations.title)} description={t(($) => $.annotations.description)}>
      {withdraw.error && <ErrorNotice error={withdraw.error} title={t(($) => $.annotations.withdrawFailed)} />}
      <Paged rows={annotations}>
        {(shown) => (
          <DataTable
            label={t(($) => $.session.tableOf, { what: t(($) => $.annotations.title) })}
            minWidthPx={680}
            empty={t(($) => $.annotations.none)}
            rows={shown}
            rowKey={({ id }) => id}
            columns={{
              stretch: {
                header: t(($) => $.annotations.interval),
                wrap: 'never',
                cell: ({ fromMs, toMs }) => (
                  <>
                    <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} /> {format.length(toMs - fromMs)}
                  </>
                ),
              },
              machine: {
                header: t(($) => $.annotations.machine),
                cell: ({ fromMs, toMs }) => <MachineReading sessionId={sessionId} stretch={{ fromMs, toMs }} />,
              },
              person: {
                header: t(($) => $.annotations.person),
                cell: ({ label }) => (
                  <Text span inherit fw={650}>
                    {labelWords(label)}
                  </Text>
                ),
              },
              note: { header: t(($) => $.annotations.note), wrap: 'anywhere', cell: ({ note }) => note },
              by: {
                header: t(($) => $.annotations.by),
                minWidthPx: 140,
                wrap: 'anywhere',
                cell: ({ by, writtenAtIso }) => (
                  <>
                    {by}
                    <Text size="sm" c="dimmed">
                      {format.dateTime(writtenAtIso)}
                    </Text>
                  </>
                ),
              },
              withdraw: {
                cell: ({ id, byId, label, fromMs }) =>
                  byId === user.id && (
                    <RowButton
                      label={t(($) => $.annotations.withdrawOne, { label: labelWords(label), at: formatClock(fromMs) })}
                      loading={withdraw.isPending && withdraw.variables.annotationId === id}
                      onClick={() => withdraw.mutate({ sessionId, annotationId: id })}
                    >
                      {t(($) => $.annotations.withdraw)}
                    </RowButton>
                  ),
              },
            }}
          />
        )}
      </Paged>
    </Section>
  );
}
