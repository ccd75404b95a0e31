import { screenPixels } from "../base/zoom.svelte";
import type { Ink } from "../base/ink";
import { looksOf, strokeLooks } from "./edge-layer";
import { radiusOf, type FlagImages } from "./flags";
import type { Edge, Node, Scene } from "./scene";

/** What stands out: edges and countries outside are drawn faint. Nothing stands out when it is absent. */
export interface Focus {
  edges: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
}

/** More countries than this are a crowd. */
const crowd = 40;

export const nameFont = (ink: Ink) => `600 12px ${ink.sans}`;
export const numberFont = (ink: Ink) => `500 11px ${ink.sans}`;

/** Draws the graph on a canvas whose transform is already set to CSS pixels, from the back to the front. */
export function paintScene(context: CanvasRenderingContext2D, scene: Scene, ink: Ink, flags: FlagImages, focus: Focus | undefined): void {
  strokeLooks(context, looksOf(scene.edges, ink, focus));
  paintNumbers(
    context,
    scene.edges.filter(({ key }) => !focus || focus.edges.has(key)),
    ink,
  );
  paintNodes(context, scene, ink, flags, focus);
}

export function paintNodes(
  context: CanvasRenderingContext2D,
  { nodes }: Scene,
  ink: Ink,
  flags: FlagImages,
  focus: Focus | undefined,
): void {
  const isCrowded = nodes.length > crowd;
  for (const node of nodes) {
    context.globalAlpha = (focus && !focus.nodes.has(node.country.code) ? 0.3 : 1) * (node.absent ? 0.4 : 1);
    paintNode(context, node, ink, flags);
    paintName(context, node, ink, isCrowded);
  }
  context.globalAlpha = 1;
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
  const radius = radiusOf(width);
  context.fillStyle = ink.paper;
  context.beginPath();
  context.roundRect(left - 2.5, top - 2.5, width + 5, height + 5, radius + 2);
  context.fill();
  const flag = flags.get(node.country.flag ?? node.country.code, width, height, screenPixels());
  if (flag) context.drawImage(flag, left, top, width, height);
  else paintCode(context, node, ink);
  context.strokeStyle = ink["rule-strong"];
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left - 0.5, top - 0.5, width + 1, height + 1, radius);
  context.stroke();
}

function paintCode(context: CanvasRenderingContext2D, { at, width, height, country }: Node, ink: Ink): void {
  context.fillStyle = ink.sunken;
  context.fillRect(at.x - width / 2, at.y - height / 2, width, height);
  context.fillStyle = ink["ink-muted"];
  context.font = `600 ${Math.round(width / 3)}px ${ink.sans}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(country.code.slice(0, 3), at.x, at.y);
}

function paintName(context: CanvasRenderingContext2D, { name }: Node, ink: Ink, isCrowded: boolean): void {
  if (!name) return;
  const [x, y] = [(name.box.left + name.box.right) / 2, (name.box.top + name.box.bottom) / 2];
  context.font = nameFont(ink);
  context.textAlign = "center";
  context.textBaseline = "middle";
  // A halo keeps an edge from running through the letters; a plain ground does so where many halos would cost too much.
  if (isCrowded) {
    context.fillStyle = ink.paper;
    context.fillRect(name.box.left + 1, name.box.top + 1, name.box.right - name.box.left - 2, name.box.bottom - name.box.top - 3);
  } else {
    context.strokeStyle = ink.paper;
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeText(name.text, x, y);
  }
  context.fillStyle = ink.ink;
  context.fillText(name.text, x, y);
}
