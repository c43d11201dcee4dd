/* The live assessment, the second of eight files: what to find out next, and what would change what is recommended. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const {
    framework, said, range, unique, cells, arity, reach, recommendations, goals, Nodes, memoised, copied, restricted, behind,
    isOrdered, textOf
  } = assess;
  const { questions, conditions, variables, levels } = framework;

  /* What to find out next: the drop in the entropy of the recommendations that an answer brings, on average. */

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

  /* What would change it: for each other recommendation the smallest changes after which it is certain, while what is
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

  Object.assign(assess, { ranking, changes });
})(window.precedentAssess);
