import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../../../../contract/error.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import type { FromVideo, ToVideo } from './video-messages.ts';
import { VideoRecorder, type VideoState } from './video-recorder.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A recorder with a worker that is played by hand, and a service that answers as it is told. */
function recorder() {
  const told: ToVideo[] = [];
  const sent: number[] = [];
  const states: VideoState[] = [];
  const service: { error: Error | null } = { error: null };
  let say: (message: FromVideo) => void = () => {};
  let isTerminated = false;
  const video = new VideoRecorder({
    sessionId: 's',
    recorderId: 'r',
    call: (async (_name: string, input: { fromMs: number }) => {
      if (service.error) throw service.error;
      sent.push(input.fromMs);
      return {};
    }) as unknown as Client['call'],
    worker: {
      postMessage: (message) => told.push(message),
      listen: (hear) => {
        say = hear;
      },
      terminate: () => {
        isTerminated = true;
      },
    },
    onState: (state) => states.push(state),
  });
  const see = (atMs: number) => {
    const frame = { widthPx: 1, heightPx: 1, channels: 4, data: new Uint8ClampedArray(4) } as const;
    video.see({ atMs } as FrameResult, { frame, scale: 1 });
  };
  const encoded = async (fromMs: number) => {
    say({ kind: 'fragment', fragment: { fromMs, toMs: fromMs + 3000, data: new Uint8Array(1) } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const isOver = () => isTerminated;
  return {
    video,
    see,
    encoded,
    say: (message: FromVideo) => say(message),
    told,
    sent,
    states,
    service,
    isOver,
  };
}

describe('video beside the reading', () => {
  it('gives the worker one picture at a time, and lets go of those between', () => {
    const { see, say, told } = recorder();
    see(0);
    see(80);
    expect(told).toHaveLength(1);
    say({ kind: 'taken' });
    see(160);
    expect(told.map((message) => message.kind === 'frame' && message.result.atMs)).toEqual([0, 160]);
  });

  it('sends a fragment again that got no answer, in its order', async () => {
    const { encoded, sent, states, service } = recorder();
    service.error = new FailureError(failure('window.unreachable'));
    await encoded(0);
    await encoded(3000);
    expect(states.at(-1)).toMatchObject({ kind: 'hindered', why: { reason: 'window.unreachable' } });
    service.error = null;
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([0, 3000]);
    expect(states.at(-1)).toEqual({ kind: 'kept' });
  });

  it('leaves out what a full disk does not take, says so, and goes on when there is room', async () => {
    const { encoded, sent, states, service, isOver } = recorder();
    service.error = new CallError('disk-full', failure('videos.little-room', { free: 1, least: 500 }));
    await encoded(0);
    expect(states.at(-1)).toMatchObject({ kind: 'hindered', why: { reason: 'videos.little-room' } });
    service.error = null;
    await encoded(3000);
    expect(sent).toEqual([3000]);
    expect(states.at(-1)).toEqual({ kind: 'kept' });
    expect(isOver()).toBe(false);
  });

  it('ends for good when the consent has ended', async () => {
    const { see, encoded, told, states, service, isOver } = recorder();
    service.error = new CallError('no-consent', failure('videos.no-consent', { code: 'CH-1' }));
    await encoded(0);
    expect(states.at(-1)).toMatchObject({ kind: 'ended', why: { reason: 'videos.no-consent' } });
    see(9000);
    expect(told).toEqual([]);
    expect(isOver()).toBe(true);
  });

  it('hands over the last fragment before it ends', async () => {
    const { video, encoded, say, told, sent, isOver } = recorder();
    const end = video.end();
    expect(told).toEqual([{ kind: 'end' }]);
    await encoded(6000);
    say({ kind: 'ended' });
    await end;
    expect(sent).toEqual([6000]);
    expect(isOver()).toBe(true);
  });

  it('does not keep a session from ending when its worker says nothing', async () => {
    const { video, isOver } = recorder();
    const end = video.end();
    await vi.advanceTimersByTimeAsync(5000);
    await end;
    expect(isOver()).toBe(true);
  });
});
