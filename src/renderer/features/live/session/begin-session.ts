import type { Model } from '../../../../contract/models.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import { SessionRecorder, type SessionRecorderOptions } from '../recorder/session-recorder.ts';
import { cameraId } from '../vision/open-camera.ts';
import type { Vision } from '../vision/vision.ts';
import type { LiveOptions } from './live-dependencies.ts';
import { NoModelError } from './live-problem.ts';

/** A session that has begun in the store, the model that reads it, and what records it. */
export interface BegunSession {
  readonly session: Session;
  readonly model: Model;
  readonly recorder: SessionRecorder;
  readonly keepsVideo: boolean;
}

interface Beginning {
  readonly call: Client['call'];
  readonly vision: Pick<Vision, 'loadModel'>;
  /** Called at the moment from which the store counts the session's time, with what its clock shows then. */
  readonly onBegun: (atMs: number) => void;
}

/** A session as the service gives it to a recorder: a new one, or one that is gone on with. */
interface GivenSession {
  readonly session: Session;
  readonly firstBatch: number;
  readonly atMs: number;
  readonly keepsVideo: boolean;
  readonly entered?: NonNullable<SessionRecorderOptions['entered']>;
}

/**
 * Puts the model on the vision worker and begins in the store, where consent is checked; or goes on with a session that
 * runs already.
 *
 * @throws NoModelError if no model is approved, FailureError if its files are not those that were approved, Error with a sentence for a person if the store refuses.
 */
export async function beginSession(options: LiveOptions, { call, vision, onBegun }: Beginning): Promise<BegunSession> {
  const recorderId = crypto.randomUUID();
  const loaded = await loadModel(call, vision, ({ state }) => state === 'approved');
  const { session, firstBatch, atMs, keepsVideo, entered } = await giveSession(options, call, recorderId);
  onBegun(atMs);
  // Somebody may have approved another model in the last second: the session is read by the one that it names.
  const model =
    session.modelId === loaded.id ? loaded : await loadModel(call, vision, ({ id }) => id === session.modelId);
  const recorder = new SessionRecorder({
    sessionId: session.id,
    recorderId,
    firstBatch,
    threshold: model.threshold,
    validated: model.classesValidatedOnChildren,
    distress: model.distress,
    call,
    ...(entered && { entered }),
  });
  return { session, model, recorder, keepsVideo };
}

async function giveSession(
  { child, camera, protocolId, keepsVideo, goesOnWith }: LiveOptions,
  call: Client['call'],
  recorderId: string,
): Promise<GivenSession> {
  if (goesOnWith === null) {
    const session = await call('sessions.start', {
      childId: child.id,
      source: camera.kind,
      recorderId,
      camera: cameraId(camera),
      protocolId,
      keepsVideo,
    });
    return { session, firstBatch: 0, atMs: 0, keepsVideo };
  }
  const { markers, observations } = await call('sessions.timeline', { sessionId: goesOnWith });
  const buttons = await call('site.markerButtons', {});
  const { session, nextBatch, atMs } = await call('sessions.goOn', {
    sessionId: goesOnWith,
    recorderId,
    camera: cameraId(camera),
  });
  const video = await call('videos.find', { sessionId: goesOnWith });
  return {
    session,
    firstBatch: nextBatch,
    atMs,
    keepsVideo: video !== null,
    entered: { markers, observations, buttons },
  };
}

async function loadModel(
  call: Client['call'],
  vision: Pick<Vision, 'loadModel'>,
  isIt: (model: Pick<Model, 'id' | 'state'>) => boolean,
): Promise<Model> {
  const model = (await call('models.list', {})).find(isIt);
  if (!model) {
    const broken = (await call('models.faults', {})).find(isIt);
    throw broken ? new FailureError(broken.fault) : new NoModelError();
  }
  await vision.loadModel(await call('models.files', { modelId: model.id }));
  return model;
}
