const ipv4Form = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

export function isIpv4(text: string): boolean {
  return ipv4Form.test(text);
}

/** Groups of one side of "::"; undefined for what is none. */
function groupsOf(side: string): string[] | undefined {
  if (side === "") return [];
  const parts = side.split(":");
  const last = parts.at(-1) ?? "";
  if (last.includes(".")) {
    if (!isIpv4(last)) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = last.split(".").map(Number);
    parts.splice(-1, 1, (a * 256 + b).toString(16), (c * 256 + d).toString(16));
  }
  return parts.every((part) => /^[\da-f]{1,4}$/i.test(part)) ? parts : undefined;
}

/** The eight groups of an IPv6 address in one spelling ("20010db8…"), so that its many spellings are one; undefined for what is none. */
export function ipv6Key(text: string): string | undefined {
  if (text.length > 45) return undefined;
  const sides = text.split("::");
  if (sides.length > 2) return undefined;
  const [head, tail] = sides.map(groupsOf);
  if (!head || (sides.length === 2 && !tail)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (sides.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...(tail ?? [])];
  return groups.map((group) => group.toLowerCase().padStart(4, "0")).join("");
}

const loopback6 = ipv6Key("::1");
const unspecified6 = ipv6Key("::");

/** This machine and no machine: nobody's address. */
export function isLocalAddress(text: string): boolean {
  if (isIpv4(text)) return text.startsWith("127.") || text === "0.0.0.0";
  const key = ipv6Key(text);
  return key !== undefined && (key === loopback6 || key === unspecified6);
}
