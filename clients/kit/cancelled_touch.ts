/**
 * Tells when the system takes a touch for itself, for a gesture or a call. Whatever was dragged by it is
 * let go: the library that drags only hears of fingers that are lifted, and would wait for this one for
 * good. What was dragged is not put anywhere by that.
 *
 * @returns how to hear no more of it
 */
export function onTouchCancelled(taken: () => void): () => void {
  const cancelled = () => {
    taken();
    dispatchEvent(new Event('touchend'));
  };
  addEventListener('touchcancel', cancelled);
  return () => removeEventListener('touchcancel', cancelled);
}
