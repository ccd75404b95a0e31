import { isNumber, recall, remember } from "./memory";

/** Until what is scrolled has grown to its height, in ms. */
const patience = 5000;

/** Svelte action: an element is scrolled to where it was when it was last on screen under this name; without a name nothing is kept. */
export function keepScroll(element: HTMLElement, name: string | undefined): { destroy(): void } {
  const key = `scroll:${name}`;
  let wanted = name === undefined ? 0 : recall(key, 0, isNumber);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restore = () => {
    if (wanted <= 0 || element.scrollHeight - element.clientHeight < wanted) return;
    element.scrollTop = wanted;
    stop();
  };
  const watch = new ResizeObserver(restore);
  const stop = () => {
    wanted = 0;
    watch.disconnect();
  };
  const keep = () => {
    if (name === undefined || wanted > 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => remember(key, element.scrollTop), 200);
  };
  for (const part of element.children) watch.observe(part);
  const giveUp = setTimeout(stop, patience);
  element.addEventListener("scroll", keep, { passive: true });
  return {
    destroy() {
      clearTimeout(giveUp);
      clearTimeout(timer);
      // Leaving the view takes the element out before the moment is over.
      if (name !== undefined && wanted === 0 && element.scrollTop > 0) remember(key, element.scrollTop);
      stop();
      element.removeEventListener("scroll", keep);
    },
  };
}
