/** What part of time is on screen. `start` is the second at the left edge. */
export interface View {
  start: number;
  secondsPerPx: number;
  width: number;
}

const hour = 3_600;
const shortest = 2 * hour;
/** Beyond any year the record can hold. */
const longest = 1e19;

export const xOf = (view: View, second: number) => (second - view.start) / view.secondsPerPx;
export const secondAt = (view: View, x: number) => view.start + x * view.secondsPerPx;
export const endOf = (view: View) => secondAt(view, view.width);
export const spanOf = (view: View) => view.width * view.secondsPerPx;

/** The view of a range, with air of a twelfth on either side. */
export function fitted(start: number, end: number, width: number): View {
  const span = Math.max(end - start, shortest);
  const middle = start + (end - start) / 2;
  const wide = span * (1 + 2 / 12);
  return held({ start: middle - wide / 2, secondsPerPx: wide / width, width });
}

export function panned(view: View, px: number): View {
  return { ...view, start: view.start - px * view.secondsPerPx };
}

/** Zooms by a factor (above 1 is in) so that the second under `x` stays where it is. */
export function zoomed(view: View, x: number, factor: number): View {
  const fixed = secondAt(view, x);
  const next = held({ ...view, secondsPerPx: view.secondsPerPx / factor });
  return { ...next, start: fixed - x * next.secondsPerPx };
}

/** The same part of time in another width: the scale stays, the left edge too. */
export function resized(view: View, width: number): View {
  return { ...view, width };
}

function held(view: View): View {
  const secondsPerPx = Math.min(Math.max(view.secondsPerPx, shortest / view.width), longest / view.width);
  const middle = view.start + (view.width / 2) * view.secondsPerPx;
  return { ...view, secondsPerPx, start: middle - (view.width / 2) * secondsPerPx };
}

/** Scrolled as little as needed to bring a second between the margins. */
export function showing(view: View, second: number, margin: number): View {
  const x = xOf(view, second);
  if (x < margin) return panned(view, margin - x);
  if (x > view.width - margin) return panned(view, view.width - margin - x);
  return view;
}
