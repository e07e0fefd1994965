/**
 * The arguments of a command of `faceward`, which stand behind a `--`. Chromium reads only what stands before it: an
 * option of ours can be no switch of its.
 *
 * @returns Null where there is no `--`: the window is to be opened.
 */
export function commandArguments(argv: readonly string[]): readonly string[] | null {
  const end = argv.indexOf('--');
  return end < 0 ? null : argv.slice(end + 1);
}
