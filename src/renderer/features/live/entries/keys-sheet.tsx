import { ActionIcon, Kbd, Table, Text } from '@mantine/core';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { OBSERVATION_KEYS, PAUSE_KEY, UNDO_KEY } from '../../../ui/session-keys.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useSessionKeys } from './use-session-keys.ts';

/** Opens the sheet itself. */
const SHEET_KEY = '?';

/** Every key of a running session with what it does, the site's own markers among them. */
export const KeysSheet = memo(function KeysSheet() {
  const { t } = useTranslation('live');
  const { t: entries } = useTranslation('entries');
  const words = useEntryWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data: buttons = [] } = useCall('site.markerButtons', {});
  // With Shift on most keyboards, without it on some.
  const open = () => setIsOpen(true);
  useSessionKeys([
    [SHEET_KEY, open],
    [`shift+${SHEET_KEY}`, open],
  ]);
  const rows: readonly (readonly [key: string, does: string])[] = [
    [PAUSE_KEY, t(($) => $.keys.pause)],
    ...buttons.map((button) => [button.hotkey, words.ofButton(button)] as const),
    [OBSERVATION_KEYS.flacc, entries(($) => $.observation.button.flacc)],
    [OBSERVATION_KEYS['faces-scale'], entries(($) => $.observation.button['faces-scale'])],
    [OBSERVATION_KEYS.note, entries(($) => $.observation.button.note)],
    [UNDO_KEY, t(($) => $.keys.undo)],
    ['Enter', t(($) => $.keys.child)],
    [SHEET_KEY, t(($) => $.keys.help)],
  ];
  const label = t(($) => $.keys.open);
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        title={label}
        aria-keyshortcuts={SHEET_KEY}
        onClick={open}
      >
        <IconKeyboard aria-hidden />
      </ActionIcon>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={t(($) => $.keys.title)}>
        <Text mb="xs">{t(($) => $.keys.what)}</Text>
        <Table>
          <Table.Tbody>
            {rows.map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={96}>
                  <Kbd size="md">{key.length === 1 ? key.toUpperCase() : key}</Kbd>
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Dialog>
    </>
  );
});
