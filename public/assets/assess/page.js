/* The live assessment, the last of eight files: the page. The form holds the answers, and everything else is made anew from it.
   They are kept in the page's address, behind #, and in this browser; nothing is sent anywhere. */
(function (assess) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("assess.form");
  if (!assess || !form) return;
  const {
    framework, OPEN, isDay, noDay, answerIn, address, fromAddress, fromStore, fromFile, fileText, itemOf, asked, setText, make,
    reasoning, show
  } = assess;
  const { questions } = framework;
  const { list, say: sayAny } = globalThis.precedentWords, say = (key, values) => sayAny("live." + key, values);

  /* The form. */

  const inputs = (index) => [...itemOf(index).querySelectorAll("input")];
  const evidence = (index) => itemOf(index).querySelector("textarea");
  const about = ["subject", "date", "assessors"], field = (name) => byId("assess." + name);

  /* An answer as it is reckoned with, OPEN where nobody knows, undefined where nothing is said, and what is wrong with it. */
  function formAnswer(index) {
    const [first, unknown] = inputs(index);
    if (first.type === "radio") return { answer: (inputs(index).find((input) => input.checked) || {}).value };
    if (unknown.checked) return { answer: OPEN };
    if (first.validity.badInput) return { problem: noDay("") };
    const { answer, problem, doubt } = answerIn(first.value, index);
    return { answer: answer && answer !== OPEN ? answer : undefined, problem, doubt };
  }
  const formAnswers = () => questions.map((_, index) => (itemOf(index) ? formAnswer(index).answer : undefined));
  /* Says what is wrong with what was typed, where that is new. */
  function check(index) {
    const [first] = inputs(index);
    if (first.type === "radio") return;
    const { problem, doubt } = formAnswer(index);
    setText(itemOf(index).querySelector(".problem"), problem || doubt || "");
    if (problem) first.setAttribute("aria-invalid", "true"); else first.removeAttribute("aria-invalid");
  }
  function checkDate() {
    const { value, validity } = field("date"), isWrong = validity.badInput || value && !isDay(value);
    setText(byId("assess.date.problem"), isWrong ? noDay(value) : "");
    if (isWrong) field("date").setAttribute("aria-invalid", "true"); else field("date").removeAttribute("aria-invalid");
  }

  const none = Object.create(null); // A question may be called as what every other object has.
  function fill({ answers = none, notes = none, source: opened = null, ...rest }) {
    asked.forEach((index) => {
      const { [questions[index].id]: answer } = answers, { [questions[index].id]: text } = notes, [first, unknown] = inputs(index);
      if (first.type === "radio") inputs(index).forEach((input) => { input.checked = input.value === answer; });
      else {
        unknown.checked = answer === OPEN;
        first.value = answer === undefined || answer === OPEN ? "" : answer;
      }
      evidence(index).value = text || "";
      check(index);
    });
    about.forEach((name) => { field(name).value = rest[name] || ""; });
    checkDate();
    source = opened;
  }
  function contents() {
    const all = formAnswers(), answers = Object.create(null), notes = Object.create(null);
    asked.forEach((index) => {
      const { id } = questions[index], text = evidence(index).value.trim();
      if (all[index] !== undefined) answers[id] = all[index];
      if (text) notes[id] = text;
    });
    const date = field("date").value;
    return {
      answers, notes, subject: field("subject").value.trim(), date: isDay(date) ? date : "", assessors: field("assessors").value.trim(), source
    };
  }

  /* What was opened last, with its text, which a download keeps. */
  let source = null;

  /* The store: the visitor's own answers, and apart from them what is made of somebody else's link. */

  const places = { own: "precedent:" + location.pathname, linked: "precedent:" + location.pathname + "#linked" };
  let place = "own";
  function stored(name) {
    try { return fromStore(JSON.parse(localStorage.getItem(places[name]))); } catch (error) { return null; }
  }
  function keep() {
    try { localStorage.setItem(places[place], JSON.stringify(contents())); } catch (error) { /* The address holds the answers. */ }
  }
  let ownHash = "";
  function writeAddress() {
    ownHash = "#" + address(contents());
    try { history.replaceState(null, "", ownHash); } catch (error) { location.replace(ownHash); }
  }

  /* What happened, with a way back. It is there before it is filled, so that it is read out. */
  const notice = byId("assess.notice");
  function note(text, words, undo) {
    if (!words) return notice.replaceChildren(text);
    const button = make("button", "", words);
    button.type = "button";
    button.onclick = () => {
      note(undo());
      notice.focus();
    };
    return notice.replaceChildren(text, " ", button);
  }
  const quoted = (names) => list([...new Set(names)].map((name) => sayAny("quotes.name", { name })), "and");
  const misreadText = ({ misread, repeated }) => [
    misread.length ? say("not-read", { names: quoted(misread) }) : "",
    repeated.length ? say("repeated", { names: quoted(repeated) }) : ""].filter(Boolean).join(" ");

  function showFile() {
    const all = contents(), { text, isLost } = fileText(all, source);
    byId("assess.markdown").textContent = text;
    byId("assess.link").value = location.href.split("#")[0] + "#" + address(all);
    setText(byId("assess.lost"), isLost ? say("lost", { file: source.name }) : "");
  }

  /* After a choice at once, and once a hand rests while it types: browsers refuse an address that changes all the time. */
  const REST = 300; // ms
  let waiting = null;
  function update() {
    clearTimeout(waiting);
    waiting = null;
    show(formAnswers());
    showFile();
    keep();
    writeAddress();
  }
  function updateSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => released(update), REST);
  }
  const settle = () => { if (waiting !== null) update(); };

  /* Nothing moves between the press and the release of a button, or the click would miss what it was meant for. */
  let isPressed = false, held = [];
  const released = (work) => { if (isPressed) held.push(work); else work(); };
  document.addEventListener("pointerdown", () => { isPressed = true; }, true);
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => setTimeout(() => {
      isPressed = false;
      held.splice(0).forEach((work) => work());
    }), true);
  }

  /* One question at a time, or all. */
  let current = 0, isSingle = false;
  const turns = byId("assess.turns");
  function turn() {
    asked.forEach((index, at) => { itemOf(index).hidden = isSingle && at !== current; });
    turns.hidden = !isSingle;
    byId("assess.back").disabled = current === 0;
    byId("assess.forward").disabled = current === asked.length - 1;
    byId("assess.turn").textContent = say("question", { number: current + 1, total: asked.length });
  }
  function go(index) {
    current = asked.indexOf(index);
    turn();
    const all = inputs(index);
    (all.find((input) => input.checked) || all[0]).focus();
    itemOf(index).scrollIntoView({ block: "nearest" });
  }

  /* What a visitor does. */

  function download(type, ending, text) {
    const link = make("a"), words = field("subject").value.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [say("file-name")];
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = (source ? source.name : words.join("-")) + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  /* Puts other answers in the place of the present ones, which can be had back. */
  function replace(answers, words) {
    const before = contents();
    fill(answers);
    update();
    note(words, say("bring-back"), () => {
      fill(before);
      update();
      return say("are-back");
    });
  }

  const actions = {
    markdown: () => download("text/markdown", ".md", fileText(contents(), source).text),
    json: () => download("application/json", ".json", JSON.stringify(contents().answers, null, 1) + "\n"),
    print: () => window.print(),
    copy: () => {
      const link = byId("assess.link");
      link.select();
      const done = () => note(say("copied"));
      const refused = () => note(say("not-copied"));
      if (navigator.clipboard) navigator.clipboard.writeText(link.value).then(done, refused);
      else if (document.execCommand("copy")) done(); else refused();
    },
    clear: () => replace({}, say("cleared")),
    back: () => go(asked[current - 1]),
    forward: () => go(asked[current + 1])
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ask]"), button = event.target.closest("button[data-do]");
    if (link) { event.preventDefault(); go(Number(link.dataset.ask)); }
    if (button) { settle(); actions[button.dataset.do](); }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-question] input")) return;
    event.preventDefault();
    settle();
    if (isSingle && current < asked.length - 1) actions.forward();
  });
  const indexOf = (element) => {
    const item = element.closest("[data-question]");
    return item ? questions.findIndex((question) => question.id === item.dataset.question) : -1;
  };
  form.addEventListener("input", ({ target }) => {
    if (target.name === "assess.view") {
      isSingle = target.value === "one";
      turn();
      return;
    }
    if (target.type === "file") return;
    const index = indexOf(target), isChoice = target.type === "radio" || target.type === "checkbox";
    if (index >= 0 && target.matches("input") && inputs(index)[0].type !== "radio") {
      const [first, unknown] = inputs(index);
      // Known and not known exclude each other.
      if (target === unknown && unknown.checked) first.value = "";
      if (target === first && (first.value || first.validity.badInput)) unknown.checked = false;
      // What is wrong is said once it is typed; that it is right now, at once.
      if (isChoice || !formAnswer(index).problem) check(index);
    }
    if (isChoice) update(); else updateSoon();
  });
  // A date that is half typed is told to nobody before it is left.
  for (const name of ["change", "focusout"]) {
    form.addEventListener(name, ({ target }) => {
      if (target.type === "file" || target.name === "assess.view") return;
      released(() => {
        if (indexOf(target) >= 0) check(indexOf(target));
        checkDate();
        settle();
      });
    });
  }
  window.addEventListener("pagehide", settle);

  /* Why a file is not opened. */
  const refusal = (name, { of, weighs }) => {
    const own = framework.framework;
    if (weighs) return say("own-weights", { file: name });
    return say(of.split("@")[0] === own.split("@")[0] ? "other-version" : "other-framework", { file: name, other: of, own });
  };
  byId("assess.open").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (!file) return;
    settle();
    file.text().then((text) => {
      let read = null;
      try { read = fromFile(file.name, text); } catch (error) { /* Said below. */ }
      event.target.value = "";
      if (!read) return note(say("unreadable", { file: file.name }));
      if (!read.answers) return note(refusal(file.name, read));
      const count = Object.values(read.answers).filter((answer) => answer !== OPEN).length;
      return replace(read, `${say("opened", { file: file.name, count })} ${misreadText(read)}`.trim());
    });
  });

  /* Shows what the address says, else what is kept. */
  function restore() {
    const own = stored("own"), hash = location.hash.slice(1);
    ownHash = "";
    const begin = (answers, from) => {
      place = from;
      fill(answers);
      show(formAnswers());
      showFile();
    };
    if (!hash.includes("=")) {
      begin(own || {}, "own");
      return note(own ? misreadText(own) : "");
    }
    const linked = fromAddress(hash), isIt = (kept) => kept && address(kept) === address(linked);
    if (isIt(own)) {
      begin(own, "own");
      return note(misreadText(linked));
    }
    const edited = stored("linked");
    begin(isIt(edited) ? edited : linked, own ? "linked" : "own");
    const words = misreadText(linked);
    if (!own) return note(words);
    return note(`${say("linked")} ${words}`.trim(), say("go-back"), () => {
      place = "own";
      fill(own);
      update();
      return say("own");
    });
  }
  window.addEventListener("hashchange", () => {
    // The page's own address is no news, nor is a place on the page that was gone to: the address keeps the answers.
    if (location.hash === ownHash) return;
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
})(window.precedentAssess);
