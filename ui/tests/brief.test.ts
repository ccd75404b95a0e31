import { beforeEach, describe, expect, test } from "vitest";
import { carryBy, type ApiError, type SessionResponse } from "../src/api";
import { toasts } from "../src/base/toasts.svelte";
import { BriefForm, briefParts } from "../src/features/brief/brief.svelte";
import { SettingsForm, timeZoneChoices } from "../src/features/settings/settings.svelte";
import { asOf, filter, session, vocabulary } from "../src/state";
import { FakeHost } from "./fake-host";

let host: FakeHost;

async function open(answers: Record<string, (request: never) => unknown> = {}): Promise<void> {
  host = new FakeHost(answers);
  carryBy(host.call);
  session.dossier = null;
  await session.start();
  await vocabulary.load("en");
  filter.clear();
  asOf.knownOn = null;
  for (const toast of [...toasts.shown]) toasts.dismiss(toast.id);
}

describe("the brief", () => {
  let form: BriefForm;
  beforeEach(async () => {
    await open();
    form = new BriefForm();
    form.start();
  });

  test("is saved as chosen, in the order of its parts, and says so", async () => {
    form.toggle("matrix");
    form.toggle("judgements");
    form.toggle("judgements");
    form.marking = " TLP:AMBER ";
    await form.save();
    expect(host.requests("save_brief")).toEqual([
      {
        title: "Beijing, January 2026",
        filter: {
          actors: [],
          kinds: [],
          topics: [],
          statuses: [],
          grades: [],
          text: null,
          from: null,
          to: null,
          any_actor: false,
          overdue: false,
        },
        known_on: null,
        as_of: "2026-01-08",
        parts: briefParts.filter((part) => part !== "matrix"),
        paper: "a4",
        marking: "TLP:AMBER",
        language: "en",
      },
    ]);
    expect([form.open, toasts.shown.at(-1)?.text]).toEqual([false, "Saved beijing-2026.pdf, 14 pages"]);
  });

  test("needs a part", async () => {
    for (const part of briefParts) form.toggle(part);
    await form.save();
    expect([host.requests("save_brief").length, form.errors["parts"]]).toEqual([0, "Choose at least one part."]);
  });

  test("tells what it covers", () => {
    expect(form.scope).toEqual([]);
    filter.toggle("kinds", "summit");
    filter.toggle("statuses", "occurred");
    filter.text = "Seoul";
    asOf.knownOn = "2026-01-06";
    expect(form.scope).toEqual(["kinds: Summit", "status: Occurred", "words: “Seoul”", "as known on 6 January 2026"]);
    form.clearScope();
    expect(form.scope).toEqual([]);
  });

  test("names the characters no font has", async () => {
    await open({ save_brief: () => ({ file: "b.pdf", pages: 1, events: 1, as_of: "2026-01-08", missing_glyphs: "𓀀𓀁" }) });
    await form.save();
    expect(toasts.shown.map(({ text }) => text)).toEqual([
      "Saved b.pdf, 1 page",
      "No font has these characters: 𓀀 𓀁. The brief lists them.",
    ]);
  });

  test("stays open when the core refuses a field, silent when the user thinks better of it", async () => {
    const refuse = (error: ApiError) => () => {
      throw error;
    };
    await open({ save_brief: refuse({ code: "invalid", message: "is not a day", hint: null, field: "as_of", why: null }) });
    await form.save();
    expect([form.open, form.errors]).toEqual([true, { as_of: "is not a day" }]);
    await open({ save_brief: refuse({ code: "cancelled", message: "", hint: null, field: null, why: null }) });
    await form.save();
    expect([form.open, toasts.shown]).toEqual([true, []]);
  });
});

describe("settings", () => {
  test("are saved as they change, namings included", async () => {
    const namings = [{ code: "PRK", name: "North Korea" }];
    await open({
      vocabulary: () => ({ kinds: [], ties: [], countries: [{ code: "MNG", alpha2: "mn", name: "Mongolia" }] }),
      item: () => ({ fields: { type: "settings", id: session.dossier!.id, title: "Beijing", half_life_days: 180, namings } }),
    });
    const settings = new SettingsForm();
    await settings.start();
    settings.addNaming("MNG");
    settings.addNaming("MNG");
    settings.setNaming(namings.length, { grouped_under: "CHN" });
    settings.form?.set("half_life_days", 90);
    await settings.form?.flush();
    expect(host.requests("apply")).toMatchObject([
      {
        edit: {
          verb: "put",
          item: { type: "settings", half_life_days: 90, namings: [...namings, { code: "MNG", name: "Mongolia", grouped_under: "CHN" }] },
        },
      },
    ]);
  });

  test("offer the zone in force, even one this machine does not know", () => {
    expect(timeZoneChoices("Mars/Olympus")[0]?.value).toBe("Mars/Olympus");
  });

  test("cannot begin without a dossier", async () => {
    host = new FakeHost({
      session: () => ({ dossier: null, recent: [], samples: [], version: "", trouble: null }) satisfies SessionResponse,
    });
    carryBy(host.call);
    await session.start();
    const settings = new SettingsForm();
    await settings.start();
    expect(settings.open).toBe(false);
  });
});
