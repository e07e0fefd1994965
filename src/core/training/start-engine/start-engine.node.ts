import { chooseEngine, type EngineWish } from '../../engine/choose-engine.node.ts';
import type { EngineChoice } from '../../engine/engine.ts';
import { gradientOnEngine } from './gradient-on-engine.node.ts';
import { trainingSpeed } from './training-speed.ts';

/**
 * Starts the engine that this process will compute on; where it has to be measured, by training steps of the standard net.
 *
 * @throws As `chooseEngine`.
 */
export function startEngine(wish: EngineWish): Promise<EngineChoice> {
  return chooseEngine(wish, async (engine) => {
    const onEngine = await gradientOnEngine(engine, 1);
    try {
      return await trainingSpeed(onEngine.gradient, () => performance.now());
    } finally {
      await onEngine.close();
    }
  });
}
