import type { ShellWord } from "./shellCommand.ts";

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
  | "query"
  | "user"
  | "bearer"
  | "form"
  | "upload"
  | "config"
  | "get"
  | "head"
  | "next"
  | "ignore";

/** Options that take a value, and those without one that matter. Every other option is a switch that changes nothing here. */
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
  "--url-query": "query",
  "-u": "user",
  "--user": "user",
  "--oauth2-bearer": "bearer",
  "-F": "form",
  "--form": "form",
  "--form-string": "form",
  "-T": "upload",
  "--upload-file": "upload",
  "-K": "config",
  "--config": "config",
  "-G": "get",
  "--get": "get",
  "-I": "head",
  "--head": "head",
  "-:": "next",
  "--next": "next",
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
  "-r": "ignore",
  "--range": "ignore",
  "-C": "ignore",
  "--continue-at": "ignore",
  "-Y": "ignore",
  "--speed-limit": "ignore",
  "-y": "ignore",
  "--speed-time": "ignore",
  "-z": "ignore",
  "--time-cond": "ignore",
  "-U": "ignore",
  "--proxy-user": "ignore",
  "--proxy-header": "ignore",
  "--preproxy": "ignore",
  "--noproxy": "ignore",
  "--socks5": "ignore",
  "--socks5-hostname": "ignore",
  "--retry-max-time": "ignore",
  "--max-redirs": "ignore",
  "--max-filesize": "ignore",
  "--limit-rate": "ignore",
  "--rate": "ignore",
  "--parallel-max": "ignore",
  "--interface": "ignore",
  "--local-port": "ignore",
  "--dns-servers": "ignore",
  "--doh-url": "ignore",
  "--unix-socket": "ignore",
  "--capath": "ignore",
  "--cert-type": "ignore",
  "--key-type": "ignore",
  "--pass": "ignore",
  "--pinnedpubkey": "ignore",
  "--ciphers": "ignore",
  "--tls13-ciphers": "ignore",
  "--tls-max": "ignore",
  "--curves": "ignore",
  "--proto": "ignore",
  "--proto-default": "ignore",
  "--proto-redir": "ignore",
  "--aws-sigv4": "ignore",
  "--expect100-timeout": "ignore",
  "--happy-eyeballs-timeout-ms": "ignore",
  "--keepalive-time": "ignore",
  "--output-dir": "ignore",
  "--stderr": "ignore",
  "--trace": "ignore",
  "--trace-ascii": "ignore",
  "--trace-config": "ignore",
  "--variable": "ignore",
};

const switches: ReadonlySet<CurlMeaning> = new Set(["get", "head", "next"]);

/** One option of a command line; `value` is "" for a switch. `expansions` are what a shell would have replaced in its word. */
export interface CurlArgument {
  readonly meaning: CurlMeaning;
  readonly value: string;
  readonly expansions: readonly string[];
  /** The command ends before the value. */
  readonly isMissing?: boolean;
}

interface Option {
  readonly meaning: CurlMeaning | undefined;
  /** The value in the same word. */
  readonly inline: string | undefined;
}

/** Reads a long option, with its value in the next word or after "=". */
function longOption(word: string): Option {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  return { meaning: meanings[name], inline: equals < 0 ? undefined : word.slice(equals + 1) };
}

/** Reads the letters of a short option ("-sSX", "-XPOST"): switches up to one that takes a value, which may follow at once. */
function shortOptions(word: string): Option[] {
  const options: Option[] = [];
  for (let index = 1; index < word.length; index++) {
    const meaning = meanings[`-${word[index]}`];
    if (meaning === undefined) continue;
    if (!switches.has(meaning)) return [...options, { meaning, inline: word.slice(index + 1) || undefined }];
    options.push({ meaning, inline: undefined });
  }
  return options;
}

/** The options of one word; an address is one too. */
function optionsOf(word: string): Option[] {
  if (!word.startsWith("-") || word === "-") return [{ meaning: "url", inline: word }];
  return word.startsWith("--") ? [longOption(word)] : shortOptions(word);
}

/** Sorts the words after `curl` into options and addresses. */
export function readCurlArguments(words: readonly ShellWord[]): CurlArgument[] {
  const read: CurlArgument[] = [];
  for (let index = 0; index < words.length; index++) {
    const { text = "", expansions = [] } = words[index] ?? {};
    for (const { meaning, inline } of optionsOf(text)) {
      if (meaning === undefined) continue;
      if (switches.has(meaning) || inline !== undefined) {
        read.push({ meaning, value: inline ?? "", expansions });
        continue;
      }
      const value = words[++index];
      read.push({
        meaning,
        value: value?.text ?? "",
        expansions: value?.expansions ?? expansions,
        ...(!value && { isMissing: true }),
      });
    }
  }
  return read;
}
