import type { LaneBand } from "./lanes";
import type { Placed } from "./layout";
import { Room, type Box } from "./room";
import type { TextRuler } from "./text";

/** What a label says, and for which mark. Wishes come in the order of importance. */
export interface LabelWish {
  placed: Placed;
  title: string;
  date: string;
}

/** A label with its place: `x`, `y` is the left end of the title's baseline box. */
export interface PlacedLabel {
  mark: number;
  title: string;
  date: string;
  /** Title above date, or beside it. */
  stacked: boolean;
  box: Box;
  titleWidth: number;
}

export interface LabelFonts {
  title: string;
  date: string;
}

export const lineHeight = 15;
const gap = 5;
const most = 200;
/** Widths tried for a title, the roomy one first. */
const widths = [230, 150, 96];

/** Puts labels beside their nodes, the important ones first; one that finds no free place is left out. Never do two overlap. */
export function placeLabels(wishes: Iterable<LabelWish>, room: Room, bands: readonly LaneBand[], ruler: TextRuler, fonts: LabelFonts): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  for (const wish of wishes) {
    if (labels.length >= most) break;
    const label = placeOne(wish, room, bands, ruler, fonts);
    if (!label) continue;
    room.take(label.box);
    labels.push(label);
  }
  return labels;
}

function placeOne(wish: LabelWish, room: Room, bands: readonly LaneBand[], ruler: TextRuler, fonts: LabelFonts): PlacedLabel | undefined {
  const dateWidth = ruler.width(wish.date, fonts.date);
  for (const width of widths) {
    const title = ruler.fitted(wish.title, fonts.title, width);
    if (title === "") continue;
    const titleWidth = ruler.width(title, fonts.title);
    for (const stacked of [true, false]) {
      const size = stacked ? { width: Math.max(titleWidth, dateWidth), height: 2 * lineHeight - 1 } : { width: titleWidth + 6 + dateWidth, height: lineHeight };
      const box = spots(wish.placed, size, bands).find((spot) => room.isFree(spot));
      if (box) return { mark: wish.placed.mark, title, date: wish.date, stacked, box, titleWidth };
    }
    if (title === wish.title) break;
  }
  return undefined;
}

interface Size {
  width: number;
  height: number;
}

/** Places beside each node of a mark, the doer's lane first: right of it, then left; above or below for a bar. */
function spots(placed: Placed, size: Size, bands: readonly LaneBand[]): Box[] {
  const nodes = [...placed.nodes].sort((a, b) => (b.roles & 1) - (a.roles & 1));
  const beside = placed.radius + gap;
  return nodes.flatMap((node) => {
    const band = bands[node.lane];
    if (!band) return [];
    const wide = placed.isBar && placed.to - placed.x > 28;
    const tops = wide ? [node.y - size.height - 4, node.y + 6] : [node.y - size.height / 2];
    const lefts = wide ? [Math.max(placed.x, 0) + (placed.x < 0 ? 4 : beside)] : [placed.x + beside, placed.x - beside - size.width];
    return tops.flatMap((top) => lefts.map((x) => ({ x, y: inside(top, size.height, band), ...size })));
  });
}

/** A label stays in its lane. */
function inside(top: number, height: number, band: LaneBand): number {
  return Math.min(Math.max(top, band.top + 2), band.top + band.height - height - 2);
}
