/** What this browser must have so that a camera's pictures reach the worker that reads them. */
export interface FrameAbilities {
  readonly VideoFrame?: unknown;
  readonly OffscreenCanvas?: unknown;
  /** Chromium's. */
  readonly MediaStreamTrackProcessor?: unknown;
  readonly HTMLVideoElement?: { readonly prototype: object };
}

/** How frames reach the worker: from the camera's track, or picture by picture as a video element shows them. */
export type FrameWay = 'track' | 'video';

/** @returns All that this browser has, the better one first; none where no session of a camera can be had. */
export function frameWays(window: FrameAbilities = globalThis as FrameAbilities): readonly FrameWay[] {
  if (!window.VideoFrame || !window.OffscreenCanvas) return [];
  const hasVideo = window.HTMLVideoElement && 'requestVideoFrameCallback' in window.HTMLVideoElement.prototype;
  return [...(window.MediaStreamTrackProcessor ? (['track'] as const) : []), ...(hasVideo ? (['video'] as const) : [])];
}

/** @returns The best way there is; null where there is none. */
export function frameWay(window?: FrameAbilities): FrameWay | null {
  return frameWays(window)[0] ?? null;
}

/** Whether this browser can take a video file apart. */
export function canReadFiles(window: { readonly VideoDecoder?: unknown } = globalThis): boolean {
  return window.VideoDecoder !== undefined && frameWay() !== null;
}
