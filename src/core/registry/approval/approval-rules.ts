import { z } from 'zod';

/** What a site asks of a model's figures before the model is used: a setting, within bounds that no site can leave. */
export const approvalRulesSchema = z.object({
  /** Below ten children even a large difference cannot be told from chance. */
  fewestTestChildren: z.number().int().min(10).max(1000),
  /**
   * Non-inferiority margin: the new model may be worse by less than this, at the lower end of the interval of the
   * difference in balanced accuracy.
   */
  margin: z.number().min(0).max(0.2),
});

export type ApprovalRules = z.infer<typeof approvalRulesSchema>;

export const STANDARD_APPROVAL_RULES: ApprovalRules = { fewestTestChildren: 20, margin: 0.05 };
