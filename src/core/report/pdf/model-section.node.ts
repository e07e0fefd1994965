import type { ModelFacts } from '../model-facts.ts';
import { figure, sentence, validation } from '../wording.ts';
import { heading, PAGE, paragraph, quiet, type Sheet, table } from './sheet.node.ts';

const RIGHT_COLUMN_PT = (PAGE.leftPt + PAGE.rightPt) / 2 + 26;

/** Which model read the session, what it was tested on, and how well it did there. */
export function drawModel(sheet: Sheet, model: ModelFacts): void {
  heading(sheet, 'The model and what is known of it');
  const { test } = model;
  paragraph(sheet, `${model.id}, version ${model.version} (${model.learner}, ${model.regime}).`, { bold: true });
  paragraph(sheet, validation(model), { bold: true });
  if (!test) {
    quiet(sheet, 'It was never tested: its readings cannot be weighed.');
    return;
  }
  paragraph(
    sheet,
    `Tested on ${model.testedOn}: ${test.images} images of ${test.subjects} subjects` +
      `${test.subjectsKnown ? '' : ' (each file its own subject: a leak from training cannot be ruled out)'}. ` +
      'Figures with 95 % intervals over subjects:',
  );
  const figures: string[][] = [
    ['Balanced accuracy', figure(test.balancedAccuracy)],
    ['Accuracy when sure', test.accuracyWhenSure ? figure(test.accuracyWhenSure) : 'never sure'],
    ['"Not sure"', figure(test.abstained)],
    ['Calibration error', figure(test.expectedCalibrationError)],
    [
      'Negative against neutral, AUC',
      test.negativeAgainstNeutralAuc ? figure(test.negativeAgainstNeutralAuc) : 'not measurable',
    ],
  ];
  const recalls = test.perClass.map(({ emotion, images, recall }) => [
    sentence(emotion),
    recall ? figure(recall) : 'not measurable',
    String(images),
  ]);
  const topPt = sheet.yPt;
  table(
    sheet,
    [
      { title: 'Figure', widthPt: 132 },
      { title: 'Value [95 %]', widthPt: 90, align: 'right' },
    ],
    figures,
    PAGE.leftPt,
  );
  const figuresEndPt = sheet.yPt;
  sheet.yPt = topPt;
  table(
    sheet,
    [
      { title: 'Recall of', widthPt: 70 },
      { title: 'Value [95 %]', widthPt: 96, align: 'right' },
      { title: 'Images', widthPt: 46, align: 'right' },
    ],
    recalls,
    RIGHT_COLUMN_PT,
  );
  sheet.yPt = Math.max(sheet.yPt, figuresEndPt) + 2;
}
