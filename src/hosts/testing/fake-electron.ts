import { EventEmitter } from 'node:events';
import { FakeUtilityProcess } from './fake-utility-process.ts';

/**
 * Electron's main-process module as far as the desktop host uses it. It records what it is told and lets a test play
 * the window, so that what protects the window can be tried where Electron has no binary.
 */
export function fakeElectron() {
  const handlers = new Map<string, (...values: unknown[]) => unknown>();
  const told: { channel: string; values: unknown[] }[] = [];
  const schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  const schemeHandlers = new Map<string, (request: Request) => Promise<Response>>();
  const permissions: Record<string, (...values: never[]) => unknown> = {};
  const requestFilters: ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void)[] = [];
  const windows: FakeWindow[] = [];
  const errors: string[] = [];
  const blockers = new Set<number>();
  const exits: number[] = [];
  const questions: string[] = [];
  /** Numbers of the buttons that somebody will press. */
  const answers: number[] = [];
  /** Folders that somebody will choose; none left: they close the dialog. */
  const folders: string[] = [];
  const app = Object.assign(new EventEmitter(), {
    isReady: false,
    whenReady: () => Promise.resolve().then(() => Object.assign(app, { isReady: true })),
    quit: () => app.emit('will-quit', { preventDefault() {} }),
    exit: (code: number) => void exits.push(code),
    disableHardwareAcceleration: () => {
      if (app.isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    },
    getPreferredSystemLanguages: () => ['nl-NL', 'en-GB'],
  });

  class FakeContents extends EventEmitter {
    mainFrame = { url: 'app://faceward/' };
    openHandler = (_: unknown): unknown => ({ action: 'allow' });
    setWindowOpenHandler(handler: (details: unknown) => unknown) {
      this.openHandler = handler;
    }
    isDestroyed = () => false;
    reloads = 0;
    reload = () => this.reloads++;
    send = (channel: string, ...values: unknown[]) => told.push({ channel, values });
  }

  class FakeWindow extends EventEmitter {
    readonly webContents = new FakeContents();
    readonly options: Record<string, unknown>;
    url = '';
    constructor(options: Record<string, unknown>) {
      super();
      this.options = options;
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string) {
      this.url = url;
    }
    show() {}
  }

  const permissionSetter = (name: string) => (handler: (...values: never[]) => unknown) => {
    permissions[name] = handler;
  };
  const protocol = {
    registerSchemesAsPrivileged: (added: typeof schemes) => {
      // As in Electron: too late is an error.
      if (app.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      schemes.push(...added);
    },
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => schemeHandlers.set(scheme, handler),
  };
  const module = {
    app,
    protocol,
    BrowserWindow: FakeWindow,
    Menu: { setApplicationMenu: () => {} },
    dialog: {
      showOpenDialog: async (_window: unknown, { properties }: { properties: string[] }) => {
        if (!properties.includes('openDirectory')) throw new Error('folders are chosen, not files');
        return { canceled: folders.length === 0, filePaths: folders.splice(0, 1) };
      },
      showErrorBox: (_title: string, text: string) => errors.push(text),
      showMessageBoxSync: (_window: unknown, question: { message: string }) => {
        questions.push(question.message);
        return answers.shift() ?? 0;
      },
    },
    ipcMain: {
      handle: (channel: string, handler: (...values: unknown[]) => unknown) => handlers.set(channel, handler),
      removeHandler: (channel: string) => handlers.delete(channel),
    },
    powerSaveBlocker: {
      start: () => {
        const id = blockers.size + 1;
        blockers.add(id);
        return id;
      },
      stop: (id: number) => blockers.delete(id),
    },
    session: {
      defaultSession: {
        protocol,
        setPermissionRequestHandler: permissionSetter('request'),
        setPermissionCheckHandler: permissionSetter('check'),
        setDevicePermissionHandler: permissionSetter('device'),
        webRequest: { onBeforeRequest: (filter: (typeof requestFilters)[number]) => requestFilters.push(filter) },
      },
    },
    // As on a Linux without a keyring.
    safeStorage: {
      getSelectedStorageBackend: () => (app.isReady ? 'basic_text' : 'unknown'),
      isAsyncEncryptionAvailable: async () => true,
    },
    utilityProcess: {
      fork(...given: ConstructorParameters<typeof FakeUtilityProcess>) {
        if (!app.isReady) throw new Error('utilityProcess cannot be created before app is ready.');
        return new FakeUtilityProcess(...given);
      },
    },
  };
  return {
    module,
    handlers,
    told,
    schemes,
    schemeHandlers,
    permissions,
    requestFilters,
    windows,
    errors,
    blockers,
    exits,
    questions,
    answers,
    folders,
  };
}
