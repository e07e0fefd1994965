/** A graphics adapter as WebGPU describes it; a text may be empty. */
export interface Adapter {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  readonly isFallbackAdapter: boolean;
}

/** Names of drivers that draw on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|\bwarp\b|basic render/i;

/**
 * Whether the "GPU" is the processor in disguise: a hundred times slower than computing on it directly.
 */
export function isSoftwareAdapter(adapter: Adapter): boolean {
  return adapter.isFallbackAdapter || SOFTWARE.test(textOf(adapter));
}

/** The adapter's name for people. */
export function adapterName({ vendor, architecture, device, description }: Adapter): string {
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'a GPU without a name';
}

function textOf({ vendor, architecture, device, description }: Adapter): string {
  return [vendor, architecture, device, description].join(' ');
}
