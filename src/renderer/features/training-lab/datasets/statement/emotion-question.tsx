import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EMOTIONS } from '../../../../../core/emotion/emotion.ts';
import { useFormat } from '../../../../ui/format.ts';
import type { QuestionProps } from './question-props.ts';
import type { FolderNames } from './statement-draft.ts';

/** Words that are told; more would fill the form. */
const WORDS = 8;

interface EmotionQuestionProps extends QuestionProps {
  readonly names: FolderNames;
  readonly words: ReadonlyMap<string, number> | null;
}

/** Whether folders are named after emotions, and which of their words are none. */
export function EmotionQuestion({ draft, change, names, words }: EmotionQuestionProps) {
  const { t } = useTranslation('datasets');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const counted = (what: string, count: number) => t(($) => $.statement.counted, { what, count });
  const found = EMOTIONS.filter((emotion) => names.emotions.has(emotion)).map((emotion) =>
    counted(common(($) => $.emotion[emotion]).toLowerCase(), names.emotions.get(emotion) ?? 0),
  );
  if (found.length === 0) return <Text size="sm">{t(($) => $.statement.noEmotions)}</Text>;
  const unknown = [...(words ?? [])].slice(0, WORDS).map(([word, count]) => counted(`“${word}”`, count));
  return (
    <Stack gap={6}>
      <Checkbox
        checked={draft.emotionsFromFolders}
        label={t(($) => $.statement.emotions, { found: format.list(found) })}
        description={t(($) => $.statement.emotionsHelp)}
        onChange={({ currentTarget }) => change({ emotionsFromFolders: currentTarget.checked })}
      />
      {draft.emotionsFromFolders && unknown.length > 0 && (
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {t(($) => $.statement.words, { found: format.list(unknown) })}
        </Text>
      )}
    </Stack>
  );
}
