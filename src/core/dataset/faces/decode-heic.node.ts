import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import createLibheif, { type heif_image_handle, type MainModule } from 'libheif-js/libheif-wasm/libheif.js';
import type { RawImage } from './raw-image.ts';

/**
 * HEIC, as phones save photographs: HEVC pictures in a HEIF file, which the image library's prebuilt files leave out. libheif, in
 * WebAssembly, decodes them upright: turns are the file's own, and its EXIF orientation is to be passed over.
 */

let library: MainModule | null = null;

/**
 * @param mostPixels What claims more is not decoded.
 * @returns Null for what cannot be decoded, or claims too many pixels.
 */
export async function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<RawImage | null> {
  library ??= load();
  const lib = library;
  const context = lib.heif_context_alloc();
  try {
    const { code } = lib.heif_context_read_from_memory(context, bytes);
    if (code !== lib.heif_error_code.heif_error_Ok) return null;
    const handle: heif_image_handle | Failed = lib.heif_js_context_get_primary_image_handle(context);
    if (!handle || 'code' in handle) return null;
    try {
      const pixels = lib.heif_image_handle_get_width(handle) * lib.heif_image_handle_get_height(handle);
      return pixels > mostPixels ? null : await pixelsOf(lib, handle);
    } finally {
      lib.heif_image_handle_release(handle);
    }
  } finally {
    lib.heif_context_free(context);
  }
}

/** What the library gives in place of a result. */
interface Failed {
  readonly code: unknown;
}

interface DecodedHeif {
  readonly image: Parameters<MainModule['heif_image_release']>[0];
  readonly channels: readonly {
    readonly width: number;
    readonly height: number;
    /** Bytes from one row to the next. */
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
}

async function pixelsOf(lib: MainModule, handle: heif_image_handle): Promise<RawImage | null> {
  const { heif_colorspace_RGB } = lib.heif_colorspace;
  const { heif_chroma_interleaved_RGB } = lib.heif_chroma;
  const decoded: DecodedHeif | Failed | null = await lib.heif_js_decode_image2(
    handle,
    heif_colorspace_RGB,
    heif_chroma_interleaved_RGB,
  );
  if (!decoded || 'code' in decoded) return null;
  try {
    const [channel] = decoded.channels;
    if (!channel) return null;
    const { width, height, stride, data } = channel;
    const packed = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y += 1) packed.set(data.subarray(y * stride, y * stride + width * 3), y * width * 3);
    return { widthPx: width, heightPx: height, data: packed };
  } finally {
    lib.heif_image_release(decoded.image);
  }
}

/** Its code lies beside it as a file of its own, so that another build of the library can take its place. */
function load(): MainModule {
  const file = createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.wasm');
  return createLibheif({ wasmBinary: readFileSync(file) });
}
