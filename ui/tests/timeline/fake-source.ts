import type { Described, FrameRequest, FrameSource, Strip, TieWords } from "../../src/timeline/source";
import { fakeFrame } from "./fake-frame";
import { kinds, lanes, type FakeMark, type FakeRecord } from "./fake-record";

/** Serves a made-up record as the core would. */
export class FakeSource implements FrameSource {
  frames = 0;
  readonly #byId: Map<string, FakeMark>;
  readonly #inOrder: FakeMark[];

  constructor(readonly record: FakeRecord) {
    this.#byId = new Map(record.marks.map((mark) => [mark.id, mark]));
    const second = (mark: FakeMark) => (Number.isNaN(mark.times[0]) ? Infinity : mark.times[0]);
    this.#inOrder = [...record.marks].sort((a, b) => second(a) - second(b));
  }

  async frame(request: FrameRequest, signal: AbortSignal): Promise<ArrayBuffer> {
    this.frames += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
    signal.throwIfAborted();
    return fakeFrame(this.record, request);
  }

  async describe(ids: readonly string[]): Promise<Described[]> {
    return ids.flatMap((id) => this.#byId.get(id) ?? []).map(describe);
  }

  async ties(ids: readonly string[]): Promise<TieWords[]> {
    const found = this.record.ties.filter((tie) => ids.includes(tie.id));
    return found.map((tie) => ({
      id: tie.id,
      title: tie.title,
      date: Number.isFinite(tie.start) ? `${new Date(tie.start * 1_000).toISOString().slice(0, 10)}/..` : undefined,
    }));
  }

  async density(buckets: number): Promise<Strip | undefined> {
    const dated = this.record.marks.filter((mark) => !Number.isNaN(mark.times[0]));
    if (dated.length === 0) return undefined;
    const start = dated.reduce((least, mark) => Math.min(least, mark.times[0]), Infinity);
    const end = dated.reduce((most, mark) => Math.max(most, mark.times[3]), -Infinity);
    const strip = {
      start,
      end,
      counts: new Array<number>(buckets).fill(0),
      balances: new Array<number>(buckets).fill(0),
      undated: this.record.marks.length - dated.length,
    };
    for (const mark of dated) {
      const at = Math.min(buckets - 1, Math.floor((((mark.times[0] + mark.times[3]) / 2 - start) / (end - start)) * buckets));
      strip.counts[at]! += 1;
      strip.balances[at]! += mark.weight;
    }
    return strip;
  }

  async list(first: number, count: number): Promise<{ rows: Described[]; total: number }> {
    return { rows: this.#inOrder.slice(first, first + count).map(describe), total: this.#inOrder.length };
  }
}

function describe(mark: FakeMark): Described {
  const kind = kinds[mark.kind]!;
  const actors = [...mark.lanes].sort((a, b) => (b[1] & 1) - (a[1] & 1)).map(([key]) => lanes.find((lane) => lane.key === key)!);
  return {
    id: mark.id,
    title: mark.title,
    date: mark.edtf,
    kind: kind.label,
    icon: kind.icon,
    status: mark.flags & 16 ? "overdue" : mark.status,
    place: mark.title.includes("Beijing") ? "Beijing" : undefined,
    actors: actors.map(({ code, name }) => ({ code, name })),
    weight: mark.weight,
  };
}
