// Loaded into every frame before the page's own scripts. All times are milliseconds since the epoch.

addEventListener(
  "pointerup",
  (event) => {
    top.releasedAt = performance.timeOrigin + event.timeStamp;
  },
  true,
);

// The moment of the first frame in which the condition holds; an error where it does not within half a minute.
window.painted = (holds) => {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`not shown after 30 s: ${holds}`)), 30_000);
    const look = () =>
      holds() ? resolve(performance.timeOrigin + performance.now()) : requestAnimationFrame(look);
    look();
  });
};

// The document of the map's frame; an empty one before it is there.
window.mapDocument = () => {
  const frame = document.querySelector('iframe[title="streamlit_folium.st_folium"]');
  return frame?.contentDocument ?? new Document();
};
