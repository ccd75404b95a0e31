import { untrack } from "svelte";
import { asHostError, host, Latest, type ItemDetails, type ItemLabel, type ItemResponse } from "../../api";
import { language } from "../../base/language.svelte";
import { inspection, ItemForm, names } from "../../forms";
import { asOf, present, selection, session } from "../../state";

/** The item that is selected, as the inspector reads and edits it. */
export class InspectorState {
  item = $state.raw<ItemResponse | undefined>(undefined);
  /** The form while the item is edited. */
  form = $state.raw<ItemForm | undefined>(undefined);
  readonly #latest = new Latest();

  /** The body of an effect: asks again when another item is selected, or the record, the day it was known on or the language is another. */
  async follow(): Promise<void> {
    const [reference, revision, known_on, tongue] = [selection.current, session.revision, asOf.knownOn, language.current];
    // What is shown now must not make the effect run again.
    untrack(() => {
      if (reference !== this.item?.reference) this.#leave();
    });
    if (reference === null || reference.startsWith("dyad:")) {
      this.#latest.drop();
      this.item = undefined;
      return;
    }
    try {
      const item = await this.#latest.run(() => host.item({ item: reference, known_on, language: tongue }));
      if (!item) return;
      names.learn(labelsIn(item.details));
      this.item = item;
      this.form?.take(item.fields, revision);
    } catch (error) {
      this.#missing(error, reference);
    }
  }

  /** The body of an effect: opens and closes the form as the inspection says. */
  followEditing(): void {
    const item = this.item;
    if (inspection.editing === null || !item || session.readOnly) {
      void this.form?.flush();
      this.form = undefined;
    } else if (!this.form) {
      this.form = new ItemForm(item.fields);
    }
  }

  /** What is gone is no longer selected; anything else is said. */
  #missing(error: unknown, reference: string): void {
    this.item = undefined;
    if (asHostError(error).code !== "not-found") present(error);
    else if (selection.current === reference) selection.clear();
  }

  #leave(): void {
    // A wish to edit that came with the selection itself stays.
    if (!this.form) return;
    void this.form.flush();
    this.form = undefined;
    inspection.read();
  }
}

/** Labels that an answer carries, so that forms need not ask for them. */
function labelsIn(details: ItemDetails): (ItemLabel | null)[] {
  switch (details.noun) {
    case "event":
      return [details.place, ...details.topics, ...details.participants.map(({ actor }) => actor), details.when?.relative?.event ?? null];
    case "tie":
      return [details.from, details.to, details.cause];
    case "actor":
    case "place":
      return [details.country];
    case "office":
      return [details.of];
    case "note":
      return details.attached_to;
    default:
      return [];
  }
}
