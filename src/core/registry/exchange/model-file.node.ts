import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import {
  isSignatureOf,
  type PublicKey,
  readPublicKeyText,
  type SigningKey,
  signatureOf,
} from '../../security/signature.node.ts';
import { unpackArchive } from './archive.node.ts';
import {
  anyManifestSchema,
  EXCHANGE_FORMAT,
  EXCHANGE_VERSION,
  EXCHANGED_FILES,
  type ExchangedFile,
  MANIFEST_FILE,
  type Manifest,
  manifestSchema,
  NEEDED_FILES,
  SIGNATURE_FILE,
} from './manifest.ts';

/**
 * A model as one file between sites (`.faceward-model`): a zip of the model folder's files, a manifest that lists each with
 * its SHA-256, and the site's signature (Ed25519) over the manifest's bytes. `unzip`, `sha256sum` and `openssl` can check it
 * without this program.
 */

/** Zip knows no date before 1980; this one is of no meaning, so that the same files give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

export type ModelFiles = Readonly<Partial<Record<ExchangedFile, Uint8Array>>>;

/** @param about Without what is computed here. */
export function packModel(
  files: ModelFiles,
  about: Pick<Manifest, 'model' | 'consent' | 'madeAtIso'> & { readonly siteName: string },
  key: SigningKey,
): Uint8Array<ArrayBuffer> {
  const { siteName, ...rest } = about;
  const present = EXCHANGED_FILES.flatMap((name) => (files[name] ? [[name, files[name]] as const] : []));
  const manifest: Manifest = {
    format: EXCHANGE_FORMAT,
    version: EXCHANGE_VERSION,
    ...rest,
    site: { name: siteName, publicKey: key.publicKey.text },
    files: present.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const text = Buffer.from(`${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`, 'utf8');
  const entries = [
    [MANIFEST_FILE, text] as const,
    [SIGNATURE_FILE, Buffer.from(signatureOf(text, key), 'utf8')] as const,
    ...present,
  ].map(([name, bytes]) => [name, [new Uint8Array(bytes), { level: 6, mtime: NO_DATE }]] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
}

export type ModelFileVerdict =
  /** As the owner of the key signed it; whose key that is, is not known by this. */
  | { readonly kind: 'signed'; readonly manifest: Manifest; readonly key: PublicKey; readonly files: ModelFiles }
  | { readonly kind: 'not-a-model-file' }
  /** Made by a later version of the program. */
  | { readonly kind: 'newer'; readonly version: number }
  /** It holds what no model file holds. */
  | { readonly kind: 'unwanted'; readonly name: string }
  /** This file is not as it was signed, or is missing. */
  | { readonly kind: 'changed'; readonly name: string };

/** Tells whether a model file is as a site signed it, before anything in it is believed. */
export async function openModelFile(archive: Uint8Array): Promise<ModelFileVerdict> {
  const unpacked = await unpackArchive(archive);
  if (unpacked.kind === 'no-archive') return { kind: 'not-a-model-file' };
  const text = unpacked.kind === 'files' ? unpacked.files.get(MANIFEST_FILE) : unpacked.manifest;
  const version = text ? versionOf(text) : null;
  // A later version may hold more files: that is said before one of them is found fault with.
  if (version !== null && version > EXCHANGE_VERSION) return { kind: 'newer', version };
  if (unpacked.kind === 'unwanted') return { kind: 'unwanted', name: unpacked.name };
  if (!text || version === null) return { kind: 'not-a-model-file' };
  const { files } = unpacked;
  const { data: manifest } = manifestSchema.safeParse(JSON.parse(text.toString('utf8')));
  const key = manifest ? readPublicKeyText(manifest.site.publicKey) : null;
  const signature = files.get(SIGNATURE_FILE)?.toString('utf8') ?? '';
  if (!manifest || !key || !isSignatureOf(signature, text, key)) return { kind: 'changed', name: MANIFEST_FILE };
  return (
    differing(files, manifest) ?? { kind: 'signed', manifest, key, files: Object.fromEntries(listed(files, manifest)) }
  );
}

function differing(files: ReadonlyMap<string, Buffer>, manifest: Manifest): ModelFileVerdict | null {
  const sums = new Map<string, string>(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  const missing = NEEDED_FILES.find((name) => !sums.has(name));
  if (missing) return { kind: 'changed', name: missing };
  for (const [name, sum] of sums) {
    const bytes = files.get(name);
    if (!bytes || sha256(bytes) !== sum) return { kind: 'changed', name };
  }
  const unlisted = [...files.keys()].find(
    (name) => !sums.has(name) && name !== MANIFEST_FILE && name !== SIGNATURE_FILE,
  );
  return unlisted === undefined ? null : { kind: 'changed', name: unlisted };
}

function listed(files: ReadonlyMap<string, Buffer>, manifest: Manifest): [ExchangedFile, Uint8Array][] {
  return manifest.files.map(({ name }) => [name, files.get(name)!]);
}

/** @returns Null for what is no manifest of any version. */
function versionOf(text: Buffer): number | null {
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch {
    // No JSON, so no manifest.
    return null;
  }
  return anyManifestSchema.safeParse(value).data?.version ?? null;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
