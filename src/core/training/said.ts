import { z } from 'zod';
import { describeProblem, describeRemark } from '../dataset/dataset.ts';
import { choiceFactsSchema, describeChoice } from '../engine/choice-facts.ts';
import { type Failure, failure } from '../words/failure.ts';
import { failureSchema } from '../words/failure-schema.ts';
import { englishWords, sentenceOf } from '../words/failure-sentence.ts';

/** What a record of the log says, as plain data: each reader has the words for it. */
export const saidSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: failureSchema }),
  /** Something of a dataset was left out. */
  z.object({
    kind: z.literal('left-out'),
    problem: z.object({
      path: z.string(),
      row: z.number().nullable(),
      rows: z.number().exactOptional(),
      why: failureSchema,
    }),
  }),
  /** Something of a dataset was read in another way than it should be. */
  z.object({
    kind: z.literal('remark'),
    remark: z.object({ path: z.string(), how: z.array(failureSchema).readonly() }),
  }),
  z.object({ kind: z.literal('engine'), choice: choiceFactsSchema }),
]);

export type Said = z.infer<typeof saidSchema>;

export function saying(text: Failure): Said {
  return { kind: 'text', text };
}

/** What was said as a sentence, in the language of the words. */
export function describeSaid(said: Said, words = englishWords()): string {
  switch (said.kind) {
    case 'text':
      return sentenceOf(said.text, words);
    case 'left-out':
      return sentenceOf(failure('runLog.left-out', { what: describeProblem(said.problem, words) }), words);
    case 'remark':
      return describeRemark(said.remark, words);
    case 'engine':
      return describeChoice(said.choice, words);
  }
}
