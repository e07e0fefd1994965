import type { Model } from '../../../../contract/models.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import { SessionRecorder } from '../recorder/session-recorder.ts';
import type { Vision } from '../vision/vision.ts';
import type { LiveOptions } from './live-dependencies.ts';
import { NoModelError } from './live-problem.ts';

/** A session that has begun in the store, the model that reads it, and what records it. */
export interface BegunSession {
  readonly session: Session;
  readonly model: Model;
  readonly recorder: SessionRecorder;
}

interface Beginning {
  readonly call: Client['call'];
  readonly vision: Pick<Vision, 'loadModel'>;
  /** Called at the moment from which the store counts the session's time. */
  readonly onBegun: () => void;
}

/**
 * Puts the approved model on the vision worker and begins in the store, where consent is checked.
 *
 * @throws NoModelError if no model is approved, FailureError if its files are not those that were approved, Error with a sentence for a person if the store refuses.
 */
export async function beginSession(
  { child, camera }: LiveOptions,
  { call, vision, onBegun }: Beginning,
): Promise<BegunSession> {
  const loaded = await loadApprovedModel(call, vision);
  const session = await call('sessions.start', { childId: child.id, source: camera.kind });
  onBegun();
  // Somebody may have approved another model in the last second: the session is read by the one that it names.
  const model = session.modelId === loaded.id ? loaded : await loadApprovedModel(call, vision);
  const recorder = new SessionRecorder({
    sessionId: session.id,
    threshold: model.threshold,
    validated: model.classesValidatedOnChildren,
    call,
  });
  return { session, model, recorder };
}

async function loadApprovedModel(call: Client['call'], vision: Pick<Vision, 'loadModel'>): Promise<Model> {
  const model = (await call('models.list', {})).find((each) => each.state === 'approved');
  if (!model) {
    const broken = (await call('models.faults', {})).find((each) => each.state === 'approved');
    throw broken ? new FailureError(broken.fault) : new NoModelError();
  }
  await vision.loadModel(await call('models.files', { modelId: model.id }));
  return model;
}
