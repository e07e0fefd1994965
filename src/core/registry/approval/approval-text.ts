import type { Failure } from '../../words/failure.ts';
import { englishOf } from '../../words/failure-sentence.ts';
import type { ApprovalException } from './life-cycle.ts';

/** What a model was approved in spite of, with who did so and when. */
export type RecordedException = ApprovalException & { readonly by: string; readonly atIso: string };

/**
 * A section for the end of a model's card, as the site shows it: that the model is used although not every condition was
 * met, and why. It is not in the card's file, which is the model's own and is not changed by what becomes of it.
 *
 * @returns Empty where there is nothing to say.
 */
export function approvalText(exception: RecordedException | null): string {
  if (!exception) return '';
  const { reason, unmet, by, atIso } = exception;
  const lines = unmet.map((each: Failure) => `- ${escaped(englishOf(each))}`);
  return [
    '',
    '## Approved at this site although not every condition was met',
    lines.join('\n'),
    `${escaped(by)} approved it on ${atIso.slice(0, 10)} and gave this reason:`,
    `> ${escaped(reason.replace(/\s+/g, ' '))}`,
    '',
  ].join('\n\n');
}

/** What people wrote stays what they wrote: none of it is Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, String.raw`\$&`);
}
