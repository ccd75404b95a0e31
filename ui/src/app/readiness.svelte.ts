import { afterFrames } from "../base/painting";
import { underWay } from "../base/under-way.svelte";

/** How long nothing may be under way before the window counts as ready, in ms. */
const quiet = 120;
/** What has another size says so in the frame after, and is drawn anew in the one after that. */
const framesToSettle = 3;

/**
 * Marks the page with `data-ready="<view>"` once the view stands, nothing is under way, and what it shows has been painted with its typefaces, for
 * whoever takes pictures of it. Call it in an effect that knows the view; the mark goes when anything begins again.
 */
export function markReady(view: string | undefined): () => void {
  const root = document.documentElement;
  delete root.dataset.ready;
  if (view === undefined || underWay.count > 0) return () => undefined;
  let isCalledOff = false;
  let stop = () => undefined as void;
  const paint = () => {
    if (!isCalledOff) stop = afterFrames(framesToSettle, () => void (root.dataset.ready = view));
  };
  const timer = setTimeout(() => void document.fonts.ready.then(paint), quiet);
  return () => {
    isCalledOff = true;
    clearTimeout(timer);
    stop();
  };
}
