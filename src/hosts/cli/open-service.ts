import { createService } from '../../service/service.ts';
import { projectFolders } from '../shared/project-folders.ts';

/**
 * The service over a site's data, called directly, for commands that read it. Caller closes it.
 *
 * @throws Error when another process holds the data folder.
 */
export function openService(dataDir: string, log: (line: string) => void, now = () => new Date()) {
  const { models, resources } = projectFolders();
  return createService({
    dataDir,
    host: 'cli',
    modelsDir: models,
    resourcesDir: resources,
    launchTrainer: () => {
      throw new Error('a command that reads a site trains nothing; use `faceward train`');
    },
    now,
    log,
  });
}
