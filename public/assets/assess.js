/* The assessment that answers while it is filled in. It walks the framework's compiled diagram, which stands in the page as
   data (docs/compiled-framework.md): there is no rule in here. Answers are kept in the page's address, behind #, and in this
   browser; nothing is sent anywhere. In order: 1 numbers  2 the walk  3 what to find out next  4 what would change it
   5 in words  6 the page  7 files. */
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("assess.form");
  const block = (id) => { const found = byId(id); return found && JSON.parse(found.textContent); };
  const framework = block("assess.framework"), said = block("assess.words");
  if (!form || !framework || framework.format !== "precedent-framework" || framework.version !== 1) return;
  const { questions, conditions, options, rules, tables, outcomes, variables, levels, edges } = framework;
  const range = (count) => Array.from({ length: count }, (_, index) => index);
  const unique = (list) => [...new Set(list)];

  /* 1 Numbers: decimals as [digits, exponent], since halves and tenths have to be exact. */

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

  /* 2 The walk. Cells are given by input, questions first and conditions behind them; undefined while they are open. */

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

  /* 3 What to find out next: the drop in the entropy of the recommendations that an answer brings, on average. */

  function binaryLogarithm(value) {
    let exponent = Math.floor(Math.log2(value)), scaledDown = value / 2 ** exponent;
    if (scaledDown < 1) { scaledDown *= 2; exponent -= 1; }
    if (scaledDown > 1.4142135623730951) { scaledDown /= 2; exponent += 1; }
    const ratio = (scaledDown - 1) / (scaledDown + 1);
    let sum = 0;
    for (let divisor = 25; divisor >= 1; divisor -= 2) sum = sum * ratio * ratio + 1 / divisor;
    return exponent + 2 * ratio * sum / 0.6931471805599453;
  }
  const entropy = (share) => (share > 0 && share < 1 ? -share * binaryLogarithm(share) : 0);
  // So that questions which tell the same are not put in order by rounding errors.
  const rounded = (bits) => Math.max(0, Math.round(bits * 2 ** 30) / 2 ** 30);
  const likelihoods = arity.map((count, level) => {
    const weights = (said.questions[variables[level]] || {}).likelihood;
    const own = weights ? weights.map(Number) : Array(count).fill(1);
    const sum = own.reduce((a, b) => a + b, 0);
    return own.map((weight) => (sum > 0 ? weight / sum : 1 / count));
  });

  function gains({ left, root }) {
    const masses = left.level.map((_, at) => (at === root ? 1 : 0)), shares = goals.map((_, goal) => (-1 - goal === root ? 1 : 0));
    for (let at = left.level.length - 1; at >= 0; at -= 1) {
      left.next[at].forEach((next, cell) => {
        const part = masses[at] * likelihoods[left.level[at]][cell];
        if (next < 0) shares[-1 - next] += part; else masses[next] += part;
      });
    }
    let whole = 0;
    const remaining = new Map(unique(left.level).map((level) => [level, Array(arity[level]).fill(0)]));
    shares.forEach((found, goal) => {
      if (!(found > 0)) return;
      const chance = [], moved = new Map([...remaining].map(([level, list]) => [level, list.map(() => 0)]));
      const chanceOf = (at) => (at < 0 ? (at === -1 - goal ? 1 : 0) : chance[at]);
      left.level.forEach((level, at) => {
        chance[at] = left.next[at].reduce((sum, next, cell) => sum + likelihoods[level][cell] * chanceOf(next), 0);
        left.next[at].forEach((next, cell) => { moved.get(level)[cell] += masses[at] * (chanceOf(next) - chance[at]); });
      });
      const share = chanceOf(root);
      whole += entropy(share);
      for (const [level, list] of remaining) {
        list.forEach((_, cell) => { list[cell] += entropy(moved.get(level)[cell] + share); });
      }
    });
    return [...remaining].map(([level, list]) =>
      [variables[level], rounded(whole - list.reduce((sum, bits, cell) => sum + likelihoods[level][cell] * bits, 0))]);
  }

  const isOrdered = (question) => ["scale", "number", "date"].includes(questions[question].type);
  function decisions(state, question) {
    const runs = [];
    cells[question].forEach((_, cell) => {
      const given = state.given.slice();
      given[question] = cell;
      const found = recommendations(reach(framework.withoutReader, given));
      if (found.length !== 1) return;
      const last = runs[runs.length - 1], only = found[0];
      if (last && isOrdered(question) && last.cells[last.cells.length - 1] === cell - 1
        && last.only.start === only.start && last.only.options.join() === only.options.join()) last.cells.push(cell);
      else runs.push({ cells: [cell], only });
    });
    return runs.map((run) => ({ answer: textOf(question, run.cells), only: run.only }));
  }

  function ranking(state) {
    if (state.asked) return [];
    const gain = new Map(state.matters.map((question) => [question, { question, gain: 0, estimate: false }]));
    for (const [input, bits] of gains(state)) {
      const open = behind(input).filter((question) => state.given[question] === undefined);
      if (input >= questions.length && !(bits > 0)) continue;
      for (const question of open) {
        const entry = gain.get(question);
        if (!entry) continue;
        entry.gain += input < questions.length ? bits : bits / open.length;
        entry.estimate = entry.estimate || input >= questions.length;
      }
    }
    return [...gain.values()].sort((a, b) => b.gain - a.gain || a.question - b.question)
      .map((entry) => ({ ...entry, decisions: decisions(state, entry.question) }));
  }

  /* 4 What would change it: for each other recommendation the smallest changes after which it is certain, while what is
     open stays open. First open inputs are taken out of the diagram: what is left says what is certain. */

  const SHOWN = 20, MOST_NODES = 60000, MOST_STEPS = 400000;
  function changes(state) {
    const { given } = state;
    const present = state.decided ? state.possible[0] : null;
    if (state.asked) return { extent: "exact", present, ways: [], outOfReach: [], asked: true };
    const isHeld = (input) => input < questions.length
      && (questions[input].fixed || questions[input].aboutReader || questions[input].unasked) === true;
    const isOpen = (input) => input >= questions.length || given[input] === undefined;
    const held = given.map((cell, input) => (isHeld(input) ? cell : undefined));
    const nodes = new Nodes(MOST_NODES), uncertain = -1 - goals.length;
    let steps = 0;
    const meets = new Map();
    function meet(a, b) {
      if (a === b) return a;
      if (a === uncertain || b === uncertain || a < 0 && b < 0) return uncertain;
      const key = a < b ? a + "," + b : b + "," + a;
      if (!meets.has(key)) {
        if ((steps += 1) > MOST_STEPS) throw new RangeError("too many steps");
        const top = nodes.top(a, b);
        const met = range(arity[top]).map((cell) => meet(nodes.child(a, top, cell), nodes.child(b, top, cell)));
        meets.set(key, nodes.node(top, met));
      }
      return meets.get(key);
    }
    const certainty = (fixed) => copied(fixed, (level, next) =>
      isOpen(variables[level]) ? next.reduce(meet) : nodes.node(level, next));
    // Conditions keep their values while all that they reckon with does; else they may come to anything.
    const all = new Nodes();
    restricted(all, []);
    const reckoned = new Set(all.level.map((level) => variables[level]).filter((input) => input >= questions.length).flatMap(behind));
    const chain = variables.map((_, level) => level).filter((level) => {
      const input = variables[level];
      return reckoned.has(input) && state.raw[input] !== undefined && !isHeld(input);
    });
    function here(place, a, b) {
      if (a === b || place === chain.length) return a;
      const top = Math.min(nodes.top(a, b), chain[place]);
      return nodes.node(top, range(arity[top]).map((cell) => {
        const [x, y] = [nodes.child(a, top, cell), nodes.child(b, top, cell)];
        if (top !== chain[place]) return here(place, x, y);
        return cell === given[variables[top]] ? here(place + 1, x, y) : y;
      }));
    }
    try {
      const changed = certainty(held);
      const unchanged = held.map((cell, input) => (input < questions.length ? cell : given[input]));
      const root = conditions.length ? here(0, certainty(unchanged), changed) : changed;
      const left = new Nodes();
      restricted(left, held);
      const isCautious = left.level.some((level) => variables[level] >= questions.length
        && behind(variables[level]).some((question) => given[question] === undefined || !isHeld(question)));
      let now = root;
      while (now >= 0) now = nodes.next[now][given[variables[nodes.level[now]]]];
      const reached = new Set([root]);
      for (const at of reached) if (at >= 0) nodes.next[at].forEach((next) => reached.add(next));
      const wanted = goals.map((_, goal) => -1 - goal).filter((end) => end !== now && reached.has(end));
      const order = [...reached].filter((at) => at >= 0).sort((a, b) => a - b);
      const ways = wanted.map((end) => shortest(nodes, order, root, end, given, wanted.length)).sort((a, b) => a.size - b.size);
      const found = new Set([now, ...ways.map((way) => way.end)]);
      return {
        extent: isCautious ? "cautious" : "exact", present: now === uncertain ? null : goals[-1 - now], ways,
        outOfReach: goals.filter((_, goal) => !found.has(-1 - goal)), asked: false
      };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { extent: "not-analysed", present, ways: [], outOfReach: [], asked: false };
    }
  }

  /* The smallest changes that end at one recommendation: an edge costs one where it leaves the answer that is given. */
  function shortest(nodes, order, root, end, given, count) {
    const keptCell = (at) => given[variables[nodes.level[at]]];
    const costs = new Map(), ways = new Map();
    const cost = (at) => (at >= 0 ? costs.get(at) : at === end ? 0 : Infinity);
    const through = (at, cell) => cost(nodes.next[at][cell]) + (cell === keptCell(at) ? 0 : 1);
    for (const at of order) {
      const all = nodes.next[at].map((_, cell) => through(at, cell)), least = Math.min(...all);
      costs.set(at, least);
      ways.set(at, all.reduce((sum, each, cell) => (each === least && least < Infinity
        ? sum + (nodes.next[at][cell] < 0 ? 1n : ways.get(nodes.next[at][cell])) : sum), 0n));
    }
    // The set of these changes, equal sets being one node, so that cells after which the same remains are seen to be alike.
    const sets = new Nodes(), none = -1, done = -2;
    const setOf = memoised((at) => {
      if (at < 0) return done;
      const kept = keptCell(at);
      const next = nodes.next[at].map((to, cell) => (through(at, cell) === cost(at) && cost(at) < Infinity ? setOf(to) : none));
      return next.every((to, cell) => cell === kept || to === none) ? next[kept] : sets.node(nodes.level[at], next);
    });
    const boxes = [], most = Math.max(SHOWN, Math.floor(40000 / Math.max(SHOWN, count)));
    function list(at, sides) {
      if (at === none || boxes.length >= most) return;
      if (at === done) { boxes.push(sides); return; }
      const level = sets.level[at], kept = given[variables[level]], next = sets.next[at];
      for (const to of unique(next.filter((_, cell) => cell !== kept))) {
        list(to, sides.concat([[level, range(next.length).filter((cell) => cell !== kept && next[cell] === to)]]));
      }
      list(next[kept], sides);
    }
    list(setOf(root), []);
    const shown = merged(boxes).sort(boxOrder).slice(0, SHOWN);
    return {
      end, size: cost(root), count: root < 0 ? 1n : ways.get(root),
      shown: shown.reduce((sum, box) => sum + box.reduce((product, side) => product * BigInt(side[1].length), 1n), 0n),
      changes: shown.map((box) => box
        .map(([level, chosen]) => ({ question: variables[level], to: textOf(variables[level], chosen) }))
        .sort((a, b) => a.question - b.question))
    };
  }
  /* The same changes in fewer boxes: those that differ in one side become one. */
  function merged(boxes) {
    for (let before = -1; before !== boxes.length;) {
      before = boxes.length;
      for (const side of range(Math.max(0, ...boxes.map((box) => box.length)))) {
        const found = new Map();
        boxes.forEach((box, place) => {
          const rest = box.map(([level, chosen], at) => level + ":" + (at === side ? "" : chosen));
          const key = side < box.length ? rest.join(";") : "=" + place;
          const first = found.get(key);
          found.set(key, first ? first.map(([level, chosen], at) =>
            [level, at === side ? unique(chosen.concat(box[side][1])).sort((a, b) => a - b) : chosen]) : box);
        });
        boxes = [...found.values()];
      }
    }
    return boxes;
  }
  const listOrder = (a, b) => {
    for (let place = 0; place < Math.min(a.length, b.length); place += 1) if (a[place] !== b[place]) return a[place] - b[place];
    return a.length - b.length;
  };
  const boxOrder = (a, b) => listOrder(a.map((side) => side[0]), b.map((side) => side[0]))
    || a.reduce((order, side, place) => order || listOrder(side[1], b[place][1]), 0);

  /* 5 In words: the ones of the reports. */

  const joined = (list, last) =>
    (list.length > 1 ? list.slice(0, -1).join(", ") + " " + last + " " : "") + (list[list.length - 1] || "");
  const signed = (number) => written(number).replace("-", "−");
  const nameOf = (option) => options[option].name;
  const namesOf = ({ options: chosen }) => (chosen.length === 0 ? "no recommendation"
    : chosen.length === 1 ? nameOf(chosen[0]) : "a tie of " + joined(chosen.map(nameOf), "and"));
  const outcomeOf = (only) => (only.start && only.options.length ? "start with " : "") + namesOf(only);
  const answerText = (question, answer) => answer + (questions[question].unit ? " " + questions[question].unit : "");

  /* Some cells of a question: "under 500 ms", "a or b", "anything but c". */
  function textOf(question, chosen) {
    const all = cells[question], { runs } = said.questions[question];
    const single = (cell) => all[cell].label || all[cell].text || "anything else";
    const missing = range(all.length).filter((cell) => !chosen.includes(cell));
    if (!missing.length) return "any";
    if (chosen.some((cell) => all[cell].other) || !isOrdered(question) && chosen.length > 3 && missing.length < 3) {
      return "anything but " + missing.map(single).join(" or ");
    }
    const stretches = [];
    for (const cell of chosen) {
      const last = stretches[stretches.length - 1];
      if (last && isOrdered(question) && last[1] === cell - 1) last[1] = cell; else stretches.push([cell, cell]);
    }
    return stretches.map(([first, last]) => (runs ? runs[first][last - first] : first === last ? single(first)
      : single(first) + (last - first === 1 ? " or " : " to ") + single(last))).join(" or ");
  }

  function worded(state) {
    const { decided, possible, ground, standings } = state;
    const only = possible[0], chosen = decided ? only.options : [];
    const isStart = decided && only.start && chosen.length > 0;
    const missing = state.open.length, counted = `${state.count - missing} of ${state.count} answered`;
    const qualifiers = chosen.map((option) => {
      const hits = recommending < 0 ? [] : tables[recommending].rows.filter((_, place) => state.hits[recommending][place]);
      const signals = standings[option].signals.filter((signal) => signal.holds && signal.weight[0] >= 0n);
      const words = unique(recommending < 0 ? signals.map((signal) => rules[signal.rule].target.qualifier)
        : hits.filter((row) => row.option === option).map((row) => row.qualifier)).filter(Boolean);
      return words.length ? (chosen.length > 1 ? nameOf(option) + " " : "") + joined(words, "and") : "";
    }).filter(Boolean).join("; ");
    return {
      label: !decided ? "Open between" : !chosen.length ? "No recommendation" : isStart ? "Recommended as a starting point"
        : chosen.length > 1 ? "Tie between" : "Recommended",
      headline: !decided ? joined(possible.map(namesOf), "and")
        : chosen.length ? joined(chosen.map(nameOf), "and") : "Nothing is favoured",
      qualifiers: [qualifiers, isStart && reader >= 0 ? rules[reader].target.advice : ""].filter(Boolean).join(". "),
      sureness: !decided ? `Open; ${counted}.${state.isExact ? "" : " Too much is open to tell all that is possible."}`
        : missing === 0 || ground && ground.ground === "asked-to-start" ? `Decided; ${counted}.`
        : `Decided; ${counted}, and the other${missing === 1 ? "" : " " + missing} cannot change what is recommended.`,
      because: [because(state)].concat(tables.filter((table, place) => state.violated[place]
        && !(ground && ground.ground === "violated" && ground.table === place)).map(contradiction)).filter(Boolean).join(" ")
    };
  }
  const contradiction = (table) =>
    `Rules of the table ‘${table.name}’ contradict each other for these answers, so it says nothing.`;

  function because(state) {
    const { ground, standings, matters } = state;
    if (!state.decided) {
      return matters.length === 1 ? "One open answer can still change what is recommended."
        : `${matters.length} open answers can still change what is recommended.`;
    }
    if (!ground) return "However the open questions are answered, this is recommended.";
    const tally = (option) => signed(standings[option].tally)
      + (standings[option].signals.some((signal) => signal.holds === null) ? " so far" : "");
    const blocked = options.map((_, option) => option)
      .filter((option) => standings[option].tally[0] > 0n && standings[option].viable === false);
    const blockedText = blocked.map((option) => {
      const gates = standings[option].unmet.map((rule) => questions[rules[rule].question].name);
      return `${joined(gates, "and")}, answered no, rule${gates.length === 1 ? "s" : ""} out ${nameOf(option)}, `
        + `which has ${tally(option)} in its favour.`;
    }).join(" ");
    const behindIt = blockedText ? blockedText + " " : "";
    function nothing() {
      const weighed = options.map((_, option) => option)
        .filter((option) => standings[option].signals.some((signal) => signal.holds && signal.weight[0] !== 0n));
      const by = (test) => weighed.filter((option) => test(standings[option].tally[0])).map(nameOf);
      const even = by((digits) => digits === 0n), against = by((digits) => digits < 0n), clauses = [];
      if (even.length) clauses.push(`what speaks for and against ${joined(even, "and")} cancels out`);
      if (against.length) {
        clauses.push(`more speaks against ${joined(against, "and")} than for ${against.length === 1 ? "it" : "them"}`);
      }
      const rest = joined(clauses, "and") || `no answer speaks for ${blocked.length ? "another" : "an"} option`;
      return behindIt + rest[0].toUpperCase() + rest.slice(1);
    }
    const chosen = ground.options, first = chosen[0], all = joined(chosen.map(nameOf), "and");
    switch (ground.ground) {
      case "asked-to-start":
        return `${questions.find((question) => question.aboutReader).name} is answered yes, so the framework says where to start.`;
      case "composite": {
        const parts = atoms(first), names = joined(parts.map(nameOf), "and");
        if (parts.length < 2) return `${names} is favoured, and ‘${nameOf(first)}’ is made of it alone.`;
        if (parts.every((part) => compare(standings[part].tally, standings[parts[0]].tally) === 0)) {
          return `${names} are ${parts.length === 2 ? "both" : "all"} favoured, and ‘${nameOf(first)}’ combines exactly these.`;
        }
        return `Each of ${joined(parts.map((part) => `${nameOf(part)} (${tally(part)})`), "and")} is favoured, and `
          + `‘${nameOf(first)}’ combines exactly these; weights only decide between options that no combination covers.`;
      }
      case "tied-composites": return `${all} combine exactly what is favoured.`;
      case "favoured": {
        const others = options.map((_, option) => option).filter((option) =>
          option !== first && standings[option].tally[0] > 0n && standings[option].viable !== false);
        const rivals = joined(others.map((option) => `${tally(option)} for ${nameOf(option)}`), "and");
        return (rivals ? `It has the most in its favour: ${tally(first)}, against ${rivals}.`
          : blocked.length ? "It is the only favoured option that is not ruled out." : "It is the only option that the answers favour.")
          + (blockedText && " " + blockedText);
      }
      case "tie": return `${all} have equally much in their favour, and no option combines them.`;
      case "fallback": return nothing() + ", so the framework says where to start.";
      case "matrix": return nothing() + ", so the totals of the weighted comparison decide.";
      case "violated": return contradiction(tables[ground.table]);
      case "table": {
        const table = tables[ground.table], hits = table.rows.filter((_, place) => state.hits[ground.table][place]);
        if (!hits.length) return `The table ‘${table.name}’ says so.`;
        const one = hits.length === 1, numbers = joined(hits.map((row) => row.number), "and");
        return `Rule${one ? "" : "s"} ${numbers} of ‘${table.name}’ say${one ? "s" : ""} so`
          + (one && hits[0].reason ? ": " + hits[0].reason : ".");
      }
      default: return recommending >= 0 ? `No rule of ‘${tables[recommending].name}’ recommends anything for these answers.`
        : nothing() + ", and the framework names no option to start with.";
    }
  }
  const atoms = (option) => unique((options[option].combines || []).flatMap((part) =>
    (options[part].combines ? atoms(part) : [part]))).sort((a, b) => a - b);

  /* The rules that count, with the article's reasons. */
  function reasons(state) {
    const rows = (role) => tables.flatMap((table, at) => (table.role !== role || state.violated[at] ? [] : said.tables[at]
      .filter((_, place) => state.hits[at][place]).map((words) => ({ ...words, effect: words.on, answer: "" }))));
    const fired = rules.flatMap((rule, place) => {
      const words = said.rules[place], holds = state.holds[place], effect = holds === null ? "" : holds ? words.on : words.off;
      const answer = rule.question === undefined ? "" : answerText(rule.question, state.answers[rule.question]);
      return effect ? [{ ...words, effect, answer }] : [];
    });
    return rows("recommendation").concat(fired, rows("intermediate"));
  }

  function leads({ leadsTo, possible, decided }) {
    if (!leadsTo || !decided) return "";
    if (leadsTo.length > 1) return `The answers alone may lead to ${joined(leadsTo.map(namesOf), "or")}.`;
    return leadsTo[0].options.join() === possible[0].options.join() ? "The answers alone lead there too."
      : `The answers alone lead to ${namesOf(leadsTo[0])}.`;
  }

  function changesNote({ extent, asked, outOfReach }) {
    if (extent === "not-analysed") return "Too much depends on each other to say what would change this.";
    if (extent === "cautious") {
      return "A condition reckons with several answers at once, so that smaller changes may exist than these.";
    }
    if (asked) return "As long as it is asked where to start, no other answer changes this.";
    const out = joined(outOfReach.map(outcomeOf), "or");
    return out && `No change of answers makes certain, while what is open stays open: ${out}.`;
  }

  /* 6 The page. The form holds the answers; everything else is made anew from it. */

  const items = new Map([...form.querySelectorAll("[data-question]")].map((item) => [item.dataset.question, item]));
  const itemOf = (index) => items.get(questions[index].id);
  const asked = questions.map((_, index) => index).filter((index) => itemOf(index));
  const inputs = (index) => [...itemOf(index).querySelectorAll("input")];
  const evidence = (index) => itemOf(index).querySelector("textarea");
  const about = ["subject", "date", "assessors"], field = (name) => byId("assess." + name);
  const OPEN = "?"; // I don't know

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }
  function askLink(index) {
    const link = make("a", "question", questions[index].name);
    link.href = "#" + itemOf(index).id;
    link.dataset.ask = index;
    return link;
  }

  /* A number as people write it: with thousands separators and with its unit. */
  function numberIn(text, { unit, least, greatest }) {
    let rest = text.trim().replace(/−/g, "-");
    if (unit && folded(rest).endsWith(folded(unit))) rest = rest.slice(0, -unit.length).trim();
    else if (unit && folded(rest).startsWith(folded(unit))) rest = rest.slice(unit.length).trim();
    if (/^[+-]?\d{1,3}([\s,'’]\d{3})+(\.\d+)?$/.test(rest)) rest = rest.replace(/[\s,'’]/g, "");
    if (!/^[+-]?\d+(\.\d+)?$/.test(rest) || rest.replace(/\D/g, "").length > 15) {
      return { problem: `‘${text.trim()}’ is no number` };
    }
    const number = decimal(rest.replace("+", ""));
    if (least !== undefined && compare(number, decimal(least)) < 0) return { problem: `${rest} is below ${least}` };
    if (greatest !== undefined && compare(number, decimal(greatest)) > 0) return { problem: `${rest} is above ${greatest}` };
    // Four here, and four thousand elsewhere.
    const isDoubtful = /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(rest);
    const answer = written(number);
    return { answer, doubt: isDoubtful ? `Read as ${answer}: write ${rest.replace(".", "")} if thousands are meant` : "" };
  }

  /* An answer to a question as somebody wrote it, in a file or in a link. */
  const folded = (text) => text.trim().toLowerCase();
  function answerIn(text, index) {
    const question = questions[index], plain = text.trim();
    if (!plain || plain === OPEN) return { answer: plain };
    if (question.type === "number") return numberIn(plain, question);
    if (question.type === "date") return isDay(plain) ? { answer: plain } : { problem: `‘${plain}’ is no date` };
    if (question.type === "text") return { answer: plain };
    const isSpelt = (each) => question.type === "yes-no" && said[each].some((word) => folded(word) === folded(plain));
    const label = ["yes", "no"].find(isSpelt) || question.labels.find((each) => folded(each) === folded(plain.replace(/["“”]/g, "")));
    return label === undefined ? { problem: `‘${plain}’ is not among the answers` } : { answer: label };
  }
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(Date.parse(text))
    && new Date(text).toISOString().startsWith(text);

  /* What the form says: an answer as it is reckoned with, OPEN where nobody knows, undefined where nothing is said. */
  function formAnswers() {
    return questions.map((question, index) => {
      if (!itemOf(index)) return undefined;
      const [first, unknown] = inputs(index);
      if (first.type === "radio") return (inputs(index).find((input) => input.checked) || {}).value;
      if (unknown.checked) { itemOf(index).querySelector(".problem").textContent = ""; return OPEN; }
      const { answer, problem, doubt } = answerIn(first.value, index);
      itemOf(index).querySelector(".problem").textContent = problem || doubt || "";
      first.toggleAttribute("aria-invalid", Boolean(problem));
      return answer || undefined;
    });
  }
  function fill({ answers = {}, notes = {}, ...rest }) {
    asked.forEach((index) => {
      const answer = answers[questions[index].id], [first, unknown] = inputs(index);
      if (first.type === "radio") inputs(index).forEach((input) => { input.checked = input.value === answer; });
      else {
        unknown.checked = answer === OPEN;
        first.value = answer === undefined || answer === OPEN ? "" : answer;
      }
      evidence(index).value = notes[questions[index].id] || "";
    });
    about.forEach((name) => { field(name).value = rest[name] || ""; });
  }
  function contents() {
    const all = formAnswers(), answers = {}, notes = {};
    asked.forEach((index) => {
      const { id } = questions[index], note = evidence(index).value.trim();
      if (all[index] !== undefined) answers[id] = all[index];
      if (note) notes[id] = note;
    });
    return { answers, notes, ...Object.fromEntries(about.map((name) => [name, field(name).value.trim()])) };
  }

  /* The address: ids and answers, so that a link outlives edits of the framework. */
  const encoded = (pairs) => pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  function address({ answers, subject }) {
    return encoded(Object.entries(answers).concat(subject ? [[".subject", subject]] : []));
  }
  function fromAddress() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return null;
    const read = { answers: {}, misread: [] };
    for (const pair of hash.split("&")) {
      try {
        const [name, value] = pair.split("=").map(decodeURIComponent);
        if (name === ".subject") read.subject = value; else take(read, name, value);
      } catch (error) { read.misread.push(pair); }
    }
    return read;
  }
  function take(read, name, value) {
    const index = questionNamed(name), found = index === undefined ? {} : answerIn(value, index);
    if (found.answer) read.answers[questions[index].id] = found.answer;
    else if (index === undefined || found.problem) read.misread.push(name);
    return index;
  }
  function questionNamed(name) {
    const id = said.renamed[name] || name, by = (test) => asked.find((index) => test(questions[index]));
    return by((question) => question.id === id)
      ?? by((question) => [question.name, question.ask].some((text) => folded(text) === folded(name)));
  }

  const place = "precedent:" + location.pathname;
  function stored() {
    try { return JSON.parse(localStorage.getItem(place)); } catch (error) { return null; }
  }
  function keep(all) {
    try { localStorage.setItem(place, JSON.stringify(all)); } catch (error) { /* The address holds the answers. */ }
  }

  const notice = byId("assess.notice");
  function note(text, button) {
    notice.replaceChildren(text, ...(button ? [" ", button] : []));
    notice.hidden = !text;
  }
  const misreadText = (list) => (list && list.length
    ? `Not read, since the framework has no such question or answer: ${joined(list.map((name) => `‘${name}’`), "and")}.` : "");

  const surface = byId("assess.surface"), reasoning = byId("assess.reasoning"), status = byId("assess.said");
  const line = (name) => surface.querySelector("." + name);
  function section(id, heading, ...children) {
    const filled = children.filter(Boolean);
    if (!filled.length) return "";
    const element = make("section", "", make("h2", "", heading), ...filled);
    element.id = "assess." + id;
    return element;
  }
  const list = (className, entries) => (entries.length ? make("ul", className, ...entries) : "");
  const paragraph = (className, text) => (text ? make("p", className, text) : "");

  function nextSection(next) {
    const entries = next.map(({ question, decisions: deciding }) => {
      const cases = deciding.map(({ answer, only }) => make("span", "case", make("strong", "", answer), " → " + outcomeOf(only)));
      return make("li", "", askLink(question), make("span", "ask", questions[question].ask),
        make("span", "effect", ...(cases.length ? cases : ["can still change what is recommended"])));
    });
    const assumption = said.assumptions[next.some(({ question }) => said.questions[question].likelihood) ? 1 : 0];
    return section("next", "What to find out next", list("open-questions", entries),
      paragraph("count", next.length > 1 ? "The question comes first whose answer settles most. " + assumption : ""));
  }
  function whySection(state, words) {
    const entries = reasons(state).map((reason) => {
      const link = make("a", "question", reason.name), text = make("div", "reason");
      link.href = reason.url;
      text.innerHTML = reason.reason || ""; // The article's own, made with the page.
      return make("li", "", make("p", "line", link, " ", make("span", "answer", reason.answer), " ",
        make("span", "effect", reason.effect)), text);
    });
    return section("why", "Why", paragraph("because", words.because), paragraph("leads", leads(state)), list("reasons", entries));
  }
  function possibleSection(possible) {
    return section("possible", "Still possible", list("plain", possible.map((only) => (only.options.length
      ? make("li", "", make("strong", "", namesOf(only)), only.start ? ", as a starting point" : "")
      : make("li", "", "No recommendation")))));
  }
  function changesSection(state, change) {
    const ways = change.ways.map((way) => {
      const entries = way.changes.map((answers) => make("li", "", ...answers.flatMap(({ question, to }, at) => [
        at ? make("span", "and", " and ") : "", askLink(question), " ", make("strong", "", to), " ",
        make("span", "instead", "instead of " + answerText(question, state.answers[question]))])));
      return make("div", "way", make("h3", "", "→ " + outcomeOf(goals[-1 - way.end])), list("plain", entries),
        paragraph("count", way.shown < way.count ? `${way.shown} of ${way.count} ways are shown.` : ""));
    });
    const more = paragraph("count", changesNote(change));
    return ways.length || more
      ? section("changes", state.decided ? "What would change it" : "What would decide it", ...ways, more) : "";
  }
  function idleSection(idle) {
    return idle.length
      ? section("idle", "What no longer matters", list("plain", idle.map((index) => make("li", "", askLink(index))))) : "";
  }

  function show(answers) {
    const state = judged(answers.map((answer) => (answer === OPEN ? undefined : answer)));
    const words = worded(state), next = ranking(state);
    const isNothing = state.decided && !state.possible[0].options.length;
    surface.className = "verdict" + (state.decided ? " decided" : " open") + (isNothing ? " nothing" : "");
    for (const name of ["label", "headline", "qualifiers", "sureness"]) line(name).textContent = words[name];
    byId("assess.progress").value = state.count - state.open.length;
    const idle = state.open.filter((index) => !state.matters.includes(index));
    const first = next.length && state.open.length < state.count ? next[0].question : undefined;
    asked.forEach((index) => {
      itemOf(index).querySelector(".bearing").textContent = idle.includes(index)
        ? "Cannot change what is recommended any more." : index === first ? "Ask this next: its answer settles most." : "";
      itemOf(index).classList.toggle("idle", idle.includes(index));
    });
    reasoning.replaceChildren(...[
      next.length ? nextSection(next) : "", whySection(state, words), state.decided ? "" : possibleSection(state.possible),
      changesSection(state, changes(state)), idleSection(idle)].filter(Boolean));
    say(`${words.label} ${words.headline}. ${words.sureness}`);
  }
  let waiting;
  function say(text) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, 500);
  }

  function refresh() {
    show(formAnswers());
    refreshFile();
  }
  function refreshFile() {
    byId("assess.markdown").textContent = markdown(contents());
    byId("assess.link").value = location.href.split("#")[0] + "#" + address(contents());
  }
  function changed(isAnswer = true) {
    if (isAnswer) refresh(); else refreshFile();
    keep(contents());
    writeAddress();
  }
  function writeAddress() {
    const hash = "#" + address(contents());
    try { history.replaceState(null, "", hash); } catch (error) { location.replace(hash); }
  }

  /* One question at a time, or all. */
  let current = 0, isSingle = false;
  const turns = byId("assess.turns");
  function turn() {
    asked.forEach((index, at) => { itemOf(index).hidden = isSingle && at !== current; });
    turns.hidden = !isSingle;
    byId("assess.back").disabled = current === 0;
    byId("assess.forward").disabled = current === asked.length - 1;
    byId("assess.turn").textContent = `Question ${current + 1} of ${asked.length}`;
  }
  function go(index) {
    current = asked.indexOf(index);
    turn();
    const all = inputs(index);
    (all.find((input) => input.checked) || all[0]).focus();
    itemOf(index).scrollIntoView({ block: "nearest" });
  }

  /* 7 Files: the Markdown of an assessment as `precedent new assessment` writes it, and the JSON that `precedent assess` takes. */

  const escaped = (text) => text.replace(/[\\|*_`[<~]|&(?=#?\w+;)/g, "\\$&").replace(/\s+/g, " ");
  const unescaped = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  // Evidence is Markdown of its own: only what would end its cell is marked.
  const inCell = (text) => text.replace(/\s+/g, " ").trim()
    .replace(/(\\*)(\||$)/g, (_, slashes, bar) => slashes + slashes + (bar && "\\|"));
  const fromCell = (text) => text.replace(/(\\*)(\||$)/g, (_, slashes, bar) => slashes.slice(0, slashes.length >> 1) + bar);
  const scalar = (text) => (/^\p{L}[\p{L}\p{N} ._/-]*$/u.test(text) ? text : "'" + text.replace(/'/g, "''") + "'");

  function markdown({ answers, notes, subject, date, assessors }) {
    const people = assessors.split(",").map((name) => name.trim()).filter(Boolean);
    const head = [`framework: ${scalar(framework.framework)}`].concat(date ? `date: ${date}` : [],
      people.length ? `assessors: [${people.map(scalar).join(", ")}]` : []);
    const rows = questions.filter((question) => !question.unasked).map((question) => {
      const isUnique = questions.filter((other) => !other.unasked && folded(other.name) === folded(question.name)).length === 1;
      const answer = answers[question.id];
      const text = answer && answer !== OPEN ? " " + escaped(answer) : question.aboutReader ? "" : " ?";
      const note = notes[question.id] ? inCell(notes[question.id]) + " " : "";
      return `| ${escaped(isUnique ? question.name : question.id)} |${text} | ${note}|`;
    });
    return ["---", ...head, "---", "# " + escaped(subject || "What is assessed"), "",
      "| Question | Answer | Evidence |", "| --- | --- | --- |", ...rows, ""].join("\n");
  }

  const unquoted = (text) => text.trim().replace(/^'(.*)'$/s, (_, inner) => inner.replace(/''/g, "'")).replace(/^"(.*)"$/s, "$1");
  function fromMarkdown(text) {
    const read = { answers: {}, notes: {}, misread: [] }, lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1, front = lines.slice(1, Math.max(end, 1));
    const value = (key) => (front.find((each) => each.startsWith(key + ":")) || "").slice(key.length + 1).trim();
    const of = unquoted(value("framework")).split("@")[0];
    if (of && of !== framework.framework.split("@")[0]) return { of };
    read.date = isDay(unquoted(value("date"))) ? unquoted(value("date")) : "";
    const people = value("assessors"), at = front.findIndex((each) => each.startsWith("assessors:"));
    const listed = people ? people.replace(/^\[|\]$/g, "").split(",") : [];
    for (let next = at + 1; !people && at >= 0 && /^\s*-\s/.test(front[next] || ""); next += 1) {
      listed.push(front[next].replace(/^\s*-\s/, ""));
    }
    read.assessors = listed.map(unquoted).join(", ");
    const body = lines.slice(end + 1), title = body.find((each) => /^# /.test(each));
    read.subject = title ? unescaped(title.slice(2).trim()) : "";
    const bare = (words) => unescaped(words.replace(/~~.*?~~/g, "").replace(/^\s*(\*\*|`)(.*)\1\s*$/, "$2").trim());
    const add = (name, answer, note) => {
      const index = take(read, bare(name), bare(answer));
      if (index !== undefined && note && note.trim()) read.notes[questions[index].id] = fromCell(note.trim());
    };
    const cut = (row) => row.trim().replace(/^\|/, "").match(/(?:\\.|[^\\|])*(?:\||$)/g)
      .map((cell) => cell.replace(/\|$/, "").trim());
    let header = null, pending;
    for (const row of body) {
      const isRow = row.trim().startsWith("|"), heading = /^#{2,6}\s+(.*)/.exec(row);
      const entry = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?(.*)/.exec(row);
      if (!isRow) header = null;
      if (heading) pending = questionNamed(bare(heading[1])) === undefined ? undefined : heading[1];
      else if (pending !== undefined && row.trim()) {
        const bold = /^\*\*(.+?)\*\*\s*(?:[—–:-]\s*)?(.*)/.exec(row.trim());
        if (bold) add(pending, bold[1], bold[2]);
        pending = undefined;
      } else if (isRow) {
        const row_ = cut(row);
        if (!header) { header = row_; continue; }
        if (row_.every((cell) => /^:?-*:?$/.test(cell)) && row.includes("-")) continue;
        const name = row_.findIndex((cell) => questionNamed(bare(cell)) !== undefined);
        if (name < 0) continue;
        const dated = header.map((cell, column) => [cell, column]).filter(([cell]) => isDay(cell)).sort()
          .map(([, column]) => column);
        const column = dated.filter((each) => row_[each]).pop() ?? dated[0] ?? name + 1;
        add(row_[name], row_[column] || "", header[column + 1] && isDay(header[column + 1]) ? "" : row_[column + 1]);
        if (dated.length) read.date = header[dated[dated.length - 1]];
      } else if (entry) {
        const [words, note = ""] = entry[2].split(/\s+[—–]\s+/), [name, answer] = words.split(/:\s+/);
        const ticked = entry[1] && entry[1] !== " " ? "yes" : "";
        if (questionNamed(bare(name)) !== undefined) add(name, ticked || answer || "", note);
      }
    }
    return read;
  }

  function fromFile(name, text) {
    if (!/^\s*\{/.test(text)) return fromMarkdown(text);
    const read = { answers: {}, misread: [] };
    Object.entries(JSON.parse(text)).forEach(([id, value]) =>
      take(read, id, value === null ? OPEN : value === true ? "yes" : value === false ? "no" : String(value)));
    return read;
  }
  function download(name, type, text) {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  const fileName = () => (field("subject").value.toLowerCase().match(/[\p{L}\p{N}]+/gu) || ["assessment"]).join("-");

  const actions = {
    markdown: () => download(fileName() + ".md", "text/markdown", markdown(contents())),
    json: () => download(fileName() + ".json", "application/json", JSON.stringify(contents().answers, null, 1) + "\n"),
    print: () => window.print(),
    copy: () => {
      const link = byId("assess.link");
      link.select();
      const done = () => note("The link is copied. Evidence is not in it; that goes with the file.");
      if (navigator.clipboard) navigator.clipboard.writeText(link.value).then(done, () => {});
      else if (document.execCommand("copy")) done();
    },
    clear: () => {
      const before = contents(), back = make("button", "", "Bring them back");
      back.type = "button";
      back.onclick = () => { fill(before); note(""); changed(); };
      fill({});
      changed();
      note("All answers are cleared.", back);
    },
    back: () => go(asked[current - 1]),
    forward: () => go(asked[current + 1])
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ask]"), button = event.target.closest("button[data-do]");
    if (link) { event.preventDefault(); go(Number(link.dataset.ask)); }
    if (button) actions[button.dataset.do]();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-question] input")) return;
    event.preventDefault();
    if (isSingle && current < asked.length - 1) actions.forward();
  });
  form.addEventListener("input", (event) => {
    const item = event.target.closest("[data-question]");
    if (event.target.name === "assess.view") {
      isSingle = event.target.value === "one";
      turn();
      return;
    }
    if (event.target.type === "file") return;
    const isAnswer = item !== null && event.target.matches("input");
    if (isAnswer) {
      const [first, unknown] = item.querySelectorAll("input");
      // Known and not known exclude each other.
      if (first.type !== "radio" && event.target === unknown && unknown.checked) first.value = "";
      if (first.type !== "radio" && event.target === first && first.value) unknown.checked = false;
    }
    changed(isAnswer);
  });
  byId("assess.open").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (!file) return;
    file.text().then((text) => {
      let read = null;
      try { read = fromFile(file.name, text); } catch (error) { /* Said below. */ }
      event.target.value = "";
      if (!read) return note(`‘${file.name}’ is no assessment that can be read.`);
      if (read.of) {
        return note(`‘${file.name}’ is an assessment of ‘${read.of}’, and this page asks for ‘${framework.framework}’.`);
      }
      fill(read);
      changed();
      const count = Object.values(read.answers).filter((answer) => answer !== OPEN).length;
      note(`Opened ‘${file.name}’: ${count} answers. ${misreadText(read.misread)}`);
    });
  });
  function restore() {
    const linked = fromAddress(), own = stored();
    if (!linked) {
      fill(own || {});
      return refresh();
    }
    const isOwn = own && address(own) === address(linked);
    fill(isOwn ? own : linked);
    refresh();
    const back = make("button", "", "Go back to your own");
    back.type = "button";
    back.onclick = () => { fill(own); note(""); changed(); };
    const isOther = own && !isOwn && Object.keys(own.answers || {}).length;
    const words = (isOther ? "These answers are the link’s. " : "") + misreadText(linked.misread);
    note(words, isOther ? back : undefined);
  }
  window.addEventListener("hashchange", () => {
    // A place on the page was gone to: the address keeps the answers.
    if (location.hash.includes("=")) restore(); else writeAddress();
  });
  // On paper the answer comes first.
  const live = reasoning.parentElement;
  window.addEventListener("beforeprint", () => form.before(live));
  window.addEventListener("afterprint", () => form.after(live));
  document.querySelectorAll("[data-scripted]").forEach((element) => { element.hidden = false; });
  byId("assess.unscripted").hidden = true;
  restore();
  turn();
})();
