import { openService } from '../../src/hosts/cli/open-service.ts';
import { confirmCode } from '../../src/service/testing/confirm-code.ts';
import { addMadeFaces } from '../../src/service/testing/made-faces-site.ts';
import { callAs } from '../../src/service/testing/test-site.ts';
import { ADMINISTRATOR } from './people.ts';

/** Who trains models on a site of made-up faces, under the administrator's password. */
export const RESEARCHER = 'Bea Research';

/** Makes a site with an administrator, a researcher and a dataset of made-up faces, which the model in use has read. */
export async function makeFacesSite(dataDir: string, faces: number): Promise<void> {
  const service = openService(dataDir, () => {});
  const caller = service.connect();
  const { name: userName, password } = ADMINISTRATOR;
  const call = callAs(service, caller);
  await confirmCode(call, await call('site.setUp', { siteName: 'Faces', administrator: userName, password }));
  await service.call(caller, 'users.add', { name: RESEARCHER, role: 'research', password });
  // Reads the model that ships, so that its digest is entered.
  await service.call(caller, 'models.list', {});
  await service.close();
  await addMadeFaces({ dataDir, userName, password, datasetId: 'made', count: faces });
}
