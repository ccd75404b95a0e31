import { alpha2 } from "./countries";

/** Flags of organisations that fly one, by the code the dossier uses for them. */
const organisations: Record<string, string> = { EU: "eu", UN: "un", ASEAN: "asean", ARAB: "arab" };

const files = import.meta.glob<string>("/node_modules/flag-icons/flags/4x3/??.svg", {
  query: "?no-inline",
  import: "default",
  eager: true,
});
const banners = import.meta.glob<string>("/node_modules/flag-icons/flags/4x3/{asean,arab}.svg", {
  query: "?no-inline",
  import: "default",
  eager: true,
});

/** Address of the bundled flag (4:3 SVG) for an ISO alpha-2 or alpha-3 code; nothing when there is no such flag. */
export function flagUrl(code: string): string | undefined {
  const name = organisations[code.toUpperCase()] ?? alpha2(code)?.toLowerCase();
  if (name === undefined) return undefined;
  const path = `/node_modules/flag-icons/flags/4x3/${name}.svg`;
  return files[path] ?? banners[path];
}
