// Where the letters of a page really are. Both run in the page, and so use nothing around them.

/** Texts whose letters are cut above or below by a box around them, as the tail of a y may be. */
export function cutLetters(): string[] {
  const canvas = document.createElement('canvas').getContext('2d')!;
  const cut: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement!;
    if (!node.nodeValue?.trim() || !owner.checkVisibility()) continue;
    // Of a script that the font does not have, the canvas does not know the height of a line.
    if (/[^\u0000-\u04ff\u2000-\u22ff]/.test(node.nodeValue)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
    if (lines.length === 0) continue;
    // The shorthand is empty where figures have a width of their own.
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(owner);
    canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const ink = canvas.measureText(node.nodeValue);
    for (let box: Element | null = owner; box && box !== document.body; box = box.parentElement) {
      const { overflowY, clipPath, position } = getComputedStyle(box);
      if (clipPath !== 'none' || position === 'fixed') break;
      if (overflowY === 'visible') continue;
      // What is scrolled may be cut anywhere.
      if (/auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight + 1) break;
      const { top, bottom } = box.getBoundingClientRect();
      // A line beyond the box is one that its ellipsis stands for.
      const seen = lines.filter((line) => (line.top + line.bottom) / 2 < bottom);
      const letters = seen.map((line) => {
        const baseline = line.bottom - ink.fontBoundingBoxDescent;
        return [baseline - ink.actualBoundingBoxAscent, baseline + ink.actualBoundingBoxDescent];
      });
      if (letters.some(([from, to]) => from! < top - 0.75 || to! > bottom + 0.75))
        cut.push(`${box.tagName}.${box.className} ${node.nodeValue.trim().slice(0, 40)}`);
    }
  }
  return cut;
}

/** Texts and buttons that lie on a text of another part of the page. */
export function overlaps(): string[] {
  // What passes over the hour for a moment, or until the link is back.
  const passing = '.over, .lost, .banner';
  const top = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
  interface Line {
    owner: HTMLElement;
    text: string;
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  const lines: Line[] = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement!;
    if (!node.nodeValue?.trim() || !owner.checkVisibility({ visibilityProperty: true })) continue;
    if (owner.closest(`option, ${passing}`)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // The letters without the room around them.
      const air = (bottom - top) * 0.25;
      const line = { left: left + 1, right: right - 1, top: top + air, bottom: bottom - air };
      for (let box: Element | null = owner; box; box = box.parentElement) {
        const { overflowY, clipPath } = getComputedStyle(box);
        if (clipPath !== 'none') line.right = line.left;
        if (overflowY === 'visible') continue;
        const around = box.getBoundingClientRect();
        line.left = Math.max(line.left, around.left);
        line.right = Math.min(line.right, around.right);
        line.top = Math.max(line.top, around.top);
        line.bottom = Math.min(line.bottom, around.bottom);
      }
      if (line.right - line.left > 2 && line.bottom - line.top > 2)
        lines.push({ ...line, owner, text: node.nodeValue.trim().slice(0, 30) });
    }
  }
  const stuckTo = (each: Element): Element | null => {
    for (let box: Element | null = each; box; box = box.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(box).position)) return box;
    return null;
  };
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    for (const other of lines.slice(i + 1)) {
      const apart =
        line.right - other.left < 2 ||
        other.right - line.left < 2 ||
        line.bottom - other.top < 2 ||
        other.bottom - line.top < 2;
      // What scrolls passes behind what stays.
      if (!apart && line.owner !== other.owner && stuckTo(line.owner) === stuckTo(other.owner))
        found.push(`“${line.text}” and “${other.text}”`);
    }
    // A ground that belongs to another part lies on it.
    const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
    const under = document.elementFromPoint(x, y);
    if (!under || under.contains(line.owner) || line.owner.contains(under)) continue;
    if (under.closest(passing) || getComputedStyle(under).opacity === '0') continue;
    let opaque = false;
    for (let box: Element | null = under; box && !box.contains(line.owner); box = box.parentElement)
      opaque ||= !/(, 0\)|transparent)$/.test(getComputedStyle(box).backgroundColor);
    if (opaque && stuckTo(under) === stuckTo(line.owner))
      found.push(`“${line.text}” under ${under.tagName}.${under.className}`);
  }
  return found;
}
