import { addMadeFaces } from '../../src/service/testing/made-faces-site.ts';
import { makeSite } from './made-site.ts';
import { ADMINISTRATOR } from './people.ts';

/** Who trains models on a site of made-up faces, under the administrator's password. */
export const RESEARCHER = 'Bea Research';

/** Makes a site with an administrator, a researcher and a dataset of made-up faces, which the model in use has read. */
export async function makeFacesSite(dataDir: string, faces: number): Promise<void> {
  const { service, call } = await makeSite(dataDir);
  const { name: userName, password } = ADMINISTRATOR;
  await call('users.add', { name: RESEARCHER, role: 'research', password });
  // Reads the model that ships, so that its digest is entered.
  await call('models.list', {});
  await service.close();
  await addMadeFaces({ dataDir, userName, password, datasetId: 'made', count: faces });
}
