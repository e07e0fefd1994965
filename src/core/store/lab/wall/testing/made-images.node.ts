import { EMOTIONS } from '../../../../emotion/emotion.ts';
import { inTransaction, type WritableDb } from '../../../store.node.ts';

const SIDE_PX = 60;

/** What is made; image n shows the same in every store. */
export interface MadeImages {
  readonly datasetId: string;
  readonly count: number;
  /** Of whom readings are made; none when left out. */
  readonly modelDigest?: string | null;
}

/**
 * Enters a dataset of made-up faces: children and adults in turn by subjects of twenty, every emotion, every age, and a
 * model that is right on nine of ten. Every hundredth image has no face.
 */
export function addMadeImages(db: WritableDb, { datasetId, count, modelDigest = null }: MadeImages): void {
  const addImage = db.prepare(
    `INSERT INTO dataset_images (dataset_id, path, subject, subject_group, age_years, emotion, own_split, state, fault_json,
                                 face_px, sharpness, brightness)
     VALUES (@datasetId, @path, @subject, @group, @ageYears, @emotion, @split, @state, @fault, @facePx, @sharpness, @brightness)`,
  );
  const addFace = db.prepare('INSERT INTO dataset_faces (image_key, grey) VALUES (?, ?)');
  const addReading = db.prepare('INSERT INTO image_readings (image_key, model_digest, probabilities) VALUES (?, ?, ?)');
  inTransaction(db, () => {
    db.prepare(
      `INSERT INTO datasets (id, name, dir, kind, images, children, adults, images_by_emotion_json, subjects_known,
                             problems_json, problem_count)
       VALUES (@id, 'Made-up faces', @dir, 'folder', @count, 0, 0, '{}', 1, '[]', 0)`,
    ).run({ id: datasetId, dir: `/made/${datasetId}`, count });
    for (let image = 0; image < count; image += 1) {
      const hasFace = image % 100 !== 99;
      const subject = Math.floor(image / 20);
      const isChild = subject % 2 === 0;
      const emotion = image % EMOTIONS.length;
      const { lastInsertRowid: key } = addImage.run({
        datasetId,
        path: `faces/${image}.png`,
        subject: `S${subject}`,
        group: isChild ? 'child' : 'adult',
        ageYears: isChild ? subject % 18 : 18 + (subject % 50),
        emotion: EMOTIONS[emotion],
        split: null,
        state: hasFace ? 'face' : 'no-face',
        fault: hasFace ? null : JSON.stringify({ reason: 'image.no-face', values: {} }),
        facePx: hasFace ? 40 + (image % 100) : null,
        sharpness: hasFace ? 0.3 + (image % 7) / 10 : null,
        brightness: hasFace ? 0.5 : null,
      });
      if (!hasFace) continue;
      addFace.run(key, madeFace(image, emotion));
      const said = image % 10 === 5 ? (emotion + 1) % EMOTIONS.length : emotion;
      if (modelDigest !== null) addReading.run(key, modelDigest, reading(said, 0.5 + (image % 50) / 100));
    }
  });
}

/** Eyes and a mouth on an oval, a little different in every image, so that none is the same as its neighbour. */
export function madeFace(image: number, emotion: number): Buffer {
  const grey = Buffer.alloc(SIDE_PX * SIDE_PX);
  const skin = 120 + ((image * 37) % 100);
  const curve = emotion - 3;
  for (let y = 0; y < SIDE_PX; y += 1) {
    for (let x = 0; x < SIDE_PX; x += 1) {
      const across = (x - 30) / 22;
      const down = (y - 30) / 27;
      const isFace = across * across + down * down < 1;
      const isEye = Math.abs(y - 24) < 3 && (Math.abs(x - 21) < 4 || Math.abs(x - 39) < 4);
      const isMouth = Math.abs(x - 30) < 10 && Math.abs(y - 43 - (curve * ((x - 30) ** 2 - 50)) / 60) < 1.5;
      const level = isEye || isMouth ? 30 : isFace ? skin : 60;
      grey[y * SIDE_PX + x] = level + (((x * 7 + y * 13 + image) % 9) - 4);
    }
  }
  return grey;
}

function reading(said: number, probability: number): Buffer {
  const blob = Buffer.alloc(4 * EMOTIONS.length);
  for (const k of EMOTIONS.keys()) {
    blob.writeFloatLE(k === said ? probability : (1 - probability) / (EMOTIONS.length - 1), 4 * k);
  }
  return blob;
}
