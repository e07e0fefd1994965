import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';

/** A file of the face nets' weights, as the host serves it. */
export async function readFaceWeights(fileName: string): Promise<Uint8Array> {
  const answer = await fetch(`/face-models/${fileName}`);
  if (!answer.ok) {
    throw new FailureError(failure('window.face-model-unreadable', { file: fileName, status: answer.status }));
  }
  return answer.bytes();
}
