// Making elements. Text is always set as text, never as markup.
(function (csto) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  const give = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "text") element.textContent = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  // A status as a class, for what is not itself a state: a name, a row of the legend, a shape in the lens.
  csto.wear = (element, status) => {
    [...element.classList].filter((name) => name.startsWith("is-")).forEach((name) => element.classList.remove(name));
    element.classList.add(`is-${status}`);
  };

  // Only what leads to a page becomes a link.
  csto.isWebAddress = (address) => /^https?:\/\//.test(address);

  csto.make = (tag, attributes = {}, ...children) => give(document.createElement(tag), attributes, children);
  csto.makeSvg = (tag, attributes = {}, ...children) => give(document.createElementNS(SVG, tag), attributes, children);
})((window.csto ??= {}));
