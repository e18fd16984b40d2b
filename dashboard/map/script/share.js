// Files that the app makes on request, in the page around the map: a click shows how it goes and then how large
// the file is. Without this script the same links make and save the same files.
(function (csto) {
  "use strict";

  const PATIENCE = 400; // milliseconds: what is made sooner needs no bar

  const sizeOf = (bytes, locale) => {
    const [unit, value] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
    return new Intl.NumberFormat(locale, { style: "unit", unit, maximumSignificantDigits: 2 }).format(value);
  };

  // The name that the app saves the file under.
  const nameOf = (answer) => /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "csto";

  const save = (page, body, name) => {
    const address = URL.createObjectURL(body);
    const link = page.createElement("a");
    Object.assign(link, { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };

  const make = async (link, page, { words, scene }) => {
    const state = page.createElement("span");
    Object.assign(state, { className: "csto-state", role: "status" });
    link.parentElement.querySelector(".csto-state")?.remove();
    link.after(state);
    link.setAttribute("aria-busy", "true");
    const bar = setTimeout(() => state.append(words.making, " ", page.createElement("progress")), PATIENCE);
    try {
      const answer = await fetch(link.href);
      const body = await answer.blob();
      if (!answer.ok) throw new Error(await body.text());
      save(page, body, nameOf(answer));
      clearTimeout(bar);
      state.textContent = csto.fill(words.made, { size: sizeOf(body.size, scene.locale) });
    } catch (fault) {
      clearTimeout(bar);
      // A fault of the network has no words for a reader; the app's own have.
      state.textContent = fault instanceof TypeError ? words.unreached : fault.message;
    } finally {
      link.removeAttribute("aria-busy");
    }
  };

  csto.followFiles = (page, parts) =>
    page?.addEventListener("click", (event) => {
      const link = event.target.closest?.("a.csto-make");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (link.getAttribute("aria-busy") !== "true") make(link, page, parts);
    });
})((window.csto ??= {}));
