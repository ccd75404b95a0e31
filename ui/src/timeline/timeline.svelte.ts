import { untrack } from "svelte";
import { Painting } from "../base/painting";
import { Drawing, type AxisFlag } from "./drawing";
import { Frames, suits } from "./frames";
import type { Frame } from "./frame";
import { hitAt, type Hit } from "./hit";
import type { Placed } from "./layout";
import { laneBands, type LaneBands } from "./lanes";
import { inOrderOfImportance, type Scene } from "./scene";
import type { Described, KindLook, Lane, Strip, TieWords, TimelineSetting } from "./source";
import { filled, heart } from "./strip";
import { Told } from "./told.svelte";
import { endOf, fitted, panned, resized, showing, xOf, zoomed, type View } from "./view";

const year = 31_556_952;
const settleMs = 120;
const labelsWanted = 240;
/** More would make a picture too tall to draw and to read. */
const mostLanes = 40;
const stripBuckets = 512;

/** The braid: what is visible, which frame it is drawn from, what is selected. The component only lends it elements. */
export class Timeline {
  view = $state.raw<View>({ start: 0, secondsPerPx: year / 1_000, width: 0 });
  bands = $state.raw<LaneBands>({ bands: [], height: 0, depth: 1 });
  scene = $state.raw<Scene>();
  /** Why there is no current picture; the last one stays. */
  problem = $state<string>();
  withTies = $state(false);
  withLinks = $state(true);
  /** The lane the keyboard is on. */
  lane = $state(0);

  readonly #told: Told;
  readonly #frames: Frames;
  readonly #painting = new Painting(() => untrack(() => this.#advance()));
  #setting: TimelineSetting;
  #frame: Frame | undefined;
  #drawing: Drawing | undefined;
  #height = 0;
  #flags: readonly AxisFlag[] = [];
  #stale = true;
  #fitted = false;
  /** Whether the view is on the stretch to begin with. */
  isPlaced = $state(false);
  /** Whether it has been asked what the record covers. */
  #known = false;
  #first: readonly [number, number] | undefined;
  #shown: [number, number] | undefined;
  /** Whether it is being asked what to show first. */
  #isSeeking = false;
  #chosen: string | undefined;
  /** What is chosen, until its lane is on screen. */
  #laneOf: string | undefined;
  #askAgain = false;

  constructor(setting: TimelineSetting) {
    this.#setting = $state.raw(setting);
    this.#first = setting.range;
    this.#frames = new Frames(
      setting.source,
      (frame) => this.#receive(frame),
      (error) => {
        this.problem = String(error);
        this.#painting.finish();
      },
    );
    this.#told = new Told(setting.source, () => this.#redraw());
  }

  /** The lanes shown; events that stand in others alone are counted as being elsewhere. */
  get lanes(): readonly Lane[] {
    return this.#setting.lanes?.slice(0, mostLanes) ?? [];
  }

  get end(): number {
    return endOf(this.view);
  }

  /** Lends the canvases, and the elements that move with them. */
  mount(lanes: HTMLCanvasElement, axis: HTMLCanvasElement, layers: HTMLElement[]): () => void {
    const drawing = (this.#drawing = new Drawing(lanes, axis, layers));
    this.#painting.start();
    const stop = drawing.awaitTypefaces(() => this.#redraw());
    return () => {
      stop();
      this.#painting.stop();
      this.#frames.cancel();
      this.#drawing = undefined;
    };
  }

  resize(width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    this.#height = height;
    this.view = resized(this.view, width);
    if (this.#first) {
      const [start, end] = this.#first;
      this.#first = undefined;
      this.view = { start, secondsPerPx: (end - start) / width, width };
      [this.#fitted, this.isPlaced] = [true, true];
    }
    if (this.#shown) this.show(...this.#shown);
    if (this.#known) this.isPlaced = true;
    this.#arrange();
  }

  /** New lanes or kinds. */
  change(lanes: readonly Lane[] | undefined, kinds: readonly KindLook[]): void {
    const keys = (all: readonly Lane[] | undefined) => all?.map((lane) => lane.key).join();
    const areOthers = keys(lanes) !== keys(this.#setting.lanes);
    // A frame numbers its lanes in the order they were asked for: it cannot be drawn on others.
    if (areOthers) this.#frame = undefined;
    this.#setting = { ...this.#setting, lanes, kinds };
    this.#arrange();
    if (areOthers) this.#refetch();
  }

  /** The record or the filter changed: the old picture stays until the new frame is there. */
  refresh(): void {
    this.#told.clear();
    if (!this.#fitted && !this.#first) void this.#showRecord(heart);
    this.#refetch();
  }

  /** Ink, language or what is shown changed. */
  repaint(): void {
    this.#arrange();
    this.#redraw();
  }

  /** Shows the whole record. */
  fit = (): Promise<void> => this.#showRecord((strip) => [strip.start, strip.end]);

  async #showRecord(range: (strip: Strip) => [number, number]): Promise<void> {
    this.#isSeeking = !this.#fitted;
    try {
      const strip = filled(await this.#setting.source.density(stripBuckets, new AbortController().signal));
      if (strip) this.show(...range(strip));
      this.#fitted = strip !== undefined;
      this.#known = true;
      this.isPlaced = this.view.width > 0;
      this.problem = undefined;
    } catch (error) {
      this.problem = String(error);
    } finally {
      this.#isSeeking = false;
      this.#painting.soon();
    }
  }

  /** Shows a range with some air around, and goes on showing it in other widths until something else is asked for. */
  show(start: number, end: number): void {
    if (this.view.width > 0) this.#move(fitted(start, end, this.view.width));
    this.#shown = [start, end];
  }

  /** Tells what is selected: it is drawn and labelled, and its lane is brought on screen. */
  choose(id: string | undefined): void {
    this.#chosen = this.#laneOf = id;
    if (id !== undefined && !this.placedOf(id)) this.#refetch();
    this.#takeLane();
    this.#redraw();
  }

  #takeLane(): void {
    const lanes = this.#laneOf === undefined ? undefined : this.placedOf(this.#laneOf)?.nodes.map(({ lane }) => lane);
    if (!lanes) return;
    this.#laneOf = undefined;
    if (!lanes.includes(this.lane)) this.lane = lanes[0] ?? 0;
  }

  /** Shows exactly a range. */
  showRange(start: number, end: number): void {
    if (end <= start) return;
    // Without a width there is no scale yet.
    if (this.view.width > 0) this.#move({ ...this.view, start, secondsPerPx: (end - start) / this.view.width });
    else this.#first = [start, end];
  }

  pan = (px: number): void => this.#move(panned(this.view, px));
  zoom = (x: number, factor: number): void => this.#move(zoomed(this.view, x, factor));
  zoomMiddle = (factor: number): void => this.zoom(this.view.width / 2, factor);

  /** What lies under a point of the screen, from the left edge of the lanes and the top of the first. */
  hit(x: number, y: number): Hit | undefined {
    if (!this.scene) return undefined;
    return hitAt(this.scene, xOf(this.scene.view, this.view.start + x * this.view.secondsPerPx), y);
  }

  /** The lane and the second under a point of the screen; the lane is missing below the last. */
  spot(x: number, y: number): { lane: Lane | undefined; second: number } {
    const place = this.bands.bands.findIndex(({ top, height }) => y >= top && y < top + height);
    return { lane: this.lanes[place], second: this.view.start + x * this.view.secondsPerPx };
  }

  /** Where a mark stands now, from the left edge of the lanes. */
  xOfPlaced(placed: Placed): number {
    if (!this.scene) return 0;
    return xOf(this.view, this.scene.view.start + placed.x * this.scene.view.secondsPerPx);
  }

  placedOf(id: string): Placed | undefined {
    const { scene } = this;
    return scene?.placed.find((placed) => scene.frame.id(placed.mark) === id);
  }

  idOf = (placed: Placed): string => this.#frame?.id(placed.mark) ?? "";

  described = (id: string): Described | undefined => this.#told.event(id);
  tieWords = (tie: number): TieWords | undefined => this.#told.tie(this.#frame?.tieId(tie) ?? "");

  /** Whether there is nothing to show in any lane, at any time. */
  get isEmpty(): boolean {
    const frame = this.scene?.frame;
    return frame !== undefined && !this.#fitted && frame.marks === 0 && frame.cells === 0;
  }

  /** Scrolls as little as needed to have a second well inside the screen. */
  reveal(second: number): void {
    this.#move(showing(this.view, second, Math.min(120, this.view.width / 4)));
  }

  #move(view: View): void {
    if (!Number.isFinite(view.start) || !(view.secondsPerPx > 0)) return;
    this.view = view;
    this.#shown = undefined;
    this.#painting.soon();
  }

  #arrange(): void {
    const { depth } = this.bands;
    this.bands = laneBands(this.lanes.length, this.#height, this.withTies);
    // A frame is made for as many tracks as there were.
    if (depth !== this.bands.depth) this.#refetch();
    this.#stale = true;
    this.#painting.soon();
  }

  /** Asks at once, not with the next picture: whoever waits for the window sees that something is under way. */
  #refetch(): void {
    this.#frames.cancel();
    this.#askAgain = true;
    untrack(() => this.#fetch());
    this.#painting.soon();
  }

  #fetch(): void {
    // Until the lanes and the range are known there is nothing to ask for that would be shown.
    if (!this.#drawing || this.view.width <= 0 || !this.#setting.lanes || this.#isSeeking) return;
    if (!this.#askAgain && this.#frame && suits(this.#frame, this.view)) return;
    this.#askAgain = false;
    this.#frames.fetch(
      this.view,
      this.lanes.map((lane) => lane.key),
      this.bands.depth,
      this.#chosen,
    );
  }

  #receive(frame: Frame): void {
    this.#frame = frame;
    this.problem = undefined;
    this.#redraw();
    this.#takeLane();
  }

  /** What has just arrived is drawn at once. */
  #redraw(): void {
    this.#stale = true;
    this.#painting.now();
  }

  /** One step: fetch what will be needed, then move the picture or draw it anew. Answers whether the picture is the one wanted. */
  #advance(): boolean {
    const drawing = this.#drawing;
    if (!drawing || this.view.width <= 0) return false;
    this.#fetch();
    const mustDraw = this.#stale || drawing.isOutside(this.view);
    if (mustDraw) this.#draw(drawing);
    // Once all is at rest, so that no label stays cut at an edge.
    else this.#painting.afterRest(settleMs, () => (this.#stale = true));
    drawing.move(this.view);
    return mustDraw && !this.#stale && !this.#frames.isRunning;
  }

  /** What is marked on the axis beside its steps: the texts, each at its second. */
  setFlags(flags: readonly AxisFlag[]): void {
    this.#flags = flags;
    this.#drawing?.drawAxis(this.view, flags);
  }

  #draw(drawing: Drawing): void {
    if (!this.#frame) return;
    this.#stale = false;
    const content = {
      frame: this.#frame,
      lanes: this.bands,
      kinds: this.#setting.kinds,
      withLinks: this.withLinks,
      withTies: this.withTies,
      chosen: this.#chosen,
      words: this.#told.known,
    };
    this.scene = drawing.draw(content, this.view, this.#flags);
    const wanted = inOrderOfImportance(this.#frame, this.scene.placed, this.scene.view.width).slice(0, labelsWanted);
    this.#told.want(wanted.map(this.idOf));
  }
}
