/**
 * Has TensorFlow compute by oneDNN, unless whoever runs the program has said otherwise. TensorFlow leaves it off on some
 * processors, where training then takes twice as long; it looks once, when its library is loaded.
 *
 * @param env The environment of this process, which is what the library reads.
 * @returns Whether it is on: with and without, sums are rounded differently.
 */
export function settleOneDnn(env: Record<string, string | undefined>): 'on' | 'off' {
  env.TF_ENABLE_ONEDNN_OPTS ??= '1';
  return /^(0|false)$/i.test(env.TF_ENABLE_ONEDNN_OPTS) ? 'off' : 'on';
}
