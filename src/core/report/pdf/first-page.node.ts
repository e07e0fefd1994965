import { EMOTIONS } from '../../emotion/emotion.ts';
import { type ReportDocument, shareOf } from '../report-document.ts';
import { clock, moment, percent, SOURCE_WORDS, STATE_WORDS, sentence, validation } from '../wording.ts';
import { drawTimeline } from './draw-timeline.node.ts';
import { hatch, heading, INK, PAGE, paragraph, type Sheet, write } from './sheet.node.ts';
import { shorten } from './shorten.ts';

/** Two lines of the title. */
const MOST_SITE_CHARACTERS = 70;
const WIDTH_PT = PAGE.rightPt - PAGE.leftPt;

/** Who and when, how much could be read, what was read, and the timeline. */
export function drawFirstPage(sheet: Sheet, document: ReportDocument): void {
  drawTitle(sheet, document);
  drawFacts(sheet, document);
  drawCoverage(sheet, document);
  drawShares(sheet, document);
  heading(sheet, 'Timeline');
  drawTimeline(sheet, document);
  paragraph(
    sheet,
    'Each lane shows the part of the time in which the emotion was named. Hatched: no reading. "Probability" is that of ' +
      `the likeliest emotion; below the dashed line (${document.model.threshold.toFixed(2)}) none is named` +
      `${document.markers.length > 0 ? '. Numbered flags: markers, see page 2' : ''}.`,
    { sizePt: 8, colour: INK.quiet },
  );
}

function drawTitle(sheet: Sheet, { siteName, statement, childCode }: ReportDocument): void {
  const top = { xPt: PAGE.leftPt, yPt: sheet.yPt, widthPt: WIDTH_PT * 0.62 };
  const titlePt = write(sheet, `Emotion session report: ${childCode}`, top, { sizePt: 16, bold: true });
  const site = { xPt: PAGE.leftPt + WIDTH_PT * 0.62, yPt: sheet.yPt + 4, widthPt: WIDTH_PT * 0.38 };
  const sitePt = write(sheet, shorten(siteName, MOST_SITE_CHARACTERS), site, {
    sizePt: 10,
    align: 'right',
    colour: INK.quiet,
  });
  sheet.yPt += Math.max(titlePt, sitePt + 4) + 4;
  sheet.pdf.lineWidth(0.8).rect(PAGE.leftPt, sheet.yPt, WIDTH_PT, 20).stroke(INK.text);
  write(
    sheet,
    statement,
    { xPt: PAGE.leftPt + 8, yPt: sheet.yPt + 5, widthPt: WIDTH_PT - 16 },
    { sizePt: 10, bold: true },
  );
  sheet.yPt += 28;
}

function drawFacts(sheet: Sheet, { childCode, childAgeYears, session, model, timeZone }: ReportDocument): void {
  const facts = [
    ['Child (code)', childCode],
    ['Age then', `${childAgeYears} ${childAgeYears === 1 ? 'year' : 'years'}`],
    ['Began', moment(session.startedAtIso, timeZone)],
    ['Length', clock(session.durationMs)],
    ['Started by', session.startedBy],
    ['Camera', SOURCE_WORDS[session.source]],
    ['Model', `${model.id}, version ${model.version}`],
    ['Session', STATE_WORDS[session.state]],
  ];
  for (let index = 0; index < facts.length; index += 2) {
    const heights = facts.slice(index, index + 2).map(([name = '', value = ''], column) => {
      const xPt = PAGE.leftPt + column * (WIDTH_PT / 2);
      write(sheet, name, { xPt, yPt: sheet.yPt, widthPt: 78 }, { colour: INK.quiet });
      return write(sheet, value, { xPt: xPt + 80, yPt: sheet.yPt, widthPt: WIDTH_PT / 2 - 84 });
    });
    sheet.yPt += Math.max(...heights) + 2;
  }
  sheet.yPt += 2;
  paragraph(sheet, validation(model), { bold: true });
}

function drawCoverage(sheet: Sheet, { summary }: ReportDocument): void {
  const { usableMs, notSureMs, durationMs, coverage } = summary;
  const sureMs = usableMs - notSureMs;
  heading(sheet, `Coverage: ${percent(coverage)} of the session could be read`);
  const barPt = 14;
  const widthOf = (ms: number) => (durationMs === 0 ? 0 : (ms / durationMs) * WIDTH_PT);
  hatch(sheet, PAGE.leftPt, sheet.yPt, WIDTH_PT, barPt);
  sheet.pdf.rect(PAGE.leftPt, sheet.yPt, widthOf(sureMs), barPt).fill(INK.bar);
  sheet.pdf.rect(PAGE.leftPt + widthOf(sureMs), sheet.yPt, widthOf(notSureMs), barPt).fill('#ffffff');
  sheet.pdf.lineWidth(0.8).rect(PAGE.leftPt, sheet.yPt, WIDTH_PT, barPt).stroke(INK.text);
  sheet.yPt += barPt + 5;
  paragraph(
    sheet,
    `Dark: an emotion was named, ${clock(sureMs)}. White: read but not sure, ${clock(notSureMs)} ` +
      `(${percent(usableMs === 0 ? 0 : notSureMs / usableMs)} of what could be read). ` +
      `Hatched: no reading, ${clock(durationMs - usableMs)} of ${clock(durationMs)}.`,
  );
}

function drawShares(sheet: Sheet, { summary }: ReportDocument): void {
  heading(sheet, 'Emotions, as shares of the time that could be read');
  const rows = [
    ...EMOTIONS.map((emotion) => ({
      label: sentence(emotion),
      share: shareOf(summary, emotion),
      ms: summary.emotionMs[emotion],
      fill: INK.bar as string,
    })),
    {
      label: 'Not sure',
      share: summary.usableMs === 0 ? 0 : summary.notSureMs / summary.usableMs,
      ms: summary.notSureMs,
      fill: '#ffffff',
    },
  ];
  const barXPt = PAGE.leftPt + 66;
  const barWidthPt = WIDTH_PT - 66 - 100;
  for (const { label, share, ms, fill } of rows) {
    write(sheet, label, { xPt: PAGE.leftPt, yPt: sheet.yPt, widthPt: 64 });
    sheet.pdf.rect(barXPt, sheet.yPt, barWidthPt, 9).fill('#f1f1f1');
    sheet.pdf
      .lineWidth(0.6)
      .rect(barXPt, sheet.yPt, share * barWidthPt, 9)
      .fillAndStroke(fill, INK.bar);
    write(sheet, percent(share), { xPt: PAGE.rightPt - 98, yPt: sheet.yPt, widthPt: 40 }, { align: 'right' });
    write(sheet, clock(ms), { xPt: PAGE.rightPt - 56, yPt: sheet.yPt, widthPt: 56 }, { align: 'right' });
    sheet.yPt += 14;
  }
}
