/** The files that the server writes of a report. */
export type FileFormat = 'xlsx' | 'docx' | 'pdf' | 'comma' | 'semicolon' | 'json';

/**
 * In the order of the list to choose from. A spreadsheet expects semicolons where numbers have a decimal
 * comma: the CSV that opens well on this reader's computer comes first.
 */
export function fileFormats(locale: string, has: readonly FileFormat[]): FileFormat[] {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(isDecimal)?.value;
  const csv: FileFormat[] = decimal === ',' ? ['semicolon', 'comma'] : ['comma', 'semicolon'];
  const all: FileFormat[] = ['xlsx', 'docx', 'pdf', ...csv, 'json'];
  return all.filter((format) => has.includes(format));
}

const isDecimal = ({ type }: Intl.NumberFormatPart) => type === 'decimal';

const isCsv = (format: FileFormat) => format === 'comma' || format === 'semicolon';

/** The parameters of the request, in addition to those of the report. */
export function fileQuery(format: FileFormat, language: string): Record<string, string> {
  return isCsv(format)
    ? { format: 'csv', separator: format, lang: language }
    : { format, lang: language };
}

/** `figures-xxvii-cuba.csv`; what is empty is left out. */
export function fileName(parts: readonly string[], format: FileFormat): string {
  return `${parts.filter(Boolean).join('-')}.${isCsv(format) ? 'csv' : format}`;
}
