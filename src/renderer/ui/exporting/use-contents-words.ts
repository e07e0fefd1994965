import { useTranslation } from 'react-i18next';
import { CONTENTS, FORMAT_CONTENTS } from '../../../core/report/contents/format-contents.ts';
import type { ReportFormat } from '../../../core/report/report-format.ts';

/** What a format holds of a session, in one line. */
export function useContentsWords(): (format: ReportFormat) => string {
  const { t } = useTranslation('exports');
  return (format) =>
    CONTENTS.map((content) =>
      t(($) => $.contents.of[content], { how: t(($) => $.contents.fineness[FORMAT_CONTENTS[format][content]]) }),
    ).join('; ');
}
