"""Drags the handle of a slider with the mouse, as a hand does: press, many small moves, release."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import FloatRect, Locator

# Our style sheet says how wide the handle is; without one, Chromium draws it 16 px wide.
HANDLE_WIDTH = "input => parseFloat(getComputedStyle(input).getPropertyValue('--thumb')) || 16"

AT_REST = """element => new Promise((tell) => {
  let [seen, since] = ["", 0];
  const look = (now) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = [x, y, width, height].join();
    if (at !== seen) [seen, since] = [at, now];
    if (now - since > 250) tell();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def at_rest(locator: Locator) -> FloatRect:
    """An element's box on the page once it has stood still for a quarter of a second.

    A map that is given less room is fitted anew, and one that is dragged is drawn with the next frame: a busy machine
    is late with both.
    """
    locator.evaluate(AT_REST)
    return locator.bounding_box()


@dataclass(frozen=True)
class Handle:
    """The handle of an `<input type="range">`.

    Its centre stays half of its width within the input. For an input that is hidden behind something drawn,
    `track` is the line whose whole length the centre slides on.
    """

    slider: Locator
    track: Locator | None = None

    @property
    def value(self) -> int:
        """The slider's value now."""
        return int(self.slider.input_value())

    def position(self, value: float) -> tuple[float, float]:
        """Centre of the handle when the slider has this value: x and y in CSS pixels of the page."""
        box = (self.track or self.slider).bounding_box()
        low, high = (float(self.slider.get_attribute(name)) for name in ("min", "max"))
        share = (value - low) / (high - low)
        width = 0 if self.track else self.slider.evaluate(HANDLE_WIDTH)
        x = box["x"] + width / 2 + share * (box["width"] - width)
        return x, box["y"] + box["height"] / 2

    def press(self) -> None:
        """Presses the mouse button on the handle where it is now."""
        self.slider.page.mouse.move(*self.position(self.value))
        self.slider.page.mouse.down()

    def move(self, value: float, steps: int = 10) -> None:
        """Moves the pressed handle to a value, in equal steps."""
        self.slider.page.mouse.move(*self.position(value), steps=steps)

    def release(self) -> None:
        """Lets go."""
        self.slider.page.mouse.up()

    def drag(self, *values: float, steps: int = 10) -> None:
        """Presses, moves to each value in turn, and lets go."""
        self.press()
        for value in values:
            self.move(value, steps)
        self.release()
