/* The search field of every page: the combobox of the ARIA Authoring Practices, with a list that it opens. What finds is
   in a script of its own (search-index.js), which is loaded with the index when a reader first turns to the field. */
(function () {
  "use strict";
  const form = document.getElementById("site.search");
  if (!form) return;
  const field = form.querySelector("input"), list = document.getElementById("site.found");
  const note = form.querySelector("[role=status]"), panel = list.parentNode;
  const KINDS = ["page", "framework", "assessment", "decision"], SHOWN = 10;
  let engine = null, turn = 0, current = -1;
  /* Where the reader was before, and goes back to. */
  let left = null;

  function start() {
    if (engine) return engine;
    engine = new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = form.dataset.engine;
      script.onload = function () { precedentSearch.open(form.dataset.index).then(function () { resolve(precedentSearch); }, reject); };
      script.onerror = reject;
      document.head.appendChild(script);
    });
    engine.catch(function () { engine = null; });
    return engine;
  }

  function element(name, className, text, parent) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  /* Words of the site's language, which come with the index. */
  function phrase(key, values) {
    const words = precedentSearch.words;
    let text = words[key];
    if (typeof text !== "string") text = text[pluralForm(values.count)] || text.other;
    return text.replace(/\{(\w+)\}/g, function (_, name) { return String(values[name]).replace(/\B(?=(\d{3})+$)/g, words.group); });
  }

  function pluralForm(count) {
    try {
      return new Intl.PluralRules(document.documentElement.lang).select(count);
    } catch (error) {
      return "other";  // The site's language has no tag that browsers know.
    }
  }

  function option(result, place) {
    const made = element("a", "", "", list);
    made.id = "site.found." + place;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.tabIndex = -1;
    made.href = form.dataset.root + result.path + (result.section ? "#" + encodeURIComponent(result.section.anchor) : "");
    const line = element("span", "found-title", "", made);
    if (result.number !== null) element("span", "number", result.number + " ", line);
    line.appendChild(document.createTextNode(result.title));
    const about = element("span", "found-about", "", made);
    element("span", "found-kind", precedentSearch.words["kinds." + KINDS[result.kind]], about);
    if (result.status.length) {
      const status = element("span", "status " + result.status[1], "", about);
      element("span", "glyph", result.status[2], status).setAttribute("aria-hidden", "true");
      status.appendChild(document.createTextNode(" " + result.status[0]));
    }
    if (result.section) element("span", "found-section", result.section.title, about);
  }

  function choose(place) {
    const options = list.children;
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = options.length ? (place + options.length + 1) % (options.length + 1) : -1;
    if (current === options.length) current = -1;  // the field itself
    if (current < 0) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    options[current].setAttribute("aria-selected", "true");
    options[current].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[current].id);
  }

  function close() {
    turn++;
    panel.hidden = true;
    field.setAttribute("aria-expanded", "false");
    list.textContent = note.textContent = "";
    choose(-1);
  }

  function say(words) {
    panel.hidden = false;
    note.textContent = words;
    field.setAttribute("aria-expanded", String(list.children.length > 0));
    list.hidden = !list.children.length;
  }

  function search() {
    const mine = ++turn, query = field.value.trim() === "" ? "" : field.value;
    if (!query) return close();
    start().then(function (search) { return search.find(query); }).then(function (found) {
      if (mine !== turn) return;  // Another letter was typed meanwhile.
      list.textContent = "";
      current = -1;
      choose(-1);
      found.results.slice(0, SHOWN).forEach(option);
      const shown = list.children.length;
      say(!shown ? phrase("nothing") : found.matched > shown ? phrase("best", { shown: shown, count: found.matched })
        : found.matched ? phrase("pages", { count: shown }) : phrase("near"));
    }).catch(function () {
      if (mine === turn) {
        list.textContent = "";
        say(form.dataset.failed);
      }
    });
  }

  field.addEventListener("focus", function (event) {
    if (event.relatedTarget) left = event.relatedTarget;
    start().catch(function () {});
  });
  field.addEventListener("input", search);
  field.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (panel.hidden) search();
        else choose(event.key === "ArrowDown" ? current + 1 : current < 0 ? list.children.length - 1 : current - 1);
        break;
      case "Escape":
        if (!panel.hidden) {
          close();
        } else if (field.value) {
          field.value = "";
        } else if (left && left.isConnected) {
          left.focus();
        } else {
          field.blur();
        }
        break;
      case "Tab":
        close();
        return;
      default: return;
    }
    event.preventDefault();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const chosen = list.children[Math.max(0, current)];
    if (chosen) chosen.click();
  });
  list.addEventListener("click", function (event) { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close(); });
  document.addEventListener("pointerdown", function (event) { if (!form.contains(event.target)) close(); });
  document.addEventListener("keydown", function (event) {
    const at = event.target;
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && !/^(?:radio|checkbox|button|submit|reset)$/.test(at.type)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
