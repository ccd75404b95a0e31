import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

export interface Point {
  x: number;
  y: number;
}

/** Two countries by their place in `codes`. */
export interface LayoutLink {
  a: number;
  b: number;
  /** −10 … +10. */
  tone: number;
}

export interface LayoutRequest {
  /** In the order of the alphabet, so that the same set always begins the same way. */
  codes: readonly string[];
  links: readonly LayoutLink[];
  /** Where countries stand already; they stay there. */
  fixed: Readonly<Record<string, Point>>;
}

interface Body extends SimulationNodeDatum {
  code: string;
}

/** Work of one layout, in links and nodes moved; keeps 200 countries with 5,000 relations within half a second. */
const budget = 450_000;
/** So few countries are laid out from several beginnings, and the clearest picture is kept. */
const fewCountries = 16;
const beginnings = 48;

/** Places countries: friends near each other, foes apart, none on another. The same request gives the same places. */
export function layOut(request: LayoutRequest): Point[] {
  const { codes, links, fixed } = request;
  if (Object.keys(fixed).length > 0)
    return settled(
      request,
      codes.map((code) => fixed[code] && { ...fixed[code], isFixed: true }),
    );
  if (codes.length > fewCountries) return levelled(settled(request, []));
  let best: Point[] = [];
  let least = Infinity;
  for (let turn = 0; turn < beginnings; turn += 1) {
    const start = ring(codes.length, turn);
    const rest = settled(request, start);
    // A ring keeps countries off each other's relations, the springs keep friends together: what lies between may read best.
    for (const share of [0, 0.35, 0.7]) {
      const points = sized(
        levelled(
          rest.map((point, at) => ({ x: point.x + (start[at]!.x - point.x) * share, y: point.y + (start[at]!.y - point.y) * share })),
        ),
      );
      const cost = disorder(points, links);
      if (cost < least) [best, least] = [points, cost];
    }
  }
  return best;
}

/** Brought to one size, so that pictures can be compared. */
function sized(points: readonly Point[]): Point[] {
  const width = Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x));
  const height = Math.max(...points.map(({ y }) => y)) - Math.min(...points.map(({ y }) => y));
  const scale = Math.min(360 / Math.max(1, width), 260 / Math.max(1, height));
  return points.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}

/** Countries on a ring in the order of a fixed shuffle. */
function ring(count: number, turn: number): Point[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = turn * 7919 + 17;
  for (let at = count - 1; at > 0; at -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order.map((place) => ({ x: 180 * Math.cos((2 * Math.PI * place) / count), y: 125 * Math.sin((2 * Math.PI * place) / count) }));
}

function settled({ codes, links }: LayoutRequest, starts: readonly ((Point & { isFixed?: boolean }) | undefined)[]): Point[] {
  const bodies = codes.map((code, at): Body => {
    const start = starts[at];
    return start ? { code, x: start.x, y: start.y, ...(start.isFixed && { fx: start.x, fy: start.y }) } : { code };
  });
  const springs = links.map(({ a, b, tone }) => ({ source: a, target: b, tone }));
  const simulation = forceSimulation(bodies)
    .force(
      "link",
      forceLink(springs)
        .distance(({ tone }) => 125 - tone * 5)
        .strength(({ tone }) => pull(tone, codes.length)),
    )
    .force("charge", forceManyBody().strength(-520).theta(1.1))
    .force("x", forceX(0).strength(0.04))
    .force("y", forceY(0).strength(0.12))
    .force("collide", forceCollide(46))
    .stop();
  const ticks = Math.max(60, Math.min(300, Math.round(budget / (links.length + 8 * codes.length + 1))));
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks)).tick(ticks);
  return bodies.map(({ x = 0, y = 0 }) => ({ x, y }));
}

/** Friends pull each other near; foes are held at a distance, but loosely. Many springs on one country would pull everything into a ball. */
function pull(tone: number, count: number): number {
  const share = (few: number) => Math.min(1, few / Math.max(1, count));
  return tone > 0 ? (0.12 + 0.05 * tone) * share(24) : (0.12 - 0.005 * tone) * share(6);
}

/** Turned so that the long side lies flat, as a window is wide, with the first country at the left and above the middle. */
function levelled(points: readonly Point[]): Point[] {
  if (points.length === 0) return [];
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const centred = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
  const [xx, yy, xy] = [mean(centred.map(({ x }) => x * x)), mean(centred.map(({ y }) => y * y)), mean(centred.map(({ x, y }) => x * y))];
  const turn = -0.5 * Math.atan2(2 * xy, xx - yy);
  const turned = centred.map(({ x, y }) => ({ x: x * Math.cos(turn) - y * Math.sin(turn), y: x * Math.sin(turn) + y * Math.cos(turn) }));
  const first = turned[0]!;
  const flip = { x: first.x > 0 ? -1 : 1, y: first.y > 0 ? -1 : 1 };
  return turned.map(({ x, y }) => ({ x: x * flip.x, y: y * flip.y }));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Room around a country that the relation of two others should not cut. */
const clear = 52;

/** How hard a picture is to read: crossings, countries that lie on the relation of two others, a shape far from that of a window, friends apart. */
export function disorder(points: readonly Point[], links: readonly LayoutLink[]): number {
  let cost = 0;
  links.forEach(({ a, b }, at) => {
    for (const other of links.slice(at + 1)) if (crosses(points[a]!, points[b]!, points[other.a]!, points[other.b]!)) cost += 1;
    points.forEach((point, country) => {
      if (country === a || country === b) return;
      // The name hangs below the flag, so the middle of what must stay clear does too.
      const far = distance({ x: point.x, y: point.y + 10 }, points[a]!, points[b]!);
      if (far < clear) cost += 6 * (1 - far / clear) + 1;
    });
  });
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const shape = (Math.max(...xs) - Math.min(...xs) + 60) / (Math.max(...ys) - Math.min(...ys) + 60);
  return cost + 2 * Math.abs(Math.log(shape / 1.5)) + stretchedness(points, links);
}

/** How far friends are apart and foes together, by the mean tone of near and far. */
function stretchedness(points: readonly Point[], links: readonly LayoutLink[]): number {
  const far = ({ a, b }: LayoutLink) => Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);
  return links.reduce((sum, link) => sum + (link.tone / 10) * (far(link) / 200), 0);
}

const side = (from: Point, to: Point, at: Point) => Math.sign((to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x));

/** Whether two lines cross between their ends; lines that share an end do not. */
function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  if (a === c || a === d || b === c || b === d) return false;
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** From a point to the line between two others. */
export function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
