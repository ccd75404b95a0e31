import type { Ink } from "../base/ink";
import type { FlagImages } from "./flags";
import type { Edge, Node, Scene } from "./scene";
import { toneInk } from "./tints";

/** What stands out: edges and countries outside are drawn faint. Nothing stands out when it is absent. */
export interface Focus {
  edges: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
}

const faint = 0.14;

export const nameFont = (ink: Ink) => `600 12px ${ink.sans}`;
export const numberFont = (ink: Ink) => `500 11px ${ink.sans}`;

/** Draws the graph on a canvas whose transform is already set to CSS pixels, from the back to the front. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene, ink: Ink, flags: FlagImages, focus: Focus | undefined): void {
  const outside = scene.edges.filter(({ key }) => focus && !focus.edges.has(key));
  const inside = scene.edges.filter(({ key }) => !focus || focus.edges.has(key));
  context.globalAlpha = faint;
  paintEdges(context, outside, ink);
  context.globalAlpha = 1;
  paintEdges(context, inside, ink);
  paintNumbers(context, inside, ink);
  for (const node of scene.nodes) {
    context.globalAlpha = (focus && !focus.nodes.has(node.country.code) ? 0.3 : 1) * (node.absent ? 0.4 : 1);
    paintNode(context, node, ink, flags);
  }
  context.globalAlpha = 1;
}

/** Edges of one look are one path: a stroke each would be what costs. The order from faint to strong holds between looks. */
function paintEdges(context: CanvasRenderingContext2D, edges: readonly Edge[], ink: Ink): void {
  const looks = new Map<string, { colour: string; width: number; dashed: boolean; edges: Edge[] }>();
  for (const edge of edges) {
    const [colour, width] = [toneInk(ink, edge.relation.tone), edge.width < 2 ? Math.ceil(edge.width * 2) / 2 : Math.round(edge.width)];
    const look = looks.get(`${colour} ${width} ${edge.dashed}`) ?? { colour, width, dashed: edge.dashed, edges: [] };
    if (look.edges.length === 0) looks.set(`${colour} ${width} ${edge.dashed}`, look);
    look.edges.push(edge);
  }
  for (const look of looks.values()) {
    context.strokeStyle = look.colour;
    context.lineWidth = look.width;
    context.setLineDash(look.dashed ? [6, 5] : []);
    context.beginPath();
    for (const { from, to } of look.edges) {
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
  context.setLineDash([]);
}

function paintNumbers(context: CanvasRenderingContext2D, edges: readonly Edge[], ink: Ink): void {
  context.font = numberFont(ink);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { label } of edges) {
    if (!label) continue;
    const width = context.measureText(label.text).width + 8;
    context.fillStyle = ink.paper;
    context.beginPath();
    context.roundRect(label.at.x - width / 2, label.at.y - 7.5, width, 15, 4);
    context.fill();
    context.fillStyle = ink["ink-muted"];
    context.fillText(label.text, label.at.x, label.at.y + 0.5);
  }
}

function paintNode(context: CanvasRenderingContext2D, node: Node, ink: Ink, flags: FlagImages): void {
  const [left, top] = [Math.round(node.at.x - node.width / 2), Math.round(node.at.y - node.height / 2)];
  const { width, height } = node;
  const radius = Math.min(3, width / 8);
  context.fillStyle = ink.paper;
  context.beginPath();
  context.roundRect(left - 2.5, top - 2.5, width + 5, height + 5, radius + 2);
  context.fill();
  const flag = flags.get(node.country.flag ?? node.country.code);
  context.save();
  context.beginPath();
  context.roundRect(left, top, width, height, radius);
  context.clip();
  if (flag) context.drawImage(flag, left, top, width, height);
  else paintCode(context, node, ink);
  context.restore();
  context.strokeStyle = ink["rule-strong"];
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left - 0.5, top - 0.5, width + 1, height + 1, radius);
  context.stroke();
  paintName(context, node, ink);
}

function paintCode(context: CanvasRenderingContext2D, { at, width, country }: Node, ink: Ink): void {
  context.fillStyle = ink.sunken;
  context.fillRect(at.x - width, at.y - width, 2 * width, 2 * width);
  context.fillStyle = ink["ink-muted"];
  context.font = `600 ${Math.round(width / 3)}px ${ink.sans}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(country.code.slice(0, 3), at.x, at.y);
}

function paintName(context: CanvasRenderingContext2D, { name }: Node, ink: Ink): void {
  if (!name) return;
  const [x, y] = [(name.box.left + name.box.right) / 2, (name.box.top + name.box.bottom) / 2];
  context.font = nameFont(ink);
  context.textAlign = "center";
  context.textBaseline = "middle";
  // A halo keeps an edge from running through the letters.
  context.strokeStyle = ink.paper;
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeText(name.text, x, y);
  context.fillStyle = ink.ink;
  context.fillText(name.text, x, y);
}
