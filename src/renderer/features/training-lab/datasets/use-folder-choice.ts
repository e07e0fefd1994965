import { useRef, useState } from 'react';
import { call } from '../../../client/client.ts';
import { useChange } from '../../../client/use-call.ts';
import { type ChosenFolder, chosenFolder, type FolderFile } from './folder-files.ts';
import { sendFolder } from './send-folder.ts';

export interface Sending {
  readonly folder: ChosenFolder;
  readonly bytes: number;
  readonly startedAtMs: number;
}

/** Adds the folder that somebody chose or dropped: by its path on the desktop, by sending it from a browser. */
export function useFolderChoice() {
  const [sending, setSending] = useState<Sending | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const stop = useRef(new AbortController());
  const adding = useChange(async (chosen: { readonly dir: string } | { readonly files: readonly FolderFile[] }) => {
    setEmpty(false);
    if ('dir' in chosen) return call('datasets.add', { dir: chosen.dir });
    const folder = chosenFolder(chosen.files);
    if (!folder || folder.files.length === 0) {
      setEmpty(true);
      return null;
    }
    stop.current = new AbortController();
    const startedAtMs = performance.now();
    setSending({ folder, bytes: 0, startedAtMs });
    try {
      const onProgress = (bytes: number) => setSending({ folder, bytes, startedAtMs });
      return await sendFolder(call, folder, { onProgress, signal: stop.current.signal });
    } catch (error) {
      // Who stops it sees what has come in the list.
      if (stop.current.signal.aborted) return null;
      throw error;
    } finally {
      setSending(null);
    }
  });
  return {
    sending,
    isEmpty,
    error: adding.error,
    isPending: adding.isPending,
    add: adding.mutate,
    stop: () => stop.current.abort(),
  };
}
