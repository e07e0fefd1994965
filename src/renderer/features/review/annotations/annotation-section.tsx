import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../../contract/sessions.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { WideTable } from '../../../ui/wide-table.tsx';
import { Paged } from '../paged.tsx';
import { ShowButton } from '../show-button.tsx';
import { MachineReading } from './machine-reading.tsx';
import { useLabelWords } from './use-label-words.ts';

interface AnnotationSectionProps {
  readonly timeline: Timeline;
  readonly onShow: (fromMs: number, toMs: number) => void;
}

/** What people said stretches were, each beside what the machine read there. */
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
      {annotations.length === 0 ? (
        <Text>{t(($) => $.annotations.none)}</Text>
      ) : (
        <Paged rows={annotations}>
          {(shown) => (
            <WideTable label={t(($) => $.session.tableOf, { what: t(($) => $.annotations.title) })} minWidthPx={680}>
              <Table verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t(($) => $.annotations.interval)}</Table.Th>
                    <Table.Th>{t(($) => $.annotations.machine)}</Table.Th>
                    <Table.Th>{t(($) => $.annotations.person)}</Table.Th>
                    <Table.Th>{t(($) => $.annotations.note)}</Table.Th>
                    <Table.Th>{t(($) => $.annotations.by)}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map(({ id, fromMs, toMs, label, note, by, byId, writtenAtIso }) => (
                    <Table.Tr key={id}>
                      <Table.Td style={{ whiteSpace: 'nowrap' }}>
                        <ShowButton atMs={fromMs} onShow={() => onShow(fromMs, toMs)} /> {format.length(toMs - fromMs)}
                      </Table.Td>
                      <Table.Td>
                        <MachineReading sessionId={sessionId} stretch={{ fromMs, toMs }} />
                      </Table.Td>
                      <Table.Td fw={650}>{labelWords(label)}</Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{note}</Table.Td>
                      <Table.Td miw={140} style={{ overflowWrap: 'anywhere' }}>
                        {by}
                        <Text size="sm" c="dimmed">
                          {format.dateTime(writtenAtIso)}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        {byId === user.id && (
                          <Button
                            size="compact-md"
                            variant="default"
                            loading={withdraw.isPending && withdraw.variables.annotationId === id}
                            aria-label={t(($) => $.annotations.withdrawOne, {
                              label: labelWords(label),
                              at: formatClock(fromMs),
                            })}
                            onClick={() => withdraw.mutate({ sessionId, annotationId: id })}
                          >
                            {t(($) => $.annotations.withdraw)}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          )}
        </Paged>
      )}
    </Section>
  );
}
