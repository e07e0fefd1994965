import type { DecodedPlanes, Plane } from './upright-frame.ts';

interface Layout {
  /** Of a pixel's values in the first plane, and of the others in width and height. */
  readonly across: number;
  readonly down: number;
}

/** How many pixels share a value of colour. */
const SUBSAMPLING: Readonly<Record<string, Layout>> = {
  I420: { across: 2, down: 2 },
  I422: { across: 2, down: 1 },
  I444: { across: 1, down: 1 },
};

/** Where red, green and blue stand in a pixel. */
const PACKED: Readonly<Record<string, readonly [number, number, number]>> = {
  RGBA: [0, 1, 2],
  RGBX: [0, 1, 2],
  BGRA: [2, 1, 0],
  BGRX: [2, 1, 0],
};

const PLANAR = /^(I420|I422|I444)A?(?:P(10|12))?$/;

/** A picture of mediabunny's, or a browser's own VideoFrame: what both have. */
interface DecodedPicture {
  readonly format: string | null;
  readonly codedWidth: number;
  readonly codedHeight: number;
  readonly visibleRect: { readonly width: number; readonly height: number } | null;
  allocationSize(): number;
  copyTo(bytes: Uint8Array<ArrayBuffer>): Promise<readonly { readonly offset: number; readonly stride: number }[]>;
}

/** Whether {@link decodedPlanes} knows this format. */
export function isKnownFormat(format: string | null): boolean {
  return format !== null && (format === 'NV12' || format in PACKED || PLANAR.test(format));
}

/**
 * The values of a decoded picture, whatever its format. The colours are what the film says of them: some decoders do
 * not pass that on, and turn every picture into red, green and blue in the same way.
 *
 * @param sample Stays open.
 * @throws RangeError for a format that no decoder here gives.
 */
export async function decodedPlanes(
  sample: DecodedPicture,
  { matrix, isFullRange }: { readonly matrix: string | null; readonly isFullRange: boolean | null },
): Promise<DecodedPlanes> {
  const { format, codedWidth, codedHeight, visibleRect } = sample;
  const bytes = new Uint8Array(sample.allocationSize());
  const layout = await sample.copyTo(bytes);
  const widthPx = visibleRect?.width ?? codedWidth;
  const heightPx = visibleRect?.height ?? codedHeight;
  const plane = (index: number, step: number, first: number, width: number, height: number): Plane => {
    const { offset, stride } = layout[index]!;
    return { data: bytes, first: offset + first, step, stride, widthPx: width, heightPx: height };
  };
  const common = { matrix, isFullRange: isFullRange ?? false };
  const packed = PACKED[format ?? ''];
  if (packed) {
    const planes = packed.map((first) => plane(0, 4, first, widthPx, heightPx)) as [Plane, Plane, Plane];
    return { ...common, planes, isRgb: true, bits: 8 };
  }
  const half = (length: number) => Math.ceil(length / 2);
  if (format === 'NV12') {
    const [width, height] = [half(widthPx), half(heightPx)];
    const planes = [
      plane(0, 1, 0, widthPx, heightPx),
      plane(1, 2, 0, width, height),
      plane(1, 2, 1, width, height),
    ] as const;
    return { ...common, planes, isRgb: false, bits: 8 };
  }
  const [, sampling, depth] = format?.match(PLANAR) ?? [];
  const shared = SUBSAMPLING[sampling ?? ''];
  if (!shared) throw new RangeError(`pictures in planes of luma and colour were expected; found format ${format}`);
  const width = Math.ceil(widthPx / shared.across);
  const height = Math.ceil(heightPx / shared.down);
  const planes = [
    plane(0, 1, 0, widthPx, heightPx),
    plane(1, 1, 0, width, height),
    plane(2, 1, 0, width, height),
  ] as const;
  if (depth === undefined) return { ...common, planes, isRgb: false, bits: 8 };
  const wide = planes.map((each) => ofTwoBytes(each, bytes)) as [Plane, Plane, Plane];
  return { ...common, planes: wide, isRgb: false, bits: Number(depth) };
}

/** The same plane, counted in values of two bytes. */
function ofTwoBytes({ first, stride, ...plane }: Plane, bytes: Uint8Array<ArrayBuffer>): Plane {
  return { ...plane, data: new Uint16Array(bytes.buffer), first: first / 2, stride: stride / 2 };
}
