export interface ListedCamera {
  readonly deviceId: string;
  readonly name: string;
}

/** The cameras of this machine. Before the camera was allowed once, browsers do not tell their names. */
export async function listCameras(): Promise<ListedCamera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map((device, i) => ({ deviceId: device.deviceId, name: device.label || `Camera ${i + 1}` }));
}

/** Calls back when a camera is plugged in or out. @returns The function that ends it. */
export function watchCameras(hear: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', hear);
  return () => navigator.mediaDevices.removeEventListener('devicechange', hear);
}
