/**
 * Which candidates were rejected, and what people decided of models with a reason: rejected, taken up again, brought back.
 * A rejected candidate keeps its state beside the mark, so that taking it up again is to remove the mark.
 */
export const SQL = `
ALTER TABLE models ADD COLUMN rejected_at TEXT;

CREATE TABLE model_decisions (
  id INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  kind TEXT NOT NULL CHECK (kind IN ('rejected', 'reconsidered', 'brought-back')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by_user TEXT NOT NULL REFERENCES users (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX model_decisions_model ON model_decisions (model_id);
`;
