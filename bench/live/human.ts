import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Browser } from '@playwright/test';

const CLIP = join(import.meta.dirname, '../../resources/demo-clip/child-session.mp4');

const require = createRequire(import.meta.url);
const HUMAN = join(dirname(require.resolve('@vladmandic/human')), '..');
const WASM = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.js'));

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** `bare`: face search and emotion, nothing else; `landmarks`: its face mesh between the two, as ours has landmarks. */
export type HumanKind = 'bare' | 'landmarks';

/** What of @vladmandic/human is called here. */
interface Human {
  load(): Promise<void>;
  detect(video: HTMLVideoElement): Promise<{ face: { emotion?: unknown[] }[] }>;
  tf: { getBackend(): string };
}

export interface HumanFigures {
  readonly seconds: number;
  /** Frames that it looked at, with a face in them or without, as our looks are counted. */
  readonly looks: number;
}

/**
 * Frames a second that @vladmandic/human reads on the demo clip, on WebAssembly, in a page of the same browser, as fast as it can.
 * Every frame is read anew: it may otherwise repeat the last result while little moves.
 */
export async function watchHuman(browser: Browser, kind: HumanKind, seconds: number): Promise<HumanFigures> {
  const page = await browser.newPage();
  try {
    await page.route('http://human.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<video muted loop></video>' });
      if (pathname === '/clip.mp4') return route.fulfill({ contentType: 'video/mp4', body: readFileSync(CLIP) });
      const folder = pathname.startsWith('/wasm/') ? WASM : HUMAN;
      const body = readFileSync(join(folder, pathname.replace('/wasm/', '/')));
      return route.fulfill({ contentType: MEDIA_TYPES[extname(pathname)] ?? 'text/plain', body });
    });
    await page.goto('http://human.test/');
    return await page.evaluate(readClip, { withMesh: kind === 'landmarks', forMs: seconds * 1000 });
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function readClip({ withMesh, forMs }: { withMesh: boolean; forMs: number }): Promise<HumanFigures> {
  const address = '/dist/human.esm.js';
  const { Human } = (await import(address)) as { Human: new (config: object) => Human };
  const off = { enabled: false };
  const human = new Human({
    backend: 'wasm',
    wasmPath: 'http://human.test/wasm/',
    modelBasePath: 'http://human.test/models/',
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { rotation: false, maxDetected: 2, skipFrames: 0, skipTime: 0 },
      mesh: { enabled: withMesh },
      iris: off,
      description: off,
      antispoof: off,
      liveness: off,
      emotion: { enabled: true, skipFrames: 0, skipTime: 0 },
    },
  });
  await human.load();
  const video = document.querySelector('video') as HTMLVideoElement;
  video.src = URL.createObjectURL(await (await fetch('/clip.mp4')).blob());
  await video.play();
  for (let warmUp = 0; warmUp < 5; warmUp++) await human.detect(video);
  const atStart = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
  video.currentTime = 0;
  await atStart;
  let looks = 0;
  let emotions = 0;
  const fromMs = performance.now();
  while (performance.now() - fromMs < forMs) {
    const { face } = await human.detect(video);
    looks++;
    if (face[0]?.emotion?.length) emotions++;
    // Lets the video go on: without it nothing but detect would run.
    await (window as unknown as { scheduler: { yield(): Promise<void> } }).scheduler.yield();
  }
  if (human.tf.getBackend() !== 'wasm') throw new Error(`it fell back to ${human.tf.getBackend()}`);
  if (emotions === 0) throw new Error('it read no emotion at all');
  return { seconds: (performance.now() - fromMs) / 1000, looks };
}
