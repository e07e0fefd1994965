import { Button, FileButton, Group, Paper, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILM_FILES } from '../../../ui/film-files.ts';

/** Where films are dropped or chosen. */
export function AddFilms({ onAdd }: { readonly onAdd: (files: readonly File[]) => void }) {
  const { t } = useTranslation('films');
  const { t: recordings } = useTranslation('recordings');
  const [isOver, setIsOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onAdd([...event.dataTransfer.files]);
  };
  return (
    <Paper
      withBorder
      p="lg"
      style={{
        borderStyle: 'dashed',
        borderWidth: 2,
        borderColor: isOver ? 'var(--mantine-primary-color-filled)' : undefined,
      }}
      onDragOver={hold}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      data-testid="drop-films"
    >
      <Group>
        <FileButton multiple accept={FILM_FILES} onChange={onAdd}>
          {(props) => (
            <Button variant="default" {...props}>
              {t(($) => $.choose)}
            </Button>
          )}
        </FileButton>
        <Text>{t(($) => $.orDrop)}</Text>
      </Group>
      <Text c="dimmed" mt="xs">
        {recordings(($) => $.fileHint)}
      </Text>
    </Paper>
  );
}
