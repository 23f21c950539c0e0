/** What an option of curl means to a request; `ignore` ones take a value that says nothing about it. Source: curl's manual page. */
export type CurlMeaning =
  | "method"
  | "header"
  | "data"
  | "raw-data"
  | "binary-data"
  | "encoded-data"
  | "json"
  | "url"
  | "user-agent"
  | "referer"
  | "cookie"
  | "get"
  | "head"
  | "ignore";

/** Options that take a value, and the two without one that change the method. Every other option is a switch that changes nothing here. */
const meanings: Readonly<Record<string, CurlMeaning>> = {
  "-X": "method",
  "--request": "method",
  "-H": "header",
  "--header": "header",
  "-d": "data",
  "--data": "data",
  "--data-ascii": "data",
  "--data-raw": "raw-data",
  "--data-binary": "binary-data",
  "--data-urlencode": "encoded-data",
  "--json": "json",
  "--url": "url",
  "-A": "user-agent",
  "--user-agent": "user-agent",
  "-e": "referer",
  "--referer": "referer",
  "-b": "cookie",
  "--cookie": "cookie",
  "-G": "get",
  "--get": "get",
  "-I": "head",
  "--head": "head",
  "-c": "ignore",
  "--cookie-jar": "ignore",
  "-m": "ignore",
  "--max-time": "ignore",
  "--connect-timeout": "ignore",
  "-o": "ignore",
  "--output": "ignore",
  "-w": "ignore",
  "--write-out": "ignore",
  "-x": "ignore",
  "--proxy": "ignore",
  "-u": "ignore",
  "--user": "ignore",
  "--retry": "ignore",
  "--retry-delay": "ignore",
  "--cacert": "ignore",
  "-E": "ignore",
  "--cert": "ignore",
  "--key": "ignore",
  "--resolve": "ignore",
  "--connect-to": "ignore",
  "-D": "ignore",
  "--dump-header": "ignore",
};

const switches: ReadonlySet<CurlMeaning> = new Set(["get", "head"]);

/** One option of a command line; `value` is "" for a switch. */
export interface CurlArgument {
  readonly meaning: CurlMeaning;
  readonly value: string;
}

/** Reads a long option, with its value in the next word or after "=". */
function longOption(word: string): { meaning: CurlMeaning | undefined; inline: string | undefined } {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  return { meaning: meanings[name], inline: equals < 0 ? undefined : word.slice(equals + 1) };
}

/** Reads the letters of a short option ("-sSX", "-XPOST"): switches until one that takes a value, which may follow at once. */
function shortOption(word: string): { meaning: CurlMeaning | undefined; inline: string | undefined } {
  for (let index = 1; index < word.length; index++) {
    const meaning = meanings[`-${word[index]}`];
    if (meaning !== undefined) return { meaning, inline: word.slice(index + 1) || undefined };
  }
  return { meaning: undefined, inline: undefined };
}

/** Sorts the words after `curl` into options and addresses. */
export function readCurlArguments(words: readonly string[]): CurlArgument[] {
  const read: CurlArgument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!word.startsWith("-") || word === "-") {
      read.push({ meaning: "url", value: word });
      continue;
    }
    const { meaning, inline } = word.startsWith("--") ? longOption(word) : shortOption(word);
    if (meaning === undefined) continue;
    if (switches.has(meaning)) read.push({ meaning, value: "" });
    else read.push({ meaning, value: inline ?? words[++index] ?? "" });
  }
  return read;
}
