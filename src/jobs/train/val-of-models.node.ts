import { measureVal } from '../../core/evaluation/measure-val.ts';
import type { ModelFolder } from '../../core/registry/model-folder.node.ts';
import { subjectDigest } from '../../core/registry/subject-digest.node.ts';
import { type LogRecord, stageRecord, type ValFigures } from '../../core/training/log-record.ts';
import { saying } from '../../core/training/said.ts';
import type { TrainingConfig } from '../../core/training/training-config.ts';
import { valFiguresOf } from '../../core/training/val/val-figures.ts';
import { valChildren, valChildrenIn } from '../../core/training/val-loss.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import type { Start } from './start-from.node.ts';
import type { RunData } from './training-data.node.ts';

/** What the run's weights have to reach on val; null where any may be kept. @throws FailureError if val has no child. */
export async function floorOf(
  start: Start | null,
  { val }: Pick<RunData, 'val'>,
  config: TrainingConfig,
): Promise<ValFigures | null> {
  if (config.valFloor === 'none' || !start) return null;
  if (start.net.classes.join() !== config.classes.join()) {
    throw new RangeError(
      `with a floor on val the emotions of the model started from were expected, ${start.net.classes.join(', ')}; found ${config.classes.join(', ')}`,
    );
  }
  return valFiguresOf(start.net, valChildren(val, config), measureVal(config.seed));
}

/**
 * What another model makes of the children of val that the run chooses by, so that it can stand beside the run.
 *
 * @returns Null, and says why, where it was trained on some of them: it has seen the answers.
 */
export async function* valOfModel(
  { config: model, tensors }: Pick<ModelFolder, 'config' | 'tensors'>,
  { val }: Pick<RunData, 'val'>,
  { classes, seed }: TrainingConfig,
  now: () => number,
): AsyncGenerator<LogRecord, void> {
  const tell = (text: Failure) => stageRecord('val', saying(text), now());
  const known = new Set(model.split.subjects.train);
  const seen = [...new Set(val.subject)].filter((subject) => known.has(subjectDigest(subject)));
  if (seen.length > 0) {
    yield tell(failure('runLog.val-of-model-unfair', { model: model.id, count: seen.length }));
    return;
  }
  const shared = model.classes.join() === classes.join();
  const children = shared ? valChildrenIn(val, { classes }) : null;
  if (!children) return;
  const net = { encoder: model.architecture, classes: model.classes, tensors };
  const figures = await valFiguresOf(net, children, measureVal(seed));
  const { value, low, high } = figures.balancedAccuracy!;
  const { images, subjects } = figures;
  yield tell(failure('runLog.val-of-model', { model: model.id, value, low, high, images, children: subjects }));
  const where = { stage: 'val', step: 0, epoch: 0, isBest: false, atMs: now() };
  yield { kind: 'val', of: 'model', model: model.id, ...where, ...figures };
}
