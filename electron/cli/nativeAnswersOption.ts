import { Option } from "commander";

/** A bulk request is answered before its native calls are: only their own answers tell how those went. */
export function nativeAnswersOption(): Option {
  return new Option(
    "--native-answers",
    "compare what the native calls were answered as well, where both sides have their calls on record",
  ).default(false);
}
