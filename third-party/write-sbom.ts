/** `npm run sbom`: writes the bill of materials of this installation. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npmBom, SPEC_VERSION } from './npm-bom.ts';
import { sbom } from './sbom.ts';
import { ROOT, readManifest } from './third-party-list.ts';

const file = join(ROOT, `out/faceward-${readManifest().version}.cdx.json`);
const text = await sbom(await npmBom({ licenceTexts: false }));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
const { components } = JSON.parse(text) as { components: unknown[] };
console.log(`${relative(ROOT, file)}: ${components.length} components, CycloneDX ${SPEC_VERSION}, fits its schema`);
