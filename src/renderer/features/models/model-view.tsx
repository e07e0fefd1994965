import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Model } from '../../../contract/models.ts';
import type { Role } from '../../../contract/role.ts';
import { APPROVED_WITH_SET_UP } from '../../../core/emotion/model.ts';
import { mayCall } from '../../client/may-call.ts';
import { useCall } from '../../client/use-call.ts';
import { EvaluationCautions } from '../../ui/evaluation-cautions.tsx';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { RenderedOnly } from '../../ui/rendered-only.tsx';
import { RunPictures } from '../../ui/run-pictures.tsx';
import { Section } from '../../ui/section.tsx';
import { useShows } from '../../ui/use-shows.ts';
import { VerdictView } from '../../ui/verdict-view.tsx';
import { ApprovalException } from './approval-exception.tsx';
import { ApproveButton } from './approve-button.tsx';
import { CardMarkdown } from './card-markdown.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { ConditionsSection } from './conditions-section.tsx';
import { DecideButton } from './decide-button.tsx';
import { DecisionList } from './decision-list.tsx';
import { EndedConsents } from './ended-consents.tsx';
import { ExportSection } from './exchange/export-section.tsx';
import { TestSection } from './test-section.tsx';
import { TestedHereSection } from './tested-here-section.tsx';
import { useMadeWords } from './use-made-words.ts';

/** One model: where it comes from, its figures, its comparison, its card. */
export function ModelView({ model, role }: { readonly model: Model; readonly role: Role }) {
  const shown = useShows();
  const { t } = useTranslation('models');
  const madeWords = useMadeWords();
  const format = useFormat();
  const withPictures = (figures: ReactNode) =>
    model.runId !== null && mayCall(role, 'results.images') ? (
      <RunPictures runId={model.runId}>{figures}</RunPictures>
    ) : (
      figures
    );
  const lockedBy = model.comparison?.again?.lockedBy;
  // Of one test the figures stand once.
  const onlyTest = model.tests.length === 1 ? model.tests[0] : undefined;
  const card = useCall('models.card', { modelId: model.id });
  return (
    <Stack gap="lg">
      <Section title={`${model.id} ${model.version}`}>
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Text>{madeWords(model)}</Text>
            {model.approvedBy && model.approvedAtIso && (
              <Text style={{ overflowWrap: 'anywhere' }}>
                {model.approvedBy === APPROVED_WITH_SET_UP
                  ? t(($) => (model.state === 'approved' ? $.approvedWithSetUp : $.cameWithSetUp), {
                      date: format.date(model.approvedAtIso),
                    })
                  : t(($) => $.approvedBy, { by: model.approvedBy, date: format.date(model.approvedAtIso) })}
              </Text>
            )}
            {model.endedConsents.length > 0 && <EndedConsents model={model} role={role} />}
            {model.approvalException && <ApprovalException exception={model.approvalException} />}
            <RenderedOnly model={model} />
            <NotADiagnosis />
          </Stack>
          <Group gap="sm">
            {model.state === 'candidate' && mayCall(role, 'models.reject') && (
              <DecideButton modelId={model.id} decision="reject" />
            )}
            {model.state === 'rejected' && mayCall(role, 'models.reconsider') && (
              <DecideButton modelId={model.id} decision="reconsider" />
            )}
            {(model.state === 'candidate' || model.state === 'retired') && mayCall(role, 'models.approve') && (
              <ApproveButton model={model} />
            )}
          </Group>
        </Group>
      </Section>
      <Section title={t(($) => $.verdict)}>
        {/* What a shipped model was compared with is not at this site: its card says it. */}
        <VerdictView
          test={lockedBy?.test ?? model.test}
          {...(model.comparison || model.origin !== 'shipped' ? { comparison: model.comparison } : {})}
        />
      </Section>
      {model.state === 'candidate' && mayCall(role, 'models.conditions') && <ConditionsSection model={model} />}
      {model.decisions.length > 0 && <DecisionList decisions={model.decisions} />}
      {lockedBy && <TestedHereSection lockedBy={lockedBy} />}
      {!onlyTest && model.tests.map((test) => <TestSection key={test.dataset} test={test} />)}
      <Section
        title={model.tests.length > 1 ? t(($) => $.allTests) : t(($) => $.figures)}
        description={t(($) => $.testedOn, { shows: model.testedOn ? shown(model.testedOn) : t(($) => $.nothingYet) })}
      >
        {onlyTest && (
          <Text size="sm">
            {t(($) => (onlyTest.realChildren ? $.test.real : $.test.notReal), { dataset: onlyTest.dataset })}
          </Text>
        )}
        {onlyTest?.lookCount && <Text>{t(($) => $.test.look, { number: onlyTest.lookCount })}</Text>}
        {model.test ? (
          <>
            <EvaluationCautions evaluation={model.test} />
            {withPictures(<EvaluationView evaluation={model.test} />)}
          </>
        ) : (
          <Text>{t(($) => $.notTested)}</Text>
        )}
      </Section>
      {model.comparison && <ComparisonSection comparison={model.comparison} />}
      {mayCall(role, 'modelExchange.export') && <ExportSection model={model} />}
      <Section title={t(($) => $.card)}>
        <Loaded query={card} what={t(($) => $.cardWhat)}>
          {({ markdown }) => <CardMarkdown markdown={markdown} />}
        </Loaded>
      </Section>
    </Stack>
  );
}
