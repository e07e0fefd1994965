import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSignatureOf,
  makePrivateKey,
  readPrivateKey,
  readPublicKeyPem,
  readPublicKeyText,
  signatureOf,
} from './signature.node.ts';

test('the signature of RFC 8032, section 7.1, test 2', () => {
  const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb';
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64');
  const key = readPrivateKey(`-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
  const signature = signatureOf(Uint8Array.of(0x72), key);
  expect(Buffer.from(key.publicKey.text, 'base64url').toString('hex')).toBe(
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  );
  expect(Buffer.from(signature, 'base64url').toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(isSignatureOf(signature, Uint8Array.of(0x72), key.publicKey)).toBe(true);
});

test('a signature holds for its bytes and its key alone', () => {
  const key = readPrivateKey(makePrivateKey());
  const other = readPrivateKey(makePrivateKey());
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (message, at, change) => {
      const signature = signatureOf(message, key);
      expect(isSignatureOf(signature, message, key.publicKey)).toBe(true);
      const changed = Uint8Array.from(message);
      changed[at % message.length]! ^= change;
      expect(isSignatureOf(signature, changed, key.publicKey)).toBe(false);
      expect(isSignatureOf(signature, message, other.publicKey)).toBe(false);
      const bytes = Buffer.from(signature, 'base64url');
      bytes[at % bytes.length]! ^= change;
      expect(isSignatureOf(bytes.toString('base64url'), message, key.publicKey)).toBe(false);
      expect(isSignatureOf(`${signature}=`, message, key.publicKey)).toBe(false);
    }),
  );
});

test('a key is the same key in each of its forms, and other text is none', () => {
  const { publicKey } = readPrivateKey(makePrivateKey());
  expect(readPublicKeyPem(publicKey.pem)).toEqual(publicKey);
  expect(readPublicKeyText(publicKey.text)).toEqual(publicKey);
  expect(publicKey.fingerprint).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  expect(readPublicKeyPem('no key')).toBeNull();
  expect(readPublicKeyText(`${publicKey.text}A`)).toBeNull();
  expect(readPublicKeyText(`${publicKey.text} `)).toBeNull();
});

test('a key of another kind is none', () => {
  const others = [
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('x25519'),
    generateKeyPairSync('ed448'),
  ];
  for (const { publicKey, privateKey } of others) {
    expect(readPublicKeyPem(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBeNull();
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => readPrivateKey(pem)).toThrow(/a private key of Ed25519 was expected; found one of (ec|x25519|ed448)/);
  }
});
