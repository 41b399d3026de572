import { kindKey } from './model/figures';
import { isKey, t } from './words';

/** What somebody takes the floor for, in words: of an InscriptionKind's name. */
export function kindWord(kind: string): string {
  const key = `kind.${kindKey(kind)}`;
  return isKey(key) ? t(key) : kindKey(kind);
}
