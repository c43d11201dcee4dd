/* The live assessment, the fourth of eight files: answers as people write them, in a field, in a link, in a file. It reads and
   refuses what the program does: Sources/Rules has Folding.swift, AnswerReading.swift and NumberHelp.swift,
   Sources/Decisions QuestionIndex.swift. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const { framework: { questions }, said, decimal, compare, written } = assess;
  const OPEN = "?"; // I don't know
  const say = (key, values) => globalThis.precedentWords.say("typed." + key, values);

  /* How texts are compared: whatever the case, the dash, the quote and the space. */
  const alike = new Map(Object.entries({ "-": "–−‐‑", "'": "‘’‚′", "\"": "“”„«»", ">=": "≥", "<=": "≤" })
    .flatMap(([plain, marks]) => [...marks].map((mark) => [mark, plain])));
  const parts = (text) => text.split(/[\s\u0085]+/).filter(Boolean);
  const folded = (text) => parts(text).map((word) => [...word].map((each) => alike.get(each) ?? each.toLowerCase()).join(""))
    .join(" ").normalize();

  /* Questions by id, name, text, both, and former id. An id is certain, a text may be shared: the first keeps it. */
  const byName = new Map();
  const nameKey = (text) => parts(text.toLowerCase()).join(" ").replace(/[.?？!: ]+$/, "").normalize();
  const claim = (text, index) => { const key = nameKey(text); if (key && !byName.has(key)) byName.set(key, index); };
  for (const key of ["id", "name", "ask"]) questions.forEach((question, index) => claim(question[key], index));
  questions.forEach((question, index) => claim(`${question.name}. ${question.ask}`, index));
  Object.entries(said.renamed).forEach(([old, now]) => {
    const index = questions.findIndex((question) => question.id === now);
    if (index >= 0) claim(old, index);
  });
  const questionNamed = (name) => byName.get(nameKey(name));

  /* Digits with at most one point and a sign before them, as the rules have them; null for anything else. */
  const plainNumber = (text) => (/^[+-]?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 15
    ? decimal(text.replace("+", "")) : null);

  /* How to write a number that somebody wrote in another way: 1e3, 80,5, ~80 TB, > 500, 80-90. */
  function numberHelp(text, unit) {
    const all = folded(text), own = unit && folded(unit);
    const exponential = (digits) => {
      const [mantissa, exponent, ...more] = digits.split("e"), number = plainNumber(mantissa);
      if (!number || more.length || !/^[+-]?\d+$/.test(exponent || "") || Math.abs(exponent) > 15) return null;
      return plainNumber(written([number[0], number[1] + Number(exponent)]));
    };
    const withComma = (digits) => (/^[+-]?\d+(\.\d{3})*,\d+$/.test(digits)
      ? plainNumber(digits.replace(/\./g, "").replace(",", ".")) : null);
    const number = (given) => {
      const whole = given.trim(), hasUnit = own && whole.endsWith(own);
      const digits = hasUnit ? whole.slice(0, -own.length).trim() : whole;
      const found = plainNumber(digits) || exponential(digits) || withComma(digits);
      return found && written(found) + (hasUnit ? " " + unit : "");
    };
    const behind = (words) => words.filter((word) => all.startsWith(word)).map((word) => number(all.slice(word.length))).find(Boolean);
    const estimate = behind(["~", "about", "around", "approximately", "approx.", "roughly", "circa", "ca."]);
    const limit = behind([">=", "<=", ">", "<", "over", "above", "under", "below", "more than", "less than", "at least", "at most", "up to"]);
    if (number(all)) return say("write", { number: number(all) });
    if (estimate) return say("estimate", { number: estimate });
    if (limit) return say("limit", { number: limit });
    for (const dash of ["..", "-", " to "]) {
      for (let at = all.indexOf(dash); at >= 0; at = all.indexOf(dash, at + 1)) {
        const before = all.slice(0, at).trim(), lower = /[\p{L}\p{N}]$/u.test(before) && number(before);
        const upper = lower && number(all.slice(at + dash.length));
        if (upper) return say("range", { lower, upper });
      }
    }
    return null;
  }

  /* Thousands separators, each before just three digits, are taken out; null where they stand elsewhere, as in 4,5. */
  function withoutSeparators(text) {
    const [whole, ...part] = text.split("."), groups = whole.split(/[\s,'’]/);
    if (groups.length < 2) return text;
    const isGrouped = /^[+-]*[^+-]{1,3}$/.test(groups[0]) && groups.slice(1).every((group) => group.length === 3);
    return isGrouped ? [groups.join(""), ...part].join(".") : null;
  }

  /* A number with thousands separators and with its unit before or behind it. */
  function numberIn(text, { unit, least, greatest }) {
    const all = text.trim(), none = say("no-number", { text: all });
    const helped = (problem, help) => ({ problem: say("with-help", { problem, help }) });
    let rest = all, foreign;
    if (unit && folded(rest).startsWith(folded(unit)) && !/^\p{N}/u.test(unit)) rest = rest.slice(unit.length).trim();
    else if (unit && folded(rest).endsWith(folded(unit))) rest = rest.slice(0, -unit.length).trim();
    const end = rest.search(/[^\p{N}\s+\-.,'’−]/u);
    if (end >= 0) [rest, foreign] = [rest.slice(0, end), rest.slice(end).trim()];
    const digits = rest.trim().replace(/−/g, "-"), plain = withoutSeparators(digits), number = plain === null ? null : plainNumber(plain);
    const help = foreign !== undefined || !number ? numberHelp(all, unit) : null;
    if (help) return helped(none, help);
    if (foreign !== undefined) {
      return helped(/\p{N}/u.test(digits) ? say("other-unit", { unit: foreign }) : none, unit ? say("in-unit", { unit }) : say("alone"));
    }
    if (!number) return helped(none, say("point"));
    const answer = written(number);
    if (least !== undefined && compare(number, decimal(least)) < 0) return { problem: say("below", { number: answer, least }) };
    if (greatest !== undefined && compare(number, decimal(greatest)) > 0) return { problem: say("above", { number: answer, greatest }) };
    // Four here, and four thousand elsewhere.
    const isDoubtful = /^[+-]?\d{1,3}\.\d{3}$/.test(plain) && !/^[+-]?0\./.test(plain);
    return { answer, doubt: isDoubtful ? say("doubt", { text: digits, number: answer, thousands: plain.replace(".", "") }) : "" };
  }

  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(Date.parse(text))
    && new Date(text).toISOString().startsWith(text);
  const noDay = (text) => (text ? say("no-date", { text }) : say("this-no-date"));

  /* An answer as it is reckoned with, or what is wrong with it. Blank and ? are none. */
  function answerIn(text, index) {
    const question = questions[index], plain = text.trim();
    if (!plain || plain === OPEN) return { answer: plain };
    if (question.type === "number") return numberIn(plain, question);
    if (question.type === "date") return isDay(plain) ? { answer: plain } : { problem: noDay(plain) };
    if (question.type === "text") return { answer: plain };
    const isSpelt = (each) => question.type === "yes-no" && said[each].some((word) => folded(word) === folded(plain));
    const unquoted = folded(plain.replace(/["“”„«»]/g, ""));
    const label = ["yes", "no"].find(isSpelt) || question.labels.find((each) => [folded(plain), unquoted].includes(folded(each)));
    return label === undefined ? { problem: say("not-among", { text: plain }) } : { answer: label };
  }

  /* What is read of a link, a store or a file. Ids may be called anything, so that no object here has a prototype. */
  const emptied = () => ({
    answers: Object.create(null), notes: Object.create(null), subject: "", date: "", assessors: "", misread: [], repeated: []
  });
  function take(read, name, value) {
    const index = questionNamed(name), isAsked = index !== undefined && !questions[index].unasked;
    const { answer, problem } = isAsked ? answerIn(value, index) : {};
    if (!isAsked || problem) read.misread.push(name);
    else if (questions[index].id in read.answers) read.repeated.push(name);
    else if (answer) read.answers[questions[index].id] = answer;
    return isAsked ? index : undefined;
  }

  /* The address: ids and answers, so that a link outlives edits of the framework. */
  const address = ({ answers, subject }) => Object.entries(answers).concat(subject ? [[".subject", subject]] : [])
    .map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  function fromAddress(hash) {
    const read = emptied();
    for (const pair of hash.split("&").filter(Boolean)) {
      const at = pair.indexOf("=");
      try {
        const [name, value] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)].map(decodeURIComponent);
        if (at > 0 && name === ".subject") read.subject = value;
        else if (at > 0) take(read, name, value);
        else read.misread.push(decodeURIComponent(pair));
      } catch (error) { read.misread.push(pair); }
    }
    return read;
  }

  /* What a browser kept, perhaps of an older framework or of another page at this address; null where it is nothing. */
  function fromStore(kept) {
    const read = emptied();
    const entries = (name) => Object.entries((kept && kept[name]) || {}).filter(([, text]) => typeof text === "string");
    entries("answers").forEach(([id, answer]) => take(read, id, answer));
    entries("notes").forEach(([id, text]) => {
      const index = questionNamed(id);
      if (index !== undefined) read.notes[questions[index].id] = text;
    });
    for (const name of ["subject", "date", "assessors"]) if (kept && typeof kept[name] === "string") read[name] = kept[name];
    const { source } = kept || {};
    if (source && typeof source.name === "string" && typeof source.text === "string") read.source = source;
    return address(read) || Object.keys(read.notes).length || read.date || read.assessors || read.misread.length ? read : null;
  }

  Object.assign(assess, { OPEN, folded, questionNamed, isDay, noDay, answerIn, emptied, take, address, fromAddress, fromStore });
})(window.precedentAssess);
