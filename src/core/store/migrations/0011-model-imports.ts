/**
 * Models of other sites, and the sites whose models an administrator has let in. A model that has a row in `model_imports`
 * is of another site, whatever its column `origin` says: that one was made for two words only.
 */
export const SQL = `
CREATE TABLE model_imports (
  model_id TEXT PRIMARY KEY REFERENCES models (id),
  site_name TEXT NOT NULL,
  public_key TEXT NOT NULL,
  statement TEXT,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE known_sites (
  public_key TEXT PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  confirmed_by TEXT NOT NULL,
  confirmed_at TEXT NOT NULL
) STRICT;
`;
