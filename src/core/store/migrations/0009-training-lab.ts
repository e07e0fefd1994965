/** Every image of a dataset with its face, what people and models say of it, and which runs it was in. */
export const SQL = `
-- One row an image. A dataset that is read again keeps the keys of the paths that it still has.
CREATE TABLE dataset_images (
  key INTEGER PRIMARY KEY,
  dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
  -- Relative to the dataset's folder, with forward slashes; of a packed image its file and number.
  path TEXT NOT NULL,
  subject TEXT,
  subject_group TEXT CHECK (subject_group IN ('child', 'adult')),
  age_years REAL CHECK (age_years >= 0),
  -- As the dataset has it; null where it has none.
  emotion TEXT,
  -- Shares of annotators in the order of EMOTIONS, summing to 1.
  votes_json TEXT,
  own_split TEXT CHECK (own_split IN ('train', 'val', 'test')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'face', 'no-face', 'broken')),
  -- Why there is no face, as a failure.
  fault_json TEXT,
  -- Side of the face in the image, in its pixels.
  face_px REAL,
  -- From 0 to 1, of the crop.
  sharpness REAL,
  brightness REAL,
  UNIQUE (dataset_id, path)
) STRICT;

CREATE INDEX dataset_images_filter ON dataset_images (dataset_id, state, subject_group, emotion);

-- The crop, [60, 60] grey, row-major: drawn without opening the image.
CREATE TABLE dataset_faces (
  image_key INTEGER PRIMARY KEY REFERENCES dataset_images (key) ON DELETE CASCADE,
  grey BLOB NOT NULL CHECK (length(grey) = 3600)
) STRICT;

-- What a model says of an image.
CREATE TABLE image_readings (
  image_key INTEGER NOT NULL REFERENCES dataset_images (key) ON DELETE CASCADE,
  model_digest TEXT NOT NULL,
  -- Seven float32 in the order of EMOTIONS, 0 for emotions that the model does not tell.
  probabilities BLOB NOT NULL CHECK (length(probabilities) = 28),
  PRIMARY KEY (image_key, model_digest)
) STRICT, WITHOUT ROWID;

-- What a person says of an image. The newest of a person counts; null takes back what was said before.
CREATE TABLE image_labels (
  key INTEGER PRIMARY KEY,
  image_key INTEGER NOT NULL REFERENCES dataset_images (key) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  -- An emotion, 'no-face' or 'not-usable'.
  label TEXT,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX image_labels_image ON image_labels (image_key, user_id);

-- An image of val or test of a run, and what the run's model said of it.
CREATE TABLE run_images (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  image_key INTEGER NOT NULL REFERENCES dataset_images (key) ON DELETE CASCADE,
  split TEXT NOT NULL CHECK (split IN ('train', 'val', 'test')),
  -- By what it was judged.
  truth TEXT NOT NULL,
  probabilities BLOB NOT NULL CHECK (length(probabilities) = 28),
  -- The encoder's output, float32; null where it was not kept.
  embedding BLOB,
  PRIMARY KEY (run_id, image_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_images_image ON run_images (image_key);
`;
