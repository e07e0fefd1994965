import { z } from 'zod';

/** What the format is called; a reader of an earlier version of it would go wrong when `EXCHANGE_VERSION` is raised. */
export const EXCHANGE_FORMAT = 'faceward-model';
export const EXCHANGE_VERSION = 1;

/** Names within the archive. */
export const MANIFEST_FILE = 'manifest.json';
export const SIGNATURE_FILE = 'manifest.sig';

/** What the manifest lists, with the most bytes of each. Nothing else may lie in the archive. */
export const LARGEST = {
  'README.md': 4 * 2 ** 20,
  'config.json': 16 * 2 ** 20,
  'model.safetensors': 64 * 2 ** 20,
  SHA256SUMS: 4096,
  'evaluation.json': 16 * 2 ** 20,
  'evaluation.html': 32 * 2 ** 20,
  'model.onnx': 64 * 2 ** 20,
} as const;

export type ExchangedFile = keyof typeof LARGEST;

export const EXCHANGED_FILES = Object.keys(LARGEST) as readonly ExchangedFile[];

/** Without these an archive holds no model. */
export const NEEDED_FILES = ['README.md', 'config.json', 'model.safetensors', 'SHA256SUMS'] as const;

/** Of the whole archive, as it lies on a disk. */
export const MOST_ARCHIVE_BYTES = 128 * 2 ** 20;
export const MOST_MANIFEST_BYTES = 64 * 1024;

/** What a site says of the model that it hands on. Signed as the bytes that it is written in. */
export const manifestSchema = z.object({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  model: z.object({
    id: z.string().max(80),
    version: z.string().max(40),
    /** Of its files: model-digest.node.ts. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  site: z.object({
    name: z.string().min(1).max(200),
    /** The 32 bytes of its Ed25519 key in base64url. */
    publicKey: z.string().max(64),
  }),
  /** Of the families whose children it was trained or tested on. */
  consent: z.object({
    /** Children of the site for all of whom a consent to share weights held when it was made. */
    children: z.number().int().min(0),
    /** What an administrator wrote of whoever else it was made from; null where there is nobody else. */
    statement: z.string().max(1000).nullable(),
  }),
  madeAtIso: z.iso.datetime(),
  files: z
    .array(
      z.object({
        name: z.enum(EXCHANGED_FILES as [ExchangedFile, ...ExchangedFile[]]),
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(EXCHANGED_FILES.length),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** As much as every version of the format says. */
export const anyManifestSchema = z.object({ format: z.literal(EXCHANGE_FORMAT), version: z.number().int().min(1) });
