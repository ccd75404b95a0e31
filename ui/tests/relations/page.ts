import { carryBy, type RelationsRequest, type RelationsResponse } from "../../src/api";
import { start } from "../../src/app/start";
import { graph, player } from "../../src/features/relations/film";
import { layOut } from "../../src/relations/layout";
import { FakeHost } from "../fake-host";
import { crowd } from "./crowd";

// `?countries=200&pairs=5000`: the window on a crowd, to look at and to measure in the real engine.
const wishes = new URLSearchParams(location.search);
const [count, pairs] = [Number(wishes.get("countries") ?? 200), Number(wishes.get("pairs") ?? 5_000)];
const still = crowd(count, pairs);

/** The same crowd on another day, made fast enough not to be what is measured. */
function on({ as_of }: RelationsRequest): RelationsResponse {
  const shift = 2 * Math.sin(Date.parse(as_of ?? still.as_of) / 86_400_000 / 40);
  return { ...still, as_of: as_of ?? still.as_of, dyads: still.dyads.map((dyad) => ({ ...dyad, tone: dyad.tone + shift })) };
}

carryBy(new FakeHost({ relations: on }).call);
start(document.getElementById("app")!);

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function timed(steps: number, step: (at: number) => void): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  let before = await frame();
  for (let at = 0; at < steps; at += 1) {
    step(at);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  times.sort((one, other) => one - other);
  return { median: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]! };
}

/** Frame times while panning and zooming beside those of a blank canvas of the same size, and the time of one layout, in ms. */
async function measure(steps = 80) {
  const { width, height } = graph.scene.size;
  const blank = Object.assign(document.createElement("canvas"), { width, height });
  blank.style.cssText = "position:fixed;left:280px;top:88px;z-index:9";
  document.body.append(blank);
  const context = blank.getContext("2d")!;
  const empty = await timed(steps, (at) => {
    context.fillStyle = at % 2 ? "#fcfaf5" : "#fcfaf6";
    context.fillRect(0, 0, width, height);
  });
  blank.remove();
  const panning = await timed(steps, (at) => graph.pan(at < steps / 2 ? 6 : -6, 2));
  const zooming = await timed(steps, (at) => graph.zoomMiddle(at < steps / 2 ? 1.02 : 1 / 1.02));
  const { countries, dyads } = still;
  const codes = countries.map(({ code }) => code).sort();
  const index = new Map(codes.map((code, at) => [code, at]));
  const began = performance.now();
  layOut({ codes, links: dyads.map(({ a, b, tone }) => ({ a: index.get(a)!, b: index.get(b)!, tone })), fixed: {} });
  const layout = performance.now() - began;
  player.choose("week");
  const playing = await timed(1, () => undefined).then(async () => {
    void player.play();
    const figures = await timed(steps, () => undefined);
    player.stop();
    return figures;
  });
  return { empty, panning, zooming, playing, layout, edges: graph.scene.edges.length };
}

/** What one more date costs the page itself, in ms. */
function step(): number {
  const began = performance.now();
  graph.repaint();
  return performance.now() - began;
}

Object.assign(window, { step, measure: () => void measure().then((figures) => Object.assign(window, { figures })) });
