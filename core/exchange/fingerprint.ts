/** Answers with what stands for a key wherever something is kept, for example "ps_test_#3f9a1c0b77de". */
export type Fingerprint = (key: string) => string;

/** The kind of key, then 48 bits of its hash. No key has this form. */
const form = "[a-z]+(?:_[a-z]+)*_#[0-9a-f]{12}";
const whole = new RegExp(`^${form}$`);
const within = new RegExp(`(?<![A-Za-z0-9_])(${form})(?![0-9A-Za-z])`);

/** Whether a secret is the fingerprint of one already. */
export function isFingerprint(secret: string): boolean {
  return whole.test(secret);
}

/** Text and fingerprints in turn, text first; it may be empty. */
export function splitAtFingerprints(text: string): string[] {
  return text.includes("#") ? text.split(within) : [text];
}
