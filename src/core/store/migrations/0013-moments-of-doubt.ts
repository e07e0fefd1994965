/** Kept pictures of moments in which the model doubted, as images of a dataset. */
export const SQL = `
CREATE TABLE moment_images (
  image_key INTEGER PRIMARY KEY REFERENCES dataset_images (key) ON DELETE CASCADE,
  session_key INTEGER NOT NULL,
  at_ms REAL NOT NULL,
  UNIQUE (session_key, at_ms),
  FOREIGN KEY (session_key, at_ms) REFERENCES crops (session_key, at_ms) ON DELETE CASCADE
) STRICT;

-- A picture that is deleted, because consent ended, is deleted here too, with its copy and all that is said of it.
CREATE TRIGGER moment_images_end AFTER DELETE ON moment_images BEGIN
  DELETE FROM dataset_images WHERE key = OLD.image_key;
END;
`;
