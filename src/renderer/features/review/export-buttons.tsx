import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../client/client.ts';
import { download } from '../../client/download.ts';

const FORMATS = ['pdf', 'csv', 'json'] as const;

/** The report as a file: PDF to read, CSV for a spreadsheet, JSON for a program. */
export function ExportButtons({ sessionId }: { readonly sessionId: string }) {
  const report = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) => call('sessions.report', { sessionId, format }),
    onSuccess: download,
    onError: (error) => notifications.show({ color: 'red.9', title: 'No report was made', message: error.message }),
  });
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant={format === 'pdf' ? 'filled' : 'default'}
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={report.isPending && report.variables === format}
      onClick={() => report.mutate(format)}
    >
      {`Export ${format.toUpperCase()}`}
    </Button>
  ));
}
