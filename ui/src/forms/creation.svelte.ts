import type { Item } from "../api";
import type { Form } from "./nouns";

/** A wish to make an item: its form as far as it is known, and what to do with it once it is made. */
export interface CreationRequest {
  item: Item;
  /** Paths of fields that are settled and not asked for. */
  given?: readonly string[];
  /** The words of a source that say so, kept with it in one step; its item is filled in. */
  citation?: Form<"citation">;
  /** Given the reference of the new item. */
  then?: (reference: string) => unknown;
}

/** Where any feature asks for the dialog that creates an item. */
class Creation {
  request = $state.raw<CreationRequest | null>(null);
  /** The item made last, until what shows it has taken the focus. */
  made = $state<string | null>(null);

  ask(request: CreationRequest): void {
    this.request = request;
  }
}

export const creation = new Creation();
