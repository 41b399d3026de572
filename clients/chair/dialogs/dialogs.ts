/** The dialogs that lie over the tablet, one at a time. */
export type DialogName =
  | 'meetings'
  | 'notice'
  | 'display'
  | 'help'
  | 'speaker'
  | 'questions'
  | 'inscribe'
  | 'emptyChair'
  | 'fit';

export type ShowDialog = (dialog: DialogName) => void;
