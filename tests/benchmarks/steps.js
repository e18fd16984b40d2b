// Moves the slider through all years and back, as fast as it takes them: one input event a year step.
(slider, rounds) => {
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const down = Array.from({ length: high - low }, (_, step) => high - 1 - step);
  const years = [...down, ...down.map((year) => low + high - year)];
  for (let round = 0; round < rounds; round += 1) {
    for (const year of years) {
      slider.value = year;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  return rounds * years.length;
}
