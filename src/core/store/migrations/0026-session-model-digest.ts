/**
 * What the files of the model were that read a session. Of sessions that began before: what was entered of that version; null
 * where nothing was, or another version has taken its place since.
 */
export const SQL = `
ALTER TABLE sessions ADD COLUMN model_digest TEXT CHECK (length(model_digest) = 64);
UPDATE sessions
SET model_digest = (SELECT digest FROM models WHERE models.id = sessions.model_id AND models.version = sessions.model_version);
`;
