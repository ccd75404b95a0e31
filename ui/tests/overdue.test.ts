import { beforeEach, describe, expect, test } from "vitest";
import { carryBy, type EventsResponse } from "../src/api";
import { Overdue } from "../src/features/overdue/overdue.svelte";
import { session } from "../src/state";
import { FakeHost } from "./fake-host";
import { golden } from "./golden";

describe("plans that came due", () => {
  let host: FakeHost;
  let overdue: Overdue;

  beforeEach(async () => {
    host = new FakeHost();
    carryBy(host.call);
    await session.start();
    overdue = new Overdue();
    overdue.open = true;
    await overdue.follow();
  });

  test("are those without an outcome, one of them in front", () => {
    expect(host.requests("events")).toMatchObject([{ filter: { overdue: true } }]);
    expect(overdue.rows).toEqual(golden<EventsResponse>("events").rows);
    overdue.step(-1);
    expect(overdue.current).toBe(overdue.rows[0]);
    overdue.step(1);
    expect(overdue.current).toBe(overdue.rows[1]);
  });

  test("get their outcome as one act; what was called off, on the day that says so", async () => {
    const event = overdue.rows[0]!.reference;
    await overdue.settle("occurred");
    await overdue.settle("cancelled");
    expect(host.requests("apply")).toEqual([
      { edit: { verb: "set-status", event, step: { status: "occurred", on: undefined, remark: undefined } } },
      { edit: { verb: "set-status", event, step: { status: "cancelled", on: session.dossier!.today, remark: undefined } } },
    ]);
  });
});
