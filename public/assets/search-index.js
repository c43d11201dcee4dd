/* Answers queries from the index that the build made: a few small scripts out of many, since from disk a page may load
   nothing else. Loaded by search.js when a reader turns to the field. The build folds words in the same way. */
(function () {
  "use strict";
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const DIGITS = new Int8Array(128);
  for (let place = 0; place < 64; place++) DIGITS[ALPHABET.charCodeAt(place)] = place;
  const TITLE = 10, HEADING = 4, TEXT = 1;  // what a word counts in each
  const CANDIDATES = 20;                    // whose titles are read before the order is final
  const LONGEST = 24;
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
  const SPELT = { "ß": "ss", "æ": "ae", "ð": "d", "đ": "d", "ø": "o", "þ": "th", "ı": "i", "ł": "l", "œ": "oe", "ς": "σ" };
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
    + "\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const RUNS = new RegExp("[" + UNSPACED + "]+|[^" + UNSPACED + "]+", "gu");
  const IS_UNSPACED = new RegExp("^[" + UNSPACED + "]", "u");

  /* Files: each calls this with its name and what it holds. */
  const arrived = {}, files = {};
  let base = "";
  window.precedentSearch = function (name, data) { arrived[name] = data; };

  function load(name) {
    if (!files[name]) {
      files[name] = new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = base + name + ".js";
        script.onload = function () {
          script.remove();
          name in arrived ? resolve(arrived[name]) : script.onerror();
        };
        script.onerror = function () {
          delete files[name];
          reject(new Error("The search could not load " + name));
        };
        document.head.appendChild(script);
      });
    }
    return files[name];
  }

  /* Numbers are digits of 32, the lowest first, of which all but the last come from the second half of the alphabet. */
  function numbers(text) {
    const found = [];
    for (let place = 0, number = 0, shift = 0; place < text.length; place++) {
      const digit = DIGITS[text.charCodeAt(place)];
      number |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        found.push(number);
        number = shift = 0;
      }
    }
    return found;
  }

  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(MARKS, "").replace(/[ßæðđøþıłœς]/g, function (letter) { return SPELT[letter]; })
      .normalize("NFC");
  }

  /* The words of a text, as the index has them. */
  function words(text) {
    const found = [];
    (fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) || []).forEach(function (run) {
      run.match(RUNS).forEach(function (part) {
        const letters = Array.from(part);
        if (!IS_UNSPACED.test(part)) {
          const word = letters.slice(0, LONGEST).join("");
          found.push(/^[0-9]+$/.test(word) ? word.replace(/^0+(?=.)/, "") : word);
        } else if (letters.length === 1) found.push(part);
        else for (let place = 1; place < letters.length; place++) found.push(letters[place - 1] + letters[place]);
      });
    });
    return found;
  }

  function shard(key, count) {
    let hash = 2166136261;
    for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), 16777619);
    return (hash >>> 0) % count;
  }

  /* How many letters are added, left out, changed or swapped with their neighbours between two words (the optimal string
     alignment distance), or between one and the beginning of the other where that is longer. */
  function distance(from, to, isPrefix, limit) {
    if (from.length - to.length > limit || (!isPrefix && to.length - from.length > limit)) return limit + 1;
    const end = isPrefix ? Math.min(to.length, from.length + limit) : to.length;
    let before = [], last = [], best = from.length;
    for (let j = 0; j <= from.length; j++) last[j] = j;
    for (let i = 1; i <= end; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= from.length; j++) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (to[i - 1] === from[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && to[i - 1] === from[j - 2] && to[i - 2] === from[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row[j] = cost;
        least = Math.min(least, cost);
      }
      best = Math.min(best, row[from.length]);
      if (least > limit) return isPrefix ? best : limit + 1;
      before = last;
      last = row;
    }
    return isPrefix ? best : last[from.length];
  }

  /* A shard as entries. */
  const shards = {};
  function entries(name) {
    return load(name).then(function (data) {
      if (!shards[name]) {
        const ids = numbers(data[1]), counts = numbers(data[2]);
        let id = 0;
        shards[name] = data[0] === "" ? [] : data[0].split(" ").map(function (word, place) {
          id += ids[place];
          return { word: word, id: id, count: counts[place] };
        });
      }
      return shards[name];
    });
  }

  /* The words of the index that one of a query may mean, each with how well it fits. */
  function variants(word, isLast, index) {
    const letters = Array.from(word), unspaced = IS_UNSPACED.test(word);
    const isOpen = isLast || (unspaced && letters.length === 1);
    const isNumber = /^[0-9]+$/.test(word);
    const limit = unspaced || isNumber || letters.length < 3 ? 0 : letters.length < 8 ? 1 : 2;
    const key = unspaced ? letters[0] : letters.slice(0, 2).join("");
    function near(all, quality, most) {
      if (!limit) return [];
      const found = [];
      all.forEach(function (entry) {
        if (entry.word === word || /^[0-9]/.test(entry.word)) return;
        const errors = distance(word, entry.word, false, limit);
        if (errors <= limit) found.push({ id: entry.id, word: entry.word, count: entry.count, errors: errors, quality: errors === 1 ? quality : quality / 2 });
      });
      return found.sort(function (a, b) { return a.errors - b.errors || b.count - a.count || a.id - b.id; }).slice(0, most);
    }
    return entries("first-" + shard(key, index.shards)).then(function (first) {
      const exact = first.filter(function (entry) { return entry.word === word; }).map(function (entry) {
        return { id: entry.id, word: word, count: entry.count, errors: 0, quality: 1 };
      });
      const longer = !isOpen ? [] : first.filter(function (entry) { return entry.word !== word && entry.word.startsWith(word); })
        .sort(function (a, b) { return b.count - a.count || a.id - b.id; }).slice(0, 8)
        .map(function (entry) { return { id: entry.id, word: entry.word, count: entry.count, errors: 0, quality: 0.8 }; });
      const known = exact.concat(longer);
      // A word that is known may be another that was misspelt; that costs little to look for where it begins the same.
      if (known.length) return known.concat(near(first, 0.4, 2));
      if (!limit) return known;
      return entries("last-" + shard(letters.slice(-2).join(""), index.shards)).then(function (last) {
        const seen = new Set(first.map(function (entry) { return entry.id; }));
        const all = near(first.concat(last.filter(function (entry) { return !seen.has(entry.id); })), 0.8, 4);
        if (all.length || !isLast || letters.length < 4) return all;
        return first.filter(function (entry) { return distance(word, entry.word, true, 1) === 1; })
          .sort(function (a, b) { return b.count - a.count || a.id - b.id; }).slice(0, 4)
          .map(function (entry) { return { id: entry.id, word: entry.word, count: entry.count, errors: 1, quality: 0.6 }; });
      });
    });
  }

  /* Where words' postings stand: the numbers of the first words of each file. */
  function division(counts) {
    let first = 0;
    return numbers(counts).map(function (count) {
      first += count;
      return first - count;
    });
  }
  const postings = {};
  function postingsOf(id, name, firsts) {
    let low = 0, high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= id) low = middle;
      else high = middle - 1;
    }
    const file = name + "-" + low;
    return load(file).then(function (data) {
      if (!postings[file]) postings[file] = data.split(".");
      return numbers(postings[file][id - firsts[low]]);
    });
  }

  let opened = null;
  function open() {
    if (!opened) {
      opened = load("index").then(function (data) {
        precedentSearch.words = data.words;
        return {
          documents: data.documents, inFile: data.inFile, shards: data.shards, lengths: numbers(data.lengths),
          titles: division(data.titles), texts: division(data.texts)
        };
      });
      opened.catch(function () { opened = null; });
    }
    return opened;
  }

  /* What a word of the query finds: for each document how good its best place is, and which section that is. */
  function hits(word, index, readsTexts) {
    const best = new Float32Array(index.documents), places = new Uint16Array(index.documents);
    function note(list, quality, value) {
      for (let place = 0, document = -1; place < list.length; place += 2) {
        document += list[place];
        const section = list[place + 1], worth = quality * value(section);
        if (worth <= best[document]) continue;
        best[document] = worth;
        places[document] = section;
      }
    }
    const known = word.variants.some(function (variant) { return variant.errors === 0; });
    return Promise.all(word.variants.map(function (variant) {
      const isGuess = known && variant.errors > 0;
      return Promise.all([
        postingsOf(variant.id, "titles", index.titles),
        readsTexts && !isGuess ? postingsOf(variant.id, "texts", index.texts) : []
      ]);
    })).then(function (lists) {
      let count = 0;
      lists.forEach(function (pair, place) {
        const quality = word.variants[place].quality;
        note(pair[0], quality, function (section) { return section === 0 ? TITLE : HEADING; });
        note(pair[1], quality, function () { return TEXT; });
      });
      for (let document = 0; document < best.length; document++) if (best[document] > 0) count++;
      return { best: best, places: places, weight: Math.log(1 + index.documents / Math.max(1, count)) };
    });
  }

  function rank(found, query, index) {
    const scores = new Float32Array(index.documents), whole = found.reduce(function (sum, word) { return sum + word.weight; }, 0);
    const candidates = [];
    let matched = 0;
    for (let document = 0; document < index.documents; document++) {
      let score = 0, covered = 0;
      for (let place = 0; place < found.length; place++) {
        const worth = found[place].best[document];
        if (worth === 0) continue;
        score += found[place].weight * worth;
        covered += found[place].weight;
      }
      if (covered === 0) continue;
      const share = covered / whole;
      if (share > 0.999) matched++;
      // All words first; of titles with the same words the shorter one.
      scores[document] = score * share * share * (1 + 0.1 / (1 + index.lengths[document]));
      if (candidates.length === CANDIDATES && scores[document] <= scores[candidates[CANDIDATES - 1]]) continue;
      let place = candidates.length;
      while (place > 0 && scores[candidates[place - 1]] < scores[document]) place--;
      candidates.splice(place, 0, document);
      if (candidates.length > CANDIDATES) candidates.pop();
    }
    const wanted = words(query).join(" ");
    return Promise.all(candidates.map(function (document) {
      return load("documents-" + Math.floor(document / index.inFile)).then(function (all) {
        const entry = all[document % index.inFile];
        let section = 0, most = 0;
        found.forEach(function (word) {
          const worth = word.weight * word.best[document];
          if (word.best[document] <= HEADING && word.places[document] > 0 && worth > most) {
            most = worth;
            section = word.places[document];
          }
        });
        const title = words(entry[0]).join(" ");
        const far = distance(wanted, title, false, Math.max(wanted.length, title.length));
        const alike = 1 - far / Math.max(1, wanted.length, title.length);
        return {
          title: entry[0], path: entry[1], kind: entry[2], number: entry[3], status: entry[4],
          section: section > 0 ? { title: entry[5][2 * section - 2], anchor: entry[5][2 * section - 1] } : null,
          document: document, score: scores[document] + TITLE * whole * alike * alike
        };
      });
    })).then(function (results) {
      results.sort(function (a, b) { return b.score - a.score || a.document - b.document; });
      return { results: results, matched: matched };
    });
  }

  /* Finds what a query means; the promise gives the best results, and how many documents have all its words. */
  function find(query) {
    return open().then(function (index) {
      const all = words(query).filter(function (word, place, list) {
        return !(word === "adr" && /^[0-9]+$/.test(list[place + 1] || "")) && list.indexOf(word) === place;
      });
      const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(query);
      return Promise.all(all.map(function (word, place) { return variants(word, isOpen && place === all.length - 1, index); }))
        .then(function (lists) {
          const known = lists.filter(function (list) { return list.length; }).map(function (list) {
            return { variants: list, count: Math.max.apply(null, list.map(function (variant) { return variant.count; })) };
          });
          if (!known.length) return { results: [], matched: 0 };
          const rarest = Math.min.apply(null, known.map(function (word) { return word.count; }));
          return Promise.all(known.map(function (word) {
            // What a quarter of all texts hold tells none apart where another word does.
            return hits(word, index, word.count === rarest || Math.pow(2, word.count + 2) < index.documents);
          })).then(function (found) { return rank(found, query, index); });
        });
    });
  }

  precedentSearch.open = function (folder) {
    base = folder;
    return open();
  };
  precedentSearch.find = find;
})();
