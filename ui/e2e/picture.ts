import type { Session } from "./driver";
import { pixelsOf } from "./png";
import { sleep, until } from "./wait";

/** A part of the page in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is painted in a part of a picture, counted in pixels. */
export interface Paint {
  /** With a colour of their own: knots, threads, bars. */
  coloured: number;
  /** As dark as letters: labels. */
  dark: number;
}

/** A picture of the page once two in a row are equal: what is still coming in has then come. */
export async function steadyPicture(window: Session): Promise<Buffer> {
  let last: Buffer | undefined;
  return until("two pictures in a row to be equal", async () => {
    const [before, now] = [last, (last = await window.picture())];
    if (before?.equals(now)) return now;
    await sleep(150);
    return undefined;
  });
}

/** What is painted in each of the boxes of a picture that is `pageWidth` CSS pixels wide. */
export function paintIn(picture: Buffer, pageWidth: number, boxes: readonly Box[]): Paint[] {
  const { width, height, bytes } = pixelsOf(picture);
  const scale = width / pageWidth;
  return boxes.map((box) => {
    const paint = { coloured: 0, dark: 0 };
    const edge = (at: number, most: number) => Math.min(most, Math.max(0, Math.round(at * scale)));
    for (let y = edge(box.top, height); y < edge(box.top + box.height, height); y += 1) {
      for (let x = edge(box.left, width); x < edge(box.left + box.width, width); x += 1) {
        const at = (y * width + x) * 4;
        const [most, least] = [Math.max(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!), Math.min(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)];
        if (most - least > 60) paint.coloured += 1;
        else if (most < 110) paint.dark += 1;
      }
    }
    return paint;
  });
}
