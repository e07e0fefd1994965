import type { Look } from '../vision/vision-messages.ts';
import { type Instruction, instructionFor } from './instruction.ts';

/** An instruction stays at least this long: one that changes with every frame cannot be followed. */
const SHORTEST_MS = 1500;

/** Holds the coach's instruction still. */
export class HeldInstruction {
  #held: Instruction | null = null;
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** @returns What to say at this look. */
  show(look: Pick<Look, 'faces' | 'onlyFace' | 'reason' | 'atMs'>): Instruction {
    const right = instructionFor(look);
    if (this.#held === right || (this.#held && look.atMs - this.#sinceMs < SHORTEST_MS)) return this.#held;
    this.#held = right;
    this.#sinceMs = look.atMs;
    return right;
  }
}
