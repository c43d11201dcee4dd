/* The live assessment, the sixth of eight files: assessments as Markdown, as `precedent new assessment` writes them. A file that was
   opened keeps its text: only the places are written anew at which something was answered otherwise. */
(function (assess) {
  "use strict";
  if (!assess) return;
  const { say } = globalThis.precedentWords;
  const { framework, range, shown, OPEN, folded, people, peopleOf, settledOn, fromMarkdown } = assess;
  const { questions } = framework;
  const asked = questions.filter((question) => !question.unasked);

  const marked = (text) => text.replace(/[\\|*_`[<~]|&(?=#?\w+;)/g, "\\$&");
  // An address is a link by itself, in which a backslash would stand as it is. One that could mean more is no link then.
  const link = /(?<![A-Za-z])(?:https?:\/\/|www\.)\S+/gi;
  const isPlainLink = (text) => /^(https?:\/\/|www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#][^\\|<&`]*)?$/i.test(text);
  function escaped(text) {
    const line = text.replace(/\s+/g, " ").trim(), found = [...line.matchAll(link)];
    const between = (index) => line.slice(index ? found[index - 1].index + found[index - 1][0].length : 0, found[index]?.index);
    return range(found.length + 1).map((index) => marked(between(index)) + (index === found.length ? ""
      : isPlainLink(found[index][0]) ? found[index][0] : marked(found[index][0]).replace(/^(\w+)([:.])/, "$1\\$2"))).join("");
  }
  const titled = (text) => escaped(text).replace(/#+$/, "\\$&");
  // Evidence is Markdown of its own: only what would end its cell is marked.
  const inCell = (text) => text.replace(/\s+/g, " ").trim()
    .replace(/(\\*)(\||$)/g, (_, slashes, bar) => slashes + slashes + (bar && "\\|"));
  const scalar = (text) => (/^\p{L}([\p{L}\p{N} ._/-]*[\p{L}\p{N}._/-])?$/u.test(text)
    && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(text) ? text : "'" + text.replace(/'/g, "''") + "'");

  const listed = (assessors) => `[${peopleOf(assessors).map(scalar).join(", ")}]`;

  const row = (...cells) => `|${cells.map((cell) => (cell ? ` ${cell} ` : " ")).join("|")}|`;
  const answerCell = (question, answer) => (answer && answer !== OPEN ? escaped(shown(questions.indexOf(question), answer)) : "?");
  function answerRow(question, { answers, notes }) {
    const isUnique = asked.filter((other) => folded(other.name) === folded(question.name)).length === 1;
    const { [question.id]: answer } = answers, isLeftOut = !answer && question.aboutReader;
    return row(escaped(isUnique ? question.name : question.id), isLeftOut ? "" : answerCell(question, answer), inCell(notes[question.id] || ""));
  }
  const heads = ["question", "answer", "evidence"].map((name) => escaped(say("draft." + name)));
  const table = (rows) => [row(...heads), row("---", "---", "---"), ...rows];
  function markdown(contents) {
    const { subject, date, assessors } = contents;
    return ["---", `framework: ${scalar(framework.framework)}`, ...(date ? [`date: ${date}`] : []),
      ...(peopleOf(assessors).length ? [`assessors: ${listed(assessors)}`] : []), "---",
      "# " + titled(subject || say("assess.subject")), "", ...table(asked.map((question) => answerRow(question, contents))), ""].join("\n");
  }

  /* A text with some places written anew, the last ones first. */
  const rewrittenAt = (text, edits) => edits.map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.from - a.from || b.to - a.to || b.order - a.order)
    .reduce((whole, { from, to, text: part }) => whole.slice(0, from) + part + whole.slice(to), text);

  const spaced = (text) => (text ? ` ${text} ` : " ");
  /* What is put behind a cell of a row, or at its end where it is shorter. */
  function inserted({ cells, line }, column, texts) {
    const missing = Math.max(0, column - cells.length + 1), last = cells[Math.min(column, cells.length - 1)] || { to: line.to, text: "" };
    const at = last.to, isOpenEnded = !/\|\s*$/.test(line.text);
    const cellsMore = range(missing).map(() => "| ").concat(texts.map((each) => `|${spaced(each)}`)).join("").trimEnd();
    return { from: at, to: at, text: (isOpenEnded ? " " : "") + cellsMore + (isOpenEnded ? "" : " ") };
  }

  /* What front matter and title say otherwise. */
  function headEdits(text, { subject, date, assessors, places }, contents, line) {
    const { front, title, lines } = places, edits = [], more = [];
    const head = (name, value, words) => {
      const found = front.values.get(name), gap = found && !/\s$/.test(text[found.from - 1]) ? " " : "";
      if (found) edits.push({ from: found.from, to: found.to, text: gap + words });
      else if (value) more.push(`${name}: ${words}`);
    };
    if (contents.subject !== subject && contents.subject) {
      if (title) edits.push({ from: title.from, to: title.to, text: titled(contents.subject) });
      else head("title", contents.subject, scalar(contents.subject));
    }
    if (contents.date !== date && !places.date) head("date", contents.date, contents.date);
    if (contents.assessors !== assessors) head("assessors", contents.assessors, listed(contents.assessors));
    if (front.end < 0) more.unshift("---", `framework: ${scalar(framework.framework)}`);
    if (front.end < 0) more.push("---");
    const at = front.end < 0 ? 0 : lines[front.end].from;
    return more.length ? edits.concat({ from: at, to: at, text: more.map((each) => each + line).join("") }) : edits;
  }

  /* The opened text with the present answers; null where they cannot be told it so that they are read again. */
  function rewritten(source, contents) {
    const before = fromMarkdown(source.text);
    if (!before.answers) return null;
    const { spots, tables, date } = before.places, edits = [], missing = [], wanted = (id) => contents.notes[id] || "";
    const line = source.text.includes("\r\n") ? "\r\n" : "\n";
    const isNewDate = date && contents.date > date;
    const columns = new Map();
    questions.forEach((question, index) => {
      if (question.unasked) return;
      const { id } = question, spot = spots.get(index), answer = contents.answers[id], known = settledOn(answer);
      const isAnswered = known !== before.answers[id], isNoted = wanted(id) !== (before.notes[id] || "");
      if (!isAnswered && !isNoted) return;
      if (!spot) { if (known || wanted(id)) missing.push(answerRow(question, contents)); return; }
      const note = isNoted ? wanted(id) : undefined;
      if (spot.span) {
        const { from, note: noteFrom, to, lead, form } = spot.span, kept = note ?? before.notes[id] ?? "";
        const tail = /\s*$/.exec(source.text.slice(from, to))[0];
        const words = lead + form(answerCell(question, answer)) + (kept ? " — " + kept : "");
        edits.push({ from, to, text: words + tail });
        return;
      }
      const { row: place, column, note: noteColumn, block } = spot.cells;
      const told = { answer: isAnswered ? answerCell(question, answer) : undefined, note: note === undefined ? undefined : inCell(note), place };
      if (isNewDate && spot.date === date) {
        if (!columns.has(block)) columns.set(block, { after: noteColumn < 0 ? column : noteColumn, isDated: true, told: [] });
        columns.get(block).told.push(told);
        return;
      }
      const cell = place.cells[column], noteCell = place.cells[noteColumn];
      const isShort = !cell && told.note !== undefined;
      if (told.answer !== undefined && cell) edits.push({ from: cell.from, to: cell.to, text: spaced(told.answer) });
      else if (told.answer !== undefined && !isShort) edits.push(inserted(place, column - 1, [told.answer]));
      if (told.note === undefined) return;
      if (isShort && noteColumn === column + 1) edits.push(inserted(place, column - 1, [told.answer || "", told.note]));
      else if (noteCell) edits.push({ from: noteCell.from, to: noteCell.to, text: spaced(told.note) });
      else if (noteColumn >= 0) edits.push(inserted(place, noteColumn - 1, [told.note]));
      else {
        if (!columns.has(block)) columns.set(block, { after: column, told: [] });
        columns.get(block).told.push(told);
      }
    });
    if (isNewDate && !columns.size && tables.length) {
      const isLast = (answers) => answers.date === date, { block, layout } = tables.find((each) => each.layout.answers.some(isLast));
      const last = layout.answers.find(isLast);
      columns.set(block, { after: last.note < 0 ? last.column : last.note, isDated: true, told: [] });
    }
    for (const [block, { after, isDated, told }] of columns) {
      block.rows.forEach((each, at) => {
        const own = told.find((one) => one.place === each) || {};
        const texts = isDated ? (at === 0 ? [contents.date, heads[2]] : at === 1 ? ["---", "---"] : [own.answer || "", own.note || ""])
          : [at === 0 ? heads[2] : at === 1 ? "---" : own.note || ""];
        const isShort = !isDated && own.answer !== undefined && each.cells.length === after;
        edits.push(isShort ? inserted(each, after - 1, [own.answer, ...texts]) : inserted(each, after, texts));
      });
    }
    edits.push(...headEdits(source.text, before, contents, line));
    let text = rewrittenAt(source.text, edits);
    if (missing.length) text = text.replace(/\s*$/, line + line) + table(missing).join(line) + line;
    return saysTheSame(fromMarkdown(text), contents) ? text : null;
  }
  const flat = (text) => (text || "").replace(/\s+/g, " ").trim();
  function saysTheSame(read, { answers, notes, subject, date, assessors }) {
    return Boolean(read.answers) && asked.every(({ id }) => settledOn(answers[id]) === read.answers[id]
      && flat(notes[id]) === flat(read.notes[id])) && (!subject || flat(subject) === read.subject)
      && (date === read.date) && people(peopleOf(assessors)) === read.assessors;
  }

  /* An assessment as Markdown: the opened file's, or a new one, where that loses what else stood in the file. */
  function fileText(contents, source) {
    const kept = source && source.text ? rewritten(source, contents) : undefined;
    return { text: kept || markdown(contents), isLost: kept === null };
  }

  Object.assign(assess, { fileText });
})(window.precedentAssess);
