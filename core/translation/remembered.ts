/**
 * A function of a text that remembers its latest results: traffic names the same few metrics over and over. Of more than `most` texts it begins anew, so that
 * memory stays small whatever is sent.
 */
export function remembered<T>(make: (text: string) => T, most = 500): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (results.size >= most) results.clear();
    results.set(text, made);
    return made;
  };
}
