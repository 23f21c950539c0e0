/** The times of a key's requests, oldest first: a ring that grows by doubling. */
export class RequestLog {
  #times = new Float64Array(16);
  #first = 0;
  size = 0;

  add(time: number): void {
    if (this.size === this.#times.length) this.#grow();
    this.#times[(this.#first + this.size) % this.#times.length] = time;
    this.size += 1;
  }

  oldest(): number | undefined {
    return this.size === 0 ? undefined : this.#times[this.#first];
  }

  /** Forgets the requests at or before `time`. */
  dropUntil(time: number): void {
    for (let oldest = this.oldest(); oldest !== undefined && oldest <= time; oldest = this.oldest()) {
      this.#first = (this.#first + 1) % this.#times.length;
      this.size -= 1;
    }
  }

  #grow(): void {
    const grown = new Float64Array(this.#times.length * 2);
    grown.set(this.#times.subarray(this.#first));
    grown.set(this.#times.subarray(0, this.#first), this.#times.length - this.#first);
    this.#times = grown;
    this.#first = 0;
  }
}
