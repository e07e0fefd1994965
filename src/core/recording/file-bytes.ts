/** The bytes of a file that is never wholly in memory: a Blob, of the window or of Node. */
export interface FileBytes {
  readonly size: number;
  slice(fromByte: number, toByte: number): FileBytes;
  arrayBuffer(): Promise<ArrayBuffer>;
}
