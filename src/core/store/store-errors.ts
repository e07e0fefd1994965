/** There is no store at the path, or there is one where a new one was to be made. */
export class StorePathError extends Error {
  override readonly name = 'StorePathError';
}

/** The key opens no page of the file: it belongs to another store. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';
}

/** The file was changed, cut short or lost pages. Nothing was written to it. */
export class DamagedStoreError extends Error {
  override readonly name = 'DamagedStoreError';
}

/** A later version of the program made the file. Nothing was written to it. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';
}
