/** The binding of the encrypted SQLite is built for this Node and newer ones; on an older one it ends the process without a word. */
const OLDEST_MAJOR = 22;

/**
 * Called before the binding is, so that whoever loads our modules on an older Node is told why that does not work.
 *
 * @throws Error in a sentence.
 */
export function demandNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= OLDEST_MAJOR) return;
  throw new Error(
    `Node ${OLDEST_MAJOR} or newer is needed for the encrypted store and this is ${version}: start it by "npx node", which runs the Node that npm ci installed, or update Node.`,
  );
}
