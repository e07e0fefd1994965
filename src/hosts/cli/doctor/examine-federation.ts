import { join } from 'node:path';
import { isKeyKept } from '../../../jobs/dataset/subject-keys.node.ts';
import { joinedBy, type PartOfSite, partOf } from '../../../jobs/federated/part-of-site.node.ts';
import { readFederationFile } from '../../../jobs/federated/read-federation-file.node.ts';
import { readSiteState } from '../../../jobs/federated/site-state.node.ts';
import { examine, type Finding } from './finding.ts';

/**
 * Whether a round of a federation could run here: the file, its confirmation, the key of subjects, the images and who of them
 * takes part.
 *
 * @param given The federation file; null for the one that an administrator has confirmed.
 */
export async function examineFederation(dataDir: string, given: string | null, modelsDir: string): Promise<Finding[]> {
  const area = 'federation';
  const found: { file: string | null; part: PartOfSite | null } = { file: given, part: null };
  const read = await examine({ area, name: 'file' }, () => {
    found.file ??= readSiteState(dataDir)?.confirmed?.file ?? null;
    if (found.file === null) return { state: 'absent', text: 'this site takes part in no federation' };
    const { steps, share, imageCountAs } = readFederationFile(found.file).file;
    return { state: 'ok', text: `${found.file}: ${steps} steps a round, shares ${share}, images as ${imageCountAs}` };
  });
  if (read.state !== 'ok') return [read];
  const confirmation = await examine({ area, name: 'confirmation' }, () => {
    found.part = partOf(found.file!, join(modelsDir, 'base'));
    const { state } = found.part;
    if (!state) return { state: 'ok', text: 'not asked for: the folder of data is no site' };
    return { state: 'ok', text: `to ${state.confirmed!.to}, on ${state.confirmed!.atIso.slice(0, 10)}` };
  });
  return [read, confirmation, ...(found.part ? await examinePart(found.part) : [])];
}

async function examinePart(part: PartOfSite): Promise<Finding[]> {
  const { data } = part.file;
  const area = 'federation';
  const hasKey = data !== null && isKeyKept(data);
  return [
    await examine({ area, name: 'dataset' }, async () => {
      const { leftOut, agreed } = await joinedBy(part);
      const who = `${agreed.length} children by consent, ${leftOut.length} left out for want of one`;
      return { state: 'ok', text: `${part.file.dataset.join(', ')}: ${who}` };
    }),
    {
      area,
      name: 'key',
      state: hasKey ? 'ok' : 'absent',
      text: hasKey ? 'children are remembered under the key of the folder of data' : 'made at the first round',
    },
  ];
}
