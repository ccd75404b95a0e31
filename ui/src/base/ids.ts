let last = 0;

/** An id for an element of this page, unique while the window is open. */
export function elementId(word: string): string {
  last += 1;
  return `${word}-${last}`;
}

/** The id of a new item: a UUID of version 7 (RFC 9562), whose first bytes are the time, so that the core keeps new items together. */
export function itemId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const now = Date.now();
  view.setUint32(0, Math.floor(now / 0x10000));
  view.setUint16(4, now % 0x10000);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The id in a reference: `0192…` of `event:0192…`. */
export const idOf = (reference: string): string => reference.slice(reference.indexOf(":") + 1);
