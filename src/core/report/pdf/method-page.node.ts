import type { ReportDocument } from '../report-document.ts';
import { strongest, type Wording } from '../wording.ts';
import { drawFigures } from './figures.node.ts';
import { drawSaid } from './said-table.node.ts';
import { drawEpisodesAndGaps } from './session-tables.node.ts';
import { heading, paragraph, quiet, type Sheet } from './sheet.node.ts';

/** How the readings came about, how far they can be trusted, who said otherwise, and how the file is checked. */
export function drawMethodPage(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const { report, decimal, percent } = wording;
  const { model, summary } = document;
  heading(
    sheet,
    report(($) => $.method.heading),
  );
  paragraph(
    sheet,
    report(($) => $.method.reads, { threshold: decimal(model.threshold) }),
  );
  drawFigures(sheet, document, wording);
  const here = percent(summary.usableMs === 0 ? 0 : summary.notSureMs / summary.usableMs);
  const test = model.atThisAge?.abstained ?? model.test?.abstained ?? null;
  const abstention = [
    report(($) => $.method.abstention, { here }),
    ...(test ? [report(($) => $.method.abstentionTest, { there: percent(test.value) })] : []),
  ];
  paragraph(sheet, abstention.join(' '));
  drawEpisodesAndGaps(sheet, document, wording);
  drawSaid(sheet, document, wording);
  drawParity(sheet, document, wording);
  drawBaseline(sheet, document, wording);
  drawIdentity(sheet, document, wording);
  drawVerification(sheet, document, wording);
}

function drawParity(sheet: Sheet, { session, parity }: ReportDocument, { report, percent, count }: Wording): void {
  if (session.source !== 'recording') return;
  heading(
    sheet,
    report(($) => $.parity.heading),
    { keepPt: 14 },
  );
  if (!parity) {
    paragraph(
      sheet,
      report(($) => $.parity.noLive),
    );
    return;
  }
  const { same, seconds, share, low, high } = parity;
  if (share === null || low === null || high === null) {
    paragraph(
      sheet,
      report(($) => $.parity.nothing),
    );
    return;
  }
  const words = {
    same: count(same),
    seconds: count(seconds),
    share: percent(share),
    low: percent(low),
    high: percent(high),
  };
  paragraph(
    sheet,
    report(($) => $.parity.share, words),
  );
}

function drawBaseline(sheet: Sheet, { baseline, model, timeZone }: ReportDocument, wording: Wording): void {
  const { report, count, moment, percent, emotion } = wording;
  if (!baseline) {
    quiet(
      sheet,
      report(($) => $.baseline.none),
    );
    return;
  }
  heading(
    sheet,
    report(($) => $.baseline.heading),
    { keepPt: 14 },
  );
  const { version, recordedBy, recordedAtIso, sampleCount, modelId, modelVersion, probabilities, note } = baseline;
  const values = strongest(probabilities).map(
    (each) => `${emotion(each.emotion).toLowerCase()} ${percent(each.probability)}`,
  );
  const sentences = [
    report(($) => $.baseline.active, {
      version,
      by: recordedBy,
      on: moment(recordedAtIso, timeZone),
      samples: count(sampleCount),
      model: report(($) => $.fact.modelVersion, { id: modelId, version: modelVersion }),
    }),
    report(($) => $.baseline.means, { values: values.join(', ') }),
    ...(modelId === model.id && modelVersion === model.version ? [] : [report(($) => $.baseline.otherModel)]),
    ...(note === '' ? [] : [note]),
  ];
  paragraph(sheet, sentences.join(' '));
}

function drawIdentity(sheet: Sheet, document: ReportDocument, { report, moment, count }: Wording): void {
  const { isIdentified, freeTextsLeftOut, exportedBy, exportedAtIso, timeZone, exportId, auditHead, session } =
    document;
  heading(
    sheet,
    report(($) => $.identity.heading),
    { keepPt: 28 },
  );
  const sentences = [
    isIdentified ? report(($) => $.identity.identified) : report(($) => $.identity.deidentified),
    ...(freeTextsLeftOut > 0 ? [report(($) => $.identity.leftOut, { count: freeTextsLeftOut })] : []),
    exportedAtIso === null
      ? report(($) => $.identity.exportedWithheld, { by: exportedBy })
      : report(($) => $.identity.exported, { by: exportedBy, at: moment(exportedAtIso, timeZone) }),
    report(($) => $.identity.audit, { id: exportId }),
    ...(auditHead === null
      ? []
      : [
          report(($) => $.identity.auditHead, {
            entries: count(auditHead.entries),
            hash: auditHead.lastHash.slice(0, 16),
          }),
        ]),
    report(($) => $.identity.session, { id: session.id }),
  ];
  paragraph(sheet, sentences.join(' '));
  paragraph(sheet, document.intendedPurpose, { bold: true });
}

function drawVerification(sheet: Sheet, { signingKey }: ReportDocument, { report }: Wording): void {
  heading(
    sheet,
    report(($) => $.verification.heading),
    { keepPt: 28 },
  );
  if (!signingKey) {
    paragraph(
      sheet,
      report(($) => $.verification.unsigned),
    );
    return;
  }
  paragraph(
    sheet,
    report(($) => $.verification.signed, { fingerprint: signingKey.fingerprint }),
  );
  paragraph(
    sheet,
    report(($) => $.verification.how),
  );
}
