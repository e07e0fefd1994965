import { expect, it } from 'vitest';
import * as stood from './electron-module.ts';
import { fakeElectron } from './fake-electron.ts';

it('gives a built main.js all that the window’s stand-in has', () => {
  expect(Object.keys(stood).sort()).toEqual(Object.keys(fakeElectron().module).sort());
});
