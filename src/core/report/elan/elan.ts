import { XMLBuilder } from 'fast-xml-parser';
import { formatWords } from '../format-words.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { type Tier, tiersOf } from './tiers.ts';

/** Stands in for a withheld date: ELAN reads no file without one. */
const WITHHELD_DATE = '1970-01-01T00:00:00Z';

const TYPE = 'default-lt';

/**
 * The session as an ELAN annotation file (EAF 3.0), to be opened beside a recording of it or alone.
 *
 * Source: ELAN Annotation Format 3.0, EAFv3.0.xsd, Max Planck Institute for Psycholinguistics. Times are whole
 * milliseconds since the session's beginning. An identified report names the recording by its file name: ELAN looks for
 * it beside this file.
 *
 * @returns XML, UTF-8; the same for the same document. Characters that XML cannot hold are left out.
 */
export function reportToElan(document: ReportDocument): string {
  const words = formatWords(document.language);
  const tiers = tiersOf(document, words);
  const slots = timeSlots(tiers);
  const xml = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    ANNOTATION_DOCUMENT: {
      '@AUTHOR': printable(document.exportedBy),
      '@DATE': document.exportedAtIso ?? WITHHELD_DATE,
      '@FORMAT': '3.0',
      '@VERSION': '3.0',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:noNamespaceSchemaLocation': 'http://www.mpi.nl/tools/elan/EAFv3.0.xsd',
      HEADER: { '@MEDIA_FILE': '', '@TIME_UNITS': 'milliseconds', ...media(document), PROPERTY: properties(document) },
      TIME_ORDER: {
        TIME_SLOT: [...slots].map(([ms, id]) => ({ '@TIME_SLOT_ID': id, '@TIME_VALUE': ms })),
      },
      TIER: tierElements(tiers, slots, document),
      LINGUISTIC_TYPE: { '@LINGUISTIC_TYPE_ID': TYPE, '@TIME_ALIGNABLE': 'true', '@GRAPHIC_REFERENCES': 'false' },
      LOCALE: { '@LANGUAGE_CODE': document.language },
    },
  };
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  return builder.build(xml);
}

/** Each moment once, in the order of time. */
function timeSlots(tiers: readonly Tier[]): Map<number, string> {
  const moments = new Set(tiers.flatMap(({ values }) => values.flatMap(({ fromMs, toMs }) => [fromMs, toMs])));
  return new Map([...moments].sort((a, b) => a - b).map((ms, index) => [ms, `ts${index + 1}`]));
}

function tierElements(tiers: readonly Tier[], slots: ReadonlyMap<number, string>, { child, language }: ReportDocument) {
  let number = 0;
  return tiers.map(({ name, annotator, values }) => ({
    '@TIER_ID': printable(name),
    '@PARTICIPANT': printable(child.code),
    ...(annotator === '' ? {} : { '@ANNOTATOR': printable(annotator) }),
    '@LINGUISTIC_TYPE_REF': TYPE,
    '@DEFAULT_LOCALE': language,
    ANNOTATION: values.map(({ fromMs, toMs, text }) => {
      number += 1;
      return {
        ALIGNABLE_ANNOTATION: {
          '@ANNOTATION_ID': `a${number}`,
          '@TIME_SLOT_REF1': slots.get(fromMs),
          '@TIME_SLOT_REF2': slots.get(toMs),
          ANNOTATION_VALUE: printable(text),
        },
      };
    }),
  }));
}

function properties({ format, session, model, child, summary, statement, isIdentified, exportId }: ReportDocument) {
  const all = {
    statement,
    report: format,
    export: exportId,
    session: session.id,
    source: session.source,
    ageYears: String(child.ageYears),
    model: `${model.id} ${model.version}`,
    coverage: summary.coverage.toFixed(4),
    identified: String(isIdentified),
  };
  return Object.entries(all).map(([name, value]) => ({ '@NAME': `faceward:${name}`, '#text': printable(value) }));
}

const MIME_TYPES: Readonly<Record<string, string>> = { mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' };

function media({ session: { recordingName, recordingOriginMs } }: ReportDocument) {
  if (recordingName === null) return {};
  const ending = recordingName.split('.').at(-1)?.toLowerCase() ?? '';
  const url = `./${encodeURIComponent(recordingName)}`;
  return {
    MEDIA_DESCRIPTOR: {
      '@MEDIA_URL': url,
      '@MIME_TYPE': MIME_TYPES[ending] ?? 'unknown',
      '@RELATIVE_MEDIA_URL': url,
      // How far into the film the session's 0 is; none where they are one.
      ...(recordingOriginMs > 0 && { '@TIME_ORIGIN': Math.round(recordingOriginMs) }),
    },
  };
}
