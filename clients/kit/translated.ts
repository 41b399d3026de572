/**
 * A page translator puts a `<font>` in the place of each text. Svelte goes on to write to the texts that it made, and
 * removes elements by walking from one node to the next. So each text returns to its place, emptied, behind its
 * translation; and the translation goes when the text changes or goes.
 */
export function bearTranslation(page: Node): void {
  const fontOf = new WeakMap<Node, Element>();
  const textOf = new WeakMap<Node, Text>();
  const saidBy = new WeakMap<Node, string>();

  function pair(text: Text, font: Element): void {
    fontOf.set(text, font);
    textOf.set(font, text);
    font.after(text);
    text.data = '';
  }

  function part(text: Text): void {
    const font = fontOf.get(text)!;
    fontOf.delete(text);
    textOf.delete(font);
    font.remove();
  }

  function removed(node: Node, { addedNodes, previousSibling, nextSibling }: MutationRecord): void {
    const font = [...addedNodes, previousSibling, nextSibling].find(
      (each): each is Element => each?.nodeName === 'FONT' && each.isConnected && !textOf.has(each),
    );
    const text = textOf.get(node);
    if (text && !node.isConnected) {
      part(text);
      // Translated into yet another language, or back into ours.
      if (font) pair(text, font);
      else text.data = saidBy.get(text)!;
    } else if (fontOf.has(node)) {
      if (node.isConnected) (node as Text).before(fontOf.get(node)!);
      else part(node as Text);
    } else if (font && node instanceof Text && node.data.trim()) {
      saidBy.set(node, node.data);
      // Some translators move the text into their element.
      if (font.contains(node)) node.replaceWith(node.cloneNode());
      pair(node, font);
    }
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') {
        if (fontOf.has(record.target)) part(record.target as Text);
      } else for (const node of record.removedNodes) removed(node, record);
    }
    // Our own.
    observer.takeRecords();
  });
  observer.observe(page, { subtree: true, childList: true, characterData: true });
}
