/* The live assessment, the seventh of eight files: what the answers come to, beside the questions. */
(function (assess) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("assess.form");
  if (!assess || !form) return;
  const {
    framework: { questions }, said, goals, judged, ranking, changes, namesOf, outcomeOf, answerText, worded, reasons, leads,
    changesNote, OPEN
  } = assess;

  const { say, around } = globalThis.precedentWords, own = (key, values) => say("live." + key, values);
  const items = new Map([...form.querySelectorAll("[data-question]")].map((item) => [item.dataset.question, item]));
  const itemOf = (index) => items.get(questions[index].id);
  const asked = questions.map((_, index) => index).filter((index) => itemOf(index));
  const setText = (element, text) => { if (element.textContent !== text) element.textContent = text; };

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
  const surface = byId("assess.surface"), reasoning = byId("assess.reasoning"), status = byId("assess.said");
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
    if (!next.length) return "";
    const entries = next.map(({ question, decisions: deciding }) => {
      const cases = deciding.map(({ answer, only }) => make("span", "case", make("strong", "", answer), " ", make("span", "arrow", "→"), " " + outcomeOf(only)));
      return make("li", "", askLink(question), make("span", "ask", questions[question].ask),
        make("span", "effect", ...(cases.length ? cases : [say("report.matters")])));
    });
    const assumption = next.some(({ question }) => said.questions[question].likelihood) ? "report.as-likely-as-written" : "report.equally-likely";
    return section("next", own("next"), list("open-questions", entries),
      paragraph("count", next.length > 1 ? say("report.open-note") + " " + say(assumption) : ""));
  }
  function whySection(state, words) {
    const entries = reasons(state).map((reason) => {
      const link = make("a", "question", reason.name), text = make("div", "reason");
      link.href = reason.url;
      text.innerHTML = reason.reason || ""; // The article's own, made with the page.
      return make("li", "", make("p", "line", link, " ", make("span", "answer", reason.answer), " ",
        make("span", "effect", reason.effect)), text);
    });
    return section("why", say("report.why"), paragraph("qualified", words.qualifiers), paragraph("because", words.because),
      paragraph("leads", leads(state)), list("reasons", entries));
  }
  function possibleSection({ decided, possible }) {
    if (decided) return "";
    const entry = (only) => (only.options.length
      ? make("li", "", ...(only.start ? around("report.possible-start", "names", make("strong", "", namesOf(only))) : [make("strong", "", namesOf(only))]))
      : make("li", "", say("verdict.none")));
    const ties = possible.filter((only) => only.options.length > 1), areMany = ties.length > 3;
    const listed = areMany ? possible.filter((only) => !ties.includes(only)) : possible;
    return section("possible", say("report.possible"), list("plain", listed.map(entry)), areMany && make("details", "",
      make("summary", "", own(listed.length ? "ties-of-these" : "ties", { count: ties.length })), list("plain", ties.map(entry))));
  }
  function changesSection(state, change) {
    const ways = change.ways.map((way) => {
      const entries = way.changes.map((answers) => make("li", "", ...answers.flatMap(({ question, to }, at) => [
        at ? make("span", "and", ` ${say("report.and")} `) : "", askLink(question), " ", make("strong", "", to), " ",
        make("span", "instead", say("report.instead-of-present", { present: answerText(question, state.answers[question]) }))])));
      return make("div", "way", make("h3", "", make("span", "arrow", "→"), " " + outcomeOf(goals[-1 - way.end])), list("plain", entries),
        paragraph("count", way.shown < way.count ? say("changes.shown", { shown: way.shown, all: way.count }) : ""));
    });
    return section("changes", say(state.decided ? "verdict.would-change" : "verdict.would-decide"), ...ways,
      paragraph("count", changesNote(change)));
  }
  const idleSection = (idle) =>
    section("idle", own("idle"), list("plain", idle.map((index) => make("li", "", askLink(index)))));

  function show(answers) {
    const state = judged(answers.map((answer) => (answer === OPEN ? undefined : answer)));
    const words = worded(state), next = ranking(state);
    const isNothing = state.decided && !state.possible[0].options.length;
    surface.className = "verdict" + (state.decided ? " decided" : " open") + (isNothing ? " nothing" : "");
    for (const name of ["label", "headline", "qualifiers", "sureness"]) surface.querySelector("." + name).textContent = words[name];
    byId("assess.progress").value = state.count - state.open.length;
    const idle = state.open.filter((index) => !state.matters.includes(index));
    const first = next.length && state.open.length < state.count ? next[0].question : undefined;
    asked.forEach((index) => {
      itemOf(index).querySelector(".bearing").textContent = idle.includes(index)
        ? own("cannot-change") : index === first ? own("ask-next") : "";
      itemOf(index).classList.toggle("idle", idle.includes(index));
    });
    reasoning.replaceChildren(...[nextSection(next), whySection(state, words), possibleSection(state),
      changesSection(state, changes(state)), idleSection(idle)].filter(Boolean));
    announce(own("said", { label: words.label, headline: words.headline }));
  }
  let saying;
  function announce(text) {
    clearTimeout(saying);
    saying = setTimeout(() => setText(status, text), 500);
  }

  Object.assign(assess, { itemOf, asked, setText, make, reasoning, show });
})(window.precedentAssess);
