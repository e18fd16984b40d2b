// Lists of whole numbers, from the texts that they were packed into (see pack.py): the first signs end a number,
// the others lead one that is too large for a single sign; even numbers are not negative.
(function (csto) {
  "use strict";

  const MARK = "~";
  const SIGNS = Array.from({ length: 91 }, (_, at) => String.fromCharCode(35 + at)).filter((sign) => !"&<>\\".includes(sign));
  const ENDS = 80;
  const LEADS = SIGNS.length - ENDS;
  const PLACES = new Map(SIGNS.map((sign, at) => [sign, at]));

  const numbersOf = (text) => {
    const numbers = [];
    let high = 0;
    for (const sign of text) {
      const at = PLACES.get(sign);
      if (at >= ENDS) {
        high = high * LEADS + at - ENDS + 1;
        continue;
      }
      const number = high * ENDS + at;
      numbers.push(number % 2 ? -(number + 1) / 2 : number / 2);
      high = 0;
    }
    return numbers;
  };

  // Unpacks what JSON.parse meets on its way.
  csto.unpack = (key, value) => (typeof value === "string" && value.startsWith(MARK) ? numbersOf(value.slice(1)) : value);
})((window.csto ??= {}));
