/** What a scan of a paper form may be, with the ending of its file's name. */
export const SCAN_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const;

export type ScanType = keyof typeof SCAN_TYPES;

/** Ten pages at 300 dots an inch in colour as JPEG take some 8 MB. */
export const MOST_SCAN_BYTES = 10 * 1024 * 1024;

/** Front, back and a page for a second guardian, twice over. */
export const MOST_SCANS_OF_CONSENT = 6;

const BEGINNINGS: readonly (readonly [ScanType, readonly number[]])[] = [
  // "%PDF-"
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** By what the bytes begin with, whatever the file is called; null for anything else. */
export function scanTypeOf(bytes: Uint8Array): ScanType | null {
  return BEGINNINGS.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}
