import { expect, test } from 'vitest';
import { type Adapter, adapterName, isSoftwareAdapter } from './adapter.ts';

const card: Adapter = {
  vendor: 'nvidia',
  architecture: 'ampere',
  device: '0x2484',
  description: 'NVIDIA GeForce RTX 3070',
  isFallbackAdapter: false,
};

test.each([
  ['SwiftShader', { vendor: 'google', architecture: 'swiftshader', description: 'SwiftShader driver 5.0.0' }],
  ['lavapipe', { vendor: 'mesa', architecture: '', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }],
  ['WARP', { vendor: 'microsoft', architecture: 'warp', description: 'Microsoft Basic Render Driver' }],
  ['one that says so itself', { isFallbackAdapter: true }],
])('%s computes on the processor', (_, fields) => {
  expect(isSoftwareAdapter({ ...card, ...fields })).toBe(true);
});

test('a graphics card does not, whatever its name contains', () => {
  expect(isSoftwareAdapter(card)).toBe(false);
  expect(isSoftwareAdapter({ ...card, description: 'Warpdrive 9000' })).toBe(false);
});

test('is named by its description, or else by what is known', () => {
  expect(adapterName(card)).toBe('NVIDIA GeForce RTX 3070');
  expect(adapterName({ ...card, description: '' })).toBe('nvidia ampere 0x2484');
  expect(adapterName({ ...card, vendor: '', architecture: '', device: '', description: '' })).toMatch(/without a name/);
});
