/** TensorFlow's libraries as its makers publish them, pinned: the same bytes on every machine. */

/** Which build of TensorFlow: for the processor alone, or for NVIDIA GPUs as well. */
export const FLAVOURS = ['cpu', 'gpu'] as const;

export type Flavour = (typeof FLAVOURS)[number];

export interface Wheel {
  readonly project: string;
  readonly version: string;
  /** Of the wheel for Linux x64, or for the platforms. */
  readonly sha256: string;
  /** As pip names them; those of Linux x64 where they are left out. */
  readonly platforms?: readonly string[];
}

export const TENSORFLOW_VERSION = '2.19.1';

/** The CUDA libraries that this TensorFlow was built against, from NVIDIA's own wheels: no CUDA of the system is needed. */
const CUDA: readonly Wheel[] = [
  wheel('nvidia-cublas-cu12', '12.5.3.2', 'ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b'),
  wheel('nvidia-cuda-cupti-cu12', '12.5.82', 'bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953'),
  wheel('nvidia-cuda-nvcc-cu12', '12.5.82', 'b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0'),
  wheel('nvidia-cuda-nvrtc-cu12', '12.5.82', '3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd'),
  wheel('nvidia-cuda-runtime-cu12', '12.5.82', '3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115'),
  wheel('nvidia-cudnn-cu12', '9.3.0.75', '9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d'),
  wheel('nvidia-cufft-cu12', '11.2.3.61', '9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8'),
  wheel('nvidia-curand-cu12', '10.3.6.82', '2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536'),
  wheel('nvidia-cusolver-cu12', '11.6.3.83', '93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b'),
  wheel('nvidia-cusparse-cu12', '12.5.1.3', '016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752'),
  wheel('nvidia-nccl-cu12', '2.23.4', 'b097258d9aab2fa9f686e33c6fe40ae57b27df60cedbd15d139701bb5509e0c1'),
  wheel('nvidia-nvjitlink-cu12', '12.5.82', 'f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212'),
];

export const WHEELS: Readonly<Record<Flavour, readonly Wheel[]>> = {
  cpu: [
    wheel('tensorflow-cpu', TENSORFLOW_VERSION, '0b6d72bd09c267e7573757bd309f5b1e2cdb02577339991da751f3a1411e4dae'),
  ],
  gpu: [
    wheel('tensorflow', TENSORFLOW_VERSION, '8e5524eb492160576e5eeea9bb472ddc653123503f2290f83123d5ac9545750e'),
    ...CUDA,
  ],
};

/** Room that download, unpacked files and what the unpacking needs take together, in bytes. */
export const BYTES_NEEDED: Readonly<Record<Flavour, number>> = { cpu: 1.2e9, gpu: 7e9 };

export const LIBRARIES = ['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'] as const;

const HEADERS = [
  'tensorflow/c/c_api.h',
  'tensorflow/c/c_api_macros.h',
  'tensorflow/c/tf_attrtype.h',
  'tensorflow/c/tf_buffer.h',
  'tensorflow/c/tf_datatype.h',
  'tensorflow/c/tf_status.h',
  'tensorflow/c/tf_tensor.h',
  'tensorflow/c/tf_tstring.h',
  'tensorflow/c/eager/c_api.h',
  'tensorflow/core/platform/ctstring.h',
  'tensorflow/core/platform/ctstring_internal.h',
  'tsl/platform/ctstring.h',
  'tsl/platform/ctstring_internal.h',
  'xla/tsl/c/tsl_status.h',
].map((path) => `tensorflow/include/${path}`);

/** CUDA's shared libraries, and the two things that compile a kernel for a GPU which TensorFlow was not built for. */
const CUDA_FILE = /^nvidia\/[a-z0-9_]+\/(lib\/[^/]+\.so[.0-9]*|bin\/ptxas|nvvm\/libdevice\/[^/]+\.bc)$/;

/** Whether a file of a wheel is needed: of 4,000 files of TensorFlow, 16. */
export function isNeeded(path: string): boolean {
  return (LIBRARIES as readonly string[]).includes(path) || HEADERS.includes(path) || CUDA_FILE.test(path);
}

function wheel(project: string, version: string, sha256: string): Wheel {
  return { project, version, sha256 };
}
