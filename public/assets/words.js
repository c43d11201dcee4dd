globalThis.precedentWords = {"language":"en","direction":"ltr","yes":"yes","no":"no","words":{"assess.subject":"What is assessed","lists.and":"{first} and {last}","lists.or":"{first} or {last}","lists.separator":", ","log.and-more":"and {further} more","log.date-from-git":"The record states no date; this is the day of its first commit","numbers.about":"about {number}","numbers.decimal":".","numbers.group":"","record.by":"by {record}","report.and":"and","report.instead-of-present":"instead of {present}","report.matters":"can still change what is recommended","report.matters-not":"cannot change what is recommended","report.possible":"Still possible","report.possible-start":"{names}, as a starting point","report.why":"Why","filter.all":{"one":"All {count} is shown.","other":"All {count} are shown."},"filter.all-first":"All {count} are shown, the first {shown} of them here.","filter.more":{"one":"Show {count} more","other":"Show {count} more"},"filter.none":{"one":"None of {count} is like that.","other":"None of {count} is like that."},"filter.not-loaded":"The log could not be loaded; this is its first page.","filter.some":{"one":"{count} of {total} is shown.","other":"{count} of {total} are shown."},"filter.some-first":"{count} of {total} are shown, the first {shown} of them here.","live.are-back":"Your answers are back.","live.ask-next":"Ask this next: its answer settles most.","live.bring-back":"Bring them back","live.cannot-change":"Cannot change what is recommended any more.","live.cleared":"All answers are cleared.","live.copied":"The link is copied. Evidence is not in it; that goes with the file.","live.file-name":"assessment","live.first":"The question comes first whose answer settles most.","live.go-back":"Go back to your own","live.idle":"What no longer matters","live.linked":"These answers are the link’s; your own are kept.","live.lost":"What else stands in ‘{file}’ is not in this file, which is written anew.","live.next":"What to find out next","live.not-copied":"The browser does not let this page copy. The link is selected: copy it by hand.","live.not-read":"Not read, since the framework has no such question or answer: {names}.","live.opened":{"one":"Opened ‘{file}’: {count} answer.","other":"Opened ‘{file}’: {count} answers."},"live.other-framework":"‘{file}’ is an assessment of ‘{other}’, and this page asks for ‘{own}’.","live.other-version":"‘{file}’ is judged by ‘{other}’, and this page by ‘{own}’: write `framework: {own}` in it to have it judged by these rules.","live.own":"These are your own answers.","live.own-weights":"‘{file}’ has weights of its own, by which this page cannot weigh: `precedent report` says what it comes to.","live.question":"Question {number} of {total}","live.repeated":"Answered more than once, of which the first counts: {names}.","live.said":"{label} {headline}.","live.ties":{"one":"{count} tie","other":"{count} ties"},"live.ties-of-these":{"one":"{count} tie of these and others","other":"{count} ties of these and others"},"live.unreadable":"‘{file}’ is no assessment that can be read.","typed.above":"{number} is above {greatest}","typed.alone":"write the number alone","typed.below":"{number} is below {least}","typed.doubt":"‘{text}’ is read as {number}: write {thousands} if thousands are meant","typed.estimate":"write '{number}', and say in the evidence how sure that is","typed.in-unit":"write it in {unit}","typed.limit":"an answer is one number: write '{number}', or '?' to leave it open","typed.no-date":"‘{text}’ is no date: write it as YYYY-MM-DD","typed.no-number":"‘{text}’ is no number","typed.not-among":"‘{text}’ is not among the answers","typed.other-unit":"‘{unit}’ is not the unit of this number","typed.point":"write it with a decimal point, as in 4000 or 0.5","typed.range":"an answer is one number: write '{lower}' or '{upper}', or '?' to leave it open","typed.this-no-date":"This is no date: write it as YYYY-MM-DD","typed.with-help":"{problem}: {help}","typed.write":"write '{number}'","verdict.first-step":"First step with {option}","verdict.more":"More of {option}","verdict.watch":"Watch with {option}"}};
/* How scripts say their words, which are the site's: the theme's strings file of the site's language, or its own. The line before
   this, made with the site, holds them by key; where a text has forms for numbers, one for each. */
(function (words) {
  "use strict";
  if (!words) return;
  const { words: texts, language } = words;
  const known = Intl.PluralRules.supportedLocalesOf(language);
  const forms = new Intl.PluralRules(known.length ? known : "en");
  // A sign of their own for numbers below none, as print has it.
  const decimal = (written) => written.replace("-", "−").replace(".", texts["numbers.decimal"]);
  const number = (whole) => decimal(String(whole).replace(/\B(?=(\d{3})+$)/g, texts["numbers.group"]));

  /* What is said under a key, with what goes into its places. Numbers get the signs of the language, `count` also the form. */
  function say(key, values = {}) {
    const found = texts[key] ?? key;
    const text = typeof found === "string" ? found : found[forms.select(Number(values.count))] ?? found.other;
    return text.replace(/\{([A-Za-z][A-Za-z0-9-]*)\}/g, (place, name) => {
      if (!Object.hasOwn(values, name)) return place;
      return typeof values[name] === "string" ? values[name] : number(values[name]);
    });
  }
  /* Things joined as a sentence has them, by "and" or "or". */
  function list(things, joint) {
    if (things.length < 2) return things[0] || "";
    return say("lists." + joint, { first: things.slice(0, -1).join(texts["lists.separator"]), last: things[things.length - 1] });
  }
  /* What is said under a key with an element in one of its places. */
  const around = (key, place, element) => say(key, { [place]: "\n" }).split("\n").flatMap((part, at) => (at ? [element, part] : [part]))
    .filter((part) => part !== "");
  const capitalised = (text) => text.replace(/^./u, (first) => first.toLocaleUpperCase(language));

  Object.assign(words, { say, list, around, number, decimal, capitalised });
})(globalThis.precedentWords);
