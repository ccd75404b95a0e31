import { calls } from "../api";

/** How long nothing may be under way before the window counts as ready, in ms. */
const quiet = 120;

/**
 * Marks the page with `data-ready="<view>"` once the view stands and no call is under way, for whoever takes pictures of it.
 * Call it in an effect that knows the view; the mark goes when anything begins again.
 */
export function markReady(view: string): () => void {
  const root = document.documentElement;
  delete root.dataset.ready;
  if (calls.running > 0) return () => undefined;
  const timer = setTimeout(() => {
    root.dataset.ready = view;
  }, quiet);
  return () => clearTimeout(timer);
}
