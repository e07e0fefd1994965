import type { SafeStorage } from 'electron';
import type { ComputerSecrets } from '../../service/runtime/this-computer/computer-secrets.ts';

/** Keystores of Linux that lock what they keep. Without one Electron locks it under a password that stands in its source. */
const LINUX_KEYSTORES: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * The operating system's keystore by Electron: the Keychain, DPAPI of the Windows account, GNOME Keyring or KWallet. To be asked once the
 * program is ready.
 */
export function safeStorageSecrets(storage: Storage, platform: NodeJS.Platform): ComputerSecrets {
  const problem: ComputerSecrets['problem'] = async () => {
    try {
      if (platform === 'linux' && !LINUX_KEYSTORES.includes(storage.getSelectedStorageBackend())) return 'plain-text';
      return (await storage.isAsyncEncryptionAvailable()) ? null : 'none';
    } catch {
      return 'none';
    }
  };
  const seal = (secret: Uint8Array) => storage.encryptStringAsync(Buffer.from(secret).toString('base64'));
  return {
    problem,
    seal,
    async unseal(sealed) {
      if ((await problem()) !== null) return null;
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed));
        const secret = new Uint8Array(Buffer.from(result, 'base64'));
        return { secret, sealedAnew: shouldReEncrypt ? await seal(secret) : null };
      } catch {
        // Sealed elsewhere, or the keystore is locked: which is the answer.
        return null;
      }
    },
  };
}
