import { ferAge } from './fer-age.node.ts';
import { folders } from './folders.node.ts';
import type { Layout } from './layout.ts';
import { manifest } from './manifest.node.ts';

/** Every layout that can be read. The first that recognises a folder reads it: the one that says most comes first. */
export const LAYOUTS: readonly Layout[] = [manifest, ferAge, folders];
