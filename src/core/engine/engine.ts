import type { Failure } from '../words/failure.ts';

/** Names of the engines, the likely fastest first. */
export const ENGINE_NAMES = ['tensorflow', 'webgpu', 'wasm'] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** A TensorFlow.js backend that has been started: from here on every tensor of the process lives on it. */
export interface Engine {
  readonly name: EngineName;
  /** What computes, for people: the processor with its threads, or the name of a GPU. */
  readonly device: Failure;
  /**
   * Package or library name -> version, or "on" and "off", of all that decides the arithmetic. Written on the model card,
   * and part of a run's identity.
   */
  readonly versions: Readonly<Record<string, string>>;
  /** Threads that one kernel uses. Another number rounds differently. */
  readonly threads: number;
  /** Threads that compute a training's batches together; missing where one does. */
  readonly workers?: number;
  /** Whether it runs a whole training step as one graph. */
  readonly stepGraph?: boolean;
  /**
   * What went wrong behind the program's back, or null: a GPU leaves zeros where results should be and throws nothing.
   * Errors of all work whose results have been read are in it. Missing where failures are thrown.
   */
  readonly failure?: () => Promise<Error | null>;
}

/** What came of starting an engine. To be absent is no fault: most machines lack one or two of them. */
export type EngineStart =
  | { readonly kind: 'started'; readonly engine: Engine }
  | { readonly kind: 'absent'; readonly why: Failure };

/** What an engine showed about itself before it was trusted. */
interface EngineFindings {
  /** Largest gradient error against the cpu backend, relative to the largest reference value of that gradient. */
  readonly gradientError: number;
  /** Training of the standard net, in images a second, by one worker; measured now, or when this machine last was. */
  readonly imagesPerSecond: number;
}

/** One engine of this machine, tried. */
export type EngineTrial =
  | { readonly name: EngineName; readonly kind: 'tried'; readonly engine: Engine; readonly findings: EngineFindings }
  | { readonly name: EngineName; readonly kind: 'absent' | 'wrong'; readonly why: Failure };

/** The engine in use, and why it is this one. */
export interface EngineChoice {
  readonly engine: Engine;
  readonly findings: EngineFindings;
  /** True where no other was tried, since this one was asked for. */
  readonly wasRequested: boolean;
  /** True where no other was tried, since what is gone on with began on this one. */
  readonly wasBegunOn: boolean;
  /** Every engine that was looked at, in the order of ENGINE_NAMES. */
  readonly trials: readonly EngineTrial[];
}
