/** A file of the face nets' weights, as the host serves it. */
export async function readFaceWeights(fileName: string): Promise<Uint8Array> {
  const answer = await fetch(`/face-models/${fileName}`);
  if (!answer.ok)
    throw new Error(`The face model ${fileName} could not be read (${answer.status}): reinstall the program.`);
  return answer.bytes();
}
