import { XMLBuilder } from 'fast-xml-parser';
import { ANNOTATION_LABELS } from '../../emotion/annotation.ts';
import { LANGUAGE_FACTS } from '../../words/language.ts';
import { distressInWords } from '../distress/distress-in-words.ts';
import { cautionsInWords } from '../facts/plan-in-words.ts';
import { type FormatWords, formatWords } from '../format-words.ts';
import { printable } from '../printable.ts';
import type { ReportDocument } from '../report-document.ts';
import { sayLabel, type Tier, tiersOf } from './tiers.ts';

/** Stands in for a withheld date: ELAN reads no file without one. */
const WITHHELD_DATE = '1970-01-01T00:00:00Z';

const TYPE = 'default-lt';

/** Type of the tier that waits for the next rater, and the list of words that one chooses from. */
const RATER_TYPE = 'rater-lt';
const LABELS = 'labels';

/** ISO 639-3. */
const LANGUAGE_IDS: Readonly<Record<ReportDocument['language'], string>> = { en: 'eng', nl: 'nld' };

/**
 * The session as an ELAN annotation file (EAF 3.0), to be opened beside a recording of it or alone.
 *
 * Source: ELAN Annotation Format 3.0, EAFv3.0.xsd, Max Planck Institute for Psycholinguistics. Times are whole
 * milliseconds since the session's beginning. The recording is named by its file name: ELAN looks for it beside this file.
 * An empty tier waits for the next rater, whose words are the program's own labels, to be chosen from a list.
 *
 * @returns XML, UTF-8; the same for the same document. Characters that XML cannot hold are left out.
 */
export function reportToElan(document: ReportDocument): string {
  const words = formatWords(document.language);
  const tiers = tiersOf(document, words);
  const slots = timeSlots(tiers);
  const languageId = LANGUAGE_IDS[document.language];
  const xml = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    ANNOTATION_DOCUMENT: {
      '@AUTHOR': printable(document.exportedBy),
      '@DATE': document.exportedAtIso ?? WITHHELD_DATE,
      '@FORMAT': '3.0',
      '@VERSION': '3.0',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      '@xsi:noNamespaceSchemaLocation': 'http://www.mpi.nl/tools/elan/EAFv3.0.xsd',
      HEADER: {
        '@MEDIA_FILE': '',
        '@TIME_UNITS': 'milliseconds',
        ...media(document),
        PROPERTY: properties(document, words),
      },
      TIME_ORDER: {
        TIME_SLOT: slots.map(({ ms, id }) => ({ '@TIME_SLOT_ID': id, '@TIME_VALUE': ms })),
      },
      TIER: tierElements(tiers, slots, document, words),
      LINGUISTIC_TYPE: [
        { '@LINGUISTIC_TYPE_ID': TYPE, '@TIME_ALIGNABLE': 'true', '@GRAPHIC_REFERENCES': 'false' },
        {
          '@LINGUISTIC_TYPE_ID': RATER_TYPE,
          '@TIME_ALIGNABLE': 'true',
          '@GRAPHIC_REFERENCES': 'false',
          '@CONTROLLED_VOCABULARY_REF': LABELS,
        },
      ],
      LOCALE: { '@LANGUAGE_CODE': document.language },
      LANGUAGE: { '@LANG_ID': languageId, '@LANG_LABEL': LANGUAGE_FACTS[document.language].ownName },
      CONTROLLED_VOCABULARY: {
        '@CV_ID': LABELS,
        DESCRIPTION: { '@LANG_REF': languageId, '#text': '' },
        CV_ENTRY_ML: ANNOTATION_LABELS.map((label) => ({
          '@CVE_ID': `label-${label}`,
          CVE_VALUE: { '@LANG_REF': languageId, '@DESCRIPTION': label, '#text': sayLabel(label, words) },
        })),
      },
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

/** A moment of one tier: moving it in the annotation program must move nothing of another. */
interface TimeSlot {
  readonly tier: Tier;
  readonly ms: number;
  readonly id: string;
}

/** Each boundary of each tier once, in the order of time. */
function timeSlots(tiers: readonly Tier[]): TimeSlot[] {
  return tiers
    .flatMap((tier) => {
      const moments = new Set(tier.values.flatMap(({ fromMs, toMs }) => [fromMs, toMs]));
      return [...moments].map((ms) => ({ tier, ms }));
    })
    .sort((a, b) => a.ms - b.ms)
    .map((slot, index) => ({ ...slot, id: `ts${index + 1}` }));
}

function tierElements(
  tiers: readonly Tier[],
  slots: readonly TimeSlot[],
  { child, language }: ReportDocument,
  { exports }: FormatWords,
) {
  let number = 0;
  const about = { '@PARTICIPANT': printable(child.code), '@DEFAULT_LOCALE': language };
  const annotated = tiers.map((tier) => {
    const idOf = new Map(slots.filter((slot) => slot.tier === tier).map(({ ms, id }) => [ms, id]));
    return {
      ...about,
      '@TIER_ID': printable(tier.name),
      ...(tier.annotator === '' ? {} : { '@ANNOTATOR': printable(tier.annotator) }),
      '@LINGUISTIC_TYPE_REF': TYPE,
      ANNOTATION: tier.values.map(({ fromMs, toMs, text }) => {
        number += 1;
        return {
          ALIGNABLE_ANNOTATION: {
            '@ANNOTATION_ID': `a${number}`,
            '@TIME_SLOT_REF1': idOf.get(fromMs),
            '@TIME_SLOT_REF2': idOf.get(toMs),
            ANNOTATION_VALUE: printable(text),
          },
        };
      }),
    };
  });
  const nextRater = { ...about, '@TIER_ID': exports(($) => $.tier.nextRater), '@LINGUISTIC_TYPE_REF': RATER_TYPE };
  return [...annotated, nextRater];
}

function properties(document: ReportDocument, words: FormatWords) {
  const { format, session, plan, model, child, summary, statement, isIdentified, exportId } = document;
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
    distress: distressInWords(document, words).join(' '),
    ...(plan.protocol && plan.protocol.name !== '' && { protocol: plan.protocol.name }),
    ...(plan.cautions.length > 0 && { cautions: cautionsInWords(plan.cautions, words) }),
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
