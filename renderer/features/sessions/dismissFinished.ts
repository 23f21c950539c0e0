import { client } from "../../client/client.ts";

/** Takes the record of work away whose result is on screen: nobody needs to be told of it. One that stays until somebody dismisses it does no harm. */
export function dismissFinished(id: string): void {
  void client.jobs.dismiss({ id }).catch(() => undefined);
}
