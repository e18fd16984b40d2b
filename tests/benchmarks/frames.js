// Notes, for every year the handle passes, what the map shows once the frame after the input has been painted:
// when the next frame begins, or the next input comes, whichever is first. Both callbacks run before the map's own.
(map) => {
  const frames = [];
  let step = null;

  const look = () => {
    if (!step) return;
    const shapes = [...map.querySelectorAll("[data-iso]")];
    step.shown = step.painted ? map.dataset.year : null;
    step.statuses = Object.fromEntries(shapes.map((shape) => [shape.dataset.iso, shape.dataset.status]));
    frames.push(step);
    step = null;
  };

  const note = (event) => {
    look();
    const mine = (step = { asked: event.target.value, painted: false });
    requestAnimationFrame(() => {
      mine.painted = true;
      requestAnimationFrame(() => step === mine && look());
    });
  };

  window.addEventListener("input", note, true);
  window.stopWatching = () => {
    window.removeEventListener("input", note, true);
    return frames;
  };
}
