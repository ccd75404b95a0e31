import type { Timeline } from "../../src/timeline/timeline.svelte";

declare const window: Window & { timeline: Timeline };

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

interface Figures {
  median: number;
  p95: number;
}

async function timed(steps: number, step: (at: number) => void): Promise<Figures> {
  const times: number[] = [];
  let before = await frame();
  for (let at = 0; at < steps; at += 1) {
    step(at);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)]!, p95: times[Math.floor(times.length * 0.95)]! };
}

/** Frame times while panning and zooming, beside those of a blank canvas redrawn in the same page. */
export async function measure(steps = 120) {
  const { timeline } = window;
  const blank = document.createElement("canvas");
  blank.width = timeline.view.width;
  blank.height = timeline.bands.height;
  blank.style.cssText = "position:fixed;left:148px;top:82px;z-index:9";
  document.body.append(blank);
  const context = blank.getContext("2d")!;
  const empty = await timed(steps, (at) => {
    context.fillStyle = at % 2 ? "#fcfaf5" : "#fcfaf6";
    context.fillRect(0, 0, blank.width, blank.height);
  });
  blank.remove();
  await frame();
  const panning = await timed(steps, (at) => timeline.pan(at < steps / 2 ? 14 : -14));
  const zooming = await timed(steps, (at) => timeline.zoom(600, at < steps / 2 ? 1.03 : 1 / 1.03));
  return { empty, panning, zooming, marks: timeline.scene?.frame.dated, labels: timeline.scene?.labels.length };
}
