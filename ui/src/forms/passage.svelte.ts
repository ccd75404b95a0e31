import { views } from "../state";

/** Which source is being read, and which of its cited passages is lit up. */
class Passage {
  source = $state<string | null>(null);
  /** Reference of a citation. */
  citation = $state<string | null>(null);

  /** Shows a source, at a cited passage when one is named. */
  open(source: string, citation: string | null = null): void {
    this.source = source;
    this.citation = citation;
    views.show("sources");
  }
}

export const passage = new Passage();
