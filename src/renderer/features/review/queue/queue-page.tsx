import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertainMoment } from '../../../../contract/review/review.ts';
import type { AnnotationLabel } from '../../../../core/emotion/annotation.ts';
import { mayCall } from '../../../client/may-call.ts';
import { useAction, useCall } from '../../../client/use-call.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { useSite } from '../../../ui/site-context.ts';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { DatasetSection } from './dataset-section.tsx';
import { GuessOfModel } from './guess-of-model.tsx';
import { MomentCard } from './moment-card.tsx';

/** How many are fetched at once. */
const MOST_MOMENTS = 100;

/** The moments at which a person's answer teaches the model most, one after another. */
export function QueuePage() {
  const { t } = useTranslation('review');
  const { user } = useSite();
  const [childId, setChildId] = useState<string | null>(null);
  const queue = useCall('review.queue', { childId, limit: MOST_MOMENTS });
  return (
    <Stack gap="lg">
      <PageHeader title={t(($) => $.queue.title)} description={t(($) => $.queue.description)} />
      <Loaded query={queue} what={t(($) => $.queue.what)}>
        {({ moments, children }) => (
          <>
            {(children.length > 1 || childId !== null) && (
              <Group>
                <Select
                  label={t(($) => $.queue.child)}
                  placeholder={t(($) => $.queue.allChildren)}
                  clearable
                  searchable
                  value={childId}
                  onChange={setChildId}
                  data={children.map(({ id, code }) => ({ value: id, label: code }))}
                />
              </Group>
            )}
            <Queue key={childId} moments={moments} />
          </>
        )}
      </Loaded>
      {mayCall(user.role, 'review.makeDataset') && <DatasetSection />}
    </Stack>
  );
}

/** The service leaves out a moment once it has been answered, so the next one takes its place. */
function Queue({ moments }: { readonly moments: readonly UncertainMoment[] }) {
  const { t } = useTranslation('review');
  const labelWords = useLabelWords();
  const [position, setPosition] = useState(0);
  const [saved, setSaved] = useState<{ readonly label: AnnotationLabel; readonly moment: UncertainMoment } | null>(
    null,
  );
  const add = useAction('annotations.add');
  const moment = moments[position];

  if (moments.length === 0) {
    return <EmptyState title={t(($) => $.queue.none)}>{t(($) => $.queue.noneHelp)}</EmptyState>;
  }
  if (!moment) {
    return (
      <EmptyState title={t(($) => $.queue.allSkipped)}>
        <Button mt="sm" onClick={() => setPosition(0)}>
          {t(($) => $.queue.again)}
        </Button>
      </EmptyState>
    );
  }

  function label(given: AnnotationLabel): void {
    if (!moment) return;
    const { sessionId, fromMs, toMs } = moment;
    add.mutate(
      { sessionId, id: crypto.randomUUID(), fromMs, toMs, label: given, note: '' },
      { onSuccess: () => setSaved({ label: given, moment }) },
    );
  }

  return (
    <Section title={t(($) => $.queue.position, { position: position + 1, total: moments.length })}>
      <MomentCard
        moment={moment}
        isSaving={add.isPending}
        onLabel={label}
        onSkip={() => setPosition(position + 1)}
        onPrevious={position > 0 ? () => setPosition(position - 1) : null}
      />
      {add.error && <ErrorNotice error={add.error} title={t(($) => $.queue.failed)} />}
      <Text role="status" c="dimmed">
        {saved && t(($) => $.queue.saved, { label: labelWords(saved.label) })}
      </Text>
      {saved && <GuessOfModel moment={saved.moment} />}
    </Section>
  );
}
