/**
 * Gives every operation of tfjs-core its gradient. Under Node tfjs-core comes without them: its own list
 * (dist/register_all_gradients.js) is written for bundlers and does not resolve in Node, so they come with the umbrella
 * package, which also registers the cpu backend that gradients are checked against.
 */
import '@tensorflow/tfjs';
