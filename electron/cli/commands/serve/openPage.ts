import { log } from "../../outputStreams.ts";

/** Opens the address in the person's browser; where that does not work, the address is on the terminal already. */
export async function openPage(address: string): Promise<void> {
  const { default: open } = await import("open");
  await open(address).catch((error: Error) =>
    log(`No browser could be opened (${error.message}); open the address by hand.`),
  );
}
