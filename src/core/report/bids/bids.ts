import { strToU8 } from 'fflate';
import { type FormatWords, formatWords } from '../format-words.ts';
import { encoded } from '../pieces/pieces.ts';
import type { ReportDocument } from '../report-document.ts';
import type { ReportSamples } from '../report-samples.ts';
import { siteTime } from '../time/site-time.ts';
import { gzipped } from '../zip.ts';
import { eventColumns, eventsOf } from './events.ts';
import { placeOf } from './labels.ts';
import { physioRows, physioSidecar, RATE_HZ } from './physio.ts';
import { type TsvTable, toTsv } from './tsv.ts';

const BIDS_VERSION = '1.11.0';

/**
 * The session as a dataset of its own in the Brain Imaging Data Structure: events, readings and movements as behavioural
 * data.
 *
 * Source: BIDS specification 1.11.0, "Behavioral experiments (with no neural recordings)", "Task events" and
 * "Physiological recordings". The names of files, columns and values are English in every language; their descriptions
 * are not.
 *
 * @returns By path within the dataset, with slashes: the file's pieces, to be taken once; the same for the same document.
 *   mergeBids puts several into one dataset.
 */
export function reportToBids(
  document: ReportDocument,
  samples: ReportSamples,
): Readonly<Record<string, Iterable<Uint8Array>>> {
  const words = formatWords(document.language);
  const place = placeOf(document);
  const physio = `${place.folder}${place.stem}_recording-face_physio`;
  const setting = settingOf(document, words);
  return {
    'dataset_description.json': json({
      Name: words.exports(($) => $.bids.datasetName),
      BIDSVersion: BIDS_VERSION,
      DatasetType: 'raw',
      License: words.exports(($) => $.bids.licence),
      ...(document.siteName !== null && { Authors: [document.siteName] }),
      GeneratedBy: [{ Name: 'Faceward', Description: document.statement }],
    }),
    README: [strToU8(readme(document, words))],
    'participants.tsv': table({
      columns: ['participant_id', 'child_code'],
      rows: [[place.subject, document.child.code]],
    }),
    'participants.json': json({ child_code: { Description: words.exports(($) => $.bids.childCode) } }),
    [`${place.subject}/${place.subject}_sessions.tsv`]: table(sessionTable(document, place.session)),
    [`${place.subject}/${place.subject}_sessions.json`]: json(sessionColumns(words)),
    [`${place.folder}${place.stem}_events.tsv`]: table(eventsOf(document)),
    [`${place.folder}${place.stem}_events.json`]: json({ ...eventColumns(words), ...setting }),
    // A recording without a row is one that readers stop at; without a reading there is nothing to record.
    ...(samples.count > 0 && {
      [`${physio}.tsv.gz`]: gzipped(encoded(physioRows(document, samples))),
      [`${physio}.json`]: json({ ...physioSidecar(document, words), ...setting }),
    }),
  };
}

function sessionTable(document: ReportDocument, sessionLabel: string): TsvTable {
  const { session, plan, child, summary, model, timeZone } = document;
  const row = {
    session_id: sessionLabel,
    // BIDS, "Units": a date and time without a zone is local to where the recording was made.
    acq_time: session.startedAtIso && timeZone && siteTime(session.startedAtIso, timeZone),
    age: child.ageYears,
    duration: Number((session.durationMs / 1000).toFixed(3)),
    coverage: Number(summary.coverage.toFixed(4)),
    not_sure_share: summary.usableMs === 0 ? null : Number((summary.notSureMs / summary.usableMs).toFixed(4)),
    ...distressColumns(summary),
    model: model.id,
    model_version: model.version,
    source: session.source,
    state: session.state,
    protocol: plan.protocol?.name || null,
    cautions: plan.cautions.length === 0 ? null : plan.cautions.map(({ kind }) => kind).join(','),
  };
  return { columns: Object.keys(row), rows: [Object.values(row)] };
}

function distressColumns({ distress }: ReportDocument['summary']) {
  const seconds = (ms: number | undefined) => (ms === undefined ? null : Number((ms / 1000).toFixed(3)));
  return {
    distress_likely: seconds(distress?.likelyMs),
    distress_not_seen: seconds(distress?.notSeenMs),
    distress_not_sure: seconds(distress?.notSureMs),
    distress_at_least: distress?.atLeast ?? null,
    distress_below: distress?.below ?? null,
  };
}

function sessionColumns(words: FormatWords) {
  const { exports, common } = words;
  return {
    acq_time: { Description: exports(($) => $.bids.acqTime) },
    age: { Description: exports(($) => $.bids.age), Units: 'years' },
    duration: { Description: exports(($) => $.bids.durationS), Units: 's' },
    coverage: { Description: exports(($) => $.bids.coverage) },
    not_sure_share: { Description: exports(($) => $.bids.notSureShare) },
    distress_likely: { Description: common(($) => $.distress.likely), Units: 's' },
    distress_not_seen: { Description: common(($) => $.distress['not-seen']), Units: 's' },
    distress_not_sure: { Description: common(($) => $.distress['not-sure']), Units: 's' },
    distress_at_least: { Description: exports(($) => $.bids.distressAtLeast) },
    distress_below: { Description: exports(($) => $.bids.distressBelow) },
    model: { Description: exports(($) => $.bids.model) },
    model_version: { Description: exports(($) => $.bids.modelVersion) },
    source: { Description: exports(($) => $.bids.source) },
    state: { Description: exports(($) => $.bids.state) },
    protocol: { Description: exports(($) => $.bids.protocol) },
    cautions: { Description: exports(($) => $.bids.cautions) },
  };
}

/** Where and at what a recording was made, for every sidecar; what is withheld is left out. */
function settingOf({ siteName }: ReportDocument, { exports }: FormatWords) {
  return {
    TaskName: 'session',
    TaskDescription: exports(($) => $.bids.taskDescription),
    Instructions: exports(($) => $.bids.instructions),
    ...(siteName !== null && { InstitutionName: siteName }),
  };
}

function readme({ statement, intendedPurpose, isIdentified }: ReportDocument, { exports }: FormatWords): string {
  return `${[
    exports(($) => $.bids.readmeIntro),
    `${statement} ${intendedPurpose}`,
    exports(($) => $.bids.readmePhysio, { rate: RATE_HZ }).trim(),
    exports(($) => $.bids.readmeEvents),
    exports(($) => $.bids.readmeModel),
    isIdentified ? exports(($) => $.bids.readmeIdentified) : exports(($) => $.bids.readmeDeidentified),
  ].join('\n\n')}\n`;
}

function json(value: object): [Uint8Array] {
  return [strToU8(`${JSON.stringify(value, null, 2)}\n`)];
}

function table(rows: TsvTable): [Uint8Array] {
  return [strToU8(toTsv(rows))];
}
