import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const source = (path: string) => join(root, 'src', path);

/** Main process, the processes and threads that it starts, preload and window, into out/main, out/preload and out/renderer. */
export default defineConfig({
  main: {
    build: {
      outDir: join(root, 'out/main'),
      rollupOptions: {
        input: {
          main: source('hosts/desktop/main.ts'),
          // Programs of processes and threads of their own: see core/engine/entry-beside.node.ts.
          'trainer-process': source('hosts/trainer/trainer-process.ts'),
          'lab-worker-process': source('hosts/lab-worker/lab-worker-process.ts'),
          'lsl-process': source('hosts/lsl/lsl-process.ts'),
          'film-decoder-process': source('hosts/film-decoder/film-decoder-process.ts'),
          'study-process': source('hosts/cli/study/study-process.ts'),
          'gradient-worker': source('core/training/parallel-gradient/gradient-worker.node.ts'),
          'search-worker': source('core/dataset/faces/searching/search-worker.node.ts'),
          'query-program': source('service/query-program.node.ts'),
          'probe-program': source('core/engine/webgpu/probe-program.node.ts'),
        },
        // Optional, and each looks for its binary beside itself.
        external: ['webgpu', /^@napi-rs\/webcodecs/],
        // Beside the entries, where those programs are looked for.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out/preload'),
      rollupOptions: {
        input: { preload: source('hosts/desktop/preload.ts') },
        // A sandboxed preload is loaded as CommonJS, whatever package.json says of the project.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    // One copy of the tensor library, for our nets and for face-api's.
    resolve: { dedupe: ['@tensorflow/tfjs-core'] },
    worker: { format: 'es' },
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      // No data: addresses for scripts or WebAssembly; the content security policy has no room for them.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: source('renderer/index.html') },
    },
  },
});
