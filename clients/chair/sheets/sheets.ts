/** The sheets that lie over the tablet, one at a time. */
export type SheetName =
  | 'meetings'
  | 'notice'
  | 'display'
  | 'help'
  | 'speaker'
  | 'questions'
  | 'inscribe'
  | 'emptyChair'
  | 'fit';

export type OpenSheet = (sheet: SheetName) => void;
