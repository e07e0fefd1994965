import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VideoFragment } from '../../../../contract/review/videos.ts';
import { call } from '../../../client/client.ts';
import { download } from '../../../client/download.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { joinFragments } from './join-fragments.ts';

interface ExportVideoProps {
  readonly sessionId: string;
  readonly fragments: readonly VideoFragment[];
}

/** Hands a session's video out as one file; the audit log keeps that. */
export function ExportVideo({ sessionId, fragments }: ExportVideoProps) {
  const { t } = useTranslation('videos');
  const format = useFormat();
  const [done, setDone] = useState(0);
  const exporting = useMutation({
    async mutationFn() {
      setDone(0);
      const { fileName } = await call('videos.export', { sessionId });
      const read = async (fragment: VideoFragment) => {
        const { data } = await call('videos.fragment', { sessionId, number: fragment.number });
        setDone((count) => count + 1);
        return data;
      };
      const { bytes, extension, mediaType } = await joinFragments(fragments, read);
      download({ fileName: `${fileName}${extension}`, mediaType, bytes });
    },
  });
  return (
    <>
      {exporting.error && <ErrorNotice error={exporting.error} title={t(($) => $.exportFailed)} />}
      <Text size="sm" role="status">
        {exporting.isPending && t(($) => $.exporting, { share: format.share(done / fragments.length) })}
      </Text>
      <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
        {t(($) => $.export)}
      </Button>
    </>
  );
}
