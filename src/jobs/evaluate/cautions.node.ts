import type { Evaluation } from '../../core/evaluation/evaluation-schema.ts';
import { classesNotShown } from '../../core/evaluation/evaluation-table.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { fittedOn, type SubjectKeys } from '../../core/registry/subjects/known-subjects.node.ts';

/** Where subjects that are tested had a part in making the model. */
export function leakCautions(config: ModelConfig, subjects: readonly string[], keys: SubjectKeys): string[] {
  const { train, val, unknown } = fittedOn(config, subjects, keys);
  const [trained, chosen] = [train.length, val.length];
  const of = new Set(subjects).size;
  return [
    ...(trained > 0
      ? [`WARNING: ${config.id} was trained on ${trained} of these ${of} subjects, so that the figures flatter it.`]
      : []),
    ...(unknown
      ? [
          `Whether ${config.id} has seen these subjects cannot be told: it remembers its own under the key of another site or machine.`,
        ]
      : []),
    ...(chosen > 0
      ? [`Temperature and threshold of ${config.id} were chosen on ${chosen} of these ${of} subjects.`]
      : []),
  ];
}

/** Where not all emotions are counted. */
export function restrictionCautions({ restrictedTo, leftOut }: Evaluation, minImages: number): string[] {
  if (!restrictedTo || leftOut === 0) return [];
  return [
    `Counted are the emotions with at least ${minImages} images: ${restrictedTo.join(', ')}. ${leftOut} images of others ` +
      'were left out; naming one of the others counts as wrong.',
  ];
}

/** Where no image shows an emotion that the model names. */
export function absenceCautions(evaluation: Evaluation): string[] {
  const absent = classesNotShown(evaluation);
  return absent.length > 0 ? [`No image shows ${absent.join(', ')}: no figure covers it.`] : [];
}
