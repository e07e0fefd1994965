import sharp from 'sharp';
import { decodeImage } from '../../../core/dataset/faces/decode-image.node.ts';
import { readImageBytes } from '../../../core/dataset/faces/image-bytes.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { type Failure, failure } from '../../../core/words/failure.ts';

/** As much as a window shows; larger pictures are made smaller. */
const MOST_SIDE_PX = 1600;

const MEDIA_TYPE = 'image/webp';

export type Original =
  | {
      readonly kind: 'picture';
      readonly picture: {
        readonly widthPx: number;
        readonly heightPx: number;
        readonly mediaType: string;
        readonly bytes: Uint8Array<ArrayBuffer>;
      };
    }
  | { readonly kind: 'fault'; readonly why: Failure };

/** Where the picture is. */
interface OriginalPlace {
  /** The dataset's folder. */
  readonly dir: string;
  /** Relative to it. A picture in a file of many ("images.bin#12") is none of its own. */
  readonly path: string;
  /** The file itself, of a dataset whose files lie sealed; null for one in a folder. */
  readonly sealed: Uint8Array | null;
}

/**
 * The picture that a dataset names, upright and no larger than a window shows. In the query thread, since some formats are
 * decoded without pause.
 */
export async function readOriginal(_db: ReadableDb, { dir, path, sealed }: OriginalPlace): Promise<Original> {
  if (/#\d+$/.test(path)) return { kind: 'fault', why: failure('lab.no-original') };
  const source = { kind: 'file' } as const;
  const read = sealed ? ({ kind: 'bytes', bytes: sealed } as const) : await readImageBytes({ dir, path, source });
  if (read.kind === 'fault') return read;
  const decoded = await decodeImage(read.bytes, source);
  if (decoded.kind === 'fault') return decoded;
  const { widthPx: width, heightPx: height, data } = decoded.frame;
  const image = sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: MOST_SIDE_PX, height: MOST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 90 });
  const { data: bytes, info } = await image.toBuffer({ resolveWithObject: true });
  const picture = { widthPx: info.width, heightPx: info.height, mediaType: MEDIA_TYPE, bytes: Uint8Array.from(bytes) };
  return { kind: 'picture', picture };
}
