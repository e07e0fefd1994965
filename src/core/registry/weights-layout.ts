/**
 * How the tensors of model.safetensors lie, within the file itself: a program that takes a kernel for PyTorch's reads the
 * right number of weights in the wrong order, and nothing tells it.
 */
export const WEIGHTS_METADATA = {
  /** Whose order it is: TensorFlow's. Models of earlier versions say "pt", which is wrong. */
  format: 'tf',
  kernels: 'height, width, in, out; for PyTorch: permute(3, 2, 0, 1)',
  'pool.weight': 'height, width, channels; for PyTorch: permute(2, 0, 1)',
  'head.weight': 'in, out; for PyTorch: transposed',
  norms: '(x - mean) / sqrt(variance + 0.001) * scale + shift; features: without scale and shift',
  padding: 'same, as TensorFlow: of a stride of 2 on an even side the one row of zeros is below and right',
} as const;
