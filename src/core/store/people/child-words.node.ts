/**
 * Ids by which entries of the audit log tell of a child, beside its own and those of its sessions: of everything that it has and that
 * is entered under an id of its own. Over `@childId`.
 */
export const IDS_OF_CHILD = `SELECT id FROM consents WHERE child_id = @childId
  UNION SELECT id FROM baselines WHERE child_id = @childId
  UNION SELECT id FROM cautions WHERE child_id = @childId`;
