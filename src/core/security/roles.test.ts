import { expect, test } from 'vitest';
import { permission, ROLES } from './roles.ts';

test('anyone means also nobody signed in', () => {
  expect(permission('anyone', null).kind).toBe('allowed');
  expect(permission('signed-in', null)).toEqual({
    kind: 'sign-in-needed',
    message: 'Nobody is signed in. Sign in first.',
  });
  expect(permission(['ward'], null).kind).toBe('sign-in-needed');
});

test('every role is let in where it is named, and nowhere else', () => {
  for (const role of ROLES) {
    expect(permission('signed-in', role).kind).toBe('allowed');
    for (const named of ROLES) {
      expect(permission([named], role).kind, `${role} asks for ${named}`).toBe(
        role === named ? 'allowed' : 'role-needed',
      );
    }
    expect(permission([], role).kind).toBe('role-needed');
  }
});

test('a refusal says which role is needed', () => {
  expect(permission(['ward', 'reviewer', 'administrator'], 'research')).toEqual({
    kind: 'role-needed',
    message: 'This needs ward staff, a reviewer or an administrator; you are signed in as research staff.',
  });
  expect(permission(['administrator'], 'ward')).toMatchObject({
    message: 'This needs an administrator; you are signed in as ward staff.',
  });
});
