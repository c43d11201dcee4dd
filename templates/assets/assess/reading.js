/* The live assessment, the fifth of eight files: assessments as people write them in Markdown, read as Sources/Decisions reads them
   (AssessmentReader.swift), and where in the text each answer stands. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const { framework, said, range, OPEN, questionNamed, isDay, answerIn, emptied, take } = assess;
  const { questions } = framework;

  /* Names with commas between; one that has a comma itself stands in quotes. */
  const peopleOf = (text) => (text.match(/\s*("(?:[^"]|"")*"\s*(?=,|$)|[^,]*)(,|$)/g) || [])
    .map((each) => each.replace(/,$/, "").trim().replace(/^"(.*)"$/s, (_, inner) => inner.replace(/""/g, "\""))).filter(Boolean);
  const people = (names) => names.map((name) => (/,|^"/.test(name) ? `"${name.replace(/"/g, "\"\"")}"` : name)).join(", ");
  const fromCell = (text) => text.replace(/(\\*)(\||$)/g, (_, slashes, bar) => slashes.slice(0, slashes.length >> 1) + bar);
  const settledOn = (answer) => (answer === OPEN ? undefined : answer);

  // Marked characters stand in a plane of their own while the marks between them are taken away.
  const aside = (mark) => String.fromCodePoint(0xF0000 + mark.codePointAt(0));
  const back = (text) => text.replace(/[\u{F0021}-\u{F007E}]/gu, (mark) => String.fromCodePoint(mark.codePointAt(0) - 0xF0000));
  const allAside = (text) => text.replace(/[!-/:-@[-`{-~]/g, aside);
  const entity = (text) => allAside(new DOMParser().parseFromString(text, "text/html").documentElement.textContent);
  function plain(text) {
    const code = text.replace(/\\([!-/:-@[-`{-~])|(`+)(.+?)\2(?!`)/g, (_, mark, ticks, inside) => kept(mark, inside));
    const links = code.replace(/(?<![A-Za-z])(?:https?:\/\/|www\.)[^\s<]+/gi, allAside);
    const bare = links.replace(/~~(.+?)~~/g, ""), standing = bare.trim() ? bare : links.replace(/~~/g, "");
    return back(standing.replace(/&#?\w+;/g, entity).replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<([a-z]+:[^>\s]*)>/gi, "$1")
      .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2").replace(/\*(?=\S)(.+?)\*/g, "$1").replace(/(?<!\w)_(?=\S)(.+?)_(?!\w)/g, "$1")
      .replace(/^(\*\*|__)|(\*\*|__)$/g, "")).replace(/\s+/g, " ").trim();
  }
  const kept = (mark, inside) => (mark ? aside(mark) : allAside(inside.replace(/^ (.+) $/, "$1")));

  function linesOf(text) {
    const lines = [];
    for (const found of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
      lines.push({ from: found.index, to: found.index + found[1].length, text: found[1] });
    }
    if (lines.length > 1 && lines[lines.length - 1].from === lines[lines.length - 2].from) lines.pop();
    return lines;
  }

  /* Front matter: of each key its value, and where that stands. */
  const unquoted = (text) => {
    if (/^'/.test(text)) return (/^'((?:[^']|'')*)'/.exec(text) || ["", text])[1].replace(/''/g, "'");
    if (/^"/.test(text)) {
      const [whole] = /^"(?:[^"\\]|\\.)*"/.exec(text) || [""];
      try { return JSON.parse(whole); } catch (error) { return whole.slice(1, -1); }
    }
    return text.replace(/(^|\s)#.*/, "").trim();
  };
  function frontMatter(lines) {
    const isThere = lines[0].text.replace(/^\uFEFF/, "").trimEnd() === "---";
    const end = isThere ? lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(line.text)) : -1;
    const values = new Map();
    let key;
    for (const line of lines.slice(1, Math.max(end, 1))) {
      const found = /^("[^"]*"|'[^']*'|[^\s:#'"-][^:#]*?)\s*:(?:\s+(.*))?$/.exec(line.text);
      if (found) {
        key = { text: (found[2] || "").trim(), from: line.to - (found[2] || "").length, to: line.to };
        values.set(unquoted(found[1]), key);
      } else if (key && /^\s|^-\s/.test(line.text)) Object.assign(key, { text: key.text + "\n" + line.text, to: line.to });
    }
    return { end, values, read: (name) => unquoted(values.get(name)?.text || "") };
  }
  function namesIn(text) {
    const bare = text.replace(/^\s*-\s+/gm, ",").trim();
    const inner = /^\[/.test(bare) ? bare.replace(/^\[|\].*$/gs, "") : bare;
    return (inner.match(/'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^,'"\n#\s][^,\n#]*|#.*/g) || [])
      .filter((each) => !each.startsWith("#")).map((each) => unquoted(each.trim())).filter(Boolean);
  }

  /* The cells of a row, with where they stand: what is between its bars. */
  function cellsOf(line) {
    const cells = [], lead = /^\s*\|?/.exec(line.text)[0].length;
    for (const found of line.text.slice(lead).matchAll(/((?:\\.|[^\\|]|\\$)*)(\||$)/g)) {
      if (!found[2] && !found[1].trim()) break;
      const from = line.from + lead + found.index;
      cells.push({ from, to: from + found[1].length, text: found[1].trim() });
      if (!found[2]) break;
    }
    return { cells, line };
  }
  const isDelimiter = (line) => line && /^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(line.text) && line.text.includes("|");
  const headingOf = (line) => /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/.exec(line.text);
  const itemOf = (line) => /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?:\[([ xX])\][ \t]+)?(?=\S)/.exec(line.text);
  const cellAt = (row, column) => row.cells[column] || { text: "" };

  /* The text taken apart: title, tables, items and headings, without code and comments. */
  function blocksOf(lines, start) {
    const blocks = [], isBlank = (line) => !line || !line.text.trim();
    const begins = (line) => isBlank(line) || headingOf(line) || itemOf(line) || /^\s*(```|~~~|>|<!--)/.test(line.text);
    for (let at = start; at < lines.length; at += 1) {
      const line = lines[at], fence = /^\s*(`{3,}|~{3,})/.exec(line.text), next = lines[at + 1];
      const ends = fence ? new RegExp(`^\\s*${fence[1][0]}{${fence[1].length},}\\s*$`) : /-->/;
      if (fence || /^ {0,3}<!--/.test(line.text)) {
        for (at += fence ? 1 : 0; at < lines.length && !ends.test(lines[at].text);) at += 1;
      } else if (isBlank(line) || /^(\t| {4})/.test(line.text)) continue;
      else if (headingOf(line)) {
        const [, hashes, text = ""] = headingOf(line), from = line.from + line.text.indexOf(text, line.text.indexOf("#") + hashes.length);
        blocks.push({ kind: "heading", level: hashes.length, text, from, to: from + text.length, start: line.from, end: line.to });
      } else if (isDelimiter(next) && cellsOf(line).cells.length === cellsOf(next).cells.length) {
        const rows = [line, next];
        for (at += 2; at < lines.length && !begins(lines[at]); at += 1) rows.push(lines[at]);
        at -= 1;
        blocks.push({ kind: "table", rows: rows.map(cellsOf), start: line.from, end: lines[at].to });
      } else if (itemOf(line)) {
        const [lead, mark, box] = itemOf(line);
        while (!begins(lines[at + 1])) at += 1;
        const { to } = lines[at];
        blocks.push({ kind: "item", box, mark: line.from + mark.length, from: line.from + lead.length, to, start: line.from, end: to });
      } else {
        while (!begins(lines[at + 1]) && !/^ {0,3}(=+|-+)\s*$/.test(lines[at + 1].text)) at += 1;
        const under = /^ {0,3}(=+|-+)\s*$/.exec(lines[at + 1]?.text || "");
        const block = { kind: "text", from: line.from, to: lines[at].to, start: line.from, end: lines[at].to };
        if (under && /^ {0,3}(=|-)/.test(lines[at + 1].text)) {
          at += 1;
          Object.assign(block, { kind: "heading", level: under[1][0] === "=" ? 1 : 2, end: lines[at].to });
        }
        blocks.push(block);
      }
    }
    return blocks;
  }

  /* Which columns hold questions, answers and evidence, by what stands in them; null where no row names a question. */
  function layoutOf([header, , ...body]) {
    const columns = range(header.cells.length), texts = columns.map((column) => body.map((each) => plain(cellAt(each, column).text)));
    const filled = texts.map((all) => all.filter(Boolean).length);
    const named = texts.map((all, column) => {
      const count = all.filter((text) => questionNamed(text) !== undefined).length;
      return column === 0 || count * 2 >= filled[column] ? count : 0;
    });
    const most = Math.max(...named), question = named.indexOf(most);
    if (!(most > 0)) return null;
    const dates = header.cells.map((cell) => (isDay(plain(cell.text)) ? plain(cell.text) : ""));
    const dated = columns.filter((column) => column !== question && dates[column]);
    if (dated.length) {
      return { question, answers: dated.map((column) => ({
        column, date: dates[column], note: column + 1 < columns.length && column + 1 !== question && !dates[column + 1] ? column + 1 : -1
      })) };
    }
    const others = columns.filter((column) => column !== question);
    const reads = (text, at) => text === OPEN || text && isAnswer(text, questionNamed(texts[question][at]));
    const free = others.filter((column) => !named[column]
      && (column > question || !texts[column].filter(Boolean).every((text) => /\p{N}/u.test(text) && /^[\p{N}#.)(]+$/u.test(text))));
    const column = others.find((each) => { const count = texts[each].filter(reads).length; return count > 0 && count * 2 >= filled[each]; })
      ?? free.find((each) => each > question) ?? free[0] ?? others.find((each) => each > question) ?? others[0];
    const note = free.find((each) => each > column) ?? free.find((each) => each !== column) ?? -1;
    return column === undefined ? null : { question, answers: [{ column, date: "", note: note === column ? -1 : note }] };
  }
  const isAnswer = (text, index) => index !== undefined && questions[index].type !== "text" && Boolean(answerIn(text, index).answer);

  /* `answer — evidence` behind a question's name: the longest beginning that is an answer. */
  function phraseIn(text, index) {
    const bare = /^\s*(?:\*\*|__)?\s*/.exec(text)[0].length, marks = [{ at: text.length, behind: text.length }];
    const isText = questions[index].type === "text";
    const pattern = isText ? /\s[—–−-](?=\s|$)/g : /\s*—|\s[–−-](?=\s|$)|[,;.](?=\s|$)(?:\s+[—–-](?=\s))?|\s*(?=\()|\s(?=because\b)/g;
    for (const found of text.matchAll(pattern)) marks.push({ at: found.index, behind: found.index + found[0].length });
    const reads = ({ at }) => {
      const words = plain(text.slice(bare, at));
      return words && (words === OPEN || (isText ? true : isAnswer(words, index)));
    };
    const ends = marks.filter(reads), end = isText ? ends.sort((a, b) => a.at - b.at)[0] : ends.sort((a, b) => b.at - a.at)[0];
    return end && { answer: plain(text.slice(bare, end.at)), behind: end.behind };
  }
  /* What stands before the answer of an item or a heading, `Name: ` or `**Name:** `. */
  function leadOf(raw, { at, mark, behind }) {
    if (!/^[:：=]$/.test(mark)) return raw.slice(0, at) + ": ";
    const isBold = raw.slice(0, behind).split("**").length % 2 === 0 && raw.startsWith("**", behind);
    return raw.slice(0, behind) + (isBold ? "** " : " ");
  }
  /* The longest beginning of an item or a heading that names a question, and the mark behind it. */
  function nameIn(text) {
    let best;
    for (const found of text.matchAll(/[:：=]|\s[—–−-](?=\s|$)|(?<=[?？.](?:\*\*|__)?)(?=\s)|$/g)) {
      const index = found.index && questionNamed(plain(text.slice(0, found.index)));
      if (typeof index === "number") best = { index, at: found.index, mark: found[0].trim(), behind: found.index + found[0].length };
    }
    return best;
  }

  /* All that a file says, and for each question the places at which it can be written anew. */
  function fromMarkdown(text) {
    const lines = linesOf(text), front = frontMatter(lines), blocks = blocksOf(lines, front.end + 1);
    const read = emptied(), of = front.read("framework");
    if (of && ![framework.framework, ...said.aliases].includes(of)) return { of };
    const entries = [], add = (entry) => entries.push({ date: "", ...entry });
    const slice = (from, to) => text.slice(from, to).replace(/\r\n?/g, "\n").trim();
    const title = blocks.find((block) => block.kind === "heading" && block.level === 1 && plain(text.slice(block.from, block.to)));
    const places = { front, title, lines, tables: [] };
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at], raw = text.slice(block.from, block.to);
      if (block.kind === "table") {
        const header = block.rows[0].cells;
        if (header.length === 2 && said.weight.includes(plain(header[1].text).toLowerCase())) return { weighs: true };
        const layout = layoutOf(block.rows);
        if (!layout) continue;
        places.tables.push({ block, layout });
        block.rows.slice(2).forEach((each) => {
          const name = plain(cellAt(each, layout.question).text);
          if (questionNamed(name) === undefined && each.cells.some((cell) => cell.text)) read.misread.push(name);
          else if (name) {
            for (const { column, date, note } of layout.answers) {
              const cell = cellAt(each, column);
              add({ name, date, answer: plain(cell.text), note: note < 0 ? "" : fromCell(cellAt(each, note).text),
                isUnchanged: date && !cell.text, cells: { row: each, column, note, block } });
            }
          }
        });
      } else if (block.kind === "item" || block.kind === "heading" && block !== title) {
        const found = nameIn(raw);
        if (!found) continue;
        const { index, mark, behind } = found, rest = raw.slice(behind), name = questions[index].id;
        const end = block.kind === "item" ? at : blocks.findIndex((other, place) => place > at && other.kind === "heading");
        const until = block.kind === "item" ? block.to : (end < 0 ? text.length : blocks[end].start);
        const first = blocks[at + 1];
        if (block.kind === "heading" && !mark && !rest.trim()) {
          if (!first || first.kind !== "text" || first.from >= until) continue;
          const under = text.slice(first.from, first.to), bold = /^(?:~~.*?~~\s*)?\*\*(.+?)\*\*\s*(?:[—–:.;,-]\s*)?/.exec(under);
          const phrase = bold ? { answer: plain(bold[1]).replace(/\.$/, ""), behind: bold[0].length } : phraseIn(under, index);
          if (!phrase) continue;
          add({ name, answer: phrase.answer, note: slice(first.from + phrase.behind, until),
            span: { from: first.from, note: first.from + phrase.behind, to: until, lead: "", form: (answer) => `**${answer}**` } });
        } else {
          const isBoxed = block.box !== undefined, isDash = /^[—–−-]$/.test(mark);
          let phrase = (block.kind === "item" ? mark || !isBoxed || !rest.trim() : mark) ? phraseIn(rest, index) : undefined;
          if (isDash && isBoxed && !(phrase && phrase.behind >= rest.length)) phrase = undefined;
          if (!phrase && !isBoxed && !mark && rest.trim() || !phrase && block.kind === "heading") continue;
          const isTicked = isBoxed && block.box !== " ";
          const cut = phrase ? phrase.behind : isBoxed || isDash ? 0 : rest.search(/\s[—–−-](?=\s|$)|$/);
          const answer = phrase ? phrase.answer : isBoxed || isDash ? "" : plain(rest.slice(0, cut));
          add({ name, answer: answer || (isTicked ? "yes" : ""), note: slice(block.from + behind + cut, until).replace(/^[—–−-]\s+/, ""),
            span: { from: block.kind === "item" ? block.mark : block.from, note: block.from + behind + cut, to: until,
              lead: leadOf(raw, found), form: (answer) => answer } });
        }
      }
    }
    read.places = settled(read, entries, places);
    const { date } = read.places;
    read.subject = title ? plain(text.slice(title.from, title.to)) : front.read("title");
    read.date = date || (isDay(front.read("date")) ? front.read("date") : "");
    read.assessors = people(namesIn(front.values.get("assessors")?.text || ""));
    return read;
  }

  /* The answers as they stand after the last date: a later column changes what it names and keeps the rest. */
  function settled(read, entries, places) {
    const dates = [...new Set(entries.map((entry) => entry.date))].sort(), spots = new Map();
    for (const date of dates) {
      const now = emptied();
      for (const entry of entries.filter((each) => each.date === date)) {
        if (entry.isUnchanged && !entry.note) continue; // Its place is found below where it is the last date's.
        const count = now.repeated.length, index = take(now, entry.name, entry.isUnchanged ? "" : entry.answer);
        if (index === undefined || now.repeated.length > count) continue;
        const { id } = questions[index];
        // A new file has ? everywhere, which is nobody's "I don't know".
        const answer = settledOn(now.answers[id]);
        if (answer !== undefined) read.answers[id] = answer; else if (!entry.isUnchanged) delete read.answers[id];
        if (entry.note) read.notes[id] = entry.note;
        spots.set(index, entry);
      }
      read.misread.push(...now.misread);
      read.repeated.push(...now.repeated);
    }
    const last = dates[dates.length - 1] || "";
    // What is answered now belongs under the last date, also where it is blank there.
    for (const entry of entries) if (entry.date === last && last) spots.set(questionNamed(entry.name), entry);
    return { ...places, spots, date: last };
  }

  /* What a file says: Markdown, or the JSON that `precedent assess --answers` takes. */
  function fromFile(name, text) {
    const source = { name: name.replace(/\.[^.]*$/, ""), text };
    if (!/^\uFEFF?\s*\{/.test(text)) return Object.assign(fromMarkdown(text), { source });
    const read = emptied(), entries = Object.entries(JSON.parse(text.replace(/^\uFEFF/, "")));
    entries.forEach(([id, value]) => take(read, id, value === null ? OPEN : value === true ? "yes" : value === false ? "no" : String(value)));
    return Object.assign(read, { source: { name: source.name } });
  }

  Object.assign(assess, { people, peopleOf, settledOn, fromMarkdown, fromFile });
})(window.precedentAssess);
