/** A report as every format has it: what GET /api/v1/rooms/{room}/run-sheet answers, and /record?format=document. */
export interface ReportDocument {
  title: string;
  facts: [name: string, value: string][];
  tables: ReportTable[];
}

export interface ReportTable {
  heading: string;
  columns: string[];
  /** The places of the columns that are numbers. */
  numbers: number[];
  rows: string[][];
}

/** The rows that have a text in one of their cells. */
export function rowsFound(rows: readonly string[][], query: string): readonly string[][] {
  const wanted = query.trim().toLocaleLowerCase();
  return wanted
    ? rows.filter((row) => row.some((cell) => cell.toLocaleLowerCase().includes(wanted)))
    : rows;
}

/** An instant or a length: it stays on one line, digits under digits. */
export function isDigits(cell: string): boolean {
  return /^[\d:. -]+$/.test(cell);
}
