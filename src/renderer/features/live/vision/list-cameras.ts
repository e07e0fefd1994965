export interface ListedCamera {
  readonly deviceId: string;
  /** Empty until a camera has been allowed once: browsers keep it back until then. */
  readonly name: string;
}

/** The cameras of this machine. */
export async function listCameras(): Promise<ListedCamera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, name: label }));
}

/** The camera after this one, round and round: a tablet's one at the front, then the one at its back. */
export function nextCamera(cameras: readonly ListedCamera[], deviceId: string): string {
  const at = cameras.findIndex((camera) => camera.deviceId === deviceId);
  return cameras[(at + 1) % cameras.length]?.deviceId ?? deviceId;
}

/** Calls back when a camera is plugged in or out, or allowed or forbidden. @returns The function that ends it. */
export function watchCameras(hear: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  navigator.mediaDevices.addEventListener('devicechange', hear, { signal });
  navigator.permissions.query({ name: 'camera' }).then(
    (permission) => permission.addEventListener('change', hear, { signal }),
    // This browser does not report permissions: plugging in is still heard of, and the camera retried.
    () => {},
  );
  return () => ended.abort();
}

/** True when the camera may be opened without asking anybody. */
export async function mayOpenCamera(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
  } catch {
    // This browser does not say: somebody presses the button instead.
    return false;
  }
}
