import { Button, Group, Kbd, Modal, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type FormEvent, memo, useState } from 'react';
import { MARKER_WORDS } from '../../../../core/emotion/marker-words.ts';
import { MARKER_KINDS, type MarkerKind } from '../../../../core/emotion/sample.ts';
import type { LiveSession } from '../live-session.ts';

/** What staff can mark, each by a button and by its number key. A note asks for its words, at the time of the press. */
export const MarkerButtons = memo(function MarkerButtons({ session }: { readonly session: LiveSession }) {
  const [noteAtMs, setNoteAtMs] = useState<number | null>(null);
  const mark = (kind: MarkerKind) => (kind === 'note' ? setNoteAtMs(session.atMs) : session.mark(kind));
  useHotkeys(MARKER_KINDS.map((kind, i) => [String(i + 1), () => noteAtMs === null && mark(kind)]));
  return (
    <>
      <SimpleGrid cols={MARKER_KINDS.length} spacing="xs" role="group" aria-label="Mark an event">
        {MARKER_KINDS.map((kind, i) => (
          <Button
            key={kind}
            variant="default"
            h={60}
            px={4}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => mark(kind)}
          >
            <Stack
              component="span"
              gap={2}
              align="center"
              fz="clamp(0.8rem, 1.1vw, 0.9375rem)"
              lh={1.1}
              style={{ whiteSpace: 'normal' }}
            >
              <Kbd size="xs">{i + 1}</Kbd>
              {MARKER_WORDS[kind]}
            </Stack>
          </Button>
        ))}
      </SimpleGrid>
      <NoteDialog
        isOpen={noteAtMs !== null}
        onClose={() => setNoteAtMs(null)}
        onSave={(text) => session.mark('note', text, noteAtMs!)}
      />
    </>
  );
});

interface NoteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSave: (text: string) => void;
}

function NoteDialog({ isOpen, onClose, onSave }: NoteDialogProps) {
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get('text') ?? '').trim());
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Note">
      <form onSubmit={save}>
        <Stack>
          <Textarea
            name="text"
            label="What happened"
            description="No names"
            maxLength={500}
            data-autofocus
            autosize
            minRows={3}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Save note</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
