/**
 * Tells when an element has another size, in the frame after: what is then laid out anew may change the sizes of others, which within the same
 * frame an engine complains of. Returns the way out.
 */
export function watchSize(element: HTMLElement, changed: () => void): () => void {
  let waiting = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(changed);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
}
