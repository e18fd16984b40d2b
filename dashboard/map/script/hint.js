// What the small marks under the pointer say.
(function (csto) {
  "use strict";

  const EDGE = 6; // pixels between a hint and what is around it

  const told = (mark) =>
    csto.make(
      "div",
      { class: "told" },
      csto.make("strong", { text: mark.name }),
      ...["dated", "place", "label", "text", "sources"].map((part) => csto.make("span", { "data-part": part, text: mark[part] })),
    );

  // Says all marks that lie under the pointer: over the uppermost, or under it where there is no room above.
  csto.createHint = (stage) => {
    const box = csto.make("div", { class: "hint beside", "aria-hidden": "true", hidden: true });
    const shownBy = new Map(); // the marks that each element stands for
    let said = "";
    stage.append(box);
    const under = ({ clientX, clientY }) =>
      document.elementsFromPoint(clientX, clientY).filter((element) => shownBy.has(element));
    const place = (element) => {
      const [at, around] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
      const within = (wanted, size, room) => Math.max(EDGE, Math.min(wanted, room - size - EDGE));
      const above = at.top - around.top - box.offsetHeight - EDGE;
      const left = at.left + at.width / 2 - around.left - box.offsetWidth / 2;
      const top = above < EDGE ? at.bottom - around.top + EDGE : above;
      box.style.left = `${within(left, box.offsetWidth, around.width)}px`;
      box.style.top = `${within(top, box.offsetHeight, around.height)}px`;
    };
    const hide = () => {
      box.hidden = true;
      said = "";
    };
    const show = (event) => {
      const elements = under(event);
      const key = elements.map((element) => element.ariaLabel).join();
      if (key === said || !elements.length) return;
      said = key;
      box.replaceChildren(...elements.flatMap((element) => [...shownBy.get(element)].map(told)));
      box.hidden = false;
      place(elements[0]);
    };
    const listen = (element, shown) => {
      shownBy.set(element, shown);
      element.addEventListener("mousemove", show);
      element.addEventListener("mouseleave", hide);
    };
    return { hide, listen };
  };
})((window.csto ??= {}));
