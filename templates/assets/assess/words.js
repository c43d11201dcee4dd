/* The live assessment, the third of eight files: a verdict in words, which are those of the reports. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const { framework, said, unique, compare, written, shown, reader, recommending } = assess;
  const { questions, options, rules, tables } = framework;

  const { say, list, decimal, capitalised, yes, no } = globalThis.precedentWords;
  const signed = (number) => decimal(written(number));
  const nameOf = (option) => options[option].name;
  const namesOf = ({ options: chosen }) => (chosen.length === 0 ? say("verdict.outcome-none")
    : chosen.length === 1 ? nameOf(chosen[0]) : say("verdict.tie-of", { options: list(chosen.map(nameOf), "and") }));
  const outcomeOf = (only) => (only.start && only.options.length ? say("verdict.start-with", { option: namesOf(only) }) : namesOf(only));
  const answerText = (question, answer) => shown(question, answer) + (questions[question].unit ? " " + questions[question].unit : "");

  /* What is still possible by its options alone, since there may be many ties of them. */
  function openHeadline(possible) {
    const names = unique(possible.flatMap((only) => only.options)).sort((a, b) => a - b).map(nameOf);
    const nothing = possible.some((only) => !only.options.length) ? [say("verdict.outcome-none")] : [];
    return list((names.length > said.mostNamed ? [say("verdict.options-count", { count: names.length })] : names).concat(nothing), "and");
  }

  /* "Skills, answered no", "Size > 5, which is not so": gates that are not met. */
  function unmetText(unmet) {
    const words = unmet.map((rule) => said.rules[rule]), gates = list(words.map(({ name, tested }) => tested || name), "and");
    const what = words.every(({ tested }) => !tested) ? say("why.answered-no", { no }) : say(unmet.length === 1 ? "why.not-so" : "why.not-so-several");
    return say("why.unmet", { rules: gates, what });
  }

  function worded(state) {
    const { decided, possible, ground, standings } = state;
    const only = possible[0], chosen = decided ? only.options : [];
    const isStart = decided && only.start && chosen.length > 0;
    const missing = state.open.length, counts = { answered: state.count - missing, questions: state.count, count: missing };
    const qualifiers = chosen.map((option) => {
      const hits = recommending < 0 ? [] : tables[recommending].rows.filter((_, place) => state.hits[recommending][place]);
      const signals = standings[option].signals.filter((signal) => signal.holds && signal.weight[0] >= 0n);
      const words = unique(recommending < 0 ? signals.map((signal) => rules[signal.rule].target.qualifier)
        : hits.filter((row) => row.option === option).map((row) => row.qualifier)).filter(Boolean);
      return words.length ? (chosen.length > 1 ? nameOf(option) + " " : "") + list(words, "and") : "";
    }).filter(Boolean).join("; ");
    return {
      label: say("verdict." + (!decided ? "open-between" : !chosen.length ? "none" : isStart ? "starting-point"
        : chosen.length > 1 ? "tie-between" : "recommended")),
      headline: !decided ? openHeadline(possible)
        : chosen.length ? list(chosen.map(nameOf), "and") : say("verdict.nothing-favoured"),
      qualifiers: [qualifiers, isStart && reader >= 0 ? rules[reader].target.advice : ""].filter(Boolean).join(". "),
      sureness: !decided ? say(state.isExact ? "verdict.sureness-open" : "verdict.sureness-inexact", counts)
        : missing === 0 || ground && ground.ground === "asked-to-start" ? say("verdict.sureness-decided", counts)
        : say("verdict.sureness-rest", counts),
      because: [because(state)].concat(tables.filter((table, place) => state.violated[place]
        && !(ground && ground.ground === "violated" && ground.table === place)).map(contradiction)).filter(Boolean).join(" ")
    };
  }
  const contradiction = (table) => say("why.contradiction", { table: table.name });

  function because(state) {
    const { ground, standings, matters } = state;
    if (!state.decided) return say("why.open", { count: matters.length });
    if (!ground) return say("why.whatever");
    const tally = (option) => {
      const isOpen = standings[option].signals.some((signal) => signal.holds === null), sum = signed(standings[option].tally);
      return isOpen ? say("why.so-far", { tally: sum }) : sum;
    };
    const blocked = options.map((_, option) => option)
      .filter((option) => standings[option].tally[0] > 0n && standings[option].viable === false);
    const blockedText = blocked.map((option) => {
      const { unmet } = standings[option];
      return say("why.blocked", { gates: unmetText(unmet), option: nameOf(option), tally: tally(option), count: unmet.length });
    }).join(" ");
    const behindIt = blockedText ? blockedText + " " : "";
    function nothing() {
      const weighed = options.map((_, option) => option)
        .filter((option) => standings[option].signals.some((signal) => signal.holds && signal.weight[0] !== 0n));
      const by = (test) => weighed.filter((option) => test(standings[option].tally[0])).map(nameOf);
      const even = by((digits) => digits === 0n), against = by((digits) => digits < 0n), clauses = [];
      if (even.length) clauses.push(say("why.cancels", { options: list(even, "and") }));
      if (against.length) clauses.push(say("why.more-against", { options: list(against, "and"), count: against.length }));
      const rest = list(clauses, "and") || say(blocked.length ? "why.none-for-another" : "why.none-for");
      return behindIt + capitalised(rest);
    }
    const chosen = ground.options, first = chosen[0], all = list(chosen.map(nameOf), "and");
    switch (ground.ground) {
      case "asked-to-start":
        return say("why.asked-to-start", { yes, question: questions.find((question) => question.aboutReader).name });
      case "composite": {
        const parts = atoms(first), option = nameOf(first), names = { parts: list(parts.map(nameOf), "and"), option };
        if (parts.length < 2) return say("why.made-of-alone", { part: nameOf(parts[0]), option });
        if (parts.every((part) => compare(standings[part].tally, standings[parts[0]].tally) === 0)) {
          return say(parts.length === 2 ? "why.combines-both" : "why.combines-all", names);
        }
        const each = parts.map((part) => `${nameOf(part)} (${tally(part)})`);
        return say("why.combines-weighted", { parts: list(each, "and"), option });
      }
      case "tied-composites": return say("why.tied-composites", { options: all });
      case "favoured": {
        const others = options.map((_, option) => option).filter((option) =>
          option !== first && standings[option].tally[0] > 0n && standings[option].viable !== false);
        const rivals = list(others.map((option) => say("why.tally-for", { tally: tally(option), option: nameOf(option) })), "and");
        return (rivals ? say("why.most", { tally: tally(first), others: rivals })
          : say(blocked.length ? "why.only-not-ruled-out" : "why.only")) + (blockedText && " " + blockedText);
      }
      case "tie": return say("why.tie", { options: all });
      case "fallback": return say("why.then-start", { reason: nothing() });
      case "matrix": return say("why.then-matrix", { reason: nothing() });
      case "violated": return contradiction(tables[ground.table]);
      case "table": {
        const table = tables[ground.table], hits = table.rows.filter((_, place) => state.hits[ground.table][place]);
        if (!hits.length) return say("why.by-table", { table: table.name });
        const [{ reason }] = hits, numbers = list(hits.map((row) => row.number), "and");
        return hits.length === 1 && reason ? say("why.by-rule-since", { numbers, table: table.name, reason })
          : say("why.by-rules", { numbers, table: table.name, count: hits.length });
      }
      default: return recommending >= 0 ? say("why.no-rule", { table: tables[recommending].name })
        : say("why.then-nothing", { reason: nothing() });
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
    if (leadsTo.length > 1) return say("verdict.may-lead", { outcomes: list(leadsTo.map(namesOf), "or") });
    return leadsTo[0].options.join() === possible[0].options.join() ? say("verdict.leads-there")
      : say("verdict.leads-to", { outcome: namesOf(leadsTo[0]) });
  }

  function changesNote({ extent, asked, outOfReach }) {
    if (extent !== "exact") return say("changes." + extent);
    if (asked) return say("changes.asked-to-start");
    const ties = outOfReach.filter((only) => only.options.length > 1).length;
    const listed = outOfReach.filter((only) => ties === 1 || only.options.length < 2).map(outcomeOf);
    const out = list(listed.concat(ties > 1 ? say("changes.any-tie", { count: ties }) : []), "or");
    return out && say("changes.out-of-reach", { outcomes: out });
  }

  Object.assign(assess, { namesOf, outcomeOf, answerText, worded, reasons, leads, changesNote });
})(window.precedentAssess);
