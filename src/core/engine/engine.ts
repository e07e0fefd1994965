/** Names of the engines that this version can train on. */
export const ENGINE_NAMES = ['wasm'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** A TensorFlow.js backend that has been started: from here on every tensor of the process lives on it. */
export interface Engine {
  readonly name: EngineName;
  /** Package name -> version, of all that decides the arithmetic. Written on the model card. */
  readonly versions: Readonly<Record<string, string>>;
  /** Threads that one kernel uses. */
  readonly threads: number;
}

/** What an engine showed about itself before it was trusted. */
interface EngineFindings {
  /** Largest gradient error against the cpu backend, relative to the largest reference value of that gradient. */
  readonly gradientError: number;
  /** Forward and backward passes of the probe net, in images a second; median of three. */
  readonly imagesPerSecond: number;
}

/** The engine in use, and why it is this one. */
export interface EngineChoice {
  readonly engine: Engine;
  readonly findings: EngineFindings;
  /** One sentence for `doctor`, the Training Lab and the card. */
  readonly reason: string;
}
