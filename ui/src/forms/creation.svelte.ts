import type { Item } from "../api";

/** A wish to make an item: its form as far as it is known, and what to do with it once it is made. */
export interface CreationRequest {
  item: Item;
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
