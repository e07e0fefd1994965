import { z } from 'zod';
import { failure } from '../words/failure.ts';
import { failureSchema } from '../words/failure-schema.ts';
import { englishWords, sentenceOf } from '../words/failure-sentence.ts';
import { ENGINE_NAMES, type EngineChoice, type EngineTrial } from './engine.ts';

const triedSchema = z.object({
  name: z.enum(ENGINE_NAMES),
  kind: z.literal('tried'),
  device: z.string(),
  workers: z.number().int(),
  /** By each worker. */
  imagesPerSecond: z.number(),
});

const passedBySchema = z.object({ name: z.enum(ENGINE_NAMES), kind: z.literal('passed-by'), why: failureSchema });

const trialFactsSchema = z.discriminatedUnion('kind', [triedSchema, passedBySchema]);

/** Which engine computes and why, as plain data: it crosses processes, is kept in logs, and is told in any language. */
export const choiceFactsSchema = z.object({
  best: triedSchema,
  gradientError: z.number(),
  wasRequested: z.boolean(),
  others: z.array(trialFactsSchema),
});

type TrialFacts = z.infer<typeof trialFactsSchema>;
export type ChoiceFacts = z.infer<typeof choiceFactsSchema>;

export function trialFacts(trial: EngineTrial): TrialFacts {
  const { name } = trial;
  if (trial.kind !== 'tried') return { name, kind: 'passed-by', why: trial.why };
  return triedFacts(trial);
}

export function choiceFacts({ engine, findings, trials, wasRequested }: EngineChoice): ChoiceFacts {
  return {
    best: triedFacts({ name: engine.name, engine, findings }),
    gradientError: findings.gradientError,
    wasRequested,
    others: trials.filter(({ name }) => name !== engine.name).map(trialFacts),
  };
}

function triedFacts({ name, engine, findings }: Omit<Extract<EngineTrial, { kind: 'tried' }>, 'kind'>) {
  const { device, workers = 1 } = engine;
  return { name, kind: 'tried', device, workers, imagesPerSecond: findings.imagesPerSecond } as const;
}

/** One sentence for `doctor`, the Training Lab and the card. */
export function describeChoice(
  { best, gradientError, wasRequested, others }: ChoiceFacts,
  words = englishWords(),
): string {
  const { name, device } = best;
  const values = { name, device, error: gradientError.toExponential(0), speed: speedWords(best, words) };
  if (wasRequested) return sentenceOf(failure('engine.asked', values), words);
  const named = others.map((each) => `${each.name}: ${describeTrial(each, words)}`).join('; ');
  return sentenceOf(failure('engine.fastest', { ...values, others: named }), words);
}

/** What an engine did in the probe, or why it is not used, as one phrase to stand behind its name. */
export function describeTrial(trial: TrialFacts, words = englishWords()): string {
  if (trial.kind === 'passed-by') return sentenceOf(trial.why, words);
  const { device } = trial;
  return sentenceOf(failure('engine.tried', { speed: speedWords(trial, words), device }), words);
}

function speedWords({ imagesPerSecond, workers }: z.infer<typeof triedSchema>, words = englishWords()): string {
  const images = Math.round(imagesPerSecond);
  return sentenceOf(
    workers > 1 ? failure('engine.speed-of-each', { images }) : failure('engine.speed', { images }),
    words,
  );
}
