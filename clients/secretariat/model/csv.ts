/**
 * Rows as a CSV file that spreadsheets open as they should: UTF-8 with its mark, CRLF, and quotes
 * where they are needed (RFC 4180).
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return '\ufeff' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
