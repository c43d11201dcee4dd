/* How scripts say their words, which are the site's: the theme's strings file of the site's language, or its own. The line before
   this, made with the site, holds them by key; where a text has forms for numbers, one for each. */
(function (words) {
  "use strict";
  if (!words) return;
  const { words: texts, language, direction } = words;
  const GAP = "\n"; // where an element goes
  function knownOr(other) {
    try { return Intl.PluralRules.supportedLocalesOf(language)[0] || other; } catch (error) { return other; } // no tag of a language
  }
  const locale = knownOr("en"), forms = new Intl.PluralRules(locale);
  // A sign of their own for numbers below none, as print has it.
  const decimal = (written) => written.replace("-", "−").replace(".", texts["numbers.decimal"]);
  const number = (whole) => decimal(String(whole).replace(/\B(?=(\d{3})+$)/g, texts["numbers.group"]));

  // From right to left, what is put in keeps its own order, whatever stands beside it: 4000 req/s, 2026-03-02.
  const isolated = (text) => (direction === "rtl" && text !== GAP ? `\u2068${text}\u2069` : text);

  /* What is said under a key, with what goes into its places. Numbers get the signs of the language, `count` also the form. */
  function say(key, values = {}) {
    const found = texts[key] ?? key;
    const text = typeof found === "string" ? found : found[forms.select(Number(values.count))] ?? found.other;
    return text.replace(/\{([A-Za-z][A-Za-z0-9-]*)\}/g, (place, name) => {
      if (!Object.hasOwn(values, name)) return place;
      return isolated(typeof values[name] === "string" ? values[name] : number(values[name]));
    });
  }
  /* Things joined as a sentence has them, by "and" or "or". */
  function list(things, joint) {
    if (things.length < 2) return things[0] || "";
    return say("lists." + joint, { first: things.slice(0, -1).join(texts["lists.separator"]), last: things[things.length - 1] });
  }
  /* What is said under a key with an element in one of its places. */
  const around = (key, place, element) => say(key, { [place]: GAP }).split(GAP).flatMap((part, at) => (at ? [element, part] : [part]))
    .filter((part) => part !== "");
  const capitalised = (text) => text.replace(/^./u, (first) => first.toLocaleUpperCase(locale));

  Object.assign(words, { say, list, around, number, decimal, capitalised });
})(globalThis.precedentWords);
