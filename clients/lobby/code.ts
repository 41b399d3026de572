/** Access codes as people type them. */

/** A code has this many letters and digits. */
export const codeLength = 26;

/** What was typed, without spaces and dashes, and with the digit where a letter looks like one. */
export function readCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
}

/** `7k2m 9qxr …`, to be compared with paper. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
