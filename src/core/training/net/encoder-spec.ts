/**
 * The shape of the face encoder: a small residual net. Plain JSON, written into a model's config.
 *
 * Source: He et al. 2015, arXiv:1512.03385, figure 3, cut down to one block a stage.
 */
export interface EncoderSpec {
  readonly kind: 'resnet';
  /** Side of the square grey image that goes in. */
  readonly inputPx: number;
  /** Channels of the stages; the first works at full size, each later one at half the size of the one before. */
  readonly stageChannels: readonly number[];
}
