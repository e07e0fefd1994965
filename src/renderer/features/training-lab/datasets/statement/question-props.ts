import type { DraftProblem, StatementDraft } from './statement-draft.ts';

/** What each of the questions is given. */
export interface QuestionProps {
  readonly draft: StatementDraft;
  readonly change: (part: Partial<StatementDraft>) => void;
  /** Words for what is missing; null for what is not. */
  readonly problem: (which: DraftProblem) => string | null;
}
