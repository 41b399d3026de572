import { isKey, t } from './words';

/** A role as people say it; empty for one that this page does not know. */
export function roleName(role: string): string {
  const key = role.replace('ROLE_', 'role.');
  return isKey(key) ? t(key) : '';
}
