/**
 * Numbers that no one has: `country` is the calling code, `length` that of the national number in digits, `starts` how national numbers may begin ("?" is any
 * digit, "#" one from 2 to 7, which leaves out the codes of free calls).
 */
export interface FictionalPhones {
  readonly country: string;
  readonly length: number;
  readonly starts: readonly string[];
  readonly source: string;
}

/** Ranges that numbering authorities keep free for fiction. Where the source could not be read itself, it says what is assumed. */
export const fictionalPhones: readonly FictionalPhones[] = [
  {
    country: "1",
    length: 10,
    starts: ["#0?55501", "#2?55501", "#3?55501", "#4?55501", "#5?55501", "#6?55501", "#7?55501", "#8?55501"],
    source: "ATIS-0300115: 555-0100 to 555-0199 of each area",
  },
  {
    country: "33",
    length: 9,
    starts: ["19900", "26191", "35301", "46571", "53649", "63998"],
    source: "ARCEP, decision 2018-0881: numbers for audiovisual works; the ranges are assumed",
  },
  {
    country: "44",
    length: 10,
    starts: ["7700900", "1632960"],
    source: "Ofcom: telephone numbers for TV and radio drama, mobile and of no area",
  },
  {
    country: "49",
    length: 10,
    starts: ["3023125", "6990009", "4066969", "2214710", "8999998"],
    source: "Bundesnetzagentur, Mitteilung 148/2021: Rufnummern für Medienproduktionen",
  },
  {
    country: "61",
    length: 9,
    starts: ["25550", "27010", "35550", "37010", "75550", "77010", "85550", "87010"],
    source: "ACMA: phone numbers for creative works; the ranges of 7010 are assumed",
  },
];
