import fc from "fast-check";
import { expect, test } from "vitest";
import { datesIn } from "./datesIn";

/** A Saturday. */
const SENT = "2026-10-31T09:00:00Z";

function told(text: string, sentAt = SENT): string[] {
  return datesIn(text, sentAt).map(({ text: words, when: { day, from, to } }) => {
    const times = [from, to].filter((it) => it !== undefined);
    return `${words} = ${[day, times.join("–")].join(" ").trim()}`;
  });
}

test.each([
  ["Time 17. november på DPS", "17. november = 2026-11-17"],
  ["Vi ses 17. november.", "17. november = 2026-11-17"],
  ["17.november går fint", "17.november = 2026-11-17"],
  ["17 november går fint", "17 november = 2026-11-17"],
  ["(17. november)", "17. november = 2026-11-17"],
  ["- 17. november", "17. november = 2026-11-17"],
  ["Neste time - 17. november", "17. november = 2026-11-17"],
  ["Passer 17. nov?", "17. nov = 2026-11-17"],
  ["17. nov. kl. 10", "17. nov. kl. 10 = 2026-11-17 10:00"],
  ["3. des kl 9", "3. des kl 9 = 2026-12-03 09:00"],
  ["TIRSDAG 17. NOVEMBER KL. 10", "TIRSDAG 17. NOVEMBER KL. 10 = 2026-11-17 10:00"],
  ["tirsdag 17. november kl 10.30", "tirsdag 17. november kl 10.30 = 2026-11-17 10:30"],
  ["Tirsdag, 17. november, kl. 10:30.", "Tirsdag, 17. november, kl. 10:30 = 2026-11-17 10:30"],
  ["tirs. 17. nov.", "tirs. 17. nov. = 2026-11-17"],
  ["17.11. kl. 10:30", "17.11. kl. 10:30 = 2026-11-17 10:30"],
  ["tirsdag 17.11 kl. 10", "tirsdag 17.11 kl. 10 = 2026-11-17 10:00"],
  ["Frist: 17.11.2026.", "17.11.2026 = 2026-11-17"],
  ["1.3.2028 kl. 12.15", "1.3.2028 kl. 12.15 = 2028-03-01 12:15"],
  ["17. november 2027", "17. november 2027 = 2027-11-17"],
  ["onsdag den 18. november klokka 14", "onsdag den 18. november klokka 14 = 2026-11-18 14:00"],
  ["den 18. november klokken 14.00", "den 18. november klokken 14.00 = 2026-11-18 14:00"],
  ["18. november kl. 10–11", "18. november kl. 10–11 = 2026-11-18 10:00–11:00"],
  ["18. november kl. 10 til 11", "18. november kl. 10 til 11 = 2026-11-18 10:00–11:00"],
  [
    "18. november kl. 10.15 - 11.45, 2. etasje",
    "18. november kl. 10.15 - 11.45 = 2026-11-18 10:15–11:45",
  ],
  ["Kl. 10 tirsdag 17. november", "Kl. 10 tirsdag 17. november = 2026-11-17 10:00"],
  ["kl. 10–11 den 17. november", "kl. 10–11 den 17. november = 2026-11-17 10:00–11:00"],
  ["17. november kl. 07", "17. november kl. 07 = 2026-11-17 07:00"],
  ["17. november kl. 03.30", "17. november kl. 03.30 = 2026-11-17 03:30"],
  ["tysdag 17. november klokka 10", "tysdag 17. november klokka 10 = 2026-11-17 10:00"],
  ["laurdag 7. november", "laurdag 7. november = 2026-11-07"],
  ["måndag den 9. november", "måndag den 9. november = 2026-11-09"],
  ["17 November at 10", "17 November at 10 = 2026-11-17 10:00"],
  [
    "Tuesday 17th of November at 10–11",
    "Tuesday 17th of November at 10–11 = 2026-11-17 10:00–11:00",
  ],
  ["the 1st of December", "the 1st of December = 2026-12-01"],
  ["31. oktober kl. 23", "31. oktober kl. 23 = 2026-10-31 23:00"],
  ["Tue 17 November at 10", "Tue 17 November at 10 = 2026-11-17 10:00"],
  ["Vi ses 17. november kl. 10. Ha en fin kveld!", "17. november kl. 10 = 2026-11-17 10:00"],
  ["God kveld! Passer 17. november kl. 10?", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10—11", "17. november kl. 10—11 = 2026-11-17 10:00–11:00"],
  ["17. november kl. 10−11", "17. november kl. 10−11 = 2026-11-17 10:00–11:00"],
  ["17. november kl. 10 på DPS", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10 til samtale", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10 hos DPS-team 2", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10, Storgata 12", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10 i rom 3, ta med 50 minutter", "17. november kl. 10 = 2026-11-17 10:00"],
  ["Ring 55 12 34 56 om 17. november kl. 10 passer", "17. november kl. 10 = 2026-11-17 10:00"],
  ["17. november kl. 10 (tirsdag)", "17. november kl. 10 = 2026-11-17 10:00"],
  [
    "Jeg var der 3. oktober. Neste gang er 17. november kl. 10.",
    "17. november kl. 10 = 2026-11-17 10:00",
  ],
  [
    "Jeg var der 3. oktober, og kommer 17. november kl. 10",
    "17. november kl. 10 = 2026-11-17 10:00",
  ],
  ["Det er 16. i dag. Vi ses 17. november kl. 10 🙂", "17. november kl. 10 = 2026-11-17 10:00"],
  ["Dialogmøte 2 onsdag 9. desember kl. 12", "onsdag 9. desember kl. 12 = 2026-12-09 12:00"],
  ["9. desember kl. 12 på Torget 7", "9. desember kl. 12 = 2026-12-09 12:00"],
  ["9. desember kl. 12, ring +47 412 34 567", "9. desember kl. 12 = 2026-12-09 12:00"],
  ["9. desember kl. 12 i Klokkarvika", "9. desember kl. 12 = 2026-12-09 12:00"],
  ["Samtale nr. 3 av 10: 9. desember kl. 12", "9. desember kl. 12 = 2026-12-09 12:00"],
  ["1. samling er 9. desember kl. 12", "9. desember kl. 12 = 2026-12-09 12:00"],
  ["Time 9. desember kl. 12. Ikke glem legekortet.", "9. desember kl. 12 = 2026-12-09 12:00"],
  [
    "Akkurat den dagen kan jeg ikke. Passer 9. desember kl. 12?",
    "9. desember kl. 12 = 2026-12-09 12:00",
  ],
  ["17. november kl. 19 om kvelden", "17. november kl. 19 = 2026-11-17 19:00"],
])("%s is a date", (text, expected) => {
  expect(told(text)).toEqual([expected]);
});

test.each([
  "1.2",
  "versjon 1.2.",
  "versjon 10.11.12",
  "kl. 10",
  "i morgen kl. 10",
  "tirsdag kl. 10",
  "tirsdag 14.10",
  "22 33 44 55",
  "17112612345",
  "171126 12345",
  "3.5 mg",
  "tirsdag 3.11 mg",
  "Ta 10.11 kl. 12",
  "Møtet er 17.11.",
  "§ 4-1",
  "11/12",
  "17/11 2026",
  "17.11.26",
  "17.11.26 kl. 10",
  "17.11.2026.5",
  "12.17.11.2026",
  "rapport_17.11.2026",
  "17.11.2026-18.11.2026",
  "17.–19. november",
  "17. - 19. november",
  "17. til 19. november",
  "17./18. november",
  "1. mai-toget",
  "2. juledag",
  "vår 5. jul",
  "17. novembers",
  "17. november i fjor",
  "you may 3",
  "the 17 may come",
  "i november 17 personer",
  "17. november 25",
  "31.02. kl. 10",
  "31. november",
  "0. november",
  "32. november",
  "17.13.2026",
  "29. februar",
  "17. november kl. 25",
  "17. november kl. 10.75",
  "17. november kl. 10.5",
  "17. november kl. 24",
  "17. november kl. 3",
  "17. november kl. 8 om kvelden",
  "17. november kl. halv ti",
  "17. november kl. 10 eller 11",
  "17. november kl. 11–10",
  "17 November at 10 pm",
  "mandag 17. november",
  "mandag den 17.11. kl. 10",
  "17 November at 9 in the evening",
  "17 November at 9 tonight",
  "17. november kl. 8 kveld",
  "17. november kl. 8, om kvelden",
  "17. november kl. 8 (kveld)",
  "17. november kl. 8 ikveld",
  "17. november kl 8 em",
  "Tirsdag kveld 17. november kl. 8",
  "om kvelden kl. 8 den 17. november",
  "17. november kl. 12 midnatt",
  "Kan du 3. eller 4. desember kl. 10?",
  "3. og 4. desember",
  "3., 4. og 5. desember",
  "3. desember - 5. desember",
  "3. desember til og med 5. desember",
  "3. desember kl. 10 til 5. desember kl. 12",
  "fra 3. desember til 5. desember",
  "17. november kl. 10 (eller 11)",
  "17. november kl. 10, eller 11",
  "17. november kl. 10 evt. 11",
  "17. november kl. 10 – eller kl. 11",
  "17. november neste år",
  "17 November next year",
  "17. november, i fjor",
  "hver 17. november",
  "17. november hvert år",
  "kl. halv ti 17. november",
  "kl. 10 eller 11 den 17. november",
  "17. november (kl. halv ti)",
  "17. november: kl. halv ti",
  "17. november – kl. halv ti",
  "17. november\nkl. halv ti",
  "17. november fra 10 til 12",
  "17. november etter kl. 10",
  "Ring kl. 10, 17. november er jeg borte",
  "Mon 17 November at 10",
  "Mon 17 November",
  "Man 17. november",
  "mandag (17. november)",
  "Mandag kl. 10, 17. november",
  "17. november kl. 10 på 11",
  "17. november kl. 10 over 11",
  "17. november kl. 10 over halv 11",
  "17 November at 10 past 11",
  "17 November at half past 10",
  "Tuesday 17th of November at 10 to 11",
  "dagen før 17. november kl. 12",
  "dagen etter 17. november",
  "uka etter 17. november kl. 10",
  "to dager før 17. november",
  "før 17. november kl. 10",
  "frem til 17. november kl. 10",
  "kvelden før 17. november",
  "natt til tirsdag 17. november",
  "two days before 17 November",
  "8th to 10th December",
  "8th or 9th December at 10",
  "8th and 9th December at 10",
  "from the 8th to the 10th December",
  "mandag 16. til onsdag 18. november",
  "mandag 16.–onsdag 18. november",
  "tirsdag 17. eller onsdag 18. november kl. 10",
  "tirsdag/onsdag 18. november kl. 10",
  "16. til den 18. november",
  "16. til og med 18. november",
  "16. t.o.m. 18. november",
  "16. tom 18. november",
  "den 16. og den 18. november",
  "16. el. 18. november",
  "16. evt. 18. november",
  "16. eventuelt 18. november",
  "16. samt 18. november",
  "16. & 18. november",
  "16. + 18. november",
  "16. og  18. november",
  "16.—18. november",
  "16.−18. november",
  "16.‑18. november",
  "17. november kl. 10, 11 eller 12",
  "17. november kl. 10 el. 12",
  "17. november kl. 10, kl. 12",
  "17. november kl. 10 / kl. 12",
  "17. november kl. 10 eller elleve",
  "17. november kl. 10 eller rundt 12",
  "17. november kl. 10 (12 om det ikke passer)",
  "17. november kl. 10? Eller 12?",
  "17. november kl. 10. Eller kl. 12.",
  "17. november kl. 10 til 11 eller 12",
  "17. november kl. 10 til halv tolv",
  "17. november kl. 10 til 18. november",
  "17 November at 8 (pm)",
  "17 November at 8, PM",
  "17 November at 8 (p.m.)",
  "17. november kl. 8 (pm)",
  "Kveldsmøte i gruppa om det vi snakket om sist, 17. november kl. 8",
  "17. november ca. kl. 10",
  "17. november rundt kl. 10",
  "17. november tidligst kl. 10",
  "17. november, men ikke kl. 10",
  "17. november om morgenen, kl. 10",
  "17. november på NAV kl. 10",
  "17. november hos Vera kl. 10",
  "17. november. Kl. 10.",
  "17. november. Det er kl. 10.",
  "17. november kvart over 10",
  "17. november i 10-tida",
  "17. november (onsdag)",
  "17. november, onsdag",
  "kl. 10 17. november, onsdag",
  "onsdagen den 17. november kl. 10",
  "fredag, altså 17. november kl. 10",
  "ti./to/on 17. november kl. 10",
  "i dag 1. november kl. 10",
  "i morgen 2. november kl. 10",
  "17. november i 2027",
  "17. november om ett år",
  "17. november for to år siden",
  "Det blir ikke 17. november kl. 10",
  "Timen 17. november kl. 10 er avlyst",
  "Møtet 17. november kl. 10 er utsatt.",
  "Møtet 17. november kl. 10 er flyttet til dagen etter",
  "Møtet 17. november kl. 10 er flyttet en uke fram",
  "Kan vi flytte 17. november kl. 10 en time?",
  "The meeting on 17 November at 10 has moved to the day after",
  "Vi møtes 19. november kl. 10 i stedet for 17. november kl. 12",
  "We meet 19 November at 10 instead of 17 November at 12",
  "17 November at 10 is called off",
  "Timen 17. november kl. 10 går ut",
  "Timen 17. november kl. 10 faller bort",
  "Timen 17. november kl. 10 må falle bort",
  "Timen 17. november kl. 10 har falt ut",
  "Timen 17. november kl. 10 fell bort",
  "Timen 17. november kl. 10 må dessverre utgå",
  "Timen 17. november kl. 10 er utgått",
  "Timen 17. november kl. 10 forskyves en uke",
  "17 November at 10 is put off",
  "17 November at 10 is pushed back a week",
  "Du har time 17. november kl. 10. Adressen er Torget 7. Timen er avlyst.",
  "9. desember, klokkeslett ni",
  "17. november kl. 10 strykes",
  "17. november kl. 10 er droppet",
  "Ingen møte 17. november kl. 10",
  "Det blir aldri noe av 17. november kl. 10",
  "Alle dager unntatt 17. november",
  "17. november kl. 10 var feil, det er uka etter",
  "Annenhver tirsdag fra 17. november kl. 10",
  "Jeg er født 17. november.",
  "Du har time 17. november kl. 10. Timen er avlyst.",
  "Møtet er tirsdag 17. november. Oppmøte 09.30.",
  "Vi møtes kl. 10. Datoen er 17. november.",
  "Kl. 10 passer ikke. Ta 17. november.",
  "Dato: 17. november\nTid: 10.15\nSted: DPS",
  "17. november\n10.15",
  "17. november. Oppmøte 10.15.",
  "Dato: 17. november 2026\nSted: DPS\nTid: kl. 10.15",
  "Kl. 10.15:\n17. november",
  "Thursday 10th December 1pm",
  "8 December 10am",
  "8. desember, 1015-1100",
  "8. desember 10h30",
  "8 December midday",
  "8. desember ved lunsj",
  "8. desember om formiddagen",
  "8. desember om morgenen",
  "8. desember kl. 10 utgår",
  "8. desember kl. 10 må dessverre flyttes",
  "8. desember kl. 10 er erstattet av 9. desember",
  "8 December at 10 has been moved",
  "I can't 8 December at 10",
  "I cannot 8 December at 10",
  "I won’t come 8 December at 10",
  "Don't come 8 December at 10",
  "No appointment on 8 December",
  "Neither 8 December at 10",
  "Time 8. desember kl. 10. Flyttet til kl. 11!",
  "Time 8. desember kl. 10. Avlyst.",
  "AVLYST! Time 8. desember kl. 10.",
  "Borte fra 14. desember og er tilbake 4. januar",
  "17. november 2019",
  "17.11.1960",
])("%s is none", (text) => {
  expect(told(text)).toEqual([]);
});

test("each date has its own time", () => {
  expect(told("16. november kl. 10, 17. november eller 18. november kl. 12?")).toEqual([
    "16. november kl. 10 = 2026-11-16 10:00",
    "17. november = 2026-11-17",
    "18. november kl. 12 = 2026-11-18 12:00",
  ]);
});

test("a choice of two days is two dates", () => {
  expect(told("17. november kl. 10 eller onsdag 18. november kl. 11?")).toEqual([
    "17. november kl. 10 = 2026-11-17 10:00",
    "onsdag 18. november kl. 11 = 2026-11-18 11:00",
  ]);
});

test("each has its place in a text of several sentences", () => {
  const text = "Hei! Vi ses 17. november kl. 10.\nOg så 18. november kl. 11.";
  for (const { index, text: words } of datesIn(text, SENT)) {
    expect(text.slice(index, index + words.length)).toBe(words);
  }
  expect(datesIn(text, SENT)).toHaveLength(2);
});

test.each([
  ["3. januar", "2026-12-30T12:00:00Z", "2027-01-03"],
  ["30. desember", "2026-12-30T12:00:00Z", "2026-12-30"],
  ["29. februar", "2027-12-01T12:00:00Z", "2028-02-29"],
  ["2. mai", "2026-10-31T09:00:00Z", "2027-05-02"],
  // Half a year and more ahead only the weekday says that it is not the one behind.
  ["mandag 2. august", "2026-10-31T09:00:00Z", "2027-08-02"],
])("%s, sent %s, is %s", (text, sentAt, day) => {
  expect(datesIn(text, sentAt).map((it) => it.when.day)).toEqual([day]);
});

test.each([
  ["jeg var der 3. november", "2026-11-20T12:00:00Z"],
  ["siden 3. september", "2026-11-20T12:00:00Z"],
  ["søndag 2. august", "2026-10-31T09:00:00Z"],
  ["29. desember", "2026-12-30T12:00:00Z"],
])("%s, sent %s, is behind", (text, sentAt) => {
  expect(told(text, sentAt)).toEqual([]);
});

test.each([
  // In winter Norway is an hour ahead of UTC, in summer two.
  ["17. november", "2026-11-17T22:59:00Z", ["17. november = 2026-11-17"]],
  ["17. november", "2026-11-17T23:00:00Z", []],
  ["17. juni", "2026-06-17T21:59:00Z", ["17. juni = 2026-06-17"]],
  ["17. juni", "2026-06-17T22:00:00Z", []],
])("%s, sent %s: the day of sending is Norway's", (text, sentAt, expected) => {
  expect(told(text, sentAt)).toEqual(expected);
});

test("whatever was written, a date is in its place, is a day and is ahead", () => {
  const some = fc.constantFrom(
    "tirsdag ",
    "17",
    ". ",
    ".",
    "november",
    " kl. ",
    "10",
    "–",
    " ",
    "2026",
    "3",
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      for (const { index, text: words, when } of datesIn(text, SENT)) {
        expect(text.slice(index, index + words.length)).toBe(words);
        expect(new Date(when.day).toISOString().slice(0, 10)).toBe(when.day);
        expect(when.day >= "2026-10-31").toBe(true);
      }
    }),
  );
});

test.each([
  "17. ".repeat(700) + "tirsdag ".repeat(300) + "kl. 10 17.11.".repeat(300),
  "\n".repeat(8000),
  "\r\n".repeat(4000),
])("a long text of almost dates takes no time to speak of", (long) => {
  const text = long.slice(0, 8000);
  const before = performance.now();
  datesIn(text, SENT);
  expect(performance.now() - before).toBeLessThan(500);
});
