import { expect, test, vi } from "vitest";
import { Motion } from "./motion";

function motion() {
  const target = { pan: vi.fn(), zoom: vi.fn(), press: vi.fn() };
  return { target, motion: new Motion(target, () => true) };
}

const pointer = (x: number, time: number, id = 1) =>
  ({ button: 0, pointerId: id, clientX: x, clientY: 0, timeStamp: time, currentTarget: document.body }) as unknown as PointerEvent;
const wheel = (event: Partial<WheelEvent>) => ({ deltaX: 0, deltaY: 0, deltaMode: 0, clientX: 110, ...event }) as WheelEvent;

test("a drag pans, a short one is a press", () => {
  const { target, motion: hand } = motion();
  hand.down(pointer(100, 0));
  hand.move(pointer(140, 16), 0);
  hand.up(pointer(140, 30));
  expect(target.pan).toHaveBeenCalledWith(40);
  expect(target.press).not.toHaveBeenCalled();
  hand.down(pointer(100, 50));
  hand.move(pointer(102, 60), 0);
  hand.up(pointer(102, 70));
  expect(target.press).toHaveBeenCalledOnce();
});

test("two pointers pinch around their middle", () => {
  const { target, motion: hand } = motion();
  hand.down(pointer(100, 0, 1));
  hand.down(pointer(200, 0, 2));
  hand.move(pointer(300, 16, 2), 10);
  expect(target.zoom).toHaveBeenCalledWith(190, 2);
});

test("the wheel zooms at the pointer, sideways or with shift it pans", () => {
  const { target, motion: hand } = motion();
  hand.wheel(wheel({ deltaY: -100 }), 10);
  expect(target.zoom.mock.calls[0]![0]).toBe(100);
  expect(target.zoom.mock.calls[0]![1]).toBeGreaterThan(1);
  hand.wheel(wheel({ deltaX: 30 }), 10);
  hand.wheel(wheel({ deltaY: 20, shiftKey: true }), 10);
  expect(target.pan.mock.calls).toEqual([[-30], [-20]]);
});
