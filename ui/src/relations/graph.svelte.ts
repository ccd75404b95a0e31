import { screenPixels } from "../base/zoom.svelte";
import { inkOf } from "../base/ink";
import { Painting } from "../base/painting";
import { theme } from "../base/theme.svelte";
import { fitted, panned, zoomed, type Camera, type Size } from "./camera";
import { looksOf } from "./edge-layer";
import { EdgePainter } from "./edge-painter";
import { FlagImages } from "./flags";
import { ahead, hitAt, type Hit, type Way } from "./hit";
import type { Point } from "./layout";
import { nameFont, numberFont, paintNodes, paintScene, type Focus } from "./paint";
import type { Picture } from "./picture";
import type { Places } from "./places";
import { composeScene, manyEdges, type Edge, type Node, type Scene } from "./scene";

/** Room drawn beyond the edges of the stage when there are many edges, so that a pan has something to show, in px. */
const spare = 200;
/** A picture moved as one is drawn anew when it has rested this long, in ms. */
const restMs = 110;

/** The canvas of the graph: what is shown, from where, and what stands out. Draws at most once a frame. */
export class Graph {
  scene = $state.raw<Scene>({ size: { width: 0, height: 0 }, nodes: [], edges: [] });
  /** Whether the user has chosen the view; until then it fits itself to the room. */
  moved = $state(false);
  #picture: Picture = { countries: [], relations: [] };
  #places: Places = new Map();
  #camera: Camera = { x: 0, y: 0, scale: 1, stretch: 1 };
  #size: Size = { width: 0, height: 0 };
  #focus: Focus | undefined;
  #canvas: HTMLCanvasElement | undefined;
  /** The camera of what is on the canvas now. */
  #painted: Camera | undefined;
  #widths = new Map<string, number>();
  readonly #edges = new EdgePainter();
  readonly #painting = new Painting(() => this.#draw());
  readonly #flags = new FlagImages(() => this.#painting.soon());

  mount(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas;
    this.#widths.clear();
    // Widths measured before the typeface arrives are of another one.
    void document.fonts?.ready.then(() => this.#refresh());
    this.#compose();
    this.#painting.start();
    return () => {
      this.#painting.stop();
      this.#edges.stop();
      this.#canvas = undefined;
    };
  }

  show(picture: Picture, places: Places): void {
    const grown = places !== this.#places;
    this.#picture = picture;
    this.#places = places;
    if (grown && !this.moved) this.#fitCamera();
    this.#refresh();
  }

  resize(width: number, height: number): void {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    if (!this.moved) this.#fitCamera();
    this.#compose();
    // At once: the old picture would stand beside its place for a frame.
    this.#painting.now();
  }

  focusOn(focus: Focus | undefined): void {
    this.#focus = focus;
    this.#painting.soon();
  }

  repaint(): void {
    this.#refresh();
  }

  fit(): void {
    this.moved = false;
    this.#fitCamera();
    this.#refresh();
  }

  pan(dx: number, dy: number): void {
    this.#look(panned(this.#camera, dx, dy));
  }

  zoom(at: Point, factor: number): void {
    this.#look(zoomed(this.#camera, this.#size, at, factor));
  }

  zoomMiddle(factor: number): void {
    this.zoom({ x: this.#size.width / 2, y: this.#size.height / 2 }, factor);
  }

  hit(at: Point): Hit | undefined {
    return hitAt(this.scene, at);
  }

  node(code: string | undefined): Node | undefined {
    return this.scene.nodes.find(({ country }) => country.code === code);
  }

  edge(key: string | undefined): Edge | undefined {
    return this.scene.edges.find((edge) => edge.key === key);
  }

  /** The country next to one in a direction; the leftmost when there is none to start from. */
  beside(code: string | undefined, way: Way): Node | undefined {
    const from = this.node(code);
    if (!from) return [...this.scene.nodes].sort((one, other) => one.at.x - other.at.x)[0];
    return ahead(from.at, this.scene.nodes, way);
  }

  /** The relation that leads from a country in a direction. */
  leading(code: string | undefined, way: Way): Edge | undefined {
    const from = this.node(code);
    if (!from || code === undefined) return undefined;
    const ends = this.scene.edges
      .filter(({ relation }) => relation.a === code || relation.b === code)
      .map((edge) => ({ edge, at: edge.relation.a === code ? edge.to : edge.from }));
    return ahead(from.at, ends, way)?.edge;
  }

  #look(camera: Camera): void {
    this.moved = true;
    this.#camera = camera;
    this.#compose();
    if (this.scene.edges.length > manyEdges) this.#slide();
    else this.#painting.soon();
  }

  /** Moves the canvas as it is, which costs nothing, and draws it anew once it rests. */
  #slide(): void {
    const [canvas, from, to] = [this.#canvas, this.#painted, this.#camera];
    if (!canvas || !from) return;
    const scale = to.scale / from.scale;
    const [dx, dy] = [(from.x - to.x) * to.scale, (from.y - to.y) * to.scale * to.stretch];
    canvas.style.transform = `translate(${dx}px, ${dy}px) scale(${scale})`;
    this.#painting.afterRest(restMs);
  }

  #fitCamera(): void {
    const shown = this.#picture.countries.map(({ code }) => this.#places.get(code)).filter((point) => point !== undefined);
    this.#camera = fitted(shown, this.#size);
  }

  #refresh(): void {
    this.#compose();
    this.#painting.soon();
  }

  #compose(): void {
    this.scene = composeScene({
      picture: this.#picture,
      places: this.#places,
      camera: this.#camera,
      size: this.#size,
      widthOf: this.#widthOf,
    });
  }

  readonly #widthOf = (text: string, font: "name" | "number"): number => {
    const known = this.#widths.get(font + text);
    if (known !== undefined) return known;
    const context = this.#canvas?.getContext("2d");
    if (!context) return text.length * 7;
    context.font = (font === "name" ? nameFont : numberFont)(inkOf(theme.current));
    const { width } = context.measureText(text);
    this.#widths.set(font + text, width);
    return width;
  };

  /** Answers whether all is drawn: many edges come later, as do flags. */
  #draw(): boolean {
    const { width, height } = this.#size;
    if (!this.#canvas || width === 0 || height === 0) return false;
    const [scene, camera, focus, ink] = [this.scene, this.#camera, this.#focus, inkOf(theme.current)];
    if (scene.edges.length <= manyEdges || !EdgePainter.isAble) {
      const context = this.#cleared(0);
      if (context) paintScene(context, scene, ink, this.#flags, focus);
      this.#painted = camera;
      return !this.#flags.areLoading;
    }
    const ratio = screenPixels();
    const layer = { width: width + 2 * spare, height: height + 2 * spare, room: spare, ratio, looks: looksOf(scene.edges, ink, focus) };
    this.#edges.draw(layer, (picture) => {
      const context = this.#cleared(spare);
      if (!context) return;
      context.drawImage(picture, -spare, -spare, layer.width, layer.height);
      paintNodes(context, scene, ink, this.#flags, focus);
      this.#painted = camera;
      // What was drawn may have been moved on from in the meantime.
      if (camera !== this.#camera) this.#slide();
      else if (scene === this.scene && !this.#flags.areLoading) this.#painting.finish();
    });
    return false;
  }

  /** The canvas at its size and empty, with `room` beyond the stage on all sides. */
  #cleared(room: number): CanvasRenderingContext2D | null | undefined {
    const [canvas, { width, height }] = [this.#canvas, this.#size];
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return undefined;
    const ratio = screenPixels();
    sizeCanvas(canvas, { width: width + 2 * room, height: height + 2 * room }, room, ratio);
    context.setTransform(ratio, 0, 0, ratio, room * ratio, room * ratio);
    context.clearRect(-room, -room, width + 2 * room, height + 2 * room);
    return context;
  }
}

/** A canvas is emptied by being sized, so it is sized only when its size has changed. */
function sizeCanvas(canvas: HTMLCanvasElement, { width, height }: Size, room: number, ratio: number): void {
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  canvas.style.cssText = `width: ${width}px; height: ${height}px; left: ${-room}px; top: ${-room}px; transform: none`;
}
