import type { EngineFacts } from '../../../../../contract/engines.ts';
import type { EngineName } from '../../../../../core/engine/engine.ts';

/** The words of an engine's entry in the list. */
export interface EngineWords {
  speed(name: EngineName, imagesPerSecond: number): string;
  chosen(entry: string): string;
  notHere(name: EngineName): string;
  notLookedAt(name: EngineName): string;
}

export interface EngineChoice {
  readonly value: EngineName;
  readonly label: string;
  /** It does not compute on this machine. */
  readonly disabled: boolean;
}

/**
 * The engines as a list to choose from: how fast each was when this machine was last looked at, and which one the program
 * takes when nobody chooses. One that nobody has looked at can be asked for: the run says whether it is there.
 */
export function engineChoices(
  engines: readonly EngineFacts[],
  preferred: EngineName | null,
  words: EngineWords,
): EngineChoice[] {
  return engines.map((engine): EngineChoice => {
    const { name } = engine;
    const entry = entryOf(engine, words);
    return {
      value: name,
      label: name === preferred ? words.chosen(entry) : entry,
      disabled: engine.state === 'not-here',
    };
  });
}

function entryOf({ name, state, imagesPerSecond }: EngineFacts, words: EngineWords): string {
  if (state === 'not-here') return words.notHere(name);
  if (state === 'not-looked-at') return words.notLookedAt(name);
  return imagesPerSecond === null ? name : words.speed(name, imagesPerSecond);
}
