import { Role } from '$proto/table_pb';
import { isKey, t } from './words';

/** A role as people say it; empty for one that this page does not know. */
export function roleName(role: Role): string {
  const key = `role.${Role[role]}`;
  return isKey(key) ? t(key) : '';
}
