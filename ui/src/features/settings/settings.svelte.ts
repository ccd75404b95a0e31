import { host, type Naming } from "../../api";
import { language } from "../../base/language.svelte";
import { compareNames } from "../../base/numbers";
import { ItemForm, referenceOf } from "../../forms";
import { attempt, session, vocabulary } from "../../state";
import type { Choice } from "../../widgets/choices";

/** The conventions of the dossier, saved as they are changed. */
export class SettingsForm {
  form = $state.raw<ItemForm | undefined>(undefined);

  get open(): boolean {
    return this.form !== undefined;
  }

  async start(): Promise<void> {
    const id = session.dossier?.id;
    if (id === undefined) return;
    const answer = await attempt(() => host.item({ item: referenceOf("settings", id), known_on: null, language: language.current }));
    if (answer) this.form = new ItemForm(answer.fields);
  }

  close(): void {
    void this.form?.flush();
    this.form = undefined;
  }

  get namings(): Naming[] {
    const draft = this.form?.draft;
    return draft?.type === "settings" ? (draft.namings ?? []) : [];
  }

  /** Changes one naming; the half-typed stay in the form until they name a code and a name. */
  setNaming(index: number, part: Partial<Naming>): void {
    this.form?.set(
      "namings",
      this.namings.map((naming, other) => (other === index ? { ...naming, ...part } : naming)),
      true,
    );
  }

  /** Adds the first country that has no naming yet, under the name it has here. */
  addNaming(code: string): void {
    const country = vocabulary.countries.find((one) => one.code === code);
    if (!country || this.namings.some((naming) => naming.code === code)) return;
    this.form?.set("namings", [...this.namings, { code, name: country.name }]);
  }

  removeNaming(index: number): void {
    this.form?.set(
      "namings",
      this.namings.filter((_, other) => other !== index),
    );
  }
}

/** Countries and territories, by name. */
export function countryChoices(): Choice[] {
  return vocabulary.countries
    .map(({ code, name }) => ({ value: code, label: name, note: code, flag: code }))
    .sort((one, other) => compareNames(one.label, other.label));
}

/** IANA names of time zones this machine knows. */
export function timeZoneChoices(current: string): Choice[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([current, "UTC", ...known])].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
