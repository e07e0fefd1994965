import type { AgeFacts, ClassFact, ReportModel, TestFacts } from '../facts/model-facts.ts';
import { untestedText } from '../in-short.ts';
import type { ReportDocument } from '../report-document.ts';
import type { Wording } from '../wording.ts';
import { makeRoom, PAGE, paragraph, type Sheet } from './sheet.node.ts';
import { shortTable, tableHeightPt } from './table.node.ts';

const RIGHT_COLUMN_PT = (PAGE.leftPt + PAGE.rightPt) / 2 + 20;

/**
 * Which model read the session and how well it did in its tests: at the child's age first, then over all ages, but real children of any age
 * before rendered ones.
 */
export function drawFigures(sheet: Sheet, { model, child }: ReportDocument, wording: Wording): void {
  const { report } = wording;
  const { id, version, digest, learner, regime, test, atThisAge } = model;
  paragraph(
    sheet,
    report(($) => $.method.learnt, { id, version, learner, regime, digest: digest?.slice(0, 16) ?? '-' }),
    { bold: true },
  );
  if (!model.isReplaced) paragraph(sheet, validation(model, wording), { bold: true });
  if (!test) {
    paragraph(sheet, untestedText(model, wording));
    return;
  }
  const atAge = () => {
    if (atThisAge) drawAtThisAge(sheet, atThisAge, wording);
    else
      paragraph(
        sheet,
        report(($) => $.method.ageUnknown, { band: child.ageBand }),
        { bold: true },
      );
  };
  const atAllAges = () => {
    for (const each of model.onChildren.length > 0 ? model.onChildren : [{ ...test, shows: model.testedOn }]) {
      drawAllAges(sheet, each, wording);
    }
  };
  const realFirst = model.onChildren.length > 0 && !atThisAge?.realChildren;
  for (const draw of realFirst ? [atAllAges, atAge] : [atAge, atAllAges]) draw();
}

/** For whom the model was shown to work. */
function validation(
  { classesValidatedOnChildren: classes, testedOn }: ReportModel,
  { report, emotion, shows }: Wording,
): string {
  if (classes.length === 0) return report(($) => $.method.notValidated, { shows: shows(testedOn) });
  return report(($) => $.method.validated, { emotions: classes.map((each) => emotion(each).toLowerCase()).join(', ') });
}

function drawAtThisAge(sheet: Sheet, facts: AgeFacts, wording: Wording): void {
  const { report } = wording;
  const { band, images, subjects, shows, realChildren } = facts;
  const title = report(($) => $.method.atThisAge, {
    band,
    pictures: report(($) => $.pictures, { count: images }),
    subjects,
    shows: wording.shows(shows),
  });
  paragraph(sheet, realChildren ? title : `${title}. ${report(($) => $.short.notRealChildren)}`);
  const figures = [
    [report(($) => $.method.accuracy), wording.figure(facts.accuracy)],
    [
      report(($) => $.method.accuracyWhenSure),
      orElse(
        facts.accuracyWhenSure,
        report(($) => $.method.neverSure),
        wording,
      ),
    ],
    [
      report(($) => $.method.abstained),
      orElse(
        facts.abstained,
        report(($) => $.method.notMeasurable),
        wording,
      ),
    ],
  ];
  sideBySide(sheet, figures, facts.perClass, wording);
}

function drawAllAges(sheet: Sheet, test: TestFacts & { readonly shows: string }, wording: Wording): void {
  const { report } = wording;
  const pictures = report(($) => $.pictures, { count: test.images });
  const title = report(($) => $.method.allAges, {
    pictures,
    subjects: test.subjects,
    shows: wording.shows(test.shows),
  });
  paragraph(sheet, test.subjectsKnown ? title : `${title}. ${report(($) => $.method.subjectsUnknown)}`);
  const notMeasurable = report(($) => $.method.notMeasurable);
  const figures = [
    [report(($) => $.method.balancedAccuracy), wording.figure(test.balancedAccuracy)],
    [
      report(($) => $.method.accuracyWhenSure),
      orElse(
        test.accuracyWhenSure,
        report(($) => $.method.neverSure),
        wording,
      ),
    ],
    [report(($) => $.method.abstained), wording.figure(test.abstained)],
    [report(($) => $.method.calibrationError), wording.figure(test.expectedCalibrationError)],
    [report(($) => $.method.auc), orElse(test.negativeAgainstNeutralAuc, notMeasurable, wording)],
  ];
  sideBySide(sheet, figures, test.perClass, wording);
}

function sideBySide(sheet: Sheet, figures: string[][], perClass: readonly ClassFact[], wording: Wording): void {
  const { report, emotion, count } = wording;
  makeRoom(sheet, tableHeightPt(sheet, Math.max(figures.length, perClass.length)));
  const topPt = sheet.yPt;
  shortTable(
    sheet,
    [
      { title: report(($) => $.method.figure), widthPt: 140 },
      { title: report(($) => $.method.value), widthPt: 100, align: 'right' },
    ],
    figures,
  );
  const figuresEndPt = sheet.yPt;
  sheet.yPt = topPt;
  shortTable(
    sheet,
    [
      { title: report(($) => $.method.recallOf), widthPt: 84 },
      { title: report(($) => $.method.value), widthPt: 98, align: 'right' },
      { title: report(($) => $.method.pictures), widthPt: 48, align: 'right' },
    ],
    perClass.map((each) => [
      emotion(each.emotion),
      orElse(
        each.recall,
        report(($) => $.method.notMeasurable),
        wording,
      ),
      count(each.images),
    ]),
    RIGHT_COLUMN_PT,
  );
  sheet.yPt = Math.max(sheet.yPt, figuresEndPt) + 3;
}

function orElse(figure: { value: number; low: number; high: number } | null, words: string, wording: Wording): string {
  return figure ? wording.figure(figure) : words;
}
