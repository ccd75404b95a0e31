import { toneText } from "../base/tone";
import type { Size } from "./camera";
import type { Point } from "./layout";
import type { Edge, Node } from "./scene";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const overlaps = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const around = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const nameHeight = 16;
/** Fewer countries than this are named in full; more by code. */
const namedInFull = 16;

/** Gives each country its name below its flag where no other flag or name is in the way, the busiest first. Answers all boxes taken. */
export function placeNames(nodes: readonly Node[], size: Size, widthOf: (text: string, font: "name") => number): Box[] {
  const taken = nodes.map(({ at, width, height }) => around(at, width + 4, height + 4));
  const full = nodes.length <= namedInFull && size.width >= 420;
  const busiest = [...nodes].sort(
    (one, other) => other.country.events - one.country.events || (one.country.code < other.country.code ? -1 : 1),
  );
  for (const node of busiest) {
    const wishes = full ? [node.country.name, node.country.code] : [node.country.code];
    for (const text of wishes) {
      const middle = { x: node.at.x, y: node.at.y + node.height / 2 + 3 + nameHeight / 2 };
      const box = around(middle, widthOf(text, "name") + 4, nameHeight);
      if (taken.some((other) => overlaps(box, other))) continue;
      node.name = { text, box };
      taken.push(box);
      break;
    }
  }
  return taken;
}

/** Where along an edge its number may stand, the middle first. */
const spots = [0.5, 0.42, 0.58, 0.35, 0.65, 0.29, 0.71];
/** Shorter edges have no room for a number. */
const shortest = 56;

/** More numbers than this at once are noise; the tooltip and the matrix have them all. */
const mostNumbers = 40;

/** Puts the number of a tone on its edge where nothing is in the way, the strongest first. */
export function placeEdgeLabels(edges: readonly Edge[], taken: Box[], size: Size, widthOf: (text: string) => number): void {
  const screen: Box = { left: 0, top: 0, right: size.width, bottom: size.height };
  let left = mostNumbers;
  for (const edge of [...edges].reverse()) {
    if (left === 0) return;
    const length = Math.hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
    if (length < shortest) continue;
    const text = toneText(edge.relation.tone);
    for (const share of spots) {
      const at = { x: edge.from.x + (edge.to.x - edge.from.x) * share, y: edge.from.y + (edge.to.y - edge.from.y) * share };
      const box = around(at, widthOf(text) + 10, 16);
      if (!overlaps(box, screen) || taken.some((other) => overlaps(box, other))) continue;
      edge.label = { text, at };
      taken.push(box);
      left -= 1;
      break;
    }
  }
}
