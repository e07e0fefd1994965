import { Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../../../contract/error.ts';
import type { DatasetStatement } from '../../../../../core/dataset/said/statement.ts';
import { DialogActions } from '../../../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../../../ui/error-notice.tsx';
import { Form } from '../../../../ui/form/form.tsx';
import { EmotionQuestion } from './emotion-question.tsx';
import { FolderSays } from './folder-says.tsx';
import { GroupQuestion } from './group-question.tsx';
import { OriginQuestions } from './origin-questions.tsx';
import type { QuestionProps } from './question-props.ts';
import {
  type DraftProblem,
  draftProblems,
  type FolderLook,
  firstDraft,
  folderNames,
  previewOf,
  statementOfDraft,
} from './statement-draft.ts';
import { StatementPreview } from './statement-preview.tsx';
import { SubjectQuestion } from './subject-question.tsx';

interface StatementFormProps {
  readonly name: string;
  readonly look: FolderLook;
  readonly before: DatasetStatement | null;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: CallError | null;
  readonly onSay: (statement: DatasetStatement) => void;
  readonly onCancel: () => void;
}

export function StatementForm({ name, look, before, submit, isPending, error, onSay, onCancel }: StatementFormProps) {
  const { t } = useTranslation('datasets');
  const names = useMemo(() => folderNames(look.paths), [look.paths]);
  const [draft, setDraft] = useState(() => firstDraft(look, names, before));
  const [isTried, setTried] = useState(false);
  const preview = useMemo(() => previewOf(draft, look.paths), [draft, look.paths]);
  const problems = draftProblems(draft, look);
  const words = (which: DraftProblem) =>
    which === 'pattern'
      ? t(($) => $.statement.patternWrong)
      : t(($) => (which === 'per-child' ? $.statement.perChildNeedsCodes : $.statement.choose));
  const question: QuestionProps = {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    problem: (which) => (isTried && problems.includes(which) ? words(which) : null),
  };
  const { open } = look;
  return (
    <Form
      gap="lg"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.length === 0) onSay(statementOfDraft(draft, look, name));
        else event.currentTarget.querySelector<HTMLElement>(`[data-question="${problems[0]}"] input`)?.focus();
      }}
    >
      <Stack gap={4}>
        <Text size="sm">{t(($) => $.statement.intro, { count: look.images })}</Text>
        <FolderSays look={look} />
      </Stack>
      {open.group && <GroupQuestion {...question} names={names} />}
      {open.subject && <SubjectQuestion {...question} names={names} people={preview?.people ?? null} />}
      {open.emotion && <EmotionQuestion {...question} names={names} words={preview?.words ?? null} />}
      {preview && (open.group || open.subject || open.emotion) && (
        <StatementPreview preview={preview} look={look} withSubject={open.subject} />
      )}
      <OriginQuestions {...question} isDescribed={!open.description} />
      {error && <ErrorNotice error={error} title={t(($) => (before ? $.statement.notSaved : $.failed))} />}
      <DialogActions submit={submit} pending={isPending} onCancel={onCancel} />
    </Form>
  );
}
