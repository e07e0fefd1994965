import { describe, expect, it } from 'vitest';
import { sealBytes, unsealBytes } from '../../core/security/seal-bytes.node.ts';
import { safeStorageSecrets } from './safe-storage.ts';

/** Electron's part as its documentation describes it; the real one needs a display and a keyring. */
function storageOf({ backend = 'gnome_libsecret', isAvailable = true, shouldReEncrypt = false } = {}) {
  const key = new Uint8Array(32).fill(7);
  return {
    getSelectedStorageBackend: () => backend as 'gnome_libsecret',
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text: string) => Buffer.from(sealBytes(Buffer.from(text), key)),
    decryptStringAsync: async (sealed: Buffer) => ({ result: unsealBytes(sealed, key).toString(), shouldReEncrypt }),
  };
}

const SECRET = new Uint8Array(32).map((_, index) => 255 - index);

describe("the operating system's keystore", () => {
  it('gives back what it sealed, and nothing of what was sealed elsewhere', async () => {
    const secrets = safeStorageSecrets(storageOf(), 'linux');
    expect(await secrets.problem()).toBeNull();
    const sealed = await secrets.seal(SECRET);
    expect(Buffer.from(sealed).includes(Buffer.from(SECRET))).toBe(false);
    expect(await secrets.unseal(sealed)).toEqual({ secret: SECRET, sealedAnew: null });
    expect(await secrets.unseal(sealed.map((byte) => byte ^ 1))).toBeNull();
  });

  it('seals anew where the keystore has another key by now', async () => {
    const secrets = safeStorageSecrets(storageOf({ shouldReEncrypt: true }), 'darwin');
    const opened = await secrets.unseal(await secrets.seal(SECRET));
    expect(await secrets.unseal(opened!.sealedAnew!)).toMatchObject({ secret: SECRET });
  });

  it.each(['basic_text', 'unknown'])('of Linux is refused as %s, where it would lock nothing', async (backend) => {
    const secrets = safeStorageSecrets(storageOf({ backend }), 'linux');
    expect(await secrets.problem()).toBe('plain-text');
    expect(await secrets.unseal(await secrets.seal(SECRET))).toBeNull();
  });

  it('is none where Electron says so, or fails', async () => {
    expect(await safeStorageSecrets(storageOf({ isAvailable: false }), 'win32').problem()).toBe('none');
    const failing = { ...storageOf(), isAsyncEncryptionAvailable: () => Promise.reject(new Error('locked')) };
    expect(await safeStorageSecrets(failing, 'darwin').problem()).toBe('none');
  });
});
