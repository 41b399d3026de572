/**
 * Calls back when the system cancels a touch, for a gesture or a call. Ends a drag without moving anything:
 * the drag library listens for `touchend` only, and would wait forever.
 *
 * @returns how to stop listening
 */
export function onTouchCancelled(taken: () => void): () => void {
  const cancelled = () => {
    taken();
    dispatchEvent(new Event('touchend'));
  };
  addEventListener('touchcancel', cancelled);
  return () => removeEventListener('touchcancel', cancelled);
}
