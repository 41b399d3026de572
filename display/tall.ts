/** Scripts whose letters reach further up and down than Latin ones: Arabic, Hebrew, those of South Asia. */
const tall = /[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufefc]/;

export const isTall = (text: string): boolean => tall.test(text);
