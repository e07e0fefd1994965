import type { Input } from '../../../../contract/contract.ts';
import { isSpeakingFile } from '../../../../core/dataset/said/speaking-files.ts';

/** A file of a folder that somebody chose. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly file: Pick<File, 'size' | 'slice'>;
}

/** A folder that somebody chose or dropped, as far as it is sent. */
export interface ChosenFolder {
  readonly name: string;
  readonly files: readonly FolderFile[];
  readonly bytes: number;
  /** Files that are no images and say nothing of any. */
  readonly passedOver: number;
}

/** What is sent: images, and what says what they show. */
const WANTED = /\.(jpe?g|jpe|jfif|png|webp|bmp|tiff?|hei[cf]|avif|csv|tsv|txt|ya?ml)$/i;
/** Hidden, or put there by a system: see core/dataset/layouts/image-files. */
const SYSTEM_NAMES = /^(\..*|thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|__macosx|@eadir|\$recycle\.bin)$/i;

/** @param given Paths beginning with the folder's name, as browsers give them. */
export function chosenFolder(given: readonly FolderFile[]): ChosenFolder | null {
  const [first] = given;
  if (!first) return null;
  const files = given
    .filter(({ path }) => WANTED.test(path) && !path.split('/').some((part) => SYSTEM_NAMES.test(part)))
    .map(({ path, file }) => ({ path: path.slice(path.indexOf('/') + 1), file }));
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return { name: first.path.slice(0, first.path.indexOf('/')), files, bytes, passedOver: given.length - files.length };
}

/** What a folder is looked at by before it is added: the names in it, and what its manifest says. */
export async function folderToLookAt({ name, files }: ChosenFolder): Promise<FolderNamesAndTexts> {
  const texts = files
    .filter(({ path }) => isSpeakingFile(path))
    .map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.slice(0, file.size).arrayBuffer()) }));
  return { name, paths: files.map(({ path }) => path), texts: await Promise.all(texts) };
}

type FolderNamesAndTexts = Extract<Input<'datasets.look'>, { paths: unknown }>;

/** Of a folder input: `<input type="file" webkitdirectory>`. */
export function filesOfInput(files: Iterable<File>): FolderFile[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath, file }));
}

/** Of a folder that was dropped; folders without files leave no trace. */
export async function filesOfEntry(entry: FileSystemEntry): Promise<FolderFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FolderFile[] = [];
  for (;;) {
    // A browser gives no more than a hundred at a time, and none when there are no more.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesOfEntry(each)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
