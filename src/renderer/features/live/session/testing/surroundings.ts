import { vi } from 'vitest';
import type { Child } from '../../../../../contract/children.ts';
import type { Model } from '../../../../../contract/models.ts';
import type { Crop, Session } from '../../../../../contract/sessions.ts';
import type { Gap, GapReason } from '../../../../../core/emotion/gap.ts';
import { STANDARD_MARKER_BUTTONS } from '../../../../../core/emotion/marker.ts';
import type { Sample } from '../../../../../core/emotion/sample.ts';
import { failure } from '../../../../../core/words/failure.ts';
import { FailureError } from '../../../../../core/words/failure-error.ts';
import type { Client } from '../../../../client/create-client.ts';
import type { Camera, CameraChoice } from '../../vision/open-camera.ts';
import type { Vision, VisionEvents } from '../../vision/vision.ts';
import { LiveSession } from '../live-session.ts';

const CHILD: Child = { id: 'c', code: 'KIND-1', birthMonth: '2019-05', consentedScopes: ['monitor'], consents: [] };

/** Records what a session does to the service, the camera and the worker, which Node does not have. */
export function surroundings({
  openCamera,
  goesOnWith = null,
}: {
  openCamera?: (camera: Camera, silences: number, choice: CameraChoice) => Promise<Camera>;
  goesOnWith?: string | null;
} = {}) {
  let nowMs = 5_000_000;
  let wallMs = 1_700_000_000_000;
  let suspendedMs = 0;
  /** The beginning that the worker was told last. */
  let workerBeganAtMs = 0;
  let events!: VisionEvents;
  let lose = () => {};
  let changeCameras = () => {};
  const log: string[] = [];
  /** What the camera was told. */
  const pausedTo: boolean[] = [];
  const samples: Sample[] = [];
  const gaps: Gap[] = [];
  const markers: unknown[] = [];
  const ended: unknown[] = [];
  /** Which cameras the service was told of. */
  const cameras: string[] = [];
  const batches: { batch: number; crops: number; samples: number }[] = [];
  const store: { isReachable: boolean; refusal: Error | null } = { isReachable: true, refusal: null };
  const answers: Record<string, (input: never) => unknown> = {
    'models.list': () => [
      {
        id: 'base',
        state: 'approved',
        threshold: 0.5,
        classesValidatedOnChildren: ['happiness'],
        distress: { atLeast: 0.5, below: 0.2 },
      } as unknown as Model,
    ],
    'models.files': () => ({ configJson: '{}', weights: new Uint8Array() }),
    'sessions.start': () => ({ id: 's', modelId: 'base', keepsCrops: true }) as Session,
    'sessions.append': (input: { batch: number; samples: Sample[]; gaps: Gap[]; crops: Crop[] }) => {
      batches.push({ batch: input.batch, crops: input.crops.length, samples: input.samples.length });
      samples.push(...input.samples);
      gaps.push(...input.gaps);
      return { stored: input.samples.length };
    },
    'sessions.goOn': () => ({
      session: { id: 's', modelId: 'base', keepsCrops: true, durationMs: 60_000 } as Session,
      nextBatch: 120,
      atMs: 75_000,
    }),
    'sessions.timeline': () => ({
      markers: [
        { id: 'm1', atMs: 1000, toMs: null, kind: 'needle', text: '', by: 'Ada' },
        { id: 'm2', atMs: 2000, toMs: null, kind: 'play', text: '', by: 'Ada' },
      ],
      observations: [],
    }),
    'videos.find': () => null,
    'sessions.changeCamera': ({ camera }: { camera: string }) => cameras.push(camera),
    'sessions.endMarker': (input: unknown) => ended.push(input),
    'site.uptime': () => ({ uptimeMs: nowMs + suspendedMs }),
    'site.markerButtons': () => STANDARD_MARKER_BUTTONS,
    'sessions.mark': (input: unknown) => markers.push(input),
    'sessions.stop': ({ durationMs }: { durationMs: number }) => ({ id: 's', durationMs }) as Session,
  };
  const call = (async (name: string, input: never) => {
    if (name !== 'site.uptime') log.push(name);
    const refusal = store.refusal;
    if (refusal && name !== 'sessions.goOn') throw refusal;
    if (!store.isReachable) throw new FailureError(failure('window.unreachable'));
    return answers[name]!(input);
  }) as Client['call'];
  const camera: Camera = {
    name: 'test-camera',
    facing: null,
    takeFrames: () => new ReadableStream(),
    onLost: (hear) => {
      lose = hear;
    },
    begin: async () => {},
    setPaused: (isPaused) => pausedTo.push(isPaused),
    close: () => log.push('camera closed'),
  };
  const vision: Vision = {
    ready: Promise.resolve({ name: 'wasm', reason: 'test', detectMs: 1 }),
    loadModel: async () => {},
    watch: ({ beganAtMs }) => {
      workerBeganAtMs = beganAtMs;
      log.push('watch');
    },
    setClock: (beganAtMs) => {
      workerBeganAtMs = beganAtMs;
    },
    enrol: () => log.push('enrol'),
    forgetChild: () => log.push('forget'),
    setPaused: () => {},
    close: () => log.push('vision closed'),
  };
  const session = new LiveSession(
    { child: CHILD, camera: { kind: 'webcam', deviceId: '' }, protocolId: null, keepsVideo: false, goesOnWith },
    {
      call,
      openCamera: async (choice, silences = 0) => (openCamera ? openCamera(camera, silences, choice) : camera),
      watchCameras: (hear) => {
        changeCameras = hear;
        return () => log.push('cameras unwatched');
      },
      startVideoWorker: () => {
        throw new Error('no session here keeps video');
      },
      startVision: (given) => {
        events = given;
        return vision;
      },
      nowMs: () => nowMs,
      wallMs: () => wallMs,
    },
  );
  const openFrames = new Set<object>();

  /**
   * Lets time pass, with results at 15 a second that see what `reason` says; null is a reading; 'nothing' no result.
   */
  async function pass(lengthMs: number, reason: GapReason | null | 'nothing'): Promise<void> {
    for (let leftMs = lengthMs; leftMs > 0; leftMs -= 66) {
      nowMs += 66;
      wallMs += 66;
      await vi.advanceTimersByTimeAsync(66);
      if (reason === 'nothing') continue;
      result(reason, nowMs - workerBeganAtMs);
    }
  }
  /** The result of a frame that was taken up at that time. */
  function result(reason: GapReason | null, atMs: number): void {
    const frame = { close: () => openFrames.delete(frame) } as unknown as VideoFrame;
    openFrames.add(frame);
    const outcome = reason ? { sample: null, reason } : { sample: sampleAt(atMs), reason: null };
    const isEnrolled = reason !== 'not-enrolled';
    events.onResult({ atMs, faces: [], isEnrolled, hidden: [], onlyFace: null, crop: null, ...outcome }, frame, null);
  }
  /** The clock goes on while nothing else does. */
  const sleep = (lengthMs: number) => {
    nowMs += lengthMs;
    wallMs += lengthMs;
  };
  /** Nothing goes on but the clock on the wall, as on a laptop whose lid is closed. */
  const suspend = (lengthMs: number) => {
    wallMs += lengthMs;
    suspendedMs += lengthMs;
  };
  /** Somebody, or the network, sets the clock on the wall. */
  const setWallClock = (byMs: number) => {
    wallMs += byMs;
  };
  /** The worker says that the machine cannot keep up. */
  const slowTo = (everyMs: number | null) => events.onReadsEvery(everyMs);
  /** The worker took a frame up; nothing comes of it yet. */
  const take = () => events.onFrameTaken();
  return {
    session,
    pass,
    slowTo,
    take,
    sleep,
    suspend,
    setWallClock,
    result,
    log,
    samples,
    gaps,
    markers,
    ended,
    cameras,
    pausedTo,
    store,
    openFrames,
    batches,
    lose: () => lose(),
    changeCameras: () => changeCameras(),
  };
}

export function sampleAt(atMs: number, happiness = 1): Sample {
  return {
    atMs,
    probabilities: [0, 0, 0, happiness, 1 - happiness, 0, 0],
    emotion: 'happiness',
    box: { xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 },
    quality: { brightness: 0.5, sharpness: 9, eyeDistancePx: 60, yawDeg: 0 },
  };
}
