import type { LogDamage } from './write-ahead-log/examine-log.node.ts';

/** A store that cannot be opened or made; nothing was written to it. `file` says which. */
abstract class StoreError extends Error {
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}

/** There is no store at the path, or there is one where a new one was to be made. */
export class StorePathError extends StoreError {
  override readonly name = 'StorePathError';
  readonly found: 'nothing' | 'file';

  constructor(file: string, found: 'nothing' | 'file') {
    super(
      file,
      found === 'nothing'
        ? `a store was expected at ${file}; there is no file`
        : `a new store was to be made at ${file}, but there is a file already; open it or move it away`,
    );
    this.found = found;
  }
}

/** The key opens no page of the file: it belongs to another store. */
export class WrongKeyError extends StoreError {
  override readonly name = 'WrongKeyError';

  constructor(file: string) {
    super(file, `the key does not open the store ${file}: no page of it was written under this key`);
  }
}

/** The file was changed, cut short or lost pages. Nothing was written to it. */
export class DamagedStoreError extends StoreError {
  override readonly name = 'DamagedStoreError';

  /** @param found What SQLite says is wrong with it. */
  constructor(file: string, found: string) {
    super(
      file,
      `the store ${file} is damaged (${found}). Nothing was written to it. Keep the file and put back a backup`,
    );
  }
}

/**
 * The write-ahead log that an unclean end has left is damaged, and what was saved after the damage cannot be read. Nothing
 * was written to the store. Whoever opens it without what is lost names the copy, and so says that they know of it.
 */
export class DamagedLogError extends StoreError {
  override readonly name = 'DamagedLogError';
  /** Folder beside the store with a copy of all its files, as they were found. */
  readonly copy: string;
  readonly damage: LogDamage;

  constructor(file: string, { copy, damage }: { readonly copy: string; readonly damage: LogDamage }) {
    const { lostCommits, readableCommits, frame } = damage;
    super(
      file,
      `the write-ahead log of ${file} is damaged at frame ${frame}: ${lostCommits} transactions or more are lost, ` +
        `${readableCommits} before them can be read. Nothing was written; all files were copied to ${copy}`,
    );
    this.copy = copy;
    this.damage = damage;
  }
}

/** The open store's file, or its folder, was removed or replaced: what would be written now, nobody could read again. */
export class StoreGoneError extends StoreError {
  override readonly name = 'StoreGoneError';

  constructor(file: string) {
    super(file, `the store ${file} was removed or replaced while it was open; nothing was written. Put it back`);
  }
}

/** Another program has the store open. Nothing was written to it. */
export class StoreInUseError extends StoreError {
  override readonly name = 'StoreInUseError';

  constructor(file: string) {
    super(file, `the store ${file} is open in another program; close it there`);
  }
}

/** A later version of the program made the file. Nothing was written to it. */
export class NewerStoreError extends StoreError {
  override readonly name = 'NewerStoreError';
  /** Version of its schema, and the last one that this program knows. */
  readonly found: number;
  readonly known: number;

  constructor(file: string, { found, known }: { readonly found: number; readonly known: number }) {
    super(
      file,
      `the store ${file} has schema version ${found}; this program knows versions up to ${known}. ` +
        'Use the version of the program that made it, or a newer one',
    );
    this.found = found;
    this.known = known;
  }
}
