/**
 * Who proposed a model, so that somebody else approves it, and what it was approved in spite of. Of models that were
 * proposed before, the audit log tells who.
 */
export const SQL = `
ALTER TABLE models ADD COLUMN proposed_by TEXT REFERENCES users (id);
ALTER TABLE models ADD COLUMN approval_exception_json TEXT;

UPDATE models SET proposed_by = (
  SELECT users.id
  FROM audit JOIN users ON users.name = audit.user_name
  WHERE audit.action = 'models.propose' AND audit.subject = models.id
  ORDER BY audit.sequence DESC, users.removed_at IS NULL DESC
  LIMIT 1
);
`;
