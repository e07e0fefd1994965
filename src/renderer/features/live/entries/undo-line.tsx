import { Button, Group, Kbd, Text } from '@mantine/core';
import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../ui/format.ts';
import { UNDO_KEY } from '../../../ui/session-keys.ts';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import type { EntryOutcome, SessionEntries } from './session-entries.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useSessionKeys } from './use-session-keys.ts';

/** What the last key or tap did, and the way to take it back. */
export const UndoLine = memo(function UndoLine({ entries }: { readonly entries: SessionEntries }) {
  const { t } = useTranslation('common');
  const { markers, observations, outcome } = useSyncExternalStore(entries.state.subscribe, entries.state.snapshot);
  const undo = () => entries.undo();
  useSessionKeys([
    [UNDO_KEY, undo],
    ['Backspace', undo],
  ]);
  return (
    <Group gap="sm" wrap="nowrap">
      <Text role="status" size="sm" fw={600} c={outcome?.kind === 'refused' ? 'var(--mantine-color-error)' : undefined}>
        <OutcomeText outcome={outcome} />
      </Text>
      <Button
        variant="default"
        size="compact-md"
        disabled={markers.length + observations.length === 0}
        aria-keyshortcuts={`${UNDO_KEY} Backspace`}
        rightSection={<Kbd size="xs">{UNDO_KEY.toUpperCase()}</Kbd>}
        onClick={undo}
      >
        {t(($) => $.action.undo)}
      </Button>
    </Group>
  );
});

function OutcomeText({ outcome }: { readonly outcome: EntryOutcome | null }): string {
  const { t } = useTranslation('entries');
  const words = useEntryWords();
  const failureWords = useFailureWords();
  if (!outcome) return '';
  if (outcome.kind === 'nothing-to-undo') return t(($) => $.markers.nothingToUndo);
  if (outcome.kind === 'refused') return t(($) => $.markers.refused, { what: failureWords(outcome.why) });
  const { kind } = outcome;
  return t(($) => $.markers[kind], { what: words.ofEntry(outcome.entry), at: formatClock(outcome.atMs) });
}
