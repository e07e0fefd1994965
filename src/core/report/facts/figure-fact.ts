/** A figure with its 95 % interval over subjects. */
export interface FigureFact {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
