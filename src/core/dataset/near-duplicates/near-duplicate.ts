/** Two rows of a face set that show one photograph, a < b. */
export interface NearDuplicate {
  readonly a: number;
  readonly b: number;
  /** Of the two crops, at best shift and mirroring; above the threshold, at most 1. */
  readonly correlation: number;
}
