import { useRef, useState } from 'react';
import type { Input } from '../../../../contract/contract.ts';
import type { DatasetStatement } from '../../../../core/dataset/said/statement.ts';
import { call } from '../../../client/client.ts';
import { useChange } from '../../../client/use-call.ts';
import { type ChosenFolder, chosenFolder, type FolderFile, folderToLookAt } from './folder-files.ts';
import { sendFolder } from './send-folder.ts';

export interface Sending {
  readonly folder: ChosenFolder;
  readonly bytes: number;
  readonly startedAtMs: number;
}

/** A folder that somebody chose or dropped, of which is asked what it shows. */
interface Chosen {
  readonly name: string;
  readonly look: Input<'datasets.look'>;
  /** What is sent from a browser; null for a folder that is read where it lies. */
  readonly folder: ChosenFolder | null;
}

/**
 * Adds the folder that somebody chose or dropped, once it is said what it shows: by its path on the desktop, by sending it
 * from a browser.
 */
export function useFolderChoice() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const stop = useRef(new AbortController());

  const send = async (folder: ChosenFolder, statement: DatasetStatement) => {
    // What it shows is said: how far it is shows beside the list.
    setChosen(null);
    stop.current = new AbortController();
    const startedAtMs = performance.now();
    setSending({ folder, bytes: 0, startedAtMs });
    try {
      const onProgress = (bytes: number) => setSending({ folder, bytes, startedAtMs });
      return await sendFolder(call, folder, { statement, onProgress, signal: stop.current.signal });
    } catch (error) {
      // Who stops it sees what has come in the list.
      if (stop.current.signal.aborted) return null;
      throw error;
    } finally {
      setSending(null);
    }
  };
  const adding = useChange(
    async ({ chosen: { folder, look }, statement }: { readonly chosen: Chosen; statement: DatasetStatement }) => {
      if (folder) return send(folder, statement);
      return 'dir' in look ? call('datasets.add', { dir: look.dir, statement }) : null;
    },
    { onDone: () => setChosen(null) },
  );
  return {
    chosen,
    sending,
    isEmpty,
    error: adding.error,
    isPending: adding.isPending,
    async choose(given: { readonly dir: string } | { readonly files: readonly FolderFile[] }) {
      adding.reset();
      setEmpty(false);
      if ('dir' in given) {
        setChosen({ name: nameOfDir(given.dir), look: given, folder: null });
        return;
      }
      const folder = chosenFolder(given.files);
      if (folder && folder.files.length > 0) {
        setChosen({ name: folder.name, look: await folderToLookAt(folder), folder });
      } else setEmpty(true);
    },
    say: (statement: DatasetStatement) => chosen && adding.mutate({ chosen, statement }),
    close: () => setChosen(null),
    stop: () => stop.current.abort(),
  };
}

function nameOfDir(dir: string): string {
  return dir.split(/[\\/]/).findLast((part) => part !== '') ?? dir;
}

export type FolderChoice = ReturnType<typeof useFolderChoice>;
