/** What two identifiers of one kind have in common when they name the same person: of an email the letters in any case (assumed), of any other all of it. */
export function identityKey(name: string, value: string): string {
  return name === "email" ? value.toLowerCase() : value;
}
