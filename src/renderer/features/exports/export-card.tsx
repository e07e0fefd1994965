import { Group, Paper, Progress, Spoiler, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Export, FORMAT_FACTS } from '../../../contract/review/reports.ts';
import type { Role } from '../../../contract/role.ts';
import { useFormat } from '../../ui/format.ts';
import { ExportControls } from './export-controls.tsx';
import { useProblemWords } from './use-problem-words.ts';

/** One export: its contents, its progress, what could not be made, and its buttons. */
export function ExportCard({ order, role }: { readonly order: Export; readonly role: Role }) {
  const { t } = useTranslation('exports');
  const format = useFormat();
  const problemWords = useProblemWords();
  const { filesDone, filesWanted, formats, isIdentified, problems, startedAtIso, startedBy, state } = order;
  const progress = t(($) => $.page.progress, { done: filesDone, wanted: filesWanted });
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>
            {t(($) => $.state[state])} · {formats.map((each) => FORMAT_FACTS[each].name).join(', ')}
          </Text>
          <Text role="status">{progress}</Text>
        </Group>
        <Progress
          value={(100 * filesDone) / filesWanted}
          aria-label={progress}
          color={problems.length > 0 ? 'orange.8' : undefined}
        />
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.page.startedBy, { by: startedBy, at: format.dateTime(startedAtIso) })} ·{' '}
          {isIdentified ? t(($) => $.page.isIdentified) : t(($) => $.page.isDeidentified)}
        </Text>
        {problems.length > 0 && (
          <>
            <Text fw={600}>{t(($) => $.page.problems, { count: problems.length })}</Text>
            <Spoiler maxHeight={100} showLabel={t(($) => $.page.showAll)} hideLabel={t(($) => $.page.showLess)}>
              <ul>
                {problems.map((problem) => (
                  <li key={JSON.stringify(problem)} style={{ overflowWrap: 'anywhere' }}>
                    {problemWords(problem)}
                  </li>
                ))}
              </ul>
            </Spoiler>
          </>
        )}
        <ExportControls order={order} role={role} />
      </Stack>
    </Paper>
  );
}
