import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalCondition, Model } from '../../../contract/models.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { RenderedOnly } from '../../ui/rendered-only.tsx';
import { VerdictView } from '../../ui/verdict-view.tsx';
import { CompareAgain } from './compare-again.tsx';
import { ConditionList } from './condition-list.tsx';

interface ApproveFormProps {
  readonly model: Model;
  readonly conditions: readonly ApprovalCondition[];
  /** The words on the button. */
  readonly verb: string;
  readonly onClose: () => void;
}

/** What is known of the model, what it lacks, and why it is to be used all the same. */
export function ApproveForm({ model, conditions, verb, onClose }: ApproveFormProps) {
  const { t } = useTranslation('models');
  const unmet = conditions.filter((condition) => condition.unmet !== null);
  const isRefused = unmet.some(({ reasonSuffices }) => !reasonSuffices);
  const isBack = model.state === 'retired';
  const needsReason = (unmet.length > 0 || isBack) && !isRefused;
  const { form, submit, isPending, error } = useCallForm('models.approve', {
    initialValues: { reason: '' },
    toInput: ({ reason }) => ({
      modelId: model.id,
      reason: reason.trim() === '' ? null : reason,
      unmetShown: unmet.map(({ name }) => name),
    }),
    check: ({ reason }) => ({
      reason:
        needsReason && reason.trim() === ''
          ? t(($) => (isBack ? $.approve.backReasonMissing : $.approve.reasonMissing))
          : null,
    }),
    onDone: onClose,
  });
  return (
    <Form onSubmit={submit}>
      {model.comparison ? (
        <>
          <VerdictView test={null} comparison={model.comparison} />
          <ComparisonView comparison={model.comparison} />
        </>
      ) : (
        <Text>{t(($) => $.approve.noComparison)}</Text>
      )}
      <RenderedOnly model={model} />
      {conditions.length > 0 && <ConditionList conditions={conditions} />}
      {model.state === 'candidate' && <CompareAgain model={model} conditions={conditions} />}
      {needsReason && (
        <Textarea
          label={t(($) => (isBack ? $.approve.backReason : $.approve.reason))}
          description={t(($) => $.approve.reasonHelp)}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      )}
      <Text>{isRefused ? t(($) => $.approve.notNow) : t(($) => $.approve.help)}</Text>
      {error && <ErrorNotice error={error} title={t(($) => $.approve.notDone)} />}
      <DialogActions submit={verb} pending={isPending} disabled={isRefused} onCancel={onClose} />
    </Form>
  );
}
