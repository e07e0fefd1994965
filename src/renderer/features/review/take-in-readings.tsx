import IconFileImport from '@tabler/icons-react/icons/IconFileImport';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failure } from '../../../core/words/failure.ts';
import { FailureError } from '../../../core/words/failure-error.ts';
import { call } from '../../client/client.ts';
import { ChooseFile } from '../../ui/choose-file.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { splitPieces } from './split-pieces.ts';

/** Readings that a window saved into sealed files while the store took nothing: chosen again, and taken in. */
export function useTakeInReadings() {
  const { t } = useTranslation('review');
  const take = useMutation({ mutationFn: takeIn });
  const button = (
    <ChooseFile
      variant="default"
      leftSection={<IconFileImport size={18} aria-hidden />}
      loading={take.isPending}
      onChoose={(file) => take.mutate(file)}
    >
      {t(($) => $.sessions.takeIn)}
    </ChooseFile>
  );
  const outcome = take.error ? (
    <ErrorNotice error={take.error} title={t(($) => $.sessions.notTakenIn)} />
  ) : take.data ? (
    <Notice kind="warning" title={take.variables?.name}>
      {t(($) => $.sessions.takenIn, take.data)}
    </Notice>
  ) : null;
  return { button, outcome };
}

async function takeIn(file: File): Promise<{ samples: number; entries: number; child: string }> {
  const pieces = splitPieces(new Uint8Array(await file.arrayBuffer()));
  if (!pieces) throw new FailureError(failure('sessions.waiting-not-ours'));
  const sum = { samples: 0, entries: 0, child: '' };
  for (const piece of pieces) {
    const taken = await call('sessions.takeWaiting', { piece });
    sum.samples += taken.samples;
    sum.entries += taken.entries;
    sum.child = taken.childCode;
  }
  return sum;
}
