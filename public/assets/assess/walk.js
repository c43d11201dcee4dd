/* The live assessment, the first of eight files: decimal numbers, and the walk through the framework's compiled diagram, which
   stands in the page as data (docs/compiled-framework.md). There is no rule in here. Each file hands on in `precedentAssess` what
   the next ones need: walk.js, advice.js, words.js, answers.js, reading.js, files.js,
   panel.js, page.js. */
(function () {
  "use strict";
  const block = (id) => { const found = document.getElementById(id); return found && JSON.parse(found.textContent); };
  const framework = block("assess.framework"), said = block("assess.words");
  // Without it the other files leave the page as it is.
  const words = globalThis.precedentWords;
  if (!words || !framework || framework.format !== "precedent-framework" || framework.version !== 1) return;
  const { questions, conditions, options, rules, tables, outcomes, variables, levels, edges } = framework;
  const range = (count) => Array.from({ length: count }, (_, index) => index);
  const unique = (list) => [...new Set(list)];

  /* Numbers: decimals as [digits, exponent], since halves and tenths have to be exact. */

  const decimal = (text) => {
    const [whole, part = ""] = text.split(".");
    return [BigInt(whole + part), -part.length];
  };
  const scaled = ([digits, exponent], to) => digits * 10n ** BigInt(exponent - to);
  const aligned = (a, b) => { const to = Math.min(a[1], b[1]); return [scaled(a, to), scaled(b, to), to]; };
  const compare = (a, b) => { const [x, y] = aligned(a, b); return x < y ? -1 : x > y ? 1 : 0; };
  const plus = (a, b) => { const [x, y, to] = aligned(a, b); return [x + y, to]; };
  const size = (digits) => (digits < 0n ? -digits : digits);
  /* At most 34 digits, ties to even; null further than 100 places from the point. A rest counts as a bit more. */
  function fitted([digits, exponent], rest = false) {
    const over = size(digits).toString().length - 34;
    if (over > 0) {
      const unit = 10n ** BigInt(over), half = unit / 2n, left = size(digits) % unit, sign = digits < 0n ? -1n : 1n;
      let whole = size(digits) / unit;
      if (left > half || left === half && (rest || whole % 2n === 1n)) whole += 1n;
      [digits, exponent] = [sign * whole, exponent + over];
    }
    while (digits !== 0n && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
    if (digits === 0n) return [0n, 0];
    return exponent < -100 || size(digits).toString().length + exponent > 100 ? null : [digits, exponent];
  }
  function quotient(a, b) {
    if (b[0] === 0n) return null;
    const more = 40 + Math.max(0, size(b[0]).toString().length - size(a[0]).toString().length);
    const top = a[0] * 10n ** BigInt(more);
    return fitted([top / b[0], a[1] - b[1] - more], top % b[0] !== 0n);
  }
  function written(number) {
    const [digits, exponent] = fitted(number) || number;
    if (exponent >= 0) return (digits * 10n ** BigInt(exponent)).toString();
    const text = size(digits).toString().padStart(1 - exponent, "0");
    return (digits < 0n ? "-" : "") + text.slice(0, exponent) + "." + text.slice(exponent);
  }

  /* The walk. Cells are given by input, questions first and conditions behind them; undefined while they are open. */

  const cells = questions.concat(conditions).map((input) => input.cells);
  const arity = variables.map((input) => cells[input].length);
  const firstEdge = [];
  levels.reduce((first, level) => { firstEdge.push(first); return first + arity[level]; }, 0);
  const child = (node, cell) => edges[firstEdge[node] + cell];

  /* The terminals that a root leads to, whatever open inputs turn out to be. */
  function reach(root, given) {
    const seen = new Set([root]), ends = [];
    for (const at of seen) {
      if (at < 0) { ends.push(-1 - at); continue; }
      const cell = given[variables[levels[at]]];
      for (const next of cell === undefined ? range(arity[levels[at]]) : [cell]) seen.add(child(at, next));
    }
    return ends;
  }
  /* True or false where that is certain, else null. */
  const truth = (root, given) => { const ends = reach(root, given); return ends.length === 1 ? ends[0] === 1 : null; };

  function within(cell, value, read, order) {
    const above = !("lower" in cell) || order(value, read(cell.lower)) >= (cell.lowerIncluded ? 0 : 1);
    return above && (!("upper" in cell) || order(value, read(cell.upper)) <= (cell.upperIncluded ? 0 : -1));
  }
  const asText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  function cellOf(question, answer) {
    const { type } = questions[question];
    const found = cells[question].findIndex((cell) =>
      "label" in cell ? cell.label === answer : "text" in cell ? cell.text.normalize() === answer.normalize() : cell.other
        || (type === "number" ? within(cell, decimal(answer), decimal, compare) : within(cell, answer, String, asText)));
    return found < 0 ? undefined : found;
  }

  /* Values of conditions: null, true, false or a decimal. */
  const valued = (json) => (typeof json === "string" ? decimal(json) : json);
  const same = (a, b) => (Array.isArray(a) && Array.isArray(b) ? compare(a, b) === 0 : a === b);
  const operators = {
    "+": plus, "-": (a, b) => plus(a, [-b[0], b[1]]), "*": (a, b) => [a[0] * b[0], a[1] + b[1]], "/": quotient,
    negate: (a) => [-a[0], a[1]], "<": (a, b) => compare(a, b) < 0, "<=": (a, b) => compare(a, b) <= 0,
    ">": (a, b) => compare(a, b) > 0, ">=": (a, b) => compare(a, b) >= 0
  };
  function applied(name, taken) {
    const [a, b, c] = taken;
    if (name === "not") return typeof a === "boolean" ? !a : null;
    if (name === "if") return a === true ? b : c;
    if (name === "and") return taken.includes(false) ? false : taken.every((value) => value === true) ? true : null;
    if (name === "or") return taken.includes(true) ? true : taken.every((value) => value === false) ? false : null;
    if (name === "=" || name === "!=") {
      if (a !== null && b !== null && Array.isArray(a) !== Array.isArray(b)) return null;
      return same(a, b) === (name === "=");
    }
    if (!taken.every(Array.isArray)) return null;
    const result = operators[name](a, b);
    return Array.isArray(result) ? fitted(result) : result;
  }
  function ran(program, operands) {
    const stack = [];
    for (const step of program) {
      if (typeof step === "string") {
        stack.push(applied(step, stack.splice(-({ not: 1, negate: 1, if: 3 }[step] || 2))));
      } else stack.push("operand" in step ? operands[step.operand] : valued(step.value));
    }
    return stack.pop();
  }
  function cellOfValue(input, value) {
    const found = cells[input].findIndex((cell) => "value" in cell ? same(valued(cell.value), value)
      : !cell.other && Array.isArray(value) && within(cell, value, decimal, compare));
    return found < 0 ? cells[input].findIndex((cell) => cell.other) : found;
  }

  /* What is known of some answers, by question as they are written; undefined where there is none. */
  function known(answers) {
    const raw = questions.map((question, index) =>
      question.unasked || answers[index] === undefined ? undefined : cellOf(index, answers[index]));
    const given = raw.map((cell, index) => (cell === undefined ? questions[index].unanswered : cell))
      .concat(conditions.map(() => undefined));
    // Conditions may read each other through tables, never in a circle.
    for (const _ of conditions) {
      conditions.forEach((condition, index) => {
        const operands = condition.operands.map((operand) => {
          if ("question" in operand) {
            const answer = raw[operand.question] === undefined ? undefined : answers[operand.question];
            return answer === undefined || questions[operand.question].type === "number"
              ? answer && decimal(answer) : answer === "yes";
          }
          const ends = reach(operand.root, given);
          return ends.length === 1 ? valued(operand.values[ends[0]]) : undefined;
        });
        if (!operands.includes(undefined)) {
          given[questions.length + index] = cellOfValue(questions.length + index, ran(condition.program, operands));
        }
      });
    }
    return { answers, raw, given };
  }

  /* Recommendations: outcomes with the same options are one; single ones first, then ties, nothing last. */
  const inOrder = (a, b) => (a.length - b.length ? (a.length && (!b.length || a.length < b.length) ? -1 : 1)
    : a.reduce((order, option, place) => order || option - b[place], 0));
  function recommendations(ends) {
    const found = new Map();
    for (const end of ends) {
      const { options: chosen, startingPoint = false } = outcomes[end];
      const before = found.get(chosen.join());
      found.set(chosen.join(), { options: chosen, start: startingPoint && (!before || before.start) });
    }
    return [...found.values()].sort((a, b) => inOrder(a.options, b.options));
  }
  /* All that the framework can recommend; a recommendation's number is its place. */
  const goals = recommendations(reach(framework.withoutReader, []));
  const places = new Map(goals.map((goal, place) => [goal.options.join(), place]));
  const goalOf = (end) => -1 - places.get(outcomes[-1 - end].options.join());
  const reader = rules.findIndex((rule) => rule.target.kind === "fallback");
  const recommending = tables.findIndex((table) => table.role === "recommendation");

  /* A diagram in the making, each node once. */
  class Nodes {
    constructor(limit = Infinity) { Object.assign(this, { level: [], next: [], known: new Map(), limit }); }
    node(level, next) {
      if (next.every((reference) => reference === next[0])) return next[0];
      const key = level + ":" + next;
      if (!this.known.has(key)) {
        if (this.level.length >= this.limit) throw new RangeError("too many nodes");
        this.known.set(key, this.level.push(level) - 1);
        this.next.push(next);
      }
      return this.known.get(key);
    }
    top(...references) { return Math.min(...references.map((at) => (at < 0 ? Infinity : this.level[at]))); }
    child(at, level, cell) { return at >= 0 && this.level[at] === level ? this.next[at][cell] : at; }
  }
  const memoised = (work) => {
    const known = new Map();
    return (at) => { if (!known.has(at)) known.set(at, work(at)); return known.get(at); };
  };
  /* The verdict with some cells fixed; what is made of a node of any other input, `made` says. */
  function copied(fixed, made, root = framework.withoutReader, ended = goalOf) {
    const image = memoised((at) => {
      if (at < 0) return ended(at);
      const level = levels[at], cell = fixed[variables[level]];
      if (cell !== undefined) return image(child(at, cell));
      return made(level, range(arity[level]).map((each) => image(child(at, each))));
    });
    return image(root);
  }
  /* The same as it is, but for the cells that are fixed. */
  const restricted = (nodes, fixed, ...rest) => copied(fixed, (level, next) => nodes.node(level, next), ...rest);

  function judged(answers) {
    const state = known(answers);
    const { raw, given } = state;
    const held = (root) => truth(root, given);
    // Nothing is said of a rule whose own question has no answer, be it asserted or not.
    state.holds = rules.map((rule) => (rule.question !== undefined && raw[rule.question] === undefined ? null : held(rule.holds)));
    state.asked = recommending < 0 && reader >= 0 && state.holds[reader] === true;
    const ends = reach(framework.verdict, given);
    state.possible = recommendations(ends);
    state.decided = state.possible.length === 1;
    const grounds = unique(ends.map((end) => outcomes[end].ground + ":" + outcomes[end].table));
    state.ground = state.decided && grounds.length === 1 ? outcomes[ends[0]] : null;
    state.leadsTo = state.asked ? recommendations(reach(framework.withoutReader, given)) : null;
    state.violated = tables.map((table) => held(table.violated) === true);
    state.hits = tables.map((table) => table.rows.map((row) => held(row.hit) === true));
    const subjects = questions.map((_, index) => index).filter((index) => !questions[index].aboutReader);
    state.count = subjects.length;
    state.open = subjects.filter((index) => raw[index] === undefined);

    state.left = new Nodes();
    state.root = restricted(state.left, given);
    // While a condition is branched on, what is said may be more than can be.
    const whole = new Nodes();
    for (const start of conditions.length ? [framework.verdict, framework.withoutReader] : []) {
      restricted(whole, given, start, (at) => at);
    }
    state.isExact = whole.level.every((level) => variables[level] < questions.length);
    const matters = new Set(state.left.level.flatMap((level) => behind(variables[level])));
    state.matters = state.asked ? [] : state.open.filter((index) => matters.has(index));
    state.standings = options.map((option) => {
      const signals = option.signals.map((rule) =>
        ({ rule, weight: decimal(rules[rule].target.weight), holds: state.holds[rule] }));
      const tally = signals.filter((signal) => signal.holds).reduce((sum, signal) => plus(sum, signal.weight), [0n, 0]);
      const met = option.gates.map((rule) => state.holds[rule]);
      const viable = met.includes(false) ? false : met.includes(null) ? null : true;
      return { signals, tally, viable, unmet: option.gates.filter((_, place) => met[place] === false) };
    });
    return state;
  }
  /* The questions behind an input: itself, or what a condition reckons with. */
  const behind = (input) => (input < questions.length ? [input] : said.conditions[input - questions.length]);

  const isOrdered = (question) => ["scale", "number", "date"].includes(questions[question].type);

  /* An answer as the site's language has it: yes and no have words of their own. */
  const shown = (question, answer) => (questions[question].type === "yes-no" ? { yes: words.yes, no: words.no }[answer] : answer);
  const either = (texts) => texts.reduce((first, last) => words.say("answers.or", { first, last }));

  /* Some cells of a question: "under 500 ms", "a or b", "anything but c". */
  function textOf(question, chosen) {
    const all = cells[question], { runs } = said.questions[question];
    const single = (cell) => ("label" in all[cell] ? shown(question, all[cell].label) : all[cell].text || words.say("answers.anything-else"));
    const missing = range(all.length).filter((cell) => !chosen.includes(cell));
    if (!missing.length) return words.say("answers.any");
    if (chosen.some((cell) => all[cell].other) || !isOrdered(question) && chosen.length > 3 && missing.length < 3) {
      return words.say("answers.anything-but", { answers: either(missing.map(single)) });
    }
    const stretches = [];
    for (const cell of chosen) {
      const last = stretches[stretches.length - 1];
      if (last && isOrdered(question) && last[1] === cell - 1) last[1] = cell; else stretches.push([cell, cell]);
    }
    return either(stretches.map(([first, last]) => {
      if (runs) return runs[first][last - first];
      const ends = [single(first), single(last)];
      return last - first < 2 ? either(unique(ends)) : words.say("answers.to", { first: ends[0], last: ends[1] });
    }));
  }

  window.precedentAssess = {
    framework, said, range, unique, decimal, compare, plus, written, cells, arity, child, reach, recommendations, goals, reader,
    recommending, Nodes, memoised, copied, restricted, judged, behind, isOrdered, shown, textOf
  };
})();
