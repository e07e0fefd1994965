/** Hands a file to the person at the window, under the browser's own rules for downloads. */
export function download({
  fileName,
  mediaType,
  bytes,
}: {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array | Blob;
}) {
  const url = URL.createObjectURL(
    new Blob([bytes instanceof Blob ? bytes : new Uint8Array(bytes)], { type: mediaType }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The click only asks for the download; the address has to live until it has been read.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
