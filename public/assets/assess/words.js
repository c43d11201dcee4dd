/* The live assessment, the third of eight files: a verdict in words, which are those of the reports. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const { framework, said, unique, compare, written, reader, recommending } = assess;
  const { questions, options, rules, tables } = framework;

  const joined = (list, last) =>
    (list.length > 1 ? list.slice(0, -1).join(", ") + " " + last + " " : "") + (list[list.length - 1] || "");
  const signed = (number) => written(number).replace("-", "−");
  const nameOf = (option) => options[option].name;
  const namesOf = ({ options: chosen }) => (chosen.length === 0 ? "no recommendation"
    : chosen.length === 1 ? nameOf(chosen[0]) : "a tie of " + joined(chosen.map(nameOf), "and"));
  const outcomeOf = (only) => (only.start && only.options.length ? "start with " : "") + namesOf(only);
  const answerText = (question, answer) => answer + (questions[question].unit ? " " + questions[question].unit : "");

  /* What is still possible by its options alone, since there may be many ties of them. */
  function openHeadline(possible) {
    const names = unique(possible.flatMap((only) => only.options)).sort((a, b) => a - b).map(nameOf);
    const nothing = possible.some((only) => !only.options.length) ? ["no recommendation"] : [];
    return joined((names.length > said.mostNamed ? [`${names.length} options`] : names).concat(nothing), "and");
  }

  /* "Skills, answered no", "Size > 5, which is not so": gates that are not met. */
  function unmetText(unmet) {
    const [answeredNo, isNotSo, areNotSo] = said.unmet, words = unmet.map((rule) => said.rules[rule]);
    return `${joined(words.map(({ name, tested }) => tested || name), "and")}, `
      + (words.every(({ tested }) => !tested) ? answeredNo : unmet.length === 1 ? isNotSo : areNotSo);
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
      headline: !decided ? openHeadline(possible)
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
      const { unmet } = standings[option];
      return `${unmetText(unmet)}, rule${unmet.length === 1 ? "s" : ""} out ${nameOf(option)}, which has ${tally(option)} in its favour.`;
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
    const ties = outOfReach.filter((only) => only.options.length > 1).length;
    const listed = outOfReach.filter((only) => ties === 1 || only.options.length < 2).map(outcomeOf);
    const out = joined(listed.concat(ties > 1 ? `any of ${ties} ties` : []), "or");
    return out && `No change of answers makes certain, while what is open stays open: ${out}.`;
  }

  Object.assign(assess, { joined, namesOf, outcomeOf, answerText, worded, reasons, leads, changesNote });
})(window.precedentAssess);
