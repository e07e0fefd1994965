import { Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../../../contract/contract.ts';
import { listen } from '../../../client/client.ts';
import { queryClient } from '../../../client/query-client.ts';
import { useCall } from '../../../client/use-call.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import { LabNavigation } from '../lab-navigation.tsx';
import { AdultsSection } from './adults-section.tsx';
import { CurvesSection } from './curves-section.tsx';
import { MoreImagesSection } from './more-images-section.tsx';
import { StudyControls } from './study-controls.tsx';
import { StudyDescription } from './study-description.tsx';
import { StudyProgress } from './study-progress.tsx';

/** One study: how far it is, and what it has answered so far. */
export function StudyPage() {
  const { t } = useTranslation('study');
  const { studyId = '' } = useParams();
  const study = useStudy(studyId);
  return (
    <Stack gap="lg">
      {study.data === undefined && <PageHeader title={t(($) => $.title)} />}
      <Loaded query={study} what={t(($) => $.one.what)}>
        {(data) => <StudyView {...data} />}
      </Loaded>
    </Stack>
  );
}

function StudyView(shown: Output<'studies.get'>) {
  const { t } = useTranslation('study');
  const failureWords = useFailureWords();
  const { study, findings, looks } = shown;
  return (
    <>
      <PageHeader
        title={study.name}
        description={<StudyDescription study={study} />}
        actions={<StudyControls study={study} />}
      />
      <LabNavigation />
      {study.failure && (
        <Notice kind="error" title={t(($) => $.one.whatHappened)}>
          {failureWords(study.failure)}
        </Notice>
      )}
      <AdultsSection study={study} findings={findings} looks={looks} />
      <MoreImagesSection findings={findings} />
      {findings && <CurvesSection findings={findings} />}
      <StudyProgress {...shown} />
    </>
  );
}

/** A study, whose cell under way is followed step by step. */
function useStudy(studyId: string) {
  useEffect(
    () =>
      listen('studies.step', ({ studyId: id, cell, step }) => {
        if (id !== studyId) return;
        queryClient.setQueryData<Output<'studies.get'>>(['studies.get', { studyId }], (known) =>
          known ? { ...known, cells: known.cells.map((each, index) => stepped(each, index === cell, step)) } : known,
        );
      }),
    [studyId],
  );
  return useCall('studies.get', { studyId });
}

type Cell = Output<'studies.get'>['cells'][number];

function stepped(cell: Cell, isNow: boolean, step: number): Cell {
  if (isNow) return { ...cell, state: 'running', step };
  return cell.state === 'running' ? { ...cell, state: 'open', step: null } : cell;
}
