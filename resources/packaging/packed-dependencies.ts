import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import type { FileSet } from 'electron-builder';

/** Files of packages that the program finds by their names, where no import leads to them. */
const READ_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  '@tensorflow/tfjs-backend-wasm': ['package.json', 'dist/*.wasm', 'wasm-out/*.wasm'],
  // What "engine install" compiles.
  '@tensorflow/tfjs-node-gpu': ['binding/*'],
  'node-api-headers': ['package.json', 'index.js', 'symbols.js', 'include/*'],
  '@expo-google-fonts/arimo': ['package.json', '{400Regular,700Bold}/*.ttf'],
  'dejavu-fonts-ttf': ['package.json', 'ttf/DejaVuSans.ttf'],
  // The colours that a PDF/A names.
  pdfkit: ['js/data/*.icc'],
  '@vladmandic/face-api': ['package.json', 'model/{tiny_face_detector,face_landmark_68,face_recognition}_model*'],
  'libheif-js': ['package.json', 'libheif-wasm/libheif.{js,wasm}', 'libheif-wasm/LICENSE'],
  // The addon by which liblsl is called, where that is installed; the package has one for musl besides.
  [`@koromix/koffi-${process.platform}-${process.arch}`]: [
    'package.json',
    'index.js',
    `${process.platform}_${process.arch}/koffi.node`,
  ],
  // Libraries that have to lie beside the addon.
  webgpu: [`dist/${process.platform}-${process.platform === 'darwin' ? 'universal' : process.arch}/*`],
};

/** What has to be passed on with a package's code. The readme of libvips names the licences of all that is in it. */
const LICENCES = ['{LICEN[CS]E,Licen[cs]e,licen[cs]e,NOTICE,COPYING}*'];
const LICENCES_OF_LIBVIPS = [...LICENCES, 'README.md', 'versions.json'];

/** The folder of the package that a file is in. A package may have packages of its own. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The system that a native file is for, where its path says it. */
const SYSTEM = /[/-](darwin|linux|linuxmusl|win32)-(x64|arm64|universal)(?=[/.])/;

/**
 * The files of our dependencies that the built main process and its programs reach, a set for each package. The window's
 * dependencies are inside of its bundle, and most of the others are ten times as large as what runs.
 *
 * @param root The project's folder, built for this machine; its native files are for this machine.
 */
export async function packedDependencies(root: string): Promise<FileSet[]> {
  const main = join(root, 'out/main');
  const programs = readdirSync(main).filter((name) => name.endsWith('.js'));
  const traced = await nodeFileTrace(
    programs.map((name) => join(main, name)),
    // Electron's package is but the way to its executable. What decodes video files for the command line has x264 and x265
    // in it, which are under the GPL: it is for a checkout, and Electron has decoders of its own.
    {
      base: root,
      processCwd: root,
      ignore: ['node_modules/electron/**', 'node_modules/@napi-rs/**', 'node_modules/@koromix/**'],
    },
  );
  const patterns = new Map<string, string[]>();
  const add = (folder: string, ...more: readonly string[]) =>
    patterns.set(folder, [...(patterns.get(folder) ?? []), ...more]);
  for (const file of traced.fileList) {
    const path = file.replaceAll('\\', '/');
    const folder = PACKAGE_FOLDER.exec(path)?.[0];
    if (folder && !isForeign(path)) add(folder, asPattern(path.slice(folder.length + 1)));
  }
  for (const [name, files] of Object.entries(READ_BY_NAME)) add(`node_modules/${name}`, ...files);
  return [...patterns].map(([folder, files]) => ({
    from: folder,
    to: folder,
    filter: [...files, ...(folder.includes('sharp-libvips') ? LICENCES_OF_LIBVIPS : LICENCES)],
  }));
}

/** electron-builder reads each file as a pattern: a name with brackets, "[Content_Types].xml.js", would match others than itself. */
function asPattern(path: string): string {
  return path.replace(/[[\]]/g, '[$&]');
}

/** True for a native file of another system than this one. */
function isForeign(path: string): boolean {
  const [, platform, arch] = SYSTEM.exec(path) ?? [];
  if (!platform) return false;
  return platform !== process.platform || (arch !== process.arch && arch !== 'universal');
}
