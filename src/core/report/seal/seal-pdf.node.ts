import type { SigningKey } from '../../security/signature.node.ts';
import type { ChangedPart } from './changed-part.ts';
import { pdfObjects, pdfParts } from './pdf-objects.ts';
import { digestOf, isSealGenuine, readSeal, type Seal, writeSeal } from './seal.node.ts';

/**
 * The seal within a PDF: a string object of hexadecimal digits that no other object refers to, for which room is left
 * when the file is written and which is filled in afterwards. As with the signatures of ISO 32000-2, 12.8, everything
 * but those digits is signed: what is drawn, what is attached, and the table that says where each object lies.
 *
 * It is not such a signature itself, because the viewers that people have know none by Ed25519 without a certificate
 * and would warn of a good file.
 */

/** What stands before the digits. */
const BEFORE = '/Type /FacewardSeal\n/Seal <';

/** Room that a seal takes without its parts, and that each part takes, in bytes; with a good deal to spare. */
const FRAME_BYTES = 1024;
const PART_BYTES = 320;

/** Room for an object's number and a comma, and objects that are made after the seal: fonts, metadata, trees. */
const NUMBER_BYTES = 7;
const OBJECTS_TO_COME = 100;

/** Parts of a file besides its pages. */
const OTHER_PARTS = 3;

/** Leaves room for the seal; to be called when all pages are drawn. */
export function reserveSeal(pdf: PDFKit.PDFDocument, pages: number): void {
  const data = { Type: 'FacewardSeal', Seal: Buffer.alloc(0) };
  const object = pdf.ref(data);
  const objects = object.id + OBJECTS_TO_COME;
  data.Seal = Buffer.alloc(FRAME_BYTES + (pages + OTHER_PARTS) * PART_BYTES + objects * NUMBER_BYTES);
  object.end(undefined);
}

/**
 * Fills the seal in.
 *
 * @param bytes A file with room for it; changed in place.
 * @throws RangeError if there is no room, or not enough.
 */
export function sealPdf(bytes: Uint8Array, key: SigningKey): void {
  const file = textOf(bytes);
  const room = roomOf(file);
  if (!room) throw new RangeError('a PDF with room for a seal was expected; found none');
  const objects = pdfObjects(file);
  const seal = writeSeal(
    {
      kind: 'pdf',
      fileBytes: bytes.length,
      sealAtByte: room.from,
      sealBytes: room.to - room.from,
      digest: digestAround(bytes, room),
      parts: pdfParts(file).map((part) => ({ ...part, objects: [...part.objects], digest: partDigest(objects, part) })),
    },
    key,
  );
  const digits = Buffer.from(padded(seal, room)).toString('hex');
  if (digits.length !== room.to - room.from) {
    throw new RangeError(
      `room for a seal of ${digits.length / 2} bytes was expected; found ${(room.to - room.from) / 2}`,
    );
  }
  Buffer.from(bytes.buffer, bytes.byteOffset).write(digits, room.from, 'latin1');
}

/** What a file's seal tells of it. */
export type PdfSeal =
  /** Never sealed, or written anew by another program, which leaves such an object out or writes it otherwise. */
  | { readonly kind: 'none' }
  /** There was one, and it cannot be read or is not genuine. `differs` is what can be told all the same. */
  | { readonly kind: 'broken'; readonly differs: readonly ChangedPart[] }
  /** `differs` is empty for a file that is as it was sealed. */
  | { readonly kind: 'genuine'; readonly seal: Seal; readonly differs: readonly ChangedPart[] };

export function checkPdfSeal(bytes: Uint8Array): PdfSeal {
  const file = textOf(bytes);
  const room = roomOf(file);
  if (!room) return { kind: 'none' };
  const seal = readSeal(Buffer.from(file.slice(room.from, room.to), 'hex').toString('latin1').trimEnd());
  const isWrittenSo =
    seal && Buffer.from(padded(JSON.stringify(seal), room)).toString('hex') === file.slice(room.from, room.to);
  if (!seal || !isWrittenSo) return { kind: 'broken', differs: [{ part: 'signature' }] };
  if (!isSealGenuine(seal)) {
    return { kind: 'broken', differs: [...differing(bytes, file, seal), { part: 'signature' }] };
  }
  const isWhole =
    bytes.length === seal.fileBytes &&
    room.from === seal.sealAtByte &&
    room.to - room.from === seal.sealBytes &&
    digestAround(bytes, room) === seal.digest;
  return { kind: 'genuine', seal, differs: isWhole ? [] : whatDiffers(bytes, file, seal) };
}

function whatDiffers(bytes: Uint8Array, file: string, seal: Seal): ChangedPart[] {
  const room = { from: seal.sealAtByte, to: seal.sealAtByte + seal.sealBytes };
  if (bytes.length > seal.fileBytes && digestAround(bytes.subarray(0, seal.fileBytes), room) === seal.digest) {
    return [{ part: 'appended' }];
  }
  const found = differing(bytes, file, seal);
  return found.length > 0 ? found : [{ part: 'structure' }];
}

/** The parts whose objects differ, and whether there are objects that were not there. */
function differing(bytes: Uint8Array, file: string, { parts, fileBytes }: Seal): ChangedPart[] {
  const objects = pdfObjects(file);
  // Of a seal that names objects over and over, or of objects that lie in one another, nothing more is told.
  const named = parts.flatMap((part) => part.objects);
  const bytesOf = (texts: Iterable<string | undefined>) =>
    [...texts].reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const isRepeated = bytesOf(objects.values()) + bytesOf(named.map((each) => objects.get(each))) > 3 * file.length;
  if (isRepeated) return [{ part: 'structure' }];
  const found = parts.filter((part) => partDigest(objects, part) !== part.digest).map(({ name }) => partOf(name));
  const known = new Set(named);
  const strange = [...objects].filter(([number, text]) => !known.has(number) && !text.includes(BEFORE.trim()));
  if (strange.length > 0 && bytes.length > fileBytes) found.push({ part: 'added' });
  return found;
}

/** By the name that a part has in a seal. */
function partOf(name: string): ChangedPart {
  const page = /^page (\d+)$/.exec(name)?.[1];
  if (page !== undefined) return { part: 'page', number: Number(page) };
  if (name === 'the attached data') return { part: 'attached-data' };
  return { part: name === "the document's information" ? 'information' : 'fonts-and-layout' };
}

function partDigest(
  objects: ReadonlyMap<number, string>,
  { objects: numbers }: { objects: readonly number[] },
): string {
  return digestOf(...numbers.map((number) => Buffer.from(objects.get(number) ?? '', 'latin1')));
}

/** Where the digits stand. */
function roomOf(file: string): { from: number; to: number } | null {
  const at = file.indexOf(BEFORE);
  if (at < 0) return null;
  const from = at + BEFORE.length;
  const to = file.indexOf('>', from);
  return to < 0 ? null : { from, to };
}

function digestAround(bytes: Uint8Array, { from, to }: { from: number; to: number }): string {
  return digestOf(bytes.subarray(0, from), bytes.subarray(to));
}

/** Spaces behind the seal, up to the room there is. */
function padded(seal: string, { from, to }: { from: number; to: number }): string {
  return seal.padEnd((to - from) / 2, ' ');
}

/** One character a byte. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
