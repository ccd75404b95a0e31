let last = 0;

/** An id for an element of this page, unique while the window is open. */
export function elementId(word: string): string {
  last += 1;
  return `${word}-${last}`;
}
