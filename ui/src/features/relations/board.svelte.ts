import { host, type Language, type RelationsRequest, type RelationsResponse } from "../../api";
import { isOneOf, recall, remember } from "../../base/memory";
import { underWay } from "../../base/under-way.svelte";
import { orderOf } from "../../relations/matrix";
import type { Picture } from "../../relations/picture";
import { placeApart, PlaceKeeper, type Places } from "../../relations/places";
import { dyadOf, present } from "../../state";
import { Paced } from "./paced";

/** The three ways to look at the same relations. */
export const faces = ["graph", "matrix", "list"] as const;

export type Face = (typeof faces)[number];

/** More countries than this are offered as a matrix first: a graph of them is a thicket. */
export const mostForGraph = 12;

export const pictureOf = ({ countries, dyads }: RelationsResponse): Picture => ({ countries, relations: dyads });

/** What the relations view shows: where all stand on the date, where each country has its place, and which sheet is open. */
export class RelationsBoard {
  /** Where all stand on the date shown; the last picture stays until the next is there. */
  now = $state.raw<RelationsResponse | null>(null);
  /** The same at the end of the record: gives every country that ever appears its place. */
  whole = $state.raw<RelationsResponse | null>(null);
  places = $state.raw<Places>(new Map());
  /** Order of the matrix, kept over dates. */
  order = $state.raw<readonly string[]>([]);
  /** The dyad whose sheet is open: "CHN-JPN". */
  sheet = $state<string | null>(null);
  /** Codes of the countries of a triad that is pointed at. */
  lit = $state.raw<readonly string[] | undefined>(undefined);
  #followed = false;
  #surveyed: Promise<void> | undefined;
  #chosen = $state<Face | null>(recall<Face | null>("relations.face", null, isOneOf<Face>(...faces)));
  readonly #keeper = new PlaceKeeper(placeApart());
  readonly #dates = new Paced<RelationsRequest>((request) => this.#show(request));
  readonly #ends = new Paced<RelationsRequest>((request) => this.#survey(request));

  /** The face on screen: the chosen one, else what suits the number of countries. */
  get face(): Face {
    return this.#chosen ?? ((this.whole?.countries.length ?? 0) > mostForGraph ? "matrix" : "graph");
  }

  choose(face: Face): void {
    this.#chosen = face;
    remember("relations.face", face);
  }

  /** Asks where all stand on a date; ends when that, or a later wish, is on screen. */
  load(request: RelationsRequest): Promise<void> {
    return this.#dates.ask(request);
  }

  /** Asks who ever appears, up to the last day of the record. */
  survey(lastDay: string, knownOn: string | null, language: Language): Promise<void> {
    return (this.#surveyed = this.#ends.ask({ as_of: lastDay, known_on: knownOn, language }));
  }

  /** Opens the sheet when a dyad is selected and closes it when the dyad is let go; other selections leave it open beside them. */
  follow(reference: string | null): void {
    const pair = reference === null ? null : dyadOf(reference);
    if (pair) this.sheet = pair.join("-");
    else if (reference === null && this.#followed) this.sheet = null;
    this.#followed = pair !== null;
  }

  close(): void {
    this.sheet = null;
  }

  reset(): void {
    this.now = null;
    this.whole = null;
    this.places = new Map();
    this.order = [];
    this.sheet = null;
    this.#keeper.reset();
  }

  async #show(request: RelationsRequest): Promise<void> {
    const shown = underWay.begin();
    try {
      const answer = await host.relations(request);
      // Places come from the whole record, so that they do not depend on the date looked at first.
      await this.#surveyed;
      await this.#place(answer);
      this.now = answer;
    } catch (error) {
      present(error);
    } finally {
      shown();
    }
  }

  async #survey(request: RelationsRequest): Promise<void> {
    try {
      const answer = await host.relations(request);
      await this.#place(answer);
      this.order = orderOf(pictureOf(answer));
      this.whole = answer;
    } catch (error) {
      present(error);
    }
  }

  async #place({ countries, dyads }: RelationsResponse): Promise<void> {
    this.places = await this.#keeper.placesOf(
      countries.map(({ code }) => code),
      dyads,
    );
  }
}

export const board = new RelationsBoard();
