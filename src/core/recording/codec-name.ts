/**
 * What people call a way of coding pictures, by the name that a file gives it: a sample entry of MP4 and QuickTime, an ID of
 * Matroska, a stream type of MPEG.
 */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(avc\d?|V_MPEG4\/ISO\/AVC)$/, 'H.264'],
  [/^(hevc|hvc1|hev1|V_MPEGH\/ISO\/HEVC|36)$/, 'H.265 (HEVC)'],
  [/^(mp4v|V_MPEG4\/ISO\/(SP|ASP|AP)|16)$/, 'MPEG-4 Visual'],
  [/^(mp2v|m2v1|V_MPEG2|2)$/, 'MPEG-2'],
  [/^(mp1v|m1v1|V_MPEG1|1)$/, 'MPEG-1'],
  [/^(jpeg|mjpa|mjpb|mjpg|V_MJPEG)$/i, 'motion JPEG'],
  [/^[sh]263$/i, 'H.263'],
  [/^(ap[a-z0-9]{2}|prores|V_PRORES)$/, 'Apple ProRes'],
  [/^(dv[a-z0-9]{1,2} ?|dvsd)$/i, 'DV'],
  [/^(vc-1|234)$/i, 'VC-1'],
  [/^(SVQ\d)$/, 'Sorenson Video'],
  [/^V_MS\/VFW\/FOURCC$/, 'Video for Windows'],
];

/**
 * @param id As the file gives it.
 * @returns A name, or the id itself where people have none for it; '?' where there is none at all.
 */
export function codecName(id: string | number | Uint8Array | null): string {
  if (id === null || id instanceof Uint8Array) return '?';
  return NAMES.find(([pattern]) => pattern.test(String(id)))?.[1] ?? String(id).trim();
}
