import { Button, Group, Kbd, SimpleGrid, Text } from '@mantine/core';
import { memo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkerButton } from '../../../../core/emotion/marker.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock } from '../../../ui/format.ts';
import { MarkerNoteDialog } from './marker-note-dialog.tsx';
import { type LiveMarker, runningMarker, type SessionEntries } from './session-entries.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useSessionKeys } from './use-session-keys.ts';

interface MarkerButtonsProps {
  readonly entries: SessionEntries;
  /** The session's clock, asked at the press. */
  readonly nowMs: () => number;
}

/**
 * The site's own markers, each on a button and a key. A note asks for its words, but belongs to the time of the press.
 */
export const MarkerButtons = memo(function MarkerButtons(props: MarkerButtonsProps) {
  const { t } = useTranslation('entries');
  const buttons = useCall('site.markerButtons', {});
  if (buttons.data) return <Buttons {...props} buttons={buttons.data} />;
  return buttons.error ? (
    <ErrorNotice
      error={buttons.error}
      title={t(($) => $.markerSettings.unreadable)}
      onRetry={() => void buttons.refetch()}
    />
  ) : null;
});

function Buttons({ entries, nowMs, buttons }: MarkerButtonsProps & { readonly buttons: readonly MarkerButton[] }) {
  const { t } = useTranslation('entries');
  const { markers } = useSyncExternalStore(entries.state.subscribe, entries.state.snapshot);
  const [asked, setAsked] = useState<{ readonly button: MarkerButton; readonly atMs: number } | null>(null);
  const press = (button: MarkerButton) => {
    const atMs = nowMs();
    if (button.kind === 'note' && !entries.running(button)) setAsked({ button, atMs });
    else entries.press(button, atMs);
  };
  useSessionKeys(buttons.map((button) => [button.hotkey, () => press(button)]));
  return (
    <>
      <SimpleGrid cols={buttons.length} spacing="xs" role="group" aria-label={t(($) => $.markers.group)}>
        {buttons.map((button) => (
          <OneButton
            key={button.hotkey}
            button={button}
            running={runningMarker(markers, button)}
            onPress={() => press(button)}
          />
        ))}
      </SimpleGrid>
      {asked && (
        <MarkerNoteDialog
          atMs={asked.atMs}
          onClose={() => setAsked(null)}
          onSave={(text) => entries.press(asked.button, asked.atMs, text)}
        />
      )}
    </>
  );
}

interface OneButtonProps {
  readonly button: MarkerButton;
  readonly running: LiveMarker | null;
  readonly onPress: () => void;
}

function OneButton({ button, running, onPress }: OneButtonProps) {
  const { t } = useTranslation('entries');
  const words = useEntryWords();
  const marker = words.ofButton(button);
  const at = running && formatClock(running.atMs);
  return (
    <Button
      variant={running ? 'filled' : 'default'}
      h="auto"
      mih="clamp(38px, 5.3vh, 48px)"
      px={4}
      aria-keyshortcuts={button.hotkey}
      aria-pressed={button.isInterval ? running !== null : undefined}
      title={at ? t(($) => $.markers.ends, { marker, at }) : undefined}
      onClick={onPress}
    >
      <Group component="span" gap={4} wrap="nowrap" justify="center" fz="clamp(0.7rem, 1.1vw, 0.9375rem)" lh={1.1}>
        <Kbd size="xs" visibleFrom="md">
          {button.hotkey.toUpperCase()}
        </Kbd>
        <span style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {marker}
          {at && (
            <Text span size="xs" display="block">
              {t(($) => $.markers.since, { at })}
            </Text>
          )}
        </span>
      </Group>
    </Button>
  );
}
