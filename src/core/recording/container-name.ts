import type { FileBytes } from './file-bytes.ts';

/** A pack header of MPEG-PS and a run-in of MXF stand at the very beginning; so does all else here. */
const HEAD_BYTES = 16;

/** How containers begin that are films and that nothing here takes apart, in hex. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^52494646.{8}41564920/, 'AVI'],
  [/^000001ba/, 'MPEG program stream (MPG, VOB)'],
  [/^060e2b34/, 'MXF'],
  [/^3026b2758e66cf11/, 'Windows Media (WMV, ASF)'],
  [/^464c5601/, 'Flash Video (FLV)'],
  [/^2e524d46/, 'RealMedia'],
  [/^1f0700/, 'DV'],
];

/**
 * What people call the kind of file, of films that cannot be taken apart here.
 *
 * Source: their own first bytes: RIFF (AVI), ISO/IEC 13818-1 2.5.3.3 (pack header), SMPTE ST 377-1 6.5 (partition pack key), the
 * ASF specification 3.1 (header object), the FLV specification 10.1 E.2, IEC 61834-2 (header DIF block).
 *
 * @returns Null of what is none of them.
 */
export async function containerName(file: FileBytes): Promise<string | null> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const head = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BEGINNINGS.find(([beginning]) => beginning.test(head))?.[1] ?? null;
}
