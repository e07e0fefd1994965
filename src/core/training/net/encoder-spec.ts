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

/** The sizes that can be chosen by name; any other can be configured. */
export const ENCODERS = {
  /** A quarter of the work of `standard`: for studies of many runs. */
  small: { kind: 'resnet', inputPx: 48, stageChannels: [8, 16, 32, 64] },
  /** 0.072 GFLOP and 312,000 weights for a face. */
  standard: { kind: 'resnet', inputPx: 48, stageChannels: [16, 32, 64, 128] },
  /** Half as much again in every stage's channels: 2 MB of weights. */
  wide: { kind: 'resnet', inputPx: 48, stageChannels: [20, 40, 80, 160] },
} as const satisfies Record<string, EncoderSpec>;

export type EncoderName = keyof typeof ENCODERS;

export const DEFAULT_ENCODER: EncoderSpec = ENCODERS.standard;
