import { folders } from './folders.node.ts';
import { keptPictures } from './kept-pictures.node.ts';
import type { Layout } from './layout.ts';
import { manifest } from './manifest.node.ts';
import { affectNet } from './published/affectnet.node.ts';
import { cafe } from './published/cafe.node.ts';
import { ddcf } from './published/ddcf.node.ts';
import { ferAge } from './published/fer-age.node.ts';
import { fer2013 } from './published/fer2013.node.ts';
import { lirisCse } from './published/liris-cse.node.ts';
import { nimhChefs } from './published/nimh-chefs.node.ts';

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
