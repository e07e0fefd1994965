import { affectNet } from './affectnet.node.ts';
import { cafe } from './cafe.node.ts';
import { ddcf } from './ddcf.node.ts';
import { ferAge } from './fer-age.node.ts';
import { fer2013 } from './fer2013.node.ts';
import { folders } from './folders.node.ts';
import { keptPictures } from './kept-pictures.node.ts';
import type { Layout } from './layout.ts';
import { lirisCse } from './liris-cse.node.ts';
import { manifest } from './manifest.node.ts';
import { nimhChefs } from './nimh-chefs.node.ts';

/** Every layout that can be read. The first that recognises a folder reads it: the one that says most comes first. */
export const LAYOUTS: readonly Layout[] = [
  manifest,
  keptPictures,
  ferAge,
  fer2013,
  affectNet,
  cafe,
  nimhChefs,
  ddcf,
  lirisCse,
  folders,
];
