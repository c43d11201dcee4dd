// Takes a text apart by one of Prism's grammars and hands each piece on with its kind: a letter for the style sheet.
// A piece within another keeps the outer one's kind, unless it has one of its own.
(function (mark) {
  'use strict';

  var words = {
    c: 'comment prolog doctype cdata shebang coord shell-symbol',
    k: 'keyword rule important tag',
    s: 'string char regex attr-value url',
    n: 'number boolean constant variable entity date datetime null nil unit hexcode',
    t: 'function class-name builtin annotation decorator attribute attr-name property key selector type',
    i: 'inserted',
    d: 'deleted',
    // What stands out of the piece around it.
    '': 'interpolation punctuation operator macro instruction'
  };
  var kinds = {};
  Object.keys(words).forEach(function (kind) {
    words[kind].split(' ').forEach(function (word) { kinds[word] = kind.length ? kind.charCodeAt(0) : 0; });
  });

  function kind(token, outer) {
    var names = [token.type].concat(token.alias || []);
    for (var index = 0; index < names.length; index += 1) {
      if (Object.prototype.hasOwnProperty.call(kinds, names[index])) { return kinds[names[index]]; }
    }
    return outer;
  }

  function walk(token, outer) {
    if (typeof token === 'string') {
      mark(outer, token.length);
    } else if (Array.isArray(token)) {
      for (var index = 0; index < token.length; index += 1) { walk(token[index], outer); }
    } else {
      walk(token.content, kind(token, outer));
    }
  }

  // Half of what is found in a text is punctuation, which gets no colour: what nobody sees is not looked for.
  function lighten(grammar) {
    delete grammar.punctuation;
    delete grammar.operator;
    return grammar;
  }

  return function (text, language) { walk(Prism.tokenize(text, lighten(Prism.languages[language])), 0); };
})
