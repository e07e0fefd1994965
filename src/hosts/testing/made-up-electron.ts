import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a binary says where its fuses are. Source: Electron's docs/tutorial/fuses.md, "The hard way". */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron is built: a "1" or "0" a fuse. */
const FUSES_AS_BUILT = '101100011';

/** A folder with the files of a distribution of Electron that electron-builder wants to see. None of them runs. */
export function makeUpElectron(dir: string, platform: 'linux' | 'darwin'): void {
  const binary = Buffer.concat([
    Buffer.from(`not a program ${SENTINEL}`),
    Buffer.from([1, FUSES_AS_BUILT.length]),
    Buffer.from(FUSES_AS_BUILT),
  ]);
  const write = (path: string, content: string | Buffer = '') => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  };
  if (platform === 'linux') {
    write('electron', binary);
    for (const language of ['de', 'en-GB', 'en-US', 'nl']) write(`locales/${language}.pak`);
    return;
  }
  const contents = 'Electron.app/Contents';
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  const helper = `${contents}/Frameworks/Electron Helper.app/Contents`;
  write(`${contents}/Info.plist`, plist({ NSMicrophoneUsageDescription: 'This app needs access to the microphone' }));
  write(`${contents}/MacOS/Electron`);
  write(`${framework}/Electron Framework`, binary);
  write(`${helper}/Info.plist`, plist({}));
  write(`${helper}/MacOS/Electron Helper`);
  for (const language of ['de', 'en', 'nl']) {
    write(`${contents}/Resources/${language}.lproj/.gitkeep`);
    write(`${framework}/Versions/A/Resources/${language}.lproj/locale.pak`);
  }
}

/** @returns The fuses of a binary, as {@link FUSES_AS_BUILT}. */
export function fusesOf(binary: Buffer): string {
  const at = binary.indexOf(SENTINEL) + SENTINEL.length;
  return binary.subarray(at + 2, at + 2 + binary[at + 1]!).toString();
}

function plist(entries: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${pairs.join('')}</dict></plist>\n`;
}
