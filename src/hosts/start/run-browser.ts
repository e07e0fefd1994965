import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserHost, startBrowserHost } from '../browser/browser-host.ts';
import { openInBrowser } from '../browser/open-in-browser.ts';

/** Tried first when no port was named, so that a browser remembers the camera permission it gave to this address. */
const USUAL_PORT = 4817;

export interface BrowserRun {
  readonly dataDir: string;
  /** Undefined takes the usual one, or any free one when that is taken. */
  readonly port: number | undefined;
  /** Whether to open the person's browser. */
  readonly open: boolean;
  readonly say: (line: string) => void;
}

/** Serves the window to a browser until Ctrl-C. */
export async function runBrowser({ dataDir, port, open, say }: BrowserRun): Promise<void> {
  const host = await startOnFreePort(dataDir, port, say);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  announce(host.url);
  if (open) void openInBrowser(host.url, { dataDir, say });
  const stopOffering = offerNewLinks(host, say);
  await stopped;
  stopOffering();
  say('Closing.');
  await host.close();
}

async function startOnFreePort(
  dataDir: string,
  port: number | undefined,
  log: (line: string) => void,
): Promise<BrowserHost> {
  try {
    return await startBrowserHost({ port: port ?? USUAL_PORT, dataDir, log });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    if (port !== undefined) throw new Error(`Port ${port} is in use. Name another with --port, or 0 for a free one.`);
    return await startBrowserHost({ port: 0, dataDir, log });
  }
}

function announce(url: string): void {
  process.stdout.write(`\n  Faceward: ${url}\n\n  This link opens one window, once. Ctrl-C ends the program.\n\n`);
}

/** @returns The function that stops listening to the keyboard. */
function offerNewLinks(host: BrowserHost, say: (line: string) => void): () => void {
  if (!process.stdin.isTTY) return () => {};
  say('Press Enter for a link for another window.');
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on('line', () => announce(host.newUrl()));
  // A terminal that readline listens to tells it, not the process, of Ctrl-C.
  keyboard.on('SIGINT', () => process.emit('SIGINT'));
  return () => keyboard.close();
}
