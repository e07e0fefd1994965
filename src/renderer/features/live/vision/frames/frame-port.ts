/**
 * Frames on their way from the window to a worker, one by one, as the worker asks for them.
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

/**
 * How many frames the worker asks for at once. With one, the next would be asked for only when the last has come: a window in the
 * background of a busy machine, whose turns come late, then gave 10 pictures a second in place of 15.
 */
const ASKED_AT_ONCE = 3;

/** The worker's end as a stream again. Whoever reads it reads on to its end: the frames that are on their way come all the same. */
export function framesFrom(port: MessagePort): ReadableStream<VideoFrame> {
  const came: Sent[] = [];
  let hear = () => {};
  port.onmessage = ({ data }: MessageEvent<Sent>) => {
    came.push(data);
    hear();
  };
  for (let asked = 0; asked < ASKED_AT_ONCE; asked++) port.postMessage(null);
  return new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        if (came.length === 0) {
          await new Promise<void>((resolve) => {
            hear = resolve;
          });
        }
        const frame = came.shift();
        if (frame) {
          controller.enqueue(frame);
          port.postMessage(null);
        } else {
          port.close();
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
}
