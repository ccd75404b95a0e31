import type { Attachment } from "svelte/attachments";
import { isNumber, recall, remember } from "./memory";

/** Until what is scrolled has grown to its height, in ms. */
const patience = 5000;
/** Until it has come to rest, in ms. */
const pause = 200;

/** What people do that scrolls. */
const acts = ["wheel", "pointerdown", "keydown"] as const;

/** Scrolls an element to where it was when it was last on screen under this name; without a name nothing is kept. */
export function keptScroll(name: string | undefined): Attachment<HTMLElement> {
  return (element) => (name === undefined ? undefined : keep(element, `scroll:${name}`));
}

function keep(element: HTMLElement, key: string): () => void {
  /** Where it is to be, as long as it is not; the next scrolling of anyone else ends that. */
  let wanted = recall(key, 0, isNumber);
  /** Where it was seen last: what takes its place may have moved it before this ends. */
  let seen = wanted;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What was under another name before begins at its top.
  element.scrollTop = 0;
  const hasRoom = () => element.scrollHeight - element.clientHeight >= wanted;
  // Again whenever its parts change: what was there at first may be drawn anew, and then it stands at its top.
  const restore = () => {
    if (wanted > 0 && hasRoom()) element.scrollTop = wanted;
  };
  const watch = new ResizeObserver(restore);
  const watchParts = () => {
    for (const part of element.children) watch.observe(part);
  };
  // What is shown may come only after it has been asked for.
  const arrivals = new MutationObserver(watchParts);
  const stop = () => {
    wanted = 0;
    watch.disconnect();
    arrivals.disconnect();
  };
  const scrolled = () => {
    if (wanted > 0 && (element.scrollTop === 0 || element.scrollTop === wanted || !hasRoom())) return;
    stop();
    seen = element.scrollTop;
    clearTimeout(timer);
    timer = setTimeout(() => remember(key, seen), pause);
  };
  watchParts();
  arrivals.observe(element, { childList: true });
  const giveUp = setTimeout(stop, patience);
  element.addEventListener("scroll", scrolled, { passive: true });
  // Who turns the wheel or presses a key wants to be elsewhere.
  for (const kind of acts) element.addEventListener(kind, stop, { passive: true });
  return () => {
    clearTimeout(giveUp);
    clearTimeout(timer);
    remember(key, seen);
    stop();
    element.removeEventListener("scroll", scrolled);
    for (const kind of acts) element.removeEventListener(kind, stop);
  };
}
