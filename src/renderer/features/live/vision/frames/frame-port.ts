/**
 * Frames on their way from the window to a worker, one by one, each when the worker asks for it.
 *
 * A stream could be handed over whole. Safari cannot do that, and in Chromium the stream of a camera's track that is
 * handed over now and then gives no picture for seconds, or never ends, on a machine with much to do.
 */

/** A frame, or null after the last one. */
type Sent = VideoFrame | null;

/** @returns The end that the worker is given. */
export function portOver(frames: ReadableStream<VideoFrame>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const reader = frames.getReader();
  const send = async () => {
    // A camera that is unplugged can end its stream with an error: for the reader it has ended all the same.
    const { value = null } = await reader.read().catch(() => ({ value: null }));
    port1.postMessage(value satisfies Sent, value ? [value] : []);
    if (!value) port1.close();
  };
  port1.onmessage = () => void send();
  return port2;
}

/** The worker's end as a stream again. */
export function framesFrom(port: MessagePort): ReadableStream<VideoFrame> {
  let hear: (frame: Sent) => void = () => {};
  port.onmessage = ({ data }: MessageEvent<Sent>) => hear(data);
  return new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        const frame = await new Promise<Sent>((resolve) => {
          hear = resolve;
          port.postMessage(null);
        });
        if (frame) controller.enqueue(frame);
        else {
          port.close();
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
}
