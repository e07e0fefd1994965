export interface ListedCamera {
  readonly deviceId: string;
  /** Empty before the camera was allowed once: browsers do not tell it until then. */
  readonly name: string;
}

/** The cameras of this machine. */
export async function listCameras(): Promise<ListedCamera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, name: label }));
}

/** Calls back when a camera is plugged in or out, or allowed or forbidden. @returns The function that ends it. */
export function watchCameras(hear: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  navigator.mediaDevices.addEventListener('devicechange', hear, { signal });
  navigator.permissions.query({ name: 'camera' }).then(
    (permission) => permission.addEventListener('change', hear, { signal }),
    // A browser that does not tell of permissions: what is plugged in is still heard of, and the camera retried.
    () => {},
  );
  return () => ended.abort();
}

/** True when the camera may be opened without asking anybody. */
export async function mayOpenCamera(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
  } catch {
    // The browser does not tell: then somebody presses the button.
    return false;
  }
}
