import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDisplay } from "./display";
import { Session } from "./driver";
import { forget, Program } from "./program";
import { until } from "./wait";

const ROUNDS = 7;

/** Measures opening the window on the sample against the engine's own blank browser, taking turns. */
export async function main([file = ""]: string[]): Promise<void> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timeOfOurs(process.env["BENCH_DOSSIER"]));
    floor.push(await timeOfBlankBrowser());
  }
  const row = {
    figure: "start → window usable on the sample",
    unit: "ms",
    ours: median(ours),
    rival: median(floor),
    rival_name: "MiniBrowser, blank page",
    goal: 1.5,
  };
  writeFileSync(file, JSON.stringify({ area: "start", rounds: ROUNDS, rows: [row], ours, floor }, null, 2));
}

async function timeOfOurs(dossier: string | undefined): Promise<number> {
  const app = await Program.open({ dossier });
  try {
    const begun = performance.now();
    await until("the window to be usable", () => app.window.run<boolean>("return document.documentElement.dataset.ready !== undefined"));
    return app.startMs + performance.now() - begun;
  } finally {
    await app.close();
  }
}

async function timeOfBlankBrowser(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), "summitry-bench-"));
  const display = await openDisplay(home, "1440x900");
  try {
    const start = performance.now();
    const session = await Session.start(display.driver);
    await until("the blank page", () => session.run<boolean>("return document.readyState === 'complete'"));
    const ms = performance.now() - start;
    await session.end();
    return ms;
  } finally {
    await display.close();
    await forget(home);
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
