import qrcode from 'qrcode-generator';

/** A QR code as an SVG path, one unit a module. */
export interface QrCode {
  /** Of a side, with the quiet margin. */
  size: number;
  /** The quiet margin that a reader needs on each side. */
  margin: number;
  path: string;
}

const margin = 4;

/** @param text an address, at most 1,000 characters or so */
export function qrCode(text: string): QrCode {
  // Level M: a tenth of the picture may be hidden by glare or a head.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
    }
  }
  return { size: count + 2 * margin, margin, path };
}
