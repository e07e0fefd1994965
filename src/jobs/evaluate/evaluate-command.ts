import { folder, option, quoted } from '../train/train-command.ts';
import type { EvaluationJob } from './evaluate.node.ts';

/** The command that gives the same evaluation again, without what is as by default. */
export function evaluationCommand(job: EvaluationJob): string {
  return [
    `faceward evaluate --model ${quoted(folder(job.modelDir))}`,
    `--dataset ${job.datasetDirs.map((dir) => quoted(folder(dir))).join(' ')}`,
    `--split ${job.split}`,
    ...(job.classes ? [`--classes ${job.classes.join(',')}`] : []),
    ...(job.minImages > 0 ? [`--min-images ${job.minImages}`] : []),
    ...(job.labelColumn === 'emotion' ? [] : [option('--label-column', job.labelColumn)]),
    ...(job.group ? [`--group ${job.group}`] : []),
    ...(job.adults ? ['--adults'] : []),
    ...(job.againstDir === null ? [] : [`--against ${quoted(folder(job.againstDir))}`]),
    ...(job.withPictures ? ['--with-images'] : []),
  ].join(' ');
}
