/** What says what images show, by its name in the folder: a manifest, also one that was not saved as text yet, or dataset.yaml. */
const SPEAKING = /^(manifest\.(csv|tsv|txt|xlsx?|ods|numbers)|dataset\.yaml)$/i;

/** Whether a file of a folder has to be there in full for the folder to be looked at. */
export function isSpeakingFile(path: string): boolean {
  return SPEAKING.test(path);
}
