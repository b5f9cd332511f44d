// Generated from services/contracts by typescript/generate.mjs. Do not edit.
export const textExamples: readonly { what: string; kind: string; text: string; code: string | null; shortest?: number; longest?: number }[] =
  [
  {
    "what": "plain",
    "kind": "LINE",
    "text": "Hei",
    "code": null
  },
  {
    "what": "Norwegian, S\u00e1mi",
    "kind": "LINE",
    "text": "\u00c6 \u00f8 \u00e5 \u017d \u014b \u010d \u0111",
    "code": null
  },
  {
    "what": "signs",
    "kind": "LINE",
    "text": "Tilbake i jobb: 50 % \u2013 \u00absnart\u00bb?",
    "code": null
  },
  {
    "what": "emoji with joiners, skin, keycap, selector, flag",
    "kind": "LINE",
    "text": "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83d\udc4d\ud83c\udffd 1\ufe0f\u20e3 \u2764\ufe0f \ud83c\uddf3\ud83c\uddf4",
    "code": null
  },
  {
    "what": "Hebrew",
    "kind": "LINE",
    "text": "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
    "code": null
  },
  {
    "what": "Arabic",
    "kind": "LINE",
    "text": "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "code": null
  },
  {
    "what": "Persian with a zero-width non-joiner",
    "kind": "LINE",
    "text": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "code": null
  },
  {
    "what": "Devanagari marks",
    "kind": "LINE",
    "text": "\u0915\u094d\u0937\u094d\u092e",
    "code": null
  },
  {
    "what": "Hangul by its parts",
    "kind": "LINE",
    "text": "\uac01",
    "code": null
  },
  {
    "what": "a letter and an accent",
    "kind": "LINE",
    "text": "e\u0301",
    "code": null
  },
  {
    "what": "a no-break space between letters",
    "kind": "LINE",
    "text": "a\u00a0b",
    "code": null
  },
  {
    "what": "a sign of Unicode 16",
    "kind": "LINE",
    "text": "\ud83e\udee9",
    "code": null
  },
  {
    "what": "nothing",
    "kind": "LINE",
    "text": "",
    "code": "text-empty"
  },
  {
    "what": "white space",
    "kind": "LINE",
    "text": " \t\n",
    "code": "text-empty"
  },
  {
    "what": "no-break space",
    "kind": "LINE",
    "text": "\u00a0",
    "code": "text-empty"
  },
  {
    "what": "wide spaces",
    "kind": "LINE",
    "text": "\u2003\u3000",
    "code": "text-empty"
  },
  {
    "what": "zero-width space",
    "kind": "LINE",
    "text": "\u200b",
    "code": "text-empty"
  },
  {
    "what": "joiners",
    "kind": "LINE",
    "text": "\u200d\u200c",
    "code": "text-empty"
  },
  {
    "what": "byte order mark",
    "kind": "LINE",
    "text": "\ufeff",
    "code": "text-empty"
  },
  {
    "what": "word joiner",
    "kind": "LINE",
    "text": "\u2060",
    "code": "text-empty"
  },
  {
    "what": "soft hyphen",
    "kind": "LINE",
    "text": "\u00ad",
    "code": "text-empty"
  },
  {
    "what": "braille blank",
    "kind": "LINE",
    "text": "\u2800",
    "code": "text-empty"
  },
  {
    "what": "Hangul filler",
    "kind": "LINE",
    "text": "\u3164",
    "code": "text-empty"
  },
  {
    "what": "Hangul fillers",
    "kind": "LINE",
    "text": "\u115f\u1160",
    "code": "text-empty"
  },
  {
    "what": "half-width Hangul filler",
    "kind": "LINE",
    "text": "\uffa0",
    "code": "text-empty"
  },
  {
    "what": "override alone",
    "kind": "LINE",
    "text": "\u202e",
    "code": "text-empty"
  },
  {
    "what": "isolate alone",
    "kind": "LINE",
    "text": "\u2066\u2069",
    "code": "text-empty"
  },
  {
    "what": "direction marks alone",
    "kind": "LINE",
    "text": "\u200e\u200f\u061c",
    "code": "text-empty"
  },
  {
    "what": "variation selector alone",
    "kind": "LINE",
    "text": "\ufe0f",
    "code": "text-empty"
  },
  {
    "what": "supplementary selector alone",
    "kind": "LINE",
    "text": "\udb40\udd00",
    "code": "text-empty"
  },
  {
    "what": "tag characters alone",
    "kind": "LINE",
    "text": "\udb40\udc41\udb40\udc42",
    "code": "text-empty"
  },
  {
    "what": "grapheme joiner alone",
    "kind": "LINE",
    "text": "\u034f",
    "code": "text-empty"
  },
  {
    "what": "accent alone",
    "kind": "LINE",
    "text": "\u0301",
    "code": "text-empty"
  },
  {
    "what": "Mongolian separator",
    "kind": "LINE",
    "text": "\u180e",
    "code": "text-empty"
  },
  {
    "what": "musical null",
    "kind": "LINE",
    "text": "\ud834\udd59",
    "code": "text-empty"
  },
  {
    "what": "U+0000 alone",
    "kind": "LINE",
    "text": "\u0000",
    "code": "text-empty"
  },
  {
    "what": "next line alone",
    "kind": "LINE",
    "text": "\u0085",
    "code": "text-empty"
  },
  {
    "what": "separators alone",
    "kind": "LINE",
    "text": "\u2028\u2029",
    "code": "text-empty"
  },
  {
    "what": "U+0000",
    "kind": "LINE",
    "text": "a\u0000b",
    "code": "text-not-plain"
  },
  {
    "what": "bell",
    "kind": "LINE",
    "text": "a\u0007",
    "code": "text-not-plain"
  },
  {
    "what": "carriage return",
    "kind": "LINE",
    "text": "a\rb",
    "code": "text-not-plain"
  },
  {
    "what": "escape",
    "kind": "LINE",
    "text": "a\u001b[31m",
    "code": "text-not-plain"
  },
  {
    "what": "delete",
    "kind": "LINE",
    "text": "a\u007f",
    "code": "text-not-plain"
  },
  {
    "what": "next line",
    "kind": "LINE",
    "text": "a\u0085b",
    "code": "text-not-plain"
  },
  {
    "what": "C1 control",
    "kind": "LINE",
    "text": "a\u009bb",
    "code": "text-not-plain"
  },
  {
    "what": "line separator",
    "kind": "LINE",
    "text": "a\u2028b",
    "code": "text-not-plain"
  },
  {
    "what": "paragraph separator",
    "kind": "LINE",
    "text": "a\u2029b",
    "code": "text-not-plain"
  },
  {
    "what": "embedding",
    "kind": "LINE",
    "text": "a\u202ab",
    "code": "text-not-plain"
  },
  {
    "what": "override",
    "kind": "LINE",
    "text": "a\u202eb\u202c",
    "code": "text-not-plain"
  },
  {
    "what": "isolate",
    "kind": "LINE",
    "text": "a\u2066b\u2069",
    "code": "text-not-plain"
  },
  {
    "what": "first strong isolate",
    "kind": "LINE",
    "text": "a\u2068b",
    "code": "text-not-plain"
  },
  {
    "what": "deprecated format",
    "kind": "LINE",
    "text": "a\u206ab",
    "code": "text-not-plain"
  },
  {
    "what": "noncharacter",
    "kind": "LINE",
    "text": "a\ufffeb",
    "code": "text-not-plain"
  },
  {
    "what": "noncharacter",
    "kind": "LINE",
    "text": "a\ufdd0",
    "code": "text-not-plain"
  },
  {
    "what": "reserved for controls",
    "kind": "LINE",
    "text": "a\udb40\udc00b",
    "code": "text-not-plain"
  },
  {
    "what": "plain",
    "kind": "BODY",
    "text": "Hei",
    "code": null
  },
  {
    "what": "Norwegian, S\u00e1mi",
    "kind": "BODY",
    "text": "\u00c6 \u00f8 \u00e5 \u017d \u014b \u010d \u0111",
    "code": null
  },
  {
    "what": "signs",
    "kind": "BODY",
    "text": "Tilbake i jobb: 50 % \u2013 \u00absnart\u00bb?",
    "code": null
  },
  {
    "what": "emoji with joiners, skin, keycap, selector, flag",
    "kind": "BODY",
    "text": "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83d\udc4d\ud83c\udffd 1\ufe0f\u20e3 \u2764\ufe0f \ud83c\uddf3\ud83c\uddf4",
    "code": null
  },
  {
    "what": "Hebrew",
    "kind": "BODY",
    "text": "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
    "code": null
  },
  {
    "what": "Arabic",
    "kind": "BODY",
    "text": "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "code": null
  },
  {
    "what": "Persian with a zero-width non-joiner",
    "kind": "BODY",
    "text": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "code": null
  },
  {
    "what": "Devanagari marks",
    "kind": "BODY",
    "text": "\u0915\u094d\u0937\u094d\u092e",
    "code": null
  },
  {
    "what": "Hangul by its parts",
    "kind": "BODY",
    "text": "\uac01",
    "code": null
  },
  {
    "what": "a letter and an accent",
    "kind": "BODY",
    "text": "e\u0301",
    "code": null
  },
  {
    "what": "a no-break space between letters",
    "kind": "BODY",
    "text": "a\u00a0b",
    "code": null
  },
  {
    "what": "a sign of Unicode 16",
    "kind": "BODY",
    "text": "\ud83e\udee9",
    "code": null
  },
  {
    "what": "nothing",
    "kind": "BODY",
    "text": "",
    "code": "text-empty"
  },
  {
    "what": "white space",
    "kind": "BODY",
    "text": " \t\n",
    "code": "text-empty"
  },
  {
    "what": "no-break space",
    "kind": "BODY",
    "text": "\u00a0",
    "code": "text-empty"
  },
  {
    "what": "wide spaces",
    "kind": "BODY",
    "text": "\u2003\u3000",
    "code": "text-empty"
  },
  {
    "what": "zero-width space",
    "kind": "BODY",
    "text": "\u200b",
    "code": "text-empty"
  },
  {
    "what": "joiners",
    "kind": "BODY",
    "text": "\u200d\u200c",
    "code": "text-empty"
  },
  {
    "what": "byte order mark",
    "kind": "BODY",
    "text": "\ufeff",
    "code": "text-empty"
  },
  {
    "what": "word joiner",
    "kind": "BODY",
    "text": "\u2060",
    "code": "text-empty"
  },
  {
    "what": "soft hyphen",
    "kind": "BODY",
    "text": "\u00ad",
    "code": "text-empty"
  },
  {
    "what": "braille blank",
    "kind": "BODY",
    "text": "\u2800",
    "code": "text-empty"
  },
  {
    "what": "Hangul filler",
    "kind": "BODY",
    "text": "\u3164",
    "code": "text-empty"
  },
  {
    "what": "Hangul fillers",
    "kind": "BODY",
    "text": "\u115f\u1160",
    "code": "text-empty"
  },
  {
    "what": "half-width Hangul filler",
    "kind": "BODY",
    "text": "\uffa0",
    "code": "text-empty"
  },
  {
    "what": "override alone",
    "kind": "BODY",
    "text": "\u202e",
    "code": "text-empty"
  },
  {
    "what": "isolate alone",
    "kind": "BODY",
    "text": "\u2066\u2069",
    "code": "text-empty"
  },
  {
    "what": "direction marks alone",
    "kind": "BODY",
    "text": "\u200e\u200f\u061c",
    "code": "text-empty"
  },
  {
    "what": "variation selector alone",
    "kind": "BODY",
    "text": "\ufe0f",
    "code": "text-empty"
  },
  {
    "what": "supplementary selector alone",
    "kind": "BODY",
    "text": "\udb40\udd00",
    "code": "text-empty"
  },
  {
    "what": "tag characters alone",
    "kind": "BODY",
    "text": "\udb40\udc41\udb40\udc42",
    "code": "text-empty"
  },
  {
    "what": "grapheme joiner alone",
    "kind": "BODY",
    "text": "\u034f",
    "code": "text-empty"
  },
  {
    "what": "accent alone",
    "kind": "BODY",
    "text": "\u0301",
    "code": "text-empty"
  },
  {
    "what": "Mongolian separator",
    "kind": "BODY",
    "text": "\u180e",
    "code": "text-empty"
  },
  {
    "what": "musical null",
    "kind": "BODY",
    "text": "\ud834\udd59",
    "code": "text-empty"
  },
  {
    "what": "U+0000 alone",
    "kind": "BODY",
    "text": "\u0000",
    "code": "text-empty"
  },
  {
    "what": "next line alone",
    "kind": "BODY",
    "text": "\u0085",
    "code": "text-empty"
  },
  {
    "what": "separators alone",
    "kind": "BODY",
    "text": "\u2028\u2029",
    "code": "text-empty"
  },
  {
    "what": "U+0000",
    "kind": "BODY",
    "text": "a\u0000b",
    "code": "text-not-plain"
  },
  {
    "what": "bell",
    "kind": "BODY",
    "text": "a\u0007",
    "code": "text-not-plain"
  },
  {
    "what": "carriage return",
    "kind": "BODY",
    "text": "a\rb",
    "code": "text-not-plain"
  },
  {
    "what": "escape",
    "kind": "BODY",
    "text": "a\u001b[31m",
    "code": "text-not-plain"
  },
  {
    "what": "delete",
    "kind": "BODY",
    "text": "a\u007f",
    "code": "text-not-plain"
  },
  {
    "what": "next line",
    "kind": "BODY",
    "text": "a\u0085b",
    "code": "text-not-plain"
  },
  {
    "what": "C1 control",
    "kind": "BODY",
    "text": "a\u009bb",
    "code": "text-not-plain"
  },
  {
    "what": "line separator",
    "kind": "BODY",
    "text": "a\u2028b",
    "code": "text-not-plain"
  },
  {
    "what": "paragraph separator",
    "kind": "BODY",
    "text": "a\u2029b",
    "code": "text-not-plain"
  },
  {
    "what": "embedding",
    "kind": "BODY",
    "text": "a\u202ab",
    "code": "text-not-plain"
  },
  {
    "what": "override",
    "kind": "BODY",
    "text": "a\u202eb\u202c",
    "code": "text-not-plain"
  },
  {
    "what": "isolate",
    "kind": "BODY",
    "text": "a\u2066b\u2069",
    "code": "text-not-plain"
  },
  {
    "what": "first strong isolate",
    "kind": "BODY",
    "text": "a\u2068b",
    "code": "text-not-plain"
  },
  {
    "what": "deprecated format",
    "kind": "BODY",
    "text": "a\u206ab",
    "code": "text-not-plain"
  },
  {
    "what": "noncharacter",
    "kind": "BODY",
    "text": "a\ufffeb",
    "code": "text-not-plain"
  },
  {
    "what": "noncharacter",
    "kind": "BODY",
    "text": "a\ufdd0",
    "code": "text-not-plain"
  },
  {
    "what": "reserved for controls",
    "kind": "BODY",
    "text": "a\udb40\udc00b",
    "code": "text-not-plain"
  },
  {
    "what": "two lines",
    "kind": "BODY",
    "text": "a\nb",
    "code": null
  },
  {
    "what": "two lines",
    "kind": "LINE",
    "text": "a\nb",
    "code": "text-not-plain"
  },
  {
    "what": "tabulator",
    "kind": "BODY",
    "text": "a\tb",
    "code": null
  },
  {
    "what": "tabulator",
    "kind": "LINE",
    "text": "a\tb",
    "code": "text-not-plain"
  },
  {
    "what": "direction marks",
    "kind": "BODY",
    "text": "\u200f\u05e9\u05dc\u05d5\u05dd!\u200e",
    "code": null
  },
  {
    "what": "direction marks",
    "kind": "LINE",
    "text": "\u200f\u05e9\u05dc\u05d5\u05dd!\u200e",
    "code": "text-not-plain"
  },
  {
    "what": "soft hyphen",
    "kind": "BODY",
    "text": "a\u00adb",
    "code": null
  },
  {
    "what": "soft hyphen",
    "kind": "LINE",
    "text": "a\u00adb",
    "code": "text-not-plain"
  },
  {
    "what": "zero-width space",
    "kind": "BODY",
    "text": "a\u200bb",
    "code": null
  },
  {
    "what": "zero-width space",
    "kind": "LINE",
    "text": "a\u200bb",
    "code": "text-not-plain"
  },
  {
    "what": "a flag of tag characters",
    "kind": "BODY",
    "text": "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f",
    "code": null
  },
  {
    "what": "a flag of tag characters",
    "kind": "LINE",
    "text": "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f",
    "code": "text-not-plain"
  },
  {
    "what": "Arabic letter mark",
    "kind": "BODY",
    "text": "a\u061cb",
    "code": null
  },
  {
    "what": "Arabic letter mark",
    "kind": "LINE",
    "text": "a\u061cb",
    "code": "text-not-plain"
  },
  {
    "what": "braille blank",
    "kind": "BODY",
    "text": "a\u2800",
    "code": null
  },
  {
    "what": "braille blank",
    "kind": "LINE",
    "text": "a\u2800",
    "code": "text-not-plain"
  },
  {
    "what": "half a pair",
    "kind": "LINE",
    "text": "a\ud83d",
    "code": "text-not-plain"
  },
  {
    "what": "the wrong half",
    "kind": "LINE",
    "text": "\udc4da",
    "code": "text-not-plain"
  },
  {
    "what": "an emoji is one",
    "kind": "LINE",
    "text": "\ud83d\udc4d\ud83d\udc4d",
    "shortest": 2,
    "longest": 2,
    "code": null
  },
  {
    "what": "one too many",
    "kind": "LINE",
    "text": "\ud83d\udc4d\ud83d\udc4d\ud83d\udc4d",
    "shortest": 1,
    "longest": 2,
    "code": "text-too-long"
  },
  {
    "what": "one too few",
    "kind": "LINE",
    "text": "\ud83d\udc4d",
    "shortest": 2,
    "longest": 3,
    "code": "text-too-short"
  },
  {
    "what": "seen before measured",
    "kind": "LINE",
    "text": "    ",
    "shortest": 1,
    "longest": 2,
    "code": "text-empty"
  },
  {
    "what": "half a pair",
    "kind": "BODY",
    "text": "a\ud83d",
    "code": "text-not-plain"
  },
  {
    "what": "the wrong half",
    "kind": "BODY",
    "text": "\udc4da",
    "code": "text-not-plain"
  },
  {
    "what": "an emoji is one",
    "kind": "BODY",
    "text": "\ud83d\udc4d\ud83d\udc4d",
    "shortest": 2,
    "longest": 2,
    "code": null
  },
  {
    "what": "one too many",
    "kind": "BODY",
    "text": "\ud83d\udc4d\ud83d\udc4d\ud83d\udc4d",
    "shortest": 1,
    "longest": 2,
    "code": "text-too-long"
  },
  {
    "what": "one too few",
    "kind": "BODY",
    "text": "\ud83d\udc4d",
    "shortest": 2,
    "longest": 3,
    "code": "text-too-short"
  },
  {
    "what": "seen before measured",
    "kind": "BODY",
    "text": "    ",
    "shortest": 1,
    "longest": 2,
    "code": "text-empty"
  }
];
