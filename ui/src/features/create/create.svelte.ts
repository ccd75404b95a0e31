import { host, Latest, type Item, type Status } from "../../api";
import { language } from "../../base/language.svelte";
import {
  blank,
  creation,
  firstFields,
  idOf,
  inspection,
  ItemForm,
  names,
  passage,
  referenceOf,
  speaks,
  type FieldSpec,
  type FormNoun,
} from "../../forms";
import { m } from "../../paraglide/messages";
import { attempt, asOf, range, secondsOf, selection, views, vocabulary } from "../../state";
import { nounText } from "../../state/operations";

/** The dialog that makes a new item: the few fields that are needed, then it is selected and open in the inspector. */
export class CreateDialogState {
  form = $state.raw<ItemForm | undefined>(undefined);
  /** The status the dialog proposes by the date; another one was chosen by hand. */
  #proposed: Status = "occurred";
  readonly #latest = new Latest();

  get fields(): FieldSpec[] {
    return this.form ? firstFields(this.form.draft) : [];
  }

  /** The body of an effect: an event that lies ahead has not occurred, unless that was chosen. */
  async followDate(): Promise<void> {
    const form = this.form;
    const draft = form?.draft;
    if (!form || draft?.type !== "event" || !draft.when) return;
    const proposed = this.#proposed;
    if (draft.status[0]?.status !== proposed) return;
    const text = draft.when.edtf;
    try {
      const date = await this.#latest.run(() => host.resolveDate({ text, language: language.current }));
      if (!date) return;
      this.#proposed = (date.earliest ?? "") > asOf.today ? "scheduled" : "occurred";
      if (this.#proposed !== proposed) form.set("status.0.status", this.#proposed);
    } catch {
      // The field itself says what is wrong with the date.
    }
  }

  get title(): string {
    const draft = this.form?.draft;
    return draft ? m.create_title({ noun: nounText(draft.type === "event" && speaks(draft) ? "statement" : draft.type) }) : "";
  }

  /** The body of an effect: begins with what was asked for. */
  follow(): void {
    const request = creation.request;
    this.form = request ? new ItemForm(request.item, false) : undefined;
    this.#proposed = "occurred";
  }

  close(): void {
    creation.request = null;
  }

  async submit(): Promise<void> {
    const form = this.form;
    const then = creation.request?.then;
    if (!form || form.busy) return;
    complete(form);
    const change = await form.submit();
    const reference = change?.created;
    if (!reference) return;
    this.close();
    creation.made = reference;
    if (then) then(reference);
    else show(form.draft, reference);
  }
}

/** Fills in what follows from the rest: a tie without a title is named by its two ends and its kind. */
function complete(form: ItemForm): void {
  const { draft } = form;
  if (draft.type !== "tie" || draft.title.trim() !== "" || !draft.from || !draft.to) return;
  const kind = vocabulary.ties.find(({ id }) => id === draft.kind)?.label ?? draft.kind;
  const [from, to] = [draft.from, draft.to].map((id) => names.of(referenceOf("actor", id)).title) as [string, string];
  form.draft = { ...draft, title: m.create_tie_title({ from, to, kind }) };
}

/** Shows a new item where it is read and edited. */
function show(item: Item, reference: string): void {
  inspection.open(reference);
  if (item.type === "event" && item.when) void reveal(item.when.edtf);
  if (item.type === "note") views.show("notes");
  if (item.type === "source") passage.open(reference);
}

/** Brings the day of a new event into view. */
async function reveal(text: string): Promise<void> {
  const date = await attempt(() => host.resolveDate({ text, language: language.current }));
  if (date?.earliest) range.reveal(secondsOf(date.earliest));
}

/** A new item as the dialog starts with it. */
export function beginning(noun: FormNoun | "statement"): Item {
  if (noun === "statement") return { ...blank("event"), kind: "statement" };
  if (noun === "source") return { ...blank("source"), accessed: asOf.today };
  if (noun === "assessment") return { ...blank("assessment"), on: asOf.today };
  const actor = selection.noun === "actor" ? selection.current : null;
  if (noun === "tie" && actor) return { ...blank("tie"), from: idOf(actor) };
  const cited = selection.current && ["event", "tie", "actor"].includes(selection.noun ?? "") ? selection.current : "";
  if (noun === "citation" || noun === "claim") return { ...blank(noun), item: cited };
  if (noun === "link" && selection.noun === "event") return { ...blank("link"), from: idOf(selection.current ?? "") };
  if (noun === "note" && cited) return { ...blank("note"), attached_to: [cited] };
  return blank(noun);
}
