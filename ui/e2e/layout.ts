import type { Session } from "./driver";

/** What is wrong with the layout of the page, each fault in words: where there is none, the list is empty. */
export function layoutFaults(window: Session): Promise<string[]> {
  return window.run<string[]>(`${AUDIT}; return audit();`);
}

/**
 * Goes over everything that can be pressed or typed into. Each must be in the window, or where scrolling brings it; at least 24 px both ways; and
 * what is under its middle must be itself. Words that are cut off without an ellipsis count as clipped.
 */
const AUDIT = String.raw`
  const boxOf = (element) => element.getBoundingClientRect();
  const named = (element) => {
    const words = element.getAttribute("aria-label") || element.textContent || element.className;
    return element.tagName.toLowerCase() + " “" + String(words).trim().slice(0, 40) + "”";
  };
  const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".unseen, [inert], [aria-hidden=true]");
  const scrolls = (element, way) => /auto|scroll/.test(getComputedStyle(element)["overflow-" + way]);
  const cuts = (element) => getComputedStyle(element).overflow !== "visible";
  /** The part of the window in which an element can be seen, and whether scrolling can bring it there. */
  function windowOn(element) {
    let [seen, reachable] = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }, false];
    for (let around = element.parentElement; around && around !== document.documentElement; around = around.parentElement) {
      if (!cuts(around)) continue;
      const box = boxOf(around);
      seen = { left: Math.max(seen.left, box.left), top: Math.max(seen.top, box.top), right: Math.min(seen.right, box.right), bottom: Math.min(seen.bottom, box.bottom) };
      reachable ||= scrolls(around, "x") || scrolls(around, "y");
    }
    return { seen, reachable };
  }
  function faultOf(element) {
    const box = boxOf(element);
    const { seen, reachable } = windowOn(element);
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const isIn = middle[0] > seen.left && middle[0] < seen.right && middle[1] > seen.top && middle[1] < seen.bottom;
    const isWhole = box.left >= seen.left - 1 && box.right <= seen.right + 1 && box.top >= seen.top - 1 && box.bottom <= seen.bottom + 1;
    if (!reachable && !isWhole) return "is clipped";
    if (!isIn) return undefined;
    const isInText = getComputedStyle(element).display === "inline";
    const target = element.closest("label") ?? (element.labels?.[0] || element);
    const size = [element, target].map(boxOf);
    if (!isInText && size.every(({ width, height }) => Math.min(width, height) < 23.5)) return "is " + Math.round(box.width) + " × " + Math.round(box.height) + " px";
    const top = document.elementFromPoint(...middle);
    // What lies under an open drawer is meant to.
    const isUnder = top?.closest(".drawer") && !element.closest(".drawer");
    if (top && !isUnder && !top.closest(".toasts") && top !== element && !element.contains(top) && !top.contains(element) && !top.closest("label")?.contains(element)) return "is covered by " + named(top);
  }
  /** The part of an element that its surroundings let be seen. */
  function seenOf(element) {
    const [box, { seen }] = [boxOf(element), windowOn(element)];
    return { left: Math.max(box.left, seen.left), top: Math.max(box.top, seen.top), right: Math.min(box.right, seen.right), bottom: Math.min(box.bottom, seen.bottom) };
  }
  /** Two that can be pressed lie on each other: what floats or lies over the view as a whole is meant to. */
  const layerOf = (element) => element.closest(".drawer, #floats > *, .toasts");
  function lappings(elements) {
    const all = elements.map((element) => ({ element, box: seenOf(element) })).filter(({ box }) => box.right > box.left + 2 && box.bottom > box.top + 2);
    return all.flatMap(({ element, box }, at) => all.slice(at + 1).flatMap((other) => {
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const apart = element.contains(other.element) || other.element.contains(element) || layerOf(element) !== layerOf(other.element);
      const shareLabel = element.closest("label") !== null && element.closest("label") === other.element.closest("label");
      return wide > 2 && high > 2 && !apart && !shareLabel ? [named(element) + " and " + named(other.element) + " overlap"] : [];
    }));
  }
  const cutOff = (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden" && getComputedStyle(element).textOverflow !== "ellipsis" && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
  function audit() {
    const pressed = [...document.querySelectorAll("button, a[href], input, select, textarea, [role=option], [role=tab], [role=slider]")].filter(isShown);
    const faults = pressed.flatMap((element) => { const fault = faultOf(element); return fault ? [named(element) + " " + fault] : []; });
    const cut = [...document.querySelectorAll("main *, aside *, header *, footer *")].filter((element) => isShown(element) && cutOff(element)).map((element) => named(element) + " is cut off");
    const main = document.querySelector("main");
    const page = document.documentElement;
    const wide = main && boxOf(main).width < 0.6 * innerWidth ? ["the view has " + Math.round((boxOf(main).width / innerWidth) * 100) + " % of the width"] : [];
    const beyond = page.scrollWidth > innerWidth + 1 || page.scrollHeight > innerHeight + 1 ? ["the page is larger than the window"] : [];
    return [...new Set([...wide, ...beyond, ...faults, ...lappings(pressed.filter((one) => !one.matches("canvas, svg *"))), ...cut])];
  }`;
