import type { Wheel } from '../../engine/tensorflow/wheels.ts';

/** liblsl as its makers publish it, inside of their package for Python, pinned: the same bytes on every machine. */

export const LIBLSL_VERSION = '1.18.0';

/** Of the package, whose liblsl is that version. */
export const PYLSL_VERSION = '1.18.6';

export interface LslBuild {
  readonly wheel: Wheel;
  /** The library's path in the wheel. */
  readonly path: string;
  /** SHA-256 of the library, in hex: looked at whenever it is loaded. */
  readonly sha256: string;
}

/** By platform and processor, as Node names them. */
const BUILDS: Readonly<Record<string, LslBuild>> = {
  'linux-x64': build({
    platforms: ['manylinux_2_35_x86_64'],
    wheel: 'd184abba5318c85a456ff1ca88a1960e194ab7c7ac2f31b6d0a06726e36b91e1',
    path: 'pylsl/lib/liblsl.so',
    library: 'fa5e70f2fcac32e5ef4e1a04bff65bfc1ff952b6a2c5e6df878a611fdc3ecb68',
  }),
  'win32-x64': build({
    platforms: ['win_amd64'],
    wheel: '2ea0d831cc38653a2fc69a6242ffeb2315b82ab31719c255330afe3d6b7421dc',
    path: 'pylsl/lib/lsl.dll',
    library: '5e99064fe49cb973b34d33b284eec8d2878c5b989910db49c610c77019eb2439',
  }),
  'darwin-arm64': macBuild(),
  'darwin-x64': macBuild(),
};

/** @throws Error if the library is not published for this kind of machine; the message says for which it is. */
export function lslBuild(platform: string, arch: string): LslBuild {
  const found = Object.hasOwn(BUILDS, `${platform}-${arch}`) ? BUILDS[`${platform}-${arch}`] : undefined;
  if (found) return found;
  throw new Error(
    `liblsl ${LIBLSL_VERSION} is published for Linux x64, Windows x64 and macOS; this is ${platform} ${arch}. ` +
      'Sessions run here without streams for other devices; their reports can be written as XDF afterwards',
  );
}

/** One library for both processors. */
function macBuild(): LslBuild {
  return build({
    platforms: ['macosx_11_0_universal2'],
    wheel: '0e98ead8a6a24db608074c986f720cd9c0727e9a798f0eb9369b90ab9367fcf0',
    path: 'pylsl/lib/liblsl.dylib',
    library: 'a33087383750895219fc6df91c6447cf5e4219ba68556ccefdd2af5bad7121fc',
  });
}

function build(of: { platforms: readonly string[]; wheel: string; path: string; library: string }): LslBuild {
  const { platforms, wheel: sha256, path, library } = of;
  return { wheel: { project: 'pylsl', version: PYLSL_VERSION, sha256, platforms }, path, sha256: library };
}
