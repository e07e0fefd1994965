import { createService } from '../../service/service.ts';
import { projectFolders } from '../shared/project-folders.ts';
import { launchChildProcess } from '../trainer/launch-child-process.ts';

/**
 * The service over a site's data, called directly. Caller closes it.
 *
 * @throws Error when another process holds the data folder.
 */
export function openService(dataDir: string, log: (line: string) => void) {
  const { models, resources } = projectFolders();
  return createService({
    dataDir,
    host: 'cli',
    modelsDir: models,
    resourcesDir: resources,
    launchTrainer: launchChildProcess,
    now: () => new Date(),
    log,
  });
}
