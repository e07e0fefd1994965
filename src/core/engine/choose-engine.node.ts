import type { EngineChoice, EngineName } from './engine.ts';
import { gradientError, LARGEST_GRADIENT_ERROR } from './gradient-self-check.ts';
import { imagesPerSecond } from './speed-probe.ts';
import { startWasm } from './wasm.node.ts';

/**
 * Starts the engine that this process will train on, after a check of its gradients and a measurement of its speed.
 *
 * @param requested The engine to take, or undefined to leave the choice to the program.
 * @throws Error if the engine does not start or computes wrong gradients. There is no silent second choice.
 */
export async function chooseEngine(requested?: EngineName): Promise<EngineChoice> {
  const engine = await startWasm();
  const error = await gradientError();
  if (!(error <= LARGEST_GRADIENT_ERROR)) {
    throw new Error(
      `the ${engine.name} engine computes wrong gradients: relative error ${error.toExponential(1)} against the cpu backend, ` +
        `${LARGEST_GRADIENT_ERROR} is allowed; nothing can be trained with it`,
    );
  }
  const speed = await imagesPerSecond(() => performance.now());
  const why = requested ? 'it was asked for' : 'it runs everywhere and is the only engine of this version';
  return {
    engine,
    findings: { gradientError: error, imagesPerSecond: speed },
    reason:
      `${engine.name}, because ${why}; gradients agree with the cpu backend within ${error.toExponential(0)}, ` +
      `${Math.round(speed)} images a second in the probe`,
  };
}
