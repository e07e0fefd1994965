/** What a contender is asked, one line of JSON each; it answers each with one line. */
export type Request =
  /** Make some steps on batches of so many rows. */
  | { readonly kind: 'steps'; readonly rows: number; readonly steps: number }
  /** Write a batch with weights to a file, and tell the loss; see example.ts. */
  | { readonly kind: 'write-example'; readonly rows: number; readonly file: string }
  /** Read such a file and tell the loss; the steps that follow are made from it. */
  | { readonly kind: 'read-example'; readonly file: string };

export interface StepsAnswer {
  /** Each step's time. */
  readonly stepMs: number[];
  /** Of which drawing the views took so long; 0 where they were drawn before. */
  readonly drawMs: number;
}

export interface LossAnswer {
  readonly loss: number;
}

/** The first line of a contender, before it is asked anything. */
export type Greeting =
  | { readonly kind: 'ready'; readonly name: string }
  | { readonly kind: 'absent'; readonly reason: string };
