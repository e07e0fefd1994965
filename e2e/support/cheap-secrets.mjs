/**
 * Named by `--import`, a host locks its keys under secrets at the least that a key file may ask for: a run makes a hundred sites
 * and signs in hundreds of times, each a third of a second of a processor. What is shipped asks is a unit test
 * (src/core/security/key-slots.node.test.ts). An older Node only hands over to one that can.
 */
import * as module from 'node:module';

const COST = 'core/security/scrypt-cost.ts';
const LEAST = new URL('least-scrypt-cost.ts', import.meta.url).href;

module.registerHooks?.({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url.endsWith(COST) && context.parentURL !== LEAST ? { ...found, url: LEAST } : found;
  },
});
