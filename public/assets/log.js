/* Sorts and filters the decision log. Without it the log is a plain table in its own order. What is chosen stands in the
   page's address (?status=accepted&sort=-date), so that it can be linked to. The whole log is in a script of its own,
   which is loaded when it is first needed: from disk a page may load nothing else. */
(function () {
  "use strict";
  var STEP = 500; // rows at a time, as many as a page has without this script
  var form = document.getElementById("log.filters");
  var table = document.getElementById("log.table");
  var words = globalThis.precedentWords;
  if (!form || !table || !words) return;
  var say = function (key, values) { return words.say("filter." + key, values); };
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.querySelectorAll("th[data-sort]"));
  // A known status is called as the language has it, one of the author's own as it is written.
  var statusName = function (name) { return words.words["statuses." + name.replace(/ /g, "-")] || name; };
  var columns = heads.map(function (head) { return head.dataset.sort; });
  var status = document.getElementById("log.shown");
  var turns = document.querySelectorAll("nav.pages");
  var fields = ["q", "status", "tag", "scope", "person", "year", "sort", "in-force"];
  var facets = null, records = null, byPlace = {}, rows = {}, loading = false, limit = STEP;
  Array.prototype.forEach.call(body.rows, function (row) { rows[row.dataset.record] = row; });

  window.precedentLog = function (data) {
    facets = data.facets;
    records = data.records.map(function (entry, position) {
      var names = function (places) { return places.map(function (place) { return facets[place][0]; }); };
      var record = {
        position: position, place: entry[0], number: entry[1], title: entry[2], html: entry[3], url: entry[4],
        status: entry[5] || "", group: entry[6], glyph: entry[7], date: entry[8] || "", fromGit: entry[9],
        tagPlaces: entry[10], personPlaces: entry[11], first: entry[12], scope: entry[13], inForce: entry[14],
        successors: entry[15], tags: names(entry[10]), people: names(entry[11])
      };
      record.text = [record.number === null ? "" : record.number, record.title, record.status, statusName(record.status), record.date, record.scope]
        .concat(record.tags, record.people).join(" ").toLowerCase();
      byPlace[record.place] = record;
      return record;
    });
    show();
  };

  function load() {
    if (loading) return;
    loading = true;
    var script = document.createElement("script");
    script.src = form.dataset.records;
    script.onerror = function () { status.textContent = say("not-loaded"); };
    document.head.appendChild(script);
  }

  function chosen() {
    var values = {};
    fields.forEach(function (name) {
      var field = form.elements[name];
      if (!field) return;
      values[name] = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
    });
    return values;
  }

  function same(a, b) { return a.toLowerCase() === b.toLowerCase(); }
  function has(list, name) { return list.some(function (other) { return same(other, name); }); }

  function matches(record, wanted, parts) {
    return (!wanted.status || same(record.status, wanted.status))
      && (!wanted.tag || has(record.tags, wanted.tag))
      && (!wanted.scope || same(record.scope, wanted.scope))
      && (!wanted.person || has(record.people, wanted.person))
      && (!wanted.year || record.date.slice(0, 4) === wanted.year)
      && (!wanted["in-force"] || record.inForce)
      && parts.every(function (word) { return record.text.indexOf(word) >= 0 || isNumber(record, word); });
  }

  /* Whether a word is the record's number as files and people write it: 0023, #23, ADR-0023. */
  function isNumber(record, word) {
    var digits = /^(?:#|[a-z]+[-#])?(\d+)$/.exec(word);
    return digits !== null && record.number !== null && Number(digits[1]) === Number(record.number);
  }

  var compare = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true }).compare;
  function key(record, column) {
    switch (column) {
      case "number": return record.number === null ? "" : String(record.number);
      case "tags": return record.tags.join(" ");
      case "people": return record.people.join(" ");
      case "status": return statusName(record.status);
      default: return record[column];
    }
  }
  function sorted(found, sort) {
    var column = sort.replace(/^-/, ""), back = sort.charAt(0) === "-" ? -1 : 1;
    if (columns.indexOf(column) < 0) return found;
    return found.map(function (record) { return [key(record, column), record]; }).sort(function (a, b) {
      // What is not stated comes last, whichever way round.
      if (!a[0] !== !b[0]) return a[0] ? -1 : 1;
      return back * compare(a[0], b[0]) || a[1].position - b[1].position;
    }).map(function (pair) { return pair[1]; });
  }

  function element(name, className, parent) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  }
  function link(text, url, parent) {
    var made = element("a", "", parent);
    made.href = url;
    made.textContent = text;
    return made;
  }

  /* A row as the page's own are; those are used again. */
  function row(record) {
    if (rows[record.place]) return rows[record.place];
    var made = element("tr");
    columns.forEach(function (column) {
      var cell, text;
      switch (column) {
        case "number":
          element("td", "number", made).textContent = record.number === null ? "" : record.number;
          break;
        case "title":
          cell = element("th", "what", made);
          cell.scope = "row";
          text = link(record.title, record.url, cell);
          if (record.html) text.innerHTML = record.html;
          break;
        case "status":
          cell = element("td", "state", made);
          if (record.status) {
            text = element("span", "status " + record.group, cell);
            element("span", "glyph", text).textContent = record.glyph;
            text.firstChild.setAttribute("aria-hidden", "true");
            text.appendChild(document.createTextNode(" " + statusName(record.status)));
          }
          record.successors.forEach(function (place) {
            var other = byPlace[place];
            cell.appendChild(document.createTextNode(" "));
            text = element("span", "by", cell);
            var to = link(other.number === null ? other.title : other.number, other.url);
            words.around("record.by", "record", to).forEach(function (part) { text.append(part); });
          });
          break;
        case "date":
          cell = element("td", "date", made);
          if (record.date) {
            text = element("time", "", cell);
            text.dateTime = text.textContent = record.date;
          }
          if (record.fromGit) {
            cell.appendChild(document.createTextNode(" "));
            text = element("abbr", "", cell);
            text.title = words.say("log.date-from-git");
            text.textContent = "Git";
          }
          break;
        case "scope": element("td", "scope", made).textContent = record.scope; break;
        default:
          cell = element("td", column === "tags" ? "terms" : "people", made);
          var all = column === "tags" ? record.tagPlaces : record.personPlaces.slice(0, record.first);
          all.slice(0, column === "tags" ? all.length : 2).forEach(function (place) {
            link(facets[place][0], facets[place][1], cell);
            cell.appendChild(document.createTextNode(" "));
          });
          if (column === "people" && all.length > 2) {
            element("span", "further", cell).textContent = words.say("log.and-more", { further: all.length - 2 });
          }
      }
    });
    rows[record.place] = made;
    return made;
  }

  var reset = form.querySelector("[type=reset]");
  reset.hidden = true;
  var more = element("button", "more");
  more.type = "button";
  more.hidden = true;
  table.parentNode.insertBefore(more, table.nextSibling);
  more.addEventListener("click", function () {
    var next = limit;
    limit += STEP;
    show();
    var first = body.rows[next] && body.rows[next].querySelector("a");
    if (first) first.focus();
  });

  function show() {
    var wanted = chosen();
    var isPlain = fields.every(function (name) { return !wanted[name]; });
    if (!records) {
      if (!isPlain) load();
      return;
    }
    var parts = (wanted.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    var found = sorted(records.filter(function (record) { return matches(record, wanted, parts); }), wanted.sort || "");
    var part = found.slice(0, limit);
    var all = document.createDocumentFragment();
    part.forEach(function (record) { all.appendChild(row(record)); });
    body.textContent = "";
    body.appendChild(all);
    Array.prototype.forEach.call(turns, function (turn) { turn.hidden = !isPlain; });
    reset.hidden = isPlain;
    more.hidden = isPlain || found.length <= part.length;
    more.textContent = say("more", { count: Math.min(STEP, found.length - part.length) });
    status.textContent = found.length === 0 ? say("none", { count: records.length })
      : say(found.length === records.length ? (part.length < found.length ? "all-first" : "all")
        : (part.length < found.length ? "some-first" : "some"), { count: found.length, total: records.length, shown: part.length });
    heads.forEach(function (head) {
      var sort = (wanted.sort || "").replace(/^-/, "");
      if (head.dataset.sort !== sort) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", wanted.sort.charAt(0) === "-" ? "descending" : "ascending");
    });
  }

  function choose(name, value) {
    var field = form.elements[name];
    if (!field) return;
    if (field.type === "checkbox") { field.checked = !!value; return; }
    if (field.tagName === "SELECT" && value) {
      var known = Array.prototype.filter.call(field.options, function (option) { return same(option.value, value); })[0];
      if (!known) {
        known = element("option", "", field);
        known.value = known.textContent = value;
      }
      value = known.value;
    }
    field.value = value;
  }

  function read() {
    var query = new URLSearchParams(location.search);
    fields.forEach(function (name) { choose(name, query.get(name) || ""); });
    limit = STEP;
    show();
  }

  function changed() {
    var query = new URLSearchParams(), wanted = chosen();
    fields.forEach(function (name) { if (wanted[name]) query.set(name, wanted[name]); });
    var text = query.toString();
    // Some browsers keep the address of a page from disk as it is.
    try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (error) { }
    limit = STEP;
    show();
  }

  heads.forEach(function (head) {
    var button = element("button");
    button.type = "button";
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener("click", function () {
      var sort = head.dataset.sort, now = chosen().sort;
      choose("sort", now === sort ? "-" + sort : now === "-" + sort ? "" : sort);
      changed();
    });
  });
  form.addEventListener("input", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
  form.addEventListener("reset", function () {
    setTimeout(function () {
      changed();
      form.elements.q.focus(); // The button that had the focus is gone.
    }, 0);
  });
  form.addEventListener("focusin", load);
  form.addEventListener("pointerenter", load);
  window.addEventListener("popstate", read);
  form.hidden = false;
  read();
})();
