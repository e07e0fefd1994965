/** `npm run notices`: writes THIRD_PARTY_NOTICES.md, and the texts of all licences of what is installed here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { licenceFile, licenceTexts } from './licence-texts.ts';
import { thirdPartyNotices } from './notices.ts';
import { npmBom } from './npm-bom.ts';
import { ROOT, readThirdPartyList } from './third-party-list.ts';

write('THIRD_PARTY_NOTICES.md', thirdPartyNotices(readThirdPartyList()));
write('out/third-party-licences.txt', licenceFile(licenceTexts(await npmBom({ licenceTexts: true }))));

function write(path: string, text: string): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path}: ${text.length} characters`);
}
