import { createClient } from './create-client.ts';
import { openTransport } from './open-transport.ts';

/** This window's one connection to the service. */
export const transport = openTransport();

/** `call(name, input)` asks the service; `listen(name, fn)` hears its events and returns the function that ends it. */
export const { call, listen } = createClient(transport);
