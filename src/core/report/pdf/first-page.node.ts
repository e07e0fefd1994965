import { EMOTIONS } from '../../emotion/emotion.ts';
import { planSentences } from '../facts/plan-in-words.ts';
import { inShort } from '../in-short.ts';
import type { ReportDocument } from '../report-document.ts';
import { clock, type Wording } from '../wording.ts';
import { drawTimeline, UNMEASURED } from './draw-timeline.node.ts';
import { entriesOf } from './entries.ts';
import { drawEntries } from './entry-tables.node.ts';
import {
  HEADING_PT,
  hatch,
  heading,
  heightOf,
  INK,
  PAGE,
  paragraph,
  quiet,
  type Sheet,
  WIDTH_PT,
  write,
} from './sheet.node.ts';
import { shorten } from './shorten.ts';
import { element, figure, furniture, group } from './structure.node.ts';

/** Longer notes on the session have no room here in any case. */
const MOST_TEXT_CHARACTERS = 1000;

/** Two lines of the title. */
const MOST_SITE_CHARACTERS = 60;

/** Two lines of each sentence about protocol and cautions. */
const MOST_PLAN_CHARACTERS = 220;

/** What was left to the pages behind. */
export interface FirstPage {
  /** False when the list of markers and observations had to be cut. */
  readonly entriesWhole: boolean;
  /** False when the notes on the session had no room. */
  readonly textWhole: boolean;
}

/** Who and how much, in plain sentences, and then the timeline: all that a hurried reader sees. */
export function drawFirstPage(sheet: Sheet, document: ReportDocument, wording: Wording): FirstPage {
  drawTitle(sheet, document, wording);
  drawFacts(sheet, document, wording);
  drawPlan(sheet, document, wording);
  heading(
    sheet,
    wording.report(($) => $.short.heading),
  );
  for (const sentence of inShort(document, wording)) paragraph(sheet, sentence, { sizePt: 9.5 });
  drawCoverage(sheet, document, wording);
  const entries = entriesOf(document, wording);
  heading(
    sheet,
    wording.report(($) => $.timeline.heading),
  );
  drawTimeline(sheet, document, entries, wording);
  if (document.summary.durationMs > 0) drawLegend(sheet, document, wording);
  const entriesWhole = drawEntries(sheet, entries, wording);
  return { entriesWhole, textWhole: entriesWhole && drawShortText(sheet, document, wording) };
}

/** The notes on the session, where they are short. @returns False when they are not. */
function drawShortText(sheet: Sheet, { session }: ReportDocument, { report }: Wording): boolean {
  const text = session.notes.trim();
  const heightPt = text.length > MOST_TEXT_CHARACTERS ? Number.POSITIVE_INFINITY : heightOf(sheet, text, WIDTH_PT, {});
  if (text === '') return true;
  if (sheet.yPt + heightPt + HEADING_PT > PAGE.bottomPt) return false;
  heading(
    sheet,
    report(($) => $.entries.session),
    { keepPt: 0 },
  );
  paragraph(sheet, text);
  return true;
}

function drawTitle(sheet: Sheet, { siteName, statement, child }: ReportDocument, { report }: Wording): void {
  const top = { xPt: PAGE.leftPt, yPt: sheet.yPt, widthPt: WIDTH_PT * 0.7 };
  const title = report(($) => $.title, { child: child.code });
  const titlePt = element(sheet.structure, 'H1', () => write(sheet, title, top, { sizePt: 15, bold: true }));
  const site = { xPt: PAGE.leftPt + WIDTH_PT * 0.72, yPt: sheet.yPt + 4, widthPt: WIDTH_PT * 0.28 };
  const style = { sizePt: 9, align: 'right', colour: INK.quiet } as const;
  const sitePt = siteName === null ? 0 : write(sheet, shorten(siteName, MOST_SITE_CHARACTERS), site, style);
  sheet.yPt += Math.max(titlePt, sitePt + 4) + 3;
  furniture(sheet.structure, () =>
    sheet.pdf.lineWidth(0.8).rect(PAGE.leftPt, sheet.yPt, WIDTH_PT, 19).stroke(INK.text),
  );
  const box = { xPt: PAGE.leftPt + 8, yPt: sheet.yPt + 5, widthPt: WIDTH_PT - 16 };
  write(sheet, statement, box, { sizePt: 10, bold: true });
  sheet.yPt += 25;
}

function drawFacts(sheet: Sheet, document: ReportDocument, { report, common, moment }: Wording): void {
  const { child, session, model, timeZone, isIdentified } = document;
  const isFilm = session.source === 'recording';
  const camera = [
    session.source === 'demo-clip' ? report(($) => $.fact.demo) : common(($) => $.source[session.source]),
    ...(session.recordingName === null ? [] : [shorten(session.recordingName, 40)]),
  ].join(': ');
  const facts = [
    [isIdentified ? report(($) => $.fact.child) : report(($) => $.fact.pseudonym), child.code],
    [report(($) => $.fact.age), report(($) => $.years, { count: child.ageYears })],
    [report(($) => (isFilm ? $.fact.readOn : $.fact.began)), moment(session.startedAtIso, timeZone)],
    [report(($) => $.fact.length), clock(session.durationMs)],
    [report(($) => $.fact.startedBy), shorten(session.startedBy, 80)],
    [report(($) => $.fact.camera), camera],
    [report(($) => $.fact.model), report(($) => $.fact.modelVersion, { id: model.id, version: model.version })],
    [report(($) => $.fact.session), report(($) => (isFilm ? $.stateOfFilm : $.state)[session.state])],
  ];
  group(sheet.structure, 'L', () => {
    for (let index = 0; index < facts.length; index += 2) {
      const heights = facts
        .slice(index, index + 2)
        .map(([name = '', value = ''], column) => drawFact(sheet, name, value, PAGE.leftPt + column * (WIDTH_PT / 2)));
      sheet.yPt += Math.max(...heights) + 1.5;
    }
  });
}

/** Cautions first: they say how everything below is to be read. */
function drawPlan(sheet: Sheet, document: ReportDocument, wording: Wording): void {
  const said = planSentences(document, wording).map((sentence) => shorten(sentence, MOST_PLAN_CHARACTERS));
  if (said.length > 0) paragraph(sheet, said.join(' · '), { sizePt: 8.5, bold: document.plan.cautions.length > 0 });
}

/** @returns Height of what was written, in points. */
function drawFact(sheet: Sheet, name: string, value: string, xPt: number): number {
  const { structure, yPt } = sheet;
  let heightPt = 0;
  group(structure, 'LI', () => {
    element(structure, 'Lbl', () => write(sheet, name, { xPt, yPt, widthPt: 80 }, { colour: INK.quiet }));
    const at = { xPt: xPt + 82, yPt, widthPt: WIDTH_PT / 2 - 86 };
    heightPt = element(structure, 'LBody', () => write(sheet, value, at));
  });
  return heightPt;
}

function drawCoverage(sheet: Sheet, { summary }: ReportDocument, { report, percent }: Wording): void {
  const { usableMs, notSureMs, durationMs, coverage } = summary;
  const sureMs = usableMs - notSureMs;
  heading(
    sheet,
    report(($) => $.coverage.heading, { coverage: percent(coverage) }),
  );
  const words = {
    sure: clock(sureMs),
    notSure: clock(notSureMs),
    share: percent(usableMs === 0 ? 0 : notSureMs / usableMs),
    missing: clock(durationMs - usableMs),
    duration: clock(durationMs),
  };
  const alt = report(($) => $.coverage.alt, words);
  figure(sheet.structure, alt, () => drawCoverageBar(sheet, { sureMs, notSureMs, durationMs }));
  quiet(
    sheet,
    report(($) => $.coverage.legend, words),
  );
}

function drawCoverageBar(
  sheet: Sheet,
  { sureMs, notSureMs, durationMs }: { sureMs: number; notSureMs: number; durationMs: number },
): void {
  const barPt = 12;
  const widthOf = (ms: number) => (durationMs === 0 ? 0 : (ms / durationMs) * WIDTH_PT);
  hatch(sheet, PAGE.leftPt, sheet.yPt, WIDTH_PT, barPt);
  sheet.pdf.rect(PAGE.leftPt, sheet.yPt, widthOf(sureMs), barPt).fill(INK.bar);
  sheet.pdf.rect(PAGE.leftPt + widthOf(sureMs), sheet.yPt, widthOf(notSureMs), barPt).fill('#ffffff');
  sheet.pdf.lineWidth(0.8).rect(PAGE.leftPt, sheet.yPt, WIDTH_PT, barPt).stroke(INK.text);
  sheet.yPt += barPt + 4;
}

function drawLegend(sheet: Sheet, document: ReportDocument, { report, decimal }: Wording): void {
  const sentences = [report(($) => $.timeline.legend, { threshold: decimal(document.model.threshold) })];
  if (EMOTIONS.some((each) => !document.model.classesValidatedOnChildren.includes(each))) {
    sentences.push(report(($) => $.timeline.legendUnmeasured, { sign: UNMEASURED }));
  }
  if (document.markers.length + document.observations.length > 0) sentences.push(report(($) => $.timeline.legendNotes));
  if (document.annotations.length > 0) sentences.push(report(($) => $.timeline.legendSaid));
  sheet.yPt += 1;
  paragraph(sheet, sentences.join(' '), { sizePt: 7, colour: INK.quiet });
}
