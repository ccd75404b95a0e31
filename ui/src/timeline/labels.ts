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
  /** It is labelled whatever the crowd. */
  isChosen: boolean;
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
  /** The same without threads: an important label may stand on those. */
  solid: Room;
  bands: readonly LaneBand[];
  /** Edges of what is on screen, in pixels of the picture. */
  from: number;
  to: number;
  /** What lines to labels must not cross. */
  barriers: Room;
  /** How many of the first labels may stand off from their node, with a line to it. */
  leaders: number;
}

export interface LabelFonts {
  title: string;
  date: string;
}

export const lineHeight = 15;
const most = 200;
/** Labels that may stand on threads. */
const mostOver = 40;
/** Labels for which any place near will do. */
const mostWanted = 8;
const roomy = 210;
const tight = 132;

/** Puts labels beside their nodes, the important ones first; one that finds no free place is left out. Never do two overlap. */
export function placeLabels(wishes: Iterable<LabelWish>, space: LabelSpace, ruler: TextRuler, fonts: LabelFonts): PlacedLabel[] {
  const labels: PlacedLabel[] = [];
  let [tried, over] = [0, 0];
  for (const wish of wishes) {
    if (labels.length >= most) break;
    tried += 1;
    const { whole, cut } = formsOf(wish, ruler, fonts);
    const onThreads = over < mostOver ? space.solid : undefined;
    const found =
      placeBeside(wish.placed, whole, space, space.room) ??
      placeApart(wish.placed, whole, space, tried <= space.leaders ? space.room : undefined) ??
      placeBeside(wish.placed, whole, space, onThreads) ??
      placeApart(wish.placed, whole, space, tried <= mostWanted ? onThreads : undefined) ??
      placeBeside(wish.placed, cut, space, space.room);
    const mustBeSeen = wish.isChosen && !(found && isOnScreen(found.box, space));
    const label = mustBeSeen ? placeOverAll(wish.placed, cut.at(-1) ?? whole[0]!, space) : found;
    if (!label) continue;
    if (!space.room.isFree(label.box)) over += 1;
    for (const taken of [space.room, space.solid, space.barriers]) {
      taken.take(label.box);
      if (label.leader) alongLine(label.leader).forEach((point) => taken.take(point));
    }
    labels.push(label);
  }
  return labels;
}

type Form = Pick<PlacedLabel, "lines" | "date" | "isDateBeside" | "titleWidth"> & Size;

/** The shapes a label can take, the most legible first: with its title whole, and cut. */
function formsOf(wish: LabelWish, ruler: TextRuler, fonts: LabelFonts): { whole: Form[]; cut: Form[] } {
  const dateWidth = ruler.width(wish.date, fonts.date);
  const form = (lines: string[], isDateBeside: boolean): Form => {
    const titleWidth = Math.max(...lines.map((line) => ruler.width(line, fonts.title)));
    const rows = lines.length + (isDateBeside || wish.date === "" ? 0 : 1);
    const width = isDateBeside ? titleWidth + 6 + dateWidth : Math.max(titleWidth, dateWidth);
    return { lines, date: wish.date, isDateBeside, titleWidth, width, height: rows * lineHeight - 1 };
  };
  const inTwo = ruler.wrapped(wish.title, fonts.title, roomy);
  const short = [roomy, tight]
    .map((width) => ruler.fitted(wish.title, fonts.title, width))
    .filter((title) => title !== "" && title !== wish.title);
  const whole = inTwo.length === 1 ? [form(inTwo, false), form(inTwo, true)] : [form(inTwo, false)];
  return { whole, cut: short.map((title) => form([title], false)) };
}

function placeBeside(placed: Placed, forms: readonly Form[], space: LabelSpace, room: Room | undefined): PlacedLabel | undefined {
  for (const form of room ? forms : []) {
    const box = spots(placed, form, space).find((spot) => room?.isFree(spot));
    if (box) return labelOf(placed, form, box, undefined);
  }
  return undefined;
}

const isOnScreen = (box: Box, { from, to }: LabelSpace) => box.x >= from && box.x + box.width <= to;

/** Beside its node, or what of its bar is on the screen, on whatever is there. */
function placeOverAll(placed: Placed, form: Form, space: LabelSpace): PlacedLabel | undefined {
  const found = spots(placed, form, space);
  const box = found.find((one) => isOnScreen(one, space)) ?? found[0];
  if (!box) return undefined;
  const x = Math.max(Math.min(box.x, space.to - box.width - 2), space.from + 2);
  return labelOf(placed, form, { ...box, x }, undefined);
}

/** Somewhere near in the lane, where the line to it crosses no other label. */
function placeApart(
  placed: Placed,
  forms: readonly Form[],
  { bands, barriers }: LabelSpace,
  room: Room | undefined,
): PlacedLabel | undefined {
  const form = forms[0]!;
  if (!room) return undefined;
  for (const spot of distantSpots(placed, form, bands)) {
    if (room.isFree(spot.box) && alongLine(spot.leader).every((point) => barriers.isFree(point)))
      return labelOf(placed, form, spot.box, spot.leader);
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
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
    width: 1,
    height: 1,
  }));
}
