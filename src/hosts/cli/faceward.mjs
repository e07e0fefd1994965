#!/usr/bin/env node
/** The command `faceward`, on whatever Node the machine has. */
import { runOnNewNode } from '../shared/run-on-new-node.mjs';

await runOnNewNode(new URL('./cli.ts', import.meta.url), 'faceward');
