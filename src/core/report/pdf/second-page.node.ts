import { MARKER_WORDS } from '../../emotion/marker-words.ts';
import type { ReportDocument } from '../report-document.ts';
import { clock, GAP_WORDS, length, sentence } from '../wording.ts';
import { drawModel } from './model-section.node.ts';
import { heading, PAGE, paragraph, quiet, type Sheet, table } from './sheet.node.ts';
import { shorten } from './shorten.ts';

const MIDDLE_PT = (PAGE.leftPt + PAGE.rightPt) / 2;
const MOST_EPISODES = 10;
const MOST_MARKERS = 10;
const MOST_NOTE_CHARACTERS = 400;

/** The details, and what is known of the model. What does not fit is counted, never dropped without a word. */
export function drawSecondPage(sheet: Sheet, document: ReportDocument): void {
  const topPt = sheet.yPt;
  drawGaps(sheet, document);
  const gapsEndPt = sheet.yPt;
  sheet.yPt = topPt;
  drawEpisodes(sheet, document);
  sheet.yPt = Math.max(sheet.yPt, gapsEndPt);
  drawMarkers(sheet, document);
  drawNotes(sheet, document);
  drawModel(sheet, document.model);
}

function drawEpisodes(sheet: Sheet, { summary: { episodes } }: ReportDocument): void {
  const rightPt = MIDDLE_PT + 10;
  heading(sheet, 'Episodes of one second or more', PAGE.leftPt, rightPt);
  if (episodes.length === 0) {
    quiet(sheet, 'No emotion held for a second.', PAGE.leftPt, rightPt);
    return;
  }
  const longest = new Set(episodes.toSorted((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs)).slice(0, MOST_EPISODES));
  table(
    sheet,
    [
      { title: 'From', widthPt: 48, align: 'right' },
      { title: 'To', widthPt: 48, align: 'right' },
      { title: 'Length', widthPt: 44, align: 'right' },
      { title: 'Emotion', widthPt: 62 },
      { title: 'Probability', widthPt: 56, align: 'right' },
    ],
    episodes
      .filter((episode) => longest.has(episode))
      .map(({ fromMs, toMs, emotion, meanProbability }) => [
        clock(fromMs),
        clock(toMs),
        length(toMs - fromMs),
        sentence(emotion),
        meanProbability.toFixed(2),
      ]),
    PAGE.leftPt,
  );
  if (episodes.length > longest.size) {
    quiet(
      sheet,
      `The ${longest.size} longest of ${episodes.length}; all are in the JSON export.`,
      PAGE.leftPt,
      rightPt,
    );
  }
}

function drawGaps(sheet: Sheet, { gaps, summary }: ReportDocument): void {
  const xPt = MIDDLE_PT + 26;
  heading(sheet, 'Time without a reading', xPt);
  const reasons = Object.entries(GAP_WORDS)
    .map(([reason, words]) => {
      const of = gaps.filter((gap) => gap.reason === reason);
      return { words, count: of.length, ms: of.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.ms - a.ms);
  const rows = reasons.map(({ words, count, ms }) => [sentence(words), String(count), length(ms)]);
  if (summary.unaccountedMs >= 500) rows.push(['Between readings (stutter)', '', length(summary.unaccountedMs)]);
  if (rows.length === 0) {
    quiet(sheet, 'None.', xPt, PAGE.rightPt);
    return;
  }
  table(
    sheet,
    [
      { title: 'Reason', widthPt: 134 },
      { title: 'Times', widthPt: 36, align: 'right' },
      { title: 'In all', widthPt: 56, align: 'right' },
    ],
    rows,
    xPt,
  );
}

function drawMarkers(sheet: Sheet, { markers }: ReportDocument): void {
  heading(sheet, 'Markers set by staff');
  if (markers.length === 0) {
    quiet(sheet, 'None.');
    return;
  }
  table(
    sheet,
    [
      { title: 'No.', widthPt: 30, align: 'right' },
      { title: 'At', widthPt: 50, align: 'right' },
      { title: 'Event', widthPt: 86 },
      { title: 'Text', widthPt: 243 },
      { title: 'By', widthPt: 90 },
    ],
    markers
      .slice(0, MOST_MARKERS)
      .map(({ atMs, kind, text, by }, index) => [String(index + 1), clock(atMs), MARKER_WORDS[kind], text, by]),
    PAGE.leftPt,
  );
  if (markers.length > MOST_MARKERS) {
    const text = `The first ${MOST_MARKERS} of ${markers.length}; all are in the CSV and JSON exports.`;
    quiet(sheet, text);
  }
}

function drawNotes(sheet: Sheet, { session: { notes } }: ReportDocument): void {
  heading(sheet, 'Notes');
  const text = notes.trim();
  if (text === '') {
    quiet(sheet, 'None.');
    return;
  }
  const onePiece = text.replace(/\s*\n\s*/g, ' / ');
  paragraph(sheet, shorten(onePiece, MOST_NOTE_CHARACTERS));
  if (onePiece.length > MOST_NOTE_CHARACTERS) {
    quiet(sheet, `Shortened from ${text.length} characters; the JSON export holds all.`);
  }
}
