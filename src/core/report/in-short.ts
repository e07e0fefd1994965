import { EMOTIONS } from '../emotion/emotion.ts';
import type { TestFacts } from './facts/model-facts.ts';
import { type ReportDocument, shareOf } from './report-document.ts';
import { clock, type Wording } from './wording.ts';

/**
 * The session in a few plain sentences for a reader who knows neither the program nor its figures: how much could be
 * read, what was named, how often such a naming is right for a child of this age, and what a face does not tell.
 */
export function inShort(document: ReportDocument, wording: Wording): string[] {
  if (document.summary.usableMs === 0) {
    return [wording.report(($) => $.short.nothingRead)];
  }
  return [
    `${coverage(document, wording)} ${named(document, wording)}`,
    ...distress(document, wording),
    reliability(document, wording),
    wording.report(($) => $.short.notAFeeling),
  ];
}

function coverage({ summary }: ReportDocument, { report, common, percent }: Wording): string {
  const sentences: string[] = [
    report(($) => $.short.coverage, {
      coverage: percent(summary.coverage),
      usable: clock(summary.usableMs),
      duration: clock(summary.durationMs),
    }),
  ];
  const [most] = reasons(summary.gapMsByReason);
  if (summary.coverage < 0.5) sentences.push(report(($) => $.short.glimpse));
  if (most) {
    const reason = common(($) => $.gap[most.reason]).toLowerCase();
    sentences.push(report(($) => $.short.mostlyMissing, { reason, time: clock(most.ms) }));
  }
  return sentences.join(' ');
}

function named({ summary, model }: ReportDocument, { report, percent, emotion }: Wording): string {
  const [first, second] = EMOTIONS.map((each) => ({ each, share: shareOf(summary, each) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ each, share }) =>
      report(($) => (model.classesValidatedOnChildren.includes(each) ? $.short.namedPart : $.short.namedUnmeasured), {
        emotion: emotion(each).toLowerCase(),
        share: percent(share),
      }),
    );
  if (first === undefined) return report(($) => $.short.neverSure);
  const emotions = second === undefined ? first : report(($) => $.short.and, { first, second });
  return report(($) => $.short.named, { emotions, notSure: percent(summary.notSureMs / summary.usableMs) });
}

/** For how long distress was likely, and how often that is wrong, at rest first, and right; nothing of a model that says nothing of it. */
function distress({ summary, model }: ReportDocument, { report, percent, shows }: Wording): string[] {
  if (!summary.distress) return [];
  const share = percent(summary.distress.likelyMs / summary.usableMs);
  const rates = [...model.distress.onChildren, ...(model.distress.atAge ? [model.distress.atAge] : [])].find(
    ({ hit, falseAlarm }) => hit !== null && falseAlarm !== null,
  );
  if (!rates?.hit || !rates.falseAlarm) return [report(($) => $.short.distressUnmeasured, { share })];
  const { hit, falseAlarm, falseAlarmNeutral: atRest, neutralImages } = rates;
  const interval = atRest ?? falseAlarm;
  const figures = {
    share,
    hit: percent(hit.value),
    alarm: percent(falseAlarm.value),
    low: percent(interval.low),
    high: percent(interval.high),
    shows: shows(rates.shows),
  };
  if (!atRest) return [report(($) => $.short.distress, figures)];
  const pictures = report(($) => $.pictures, { count: neutralImages });
  return [report(($) => $.short.distressAtRest, { ...figures, rest: percent(atRest.value), pictures })];
}

/** Real children first, then rendered ones of this age: neither can stand for the other. */
function reliability({ child, model }: ReportDocument, wording: Wording): string {
  const { report, percent, shows } = wording;
  const { atThisAge, test } = model;
  const onChildren = model.onChildren.find(({ accuracyWhenSure }) => accuracyWhenSure !== null);
  if (atThisAge?.accuracyWhenSure) {
    const { value, low, high } = atThisAge.accuracyWhenSure;
    const atThisAgeWords = [
      report(($) => $.short.right, {
        band: child.ageBand,
        share: percent(value),
        low: percent(low),
        high: percent(high),
        pictures: report(($) => $.pictures, { count: atThisAge.images }),
        shows: shows(atThisAge.shows),
      }),
    ];
    if (atThisAge.realChildren) return atThisAgeWords.join(' ');
    return [
      ...(onChildren ? [report(($) => $.short.onChildren, figuresOf(onChildren, wording))] : []),
      ...atThisAgeWords,
      report(($) => $.short.notRealChildren),
    ].join(' ');
  }
  const best = onChildren ?? (test ? { ...test, shows: model.testedOn } : null);
  if (!best?.accuracyWhenSure) return untestedText(model, wording);
  return report(($) => $.short.ageUnknown, { band: child.ageBand, ...figuresOf(best, wording) });
}

function figuresOf(
  { accuracyWhenSure, images, shows }: TestFacts & { readonly shows: string },
  wording: Wording,
): { share: string; low: string; high: string; pictures: string; shows: string } {
  return {
    share: accuracyWhenSure ? wording.percent(accuracyWhenSure.value) : '',
    low: accuracyWhenSure ? wording.percent(accuracyWhenSure.low) : '',
    high: accuracyWhenSure ? wording.percent(accuracyWhenSure.high) : '',
    pictures: wording.report(($) => $.pictures, { count: images }),
    shows: wording.shows(shows),
  };
}

/** Why there is no figure of the model. */
export function untestedText({ isReplaced }: ReportDocument['model'], { report }: Wording): string {
  return isReplaced ? report(($) => $.short.replaced) : report(($) => $.short.neverTested);
}

/** Reasons that occurred, the longest first. */
function reasons(gapMsByReason: ReportDocument['summary']['gapMsByReason']) {
  return Object.entries(gapMsByReason)
    .map(([reason, ms]) => ({ reason: reason as keyof typeof gapMsByReason, ms }))
    .sort((a, b) => b.ms - a.ms);
}
