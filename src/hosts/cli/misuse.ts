/** The command was not called as it is meant to be: exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
