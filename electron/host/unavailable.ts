/** A port, a folder or a database that cannot be had. The message is for the person who started the program: which, why, and what to do. */
export class Unavailable extends Error {
  override readonly name: string = "Unavailable";
}
