export const codeLength = 26;

/** Removes spaces and dashes, and replaces the letters that look like digits. */
export function readCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
}

/** `7k2m 9qxr …`, to compare with paper. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
