import { Button, Kbd, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WallImage } from '../../../../../contract/wall.ts';
import { IMAGE_LABELS, type ImageLabel } from '../../../../../core/store/lab/wall/wall-filter.ts';
import { useLabelWords } from '../use-label-words.ts';
import { LABEL_KEYS, UNDO_KEY, type WallAction } from '../wall-keys.ts';

interface LabelButtonsProps {
  readonly mine: ImageLabel | null;
  readonly others: WallImage['others'];
  /** Others whose labels this person may not see yet. */
  readonly hidden: number;
  readonly onAction: (action: WallAction) => void;
}

/** What people say of the image, and a button with its key for each answer. */
export function LabelButtons({ mine, others, hidden, onAction }: LabelButtonsProps) {
  const { t } = useTranslation('wall');
  const { words } = useLabelWords();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t(($) => $.naming.question)}</Text>
      <Text size="sm">{mine ? t(($) => $.naming.mine, { label: words(mine) }) : t(($) => $.naming.notYet)}</Text>
      {others.map(({ name, label }) => (
        <Text key={name} size="sm">
          {t(($) => $.naming.others, { name, label: words(label) })}
        </Text>
      ))}
      {hidden > 0 && <Text size="sm">{t(($) => $.naming.hidden, { count: hidden })}</Text>}
      <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
        {IMAGE_LABELS.map((label) => (
          <Button
            key={label}
            size="compact-md"
            variant={label === mine ? 'filled' : 'default'}
            justify="space-between"
            aria-pressed={label === mine}
            aria-keyshortcuts={LABEL_KEYS[label]}
            rightSection={<Kbd size="xs">{LABEL_KEYS[label].toUpperCase()}</Kbd>}
            onClick={() => onAction({ kind: 'label', label })}
          >
            {words(label)}
          </Button>
        ))}
        <Button
          size="compact-md"
          variant="subtle"
          aria-keyshortcuts={`${UNDO_KEY} Control+Z`}
          onClick={() => onAction({ kind: 'undo' })}
        >
          {t(($) => $.naming.undo)}
        </Button>
      </SimpleGrid>
    </Stack>
  );
}
