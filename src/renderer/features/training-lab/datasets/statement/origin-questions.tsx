import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';
import type { QuestionProps } from './question-props.ts';

/** Real people or not, under which terms, and what allows a training. */
export function OriginQuestions({
  draft,
  change,
  problem,
  isDescribed,
}: QuestionProps & { readonly isDescribed: boolean }) {
  const { t } = useTranslation('datasets');
  return (
    <>
      {!isDescribed && (
        <>
          <Choice
            question="real"
            label={t(($) => $.statement.real)}
            help={t(($) => $.statement.realHelp)}
            value={draft.real === null ? null : draft.real ? 'yes' : 'no'}
            error={problem('real')}
            onChange={(real) => change({ real: real === 'yes' })}
            options={[
              { value: 'yes', label: t(($) => $.statement.realYes) },
              { value: 'no', label: t(($) => $.statement.realNo) },
            ]}
          />
          <TextInput
            maw={360}
            label={t(($) => $.statement.licence)}
            description={t(($) => $.statement.licenceHelp)}
            maxLength={200}
            value={draft.licence}
            onChange={({ currentTarget }) => change({ licence: currentTarget.value })}
          />
        </>
      )}
      {draft.real && (
        <Choice
          question="consent"
          label={t(($) => $.statement.consent)}
          help={t(($) => $.statement.consentHelp)}
          value={draft.consent}
          error={problem('consent') ?? problem('per-child')}
          onChange={(consent) => change({ consent })}
          options={(['published', 'agreed', 'per-child', 'none'] as const).map((value) => ({
            value,
            label: t(($) => $.statement.consentOf[value]),
          }))}
        />
      )}
    </>
  );
}
