/** Native calls one exchange may have; a bulk request of 10,000 profiles has 10,000. */
const callsPerExchange = 2 ** 20;

/** Key of a native call: the calls of an exchange lie together, in order. */
export function nativePlace(position: number, index: number): number {
  if (index >= callsPerExchange) throw new Error(`An exchange has at most ${callsPerExchange} native calls.`);
  return position * callsPerExchange + index;
}

/** First and last key an exchange's native calls may have. */
export function nativePlaces(position: number): [number, number] {
  return [position * callsPerExchange, (position + 1) * callsPerExchange - 1];
}

export function nativeIndex(place: number): number {
  return place % callsPerExchange;
}
