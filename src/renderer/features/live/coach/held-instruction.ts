import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { type Instruction, instructionFor } from './instruction.ts';

/** An instruction stays at least this long: one that changes with every frame cannot be followed. */
const SHORTEST_MS = 1500;

/** Holds the coach's instruction still. */
export class HeldInstruction {
  #held: Instruction | null = null;
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** @returns What to say at this result. */
  show(result: Pick<FrameResult, 'faces' | 'onlyFace' | 'reason' | 'atMs'>): Instruction {
    const right = instructionFor(result);
    if (this.#held === right || (this.#held && result.atMs - this.#sinceMs < SHORTEST_MS)) return this.#held;
    this.#held = right;
    this.#sinceMs = result.atMs;
    return right;
  }
}
