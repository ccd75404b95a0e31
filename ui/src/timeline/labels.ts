import type { Point } from "./arcs";
import { spots, distantSpots, type Size } from "./label-spots";
import type { LaneBand } from "./lanes";
import type { Placed } from "./layout";
import type { Box, Room } from "./room";
import type { TextRuler } from "./text";

/** What a label says, and for which mark. Wishes come in the order of importance. */
export interface LabelWish {
  placed: Placed;
  title: string;
  date: string;
}

/** A label with its place. The date stands below the title's lines, or beside its only one. */
export interface PlacedLabel {
  mark: number;
  lines: readonly string[];
  date: string;
  isDateBeside: boolean;
  titleWidth: number;
  box: Box;
  /** A line from the node, for a label that found no room right beside it. */
  leader: readonly [Point, Point] | undefined;
}

export interface LabelSpace {
  /** Everything labels must keep clear of, labels included. */
  room: Room;
  bands: readonly LaneBand[];
  /** Left edge of what is on screen, in pixels of the picture. */
  from: number;
  /** What lines to labels must not cross; nothing when labels may not stand off from their nodes. */
  barriers: Room | undefined;
}

export interface LabelFonts {
  title: string;
  date: string;
}

export const lineHeight = 15;
const most = 200;
const roomy = 210;
const tight = 132;

/** Puts labels beside their nodes, the important ones first; one that finds no free place is left out. Never do two overlap. */
export function placeLabels(wishes: Iterable<LabelWish>, space: LabelSpace, ruler: TextRuler, fonts: LabelFonts): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  for (const wish of wishes) {
    if (labels.length >= most) break;
    const forms = formsOf(wish, ruler, fonts);
    const label = placeBeside(wish.placed, forms, space) ?? placeApart(wish.placed, forms, space);
    if (!label) continue;
    for (const taken of [space.room, space.barriers]) {
      taken?.take(label.box);
      if (label.leader) alongLine(label.leader).forEach((point) => taken?.take(point));
    }
    labels.push(label);
  }
  return labels;
}

type Form = Pick<PlacedLabel, "lines" | "date" | "isDateBeside" | "titleWidth"> & Size;

/** The shapes a label can take, the most legible first. */
function formsOf(wish: LabelWish, ruler: TextRuler, fonts: LabelFonts): Form[] {
  const dateWidth = ruler.width(wish.date, fonts.date);
  const form = (lines: string[], isDateBeside: boolean): Form => {
    const titleWidth = Math.max(...lines.map((line) => ruler.width(line, fonts.title)));
    const rows = lines.length + (isDateBeside || wish.date === "" ? 0 : 1);
    const width = isDateBeside ? titleWidth + 6 + dateWidth : Math.max(titleWidth, dateWidth);
    return { lines, date: wish.date, isDateBeside, titleWidth, width, height: rows * lineHeight - 1 };
  };
  const inTwo = ruler.wrapped(wish.title, fonts.title, roomy);
  const cut = ruler.fitted(wish.title, fonts.title, tight);
  const forms = [form(inTwo, false)];
  if (inTwo.length === 1) forms.push(form(inTwo, true));
  else forms.push(form([ruler.fitted(wish.title, fonts.title, roomy)], false));
  if (cut !== "" && cut !== wish.title) forms.push(form([cut], false));
  return forms;
}

function placeBeside(placed: Placed, forms: readonly Form[], space: LabelSpace): PlacedLabel | undefined {
  for (const form of forms) {
    const box = spots(placed, form, space).find((spot) => space.room.isFree(spot));
    if (box) return labelOf(placed, form, box, undefined);
  }
  return undefined;
}

/** Somewhere near in the lane, where the line to it crosses no other label. */
function placeApart(placed: Placed, forms: readonly Form[], { room, bands, barriers }: LabelSpace): PlacedLabel | undefined {
  const form = forms[0]!;
  if (!barriers) return undefined;
  for (const spot of distantSpots(placed, form, bands)) {
    if (room.isFree(spot.box) && alongLine(spot.leader).every((point) => barriers.isFree(point))) return labelOf(placed, form, spot.box, spot.leader);
  }
  return undefined;
}

function labelOf(placed: Placed, form: Form, box: Box, leader: PlacedLabel["leader"]): PlacedLabel {
  const { lines, date, isDateBeside, titleWidth } = form;
  return { mark: placed.mark, lines, date, isDateBeside, titleWidth, box, leader };
}

/** Small boxes along a line. */
function alongLine([from, to]: readonly [Point, Point]): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 3));
  return Array.from({ length: steps + 1 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps, width: 1, height: 1 }));
}
