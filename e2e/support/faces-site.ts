import { join } from 'node:path';
import { createService } from '../../src/service/service.ts';
import { addMadeFaces } from '../../src/service/testing/made-faces-site.ts';
import { ADMINISTRATOR } from './people.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Who trains models on a site of made-up faces, under the administrator's password. */
export const RESEARCHER = 'Bea Research';

/** Makes a site with an administrator, a researcher and a dataset of made-up faces, which the model in use has read. */
export async function makeFacesSite(dataDir: string, faces: number): Promise<void> {
  const service = createService({
    dataDir,
    modelsDir: join(ROOT, 'models'),
    resourcesDir: join(ROOT, 'resources'),
    host: 'cli',
    log: () => {},
    now: () => new Date(),
    launchTrainer: () => {
      throw new Error('nothing is trained here');
    },
  });
  const caller = service.connect();
  const { name: userName, password } = ADMINISTRATOR;
  await service.call(caller, 'site.setUp', { siteName: 'Faces', administrator: userName, password });
  await service.call(caller, 'users.add', { name: RESEARCHER, role: 'research', password });
  // Reads the model that ships, so that its digest is entered.
  await service.call(caller, 'models.list', {});
  await service.close();
  await addMadeFaces({ dataDir, userName, password, datasetId: 'made', count: faces });
}
