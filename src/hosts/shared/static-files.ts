import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { parseByteRange } from './byte-range.ts';
import type { ProjectFolders } from './project-folders.ts';

/** Only files of these kinds are served; anything else in a folder does not exist for the window. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Folders as the window sees them: URL prefix, with both slashes, to folder on disk. The longest prefix wins. */
export type StaticFolders = Readonly<Record<`/${string}`, string>>;

/** What both hosts serve. */
export function windowFolders(project: ProjectFolders): StaticFolders {
  const require = createRequire(import.meta.url);
  return {
    '/': project.renderer,
    '/face-models/': join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model'),
    '/wasm/': join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist'),
    '/demo-clip/': join(project.resources, 'demo-clip'),
  };
}

export interface StaticAnswer {
  readonly status: 200 | 206 | 404 | 416;
  readonly headers: Record<string, string>;
  /** Opens the bytes asked for; the caller reads or destroys the stream. Null where there are none. */
  readonly open: (() => Readable) | null;
}

const NOT_FOUND: StaticAnswer = { status: 404, headers: {}, open: null };

/**
 * Answers a GET for one of the window's files.
 *
 * @param urlPath Path of the URL, still percent-encoded, without query. `/` is the window itself, index.html.
 * @param range The Range header, if any.
 */
export async function answerStatic(folders: StaticFolders, urlPath: string, range?: string): Promise<StaticAnswer> {
  const file = await findFile(folders, urlPath);
  const mediaType = file && MEDIA_TYPES[extname(file)];
  if (!file || !mediaType) return NOT_FOUND;
  const sizeBytes = (await stat(file)).size;
  const asked = parseByteRange(range, sizeBytes);
  if (asked === 'unsatisfiable') {
    return { status: 416, headers: { 'Content-Range': `bytes */${sizeBytes}` }, open: null };
  }
  const { first, last } = asked === 'whole' ? { first: 0, last: sizeBytes - 1 } : asked;
  const headers: Record<string, string> = {
    'Content-Type': mediaType,
    'Content-Length': String(last - first + 1),
    'Accept-Ranges': 'bytes',
    // The window shows children: no copy of it is kept, nor shown again by going back. The rest is the program's own files.
    'Cache-Control': mediaType.startsWith('text/html') ? 'no-store' : 'no-cache',
  };
  if (asked !== 'whole') headers['Content-Range'] = `bytes ${first}-${last}/${sizeBytes}`;
  const open = () => (sizeBytes === 0 ? createReadStream(file) : createReadStream(file, { start: first, end: last }));
  return { status: asked === 'whole' ? 200 : 206, headers, open };
}

async function findFile(folders: StaticFolders, urlPath: string): Promise<string | null> {
  const segments = decodeSegments(urlPath);
  if (!segments) return null;
  const path = `/${segments.join('/')}`;
  const prefix = Object.keys(folders)
    .filter((each) => path.startsWith(each))
    .sort((a, b) => b.length - a.length)[0] as keyof StaticFolders | undefined;
  if (!prefix) return null;
  const folder = folders[prefix]!;
  const inside = path === '/' ? 'index.html' : path.slice(prefix.length);
  try {
    const wanted = join(await realpath(folder), inside);
    // A link, wherever it points, is not one of our files.
    return (await realpath(wanted)) === wanted && (await stat(wanted)).isFile() ? wanted : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The path's parts, or null when one of them could mean anything but a plain name in the folder above it. */
function decodeSegments(urlPath: string): string[] | null {
  try {
    const segments = urlPath.split('/').slice(1).map(decodeURIComponent);
    return segments.every((name) => /^(?!\.)[^/\\:\0]*$/.test(name)) ? segments : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}
