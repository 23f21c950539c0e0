/** The yardstick: what Node itself can do. Parses the JSON of each request and sends it back. */
import { serveEcho } from "./serveEcho.ts";

serveEcho(({ text, answer }) => answer(text));
