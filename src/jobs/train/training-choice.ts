import { ENCODERS } from '../../core/training/net/encoder-spec.ts';
import type { TrainingChoice } from '../../core/training/training-config.ts';
import type { Start } from './start-from.node.ts';
import type { CompleteTrainingJob } from './training-job.ts';

/** A run that goes on from a model has its encoder, and its emotions where no others were asked for. */
export function choiceOf(
  { learner, regime, epochs, seed, size, settings }: CompleteTrainingJob,
  start: Start | null,
): TrainingChoice {
  const { encoder, ...others } = settings;
  if (start && encoder) {
    throw new RangeError(`the encoder is that of ${start.model.id}, from which the run starts: leave out ${encoder}`);
  }
  const given = start
    ? { startFrom: start.model, encoder: start.net.encoder, classes: start.net.classes }
    : { encoder: ENCODERS[encoder ?? 'standard'] };
  return { learner, regime, epochs, seed, size, ...given, ...others };
}
