import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CROP_PX, type FaceSet, GROUPS } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { facesDigest } from './faces-digest.node.ts';
import type { StudyFaces } from './study-faces.node.ts';
import type { StudyFile } from './study-file.ts';

/** In the study's folder. */
const FACES_FILE = 'faces.bin';

/** Bytes that say how long the description is, a little-endian whole number. */
const LENGTH_BYTES = 4;
const SPLITS = ['train', 'val', 'test'] as const;

const describedSchema = z.object({
  count: z.number().int().min(0),
  group: z.array(z.enum(GROUPS)),
  subject: z.array(z.string()),
  ageYears: z.array(z.number().nullable()),
  path: z.array(z.string()),
});
const headSchema = z.object({
  formatVersion: z.literal(1),
  testHashes: z.array(z.string()),
  splits: z.object({ train: describedSchema, val: describedSchema, test: describedSchema }),
});

/**
 * Keeps the faces of a study beside its plan: a length, a description in JSON, then crops, emotions and votes of each split.
 *
 * Only of datasets that lie in folders as they are: whoever can read the study can read their images.
 */
export async function keepFaces(dir: string, { testHashes, ...sets }: StudyFaces): Promise<void> {
  const described = ({ count, group, subject, ageYears, path }: FaceSet) => ({ count, group, subject, ageYears, path });
  const splits = Object.fromEntries(SPLITS.map((each) => [each, described(sets[each])]));
  const head = Buffer.from(JSON.stringify({ formatVersion: 1, testHashes, splits }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const columns = SPLITS.flatMap((each) => {
    const { crops, emotion, votes } = sets[each];
    return [crops, emotion, votes].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
  });
  await mkdir(dir, { recursive: true });
  writeFileAtomically(join(dir, FACES_FILE), Buffer.concat([length, head, ...columns]));
}

/**
 * The faces that are kept beside a study.
 *
 * @returns Null where none are. @throws Error if they are damaged, or of other images than the study began with.
 */
export async function readKeptFaces(dir: string, { surroundings }: StudyFile): Promise<StudyFaces | null> {
  const file = join(dir, FACES_FILE);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!bytes) return null;
  const faces = facesIn(bytes);
  if (faces && facesDigest(faces) === surroundings.facesDigest) return faces;
  throw new Error(
    `${file} was expected to hold the faces that the study began with; found ${faces ? 'others' : 'a damaged file'}. ` +
      'Delete it, and they are found anew in the datasets',
  );
}

/** Deletes the faces that are kept beside a study, if any are: pictures of children stay where they came from alone. */
export async function dropFaces(dir: string): Promise<void> {
  await rm(join(dir, FACES_FILE), { force: true });
}

/** @returns Null for what no study kept. */
function facesIn(bytes: Buffer): StudyFaces | null {
  try {
    let at = LENGTH_BYTES + bytes.readUInt32LE(0);
    const { testHashes, splits } = headSchema.parse(JSON.parse(bytes.toString('utf8', LENGTH_BYTES, at)));
    // A copy: a column of floats has to begin at a multiple of four.
    const take = (length: number) => {
      at += length;
      return Uint8Array.from(bytes.subarray(at - length, at)).buffer;
    };
    const set = (of: (typeof SPLITS)[number]): FaceSet => {
      const { count } = splits[of];
      const crops = new Uint8Array(take(count * CROP_PX ** 2));
      const emotion = new Int8Array(take(count));
      return {
        ...splits[of],
        cropPx: CROP_PX,
        crops,
        emotion,
        votes: new Float32Array(take(count * EMOTIONS.length * 4)),
      };
    };
    const sets = { train: set('train'), val: set('val'), test: set('test') };
    return at === bytes.length ? { ...sets, testHashes } : null;
  } catch {
    return null;
  }
}
