import { expect, test } from 'vitest';
import { permission, ROLES } from './roles.ts';

test('anyone means also nobody signed in', () => {
  expect(permission('anyone', null).kind).toBe('allowed');
  expect(permission('signed-in', null)).toEqual({ kind: 'sign-in-needed' });
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
    roles: ['ward', 'reviewer', 'administrator'],
    role: 'research',
  });
  expect(permission(['administrator'], 'ward')).toEqual({
    kind: 'role-needed',
    roles: ['administrator'],
    role: 'ward',
  });
  expect(permission([], 'reviewer')).toEqual({ kind: 'role-needed', roles: [], role: 'reviewer' });
});
