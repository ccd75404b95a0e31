import { host, Latest, type ChangeResponse, type Item, type Status } from "../../api";
import { language } from "../../base/language.svelte";
import {
  attributeText,
  blank,
  citedFrom,
  creation,
  firstFields,
  idOf,
  inspection,
  ItemForm,
  names,
  passage,
  referenceOf,
  speaks,
  type CreationRequest,
  type FieldSpec,
  type FormNoun,
} from "../../forms";
import { m } from "../../paraglide/messages";
import { attempt, asOf, range, secondsOf, selection, session, views, vocabulary } from "../../state";
import { nounText } from "../../state/operations";

/** The dialog that makes a new item: the few fields that are needed, then it is selected and open in the inspector. */
export class CreateDialogState {
  form = $state.raw<ItemForm | undefined>(undefined);
  /** The words of a source that say so, where they are asked for. */
  cited = $state.raw<ItemForm | undefined>(undefined);
  /** The status the dialog proposes by the date; another one was chosen by hand. */
  #proposed: Status = "occurred";
  readonly #latest = new Latest();

  get fields(): FieldSpec[] {
    const given = creation.request?.given ?? [];
    return this.form ? firstFields(this.form.draft).filter(({ path }) => !given.includes(path)) : [];
  }

  /** Where a claim is found; of words that were chosen in a text nothing is asked. */
  get citedFields(): FieldSpec[] {
    return this.cited && this.form?.draft.type === "claim" ? firstFields(this.cited.draft).filter(({ path }) => path !== "item") : [];
  }

  /** What a claim is about: "Date of “Summit in Beijing”". */
  get about(): string | undefined {
    const draft = this.form?.draft;
    if (draft?.type !== "claim" || !creation.request?.given) return undefined;
    const { value } = draft;
    const attribute = attributeText(value.attribute === "other" ? value.value.name : value.attribute);
    return m.claim_about({ attribute, title: names.of(draft.item).title });
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
    this.cited = request ? citedOf(request) : undefined;
    this.#proposed = "occurred";
  }

  close(): void {
    creation.request = null;
  }

  /** Sends the item, with the words that say so where there are any; what is wrong with these is said at their fields. */
  async #send(form: ItemForm): Promise<ChangeResponse | undefined> {
    const citation = this.cited?.draft;
    if (citation?.type !== "citation" || (citation.source === "" && !citation.anchor && !citation.locator)) return form.submit();
    const change = await form.send((item) => {
      const claim = item.type === "claim";
      const of = claim ? item.item : referenceOf(item.type, item.id);
      return session.apply({
        verb: "put-cited",
        item: claim ? { ...item, citation: citation.id } : item,
        citation: { ...citation, item: of },
      });
    });
    if (change && citation.source) citedFrom(referenceOf("source", citation.source));
    const within = Object.entries(form.errors).filter(([path]) => path.startsWith("citation."));
    if (this.cited) this.cited.errors = Object.fromEntries(within.map(([path, words]) => [path.slice("citation.".length), words]));
    form.errors = Object.fromEntries(Object.entries(form.errors).filter(([path]) => !path.startsWith("citation.")));
    return change;
  }

  async submit(): Promise<void> {
    const form = this.form;
    const then = creation.request?.then;
    if (!form || form.busy) return;
    complete(form);
    const change = await this.#send(form);
    const reference = change?.created;
    if (!reference) return;
    this.close();
    creation.made = reference;
    if (then) then(reference);
    else show(form.draft, reference);
  }
}

/** A claim has its source, which may be left empty; of any other item it is asked for only with its words. */
function citedOf({ item, citation }: CreationRequest): ItemForm | undefined {
  if (citation) return new ItemForm(citation, false);
  return item.type === "claim" ? new ItemForm(blank("citation"), false) : undefined;
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
  // Where values differ is read at what they are values of.
  if (item.type === "claim" || item.type === "citation") inspection.open(item.item);
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
