import { z } from 'zod';
import { type Failure, failure } from '../words/failure.ts';
import { failureSchema } from '../words/failure-schema.ts';
import { englishWords, sentenceOf } from '../words/failure-sentence.ts';
import { ENGINE_NAMES, type EngineChoice, type EngineTrial } from './engine.ts';

const triedSchema = z.object({
  name: z.enum(ENGINE_NAMES),
  kind: z.literal('tried'),
  /** In English, in what an earlier version wrote. */
  device: z.union([failureSchema, z.string()]),
  workers: z.number().int(),
  /** By each worker. */
  imagesPerSecond: z.number(),
});

const passedBySchema = z.object({ name: z.enum(ENGINE_NAMES), kind: z.literal('passed-by'), why: failureSchema });

export const trialFactsSchema = z.discriminatedUnion('kind', [triedSchema, passedBySchema]);

/** Which engine computes and why, as plain data: it crosses processes, is kept in logs, and is told in any language. */
export const choiceFactsSchema = z.object({
  best: triedSchema,
  gradientError: z.number(),
  wasRequested: z.boolean(),
  wasBegunOn: z.boolean().exactOptional(),
  others: z.array(trialFactsSchema),
});

export type TrialFacts = z.infer<typeof trialFactsSchema>;
export type ChoiceFacts = z.infer<typeof choiceFactsSchema>;

export function trialFacts(trial: EngineTrial): TrialFacts {
  const { name } = trial;
  if (trial.kind !== 'tried') return { name, kind: 'passed-by', why: trial.why };
  return triedFacts(trial);
}

export function choiceFacts({ engine, findings, trials, wasRequested, wasBegunOn }: EngineChoice): ChoiceFacts {
  return {
    best: triedFacts({ name: engine.name, engine, findings }),
    gradientError: findings.gradientError,
    wasRequested,
    wasBegunOn,
    others: trials.filter(({ name }) => name !== engine.name).map(trialFacts),
  };
}

function triedFacts({ name, engine, findings }: Omit<Extract<EngineTrial, { kind: 'tried' }>, 'kind'>) {
  const { device, workers = 1 } = engine;
  return { name, kind: 'tried', device, workers, imagesPerSecond: findings.imagesPerSecond } as const;
}

/** One sentence for `doctor`, the Training Lab and the card. */
export function describeChoice(
  { best, gradientError, wasRequested, wasBegunOn, others }: ChoiceFacts,
  words = englishWords(),
): string {
  const { name } = best;
  const device = deviceWords(best.device, words);
  const values = { name, device, error: gradientError.toExponential(0), speed: speedWords(best, words) };
  if (wasBegunOn) return sentenceOf(failure('engine.begun', values), words);
  if (wasRequested) return sentenceOf(failure('engine.asked', values), words);
  const named = others.map((each) => `${each.name}: ${describeTrial(each, words)}`).join('; ');
  const isFastest = others.every((each) => expectedSpeed(each) <= expectedSpeed(best));
  const reason = isFastest
    ? failure('engine.fastest', { ...values, others: named })
    : failure('engine.preferred', { ...values, others: named, factor: FAR_SLOWER });
  return sentenceOf(reason, words);
}

/** What computes, in the language of the words. */
export function deviceWords(device: Failure | string, words = englishWords()): string {
  return typeof device === 'string' ? device : sentenceOf(device, words);
}

/** An engine is passed by for another that is so many times as fast, and not for less: a probe is a glance. */
export const FAR_SLOWER = 1.5;

/** The probe is by one worker; two were measured to be twice as fast as long as each has a core. 0 for what was not tried. */
export function expectedSpeed(trial: TrialFacts): number {
  return trial.kind === 'tried' ? trial.imagesPerSecond * trial.workers : 0;
}

/** What an engine did in the probe, or why it is not used, as one phrase to stand behind its name. */
export function describeTrial(trial: TrialFacts, words = englishWords()): string {
  if (trial.kind === 'passed-by') return sentenceOf(trial.why, words);
  const device = deviceWords(trial.device, words);
  return sentenceOf(failure('engine.tried', { speed: speedWords(trial, words), device }), words);
}

function speedWords({ imagesPerSecond, workers }: z.infer<typeof triedSchema>, words = englishWords()): string {
  const images = Math.round(imagesPerSecond);
  return sentenceOf(
    workers > 1 ? failure('engine.speed-of-each', { images }) : failure('engine.speed', { images }),
    words,
  );
}
