import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';
import type { QuestionProps } from './question-props.ts';
import { type FolderNames, PLAIN_RULES } from './statement-draft.ts';

interface SubjectQuestionProps extends QuestionProps {
  readonly names: FolderNames;
  /** By the rule that is chosen; null where there is none yet. */
  readonly people: number | null;
}

/** Who is in a picture: by a usual rule, each with how many people it finds, or by a pattern of one's own. */
export function SubjectQuestion({ draft, change, problem, names, people }: SubjectQuestionProps) {
  const { t } = useTranslation('datasets');
  const usual = PLAIN_RULES.filter((rule) => names.people[rule].count > 1).map((rule) => ({
    value: rule,
    label: `${t(($) => $.statement.rule[rule])} (${t(($) => $.statement.people, { count: names.people[rule].count })})`,
  }));
  const others = (['file', 'pattern', 'nobody'] as const).map((rule) => ({
    value: rule,
    label: t(($) => $.statement.rule[rule]),
  }));
  return (
    <Stack gap="xs">
      <Choice
        question="subject"
        label={t(($) => $.statement.subject)}
        help={t(($) => $.statement.subjectHelp)}
        value={draft.rule}
        error={null}
        onChange={(rule) => change({ rule })}
        options={[...usual, ...others]}
      />
      {draft.rule === 'pattern' && (
        <TextInput
          data-question="pattern"
          ml="xl"
          label={t(($) => $.statement.pattern)}
          description={t(($) => $.statement.patternHelp)}
          rightSectionWidth={120}
          rightSection={people === null ? null : t(($) => $.statement.people, { count: people })}
          value={draft.pattern}
          error={problem('pattern')}
          onChange={({ currentTarget }) => change({ pattern: currentTarget.value })}
        />
      )}
    </Stack>
  );
}
