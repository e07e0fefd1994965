/** What `import 'electron'` gives in a Node that runs a built main.js; see run-as-electron.ts. */
import { fakeElectron } from './fake-electron.ts';

const { module } = fakeElectron();
module.app.exit = (code) => process.exit(code);

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} = module;
