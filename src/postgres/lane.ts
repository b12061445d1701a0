interface Waiting<Job> {
  readonly job: Job;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export interface LaneParts<Job> {
  /** Carries out jobs together, all or none of them. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Whether a job may go with those before it. */
  fits(jobs: readonly Job[], next: Job): boolean;
  /** Of an error that jobs sent together met: whether each may be sent again by itself. */
  undone(error: unknown): boolean;
}

/**
 * Jobs that come while others are on their way wait, and then go together: under load a journey is
 * shared, and alone nobody waits. Whatever fits goes in the order it came.
 */
export class Lane<Job> {
  readonly #parts: LaneParts<Job>;
  #waiting: Waiting<Job>[] = [];
  #busy = false;

  constructor(parts: LaneParts<Job>) {
    this.#parts = parts;
  }

  run(job: Job): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ job, done, failed });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) await this.#send(this.#take());
    this.#busy = false;
  }

  /** The first is always among them, so that none waits for ever. */
  #take(): readonly Waiting<Job>[] {
    const together: Waiting<Job>[] = [];
    const jobs: Job[] = [];
    const left: Waiting<Job>[] = [];
    for (const each of this.#waiting) {
      if (jobs.length > 0 && !this.#parts.fits(jobs, each.job)) left.push(each);
      else {
        together.push(each);
        jobs.push(each.job);
      }
    }
    this.#waiting = left;
    return together;
  }

  async #send(together: readonly Waiting<Job>[]): Promise<void> {
    try {
      await this.#parts.send(together.map(({ job }) => job));
    } catch (error) {
      if (together.length > 1 && this.#parts.undone(error)) {
        for (const each of together) await this.#send([each]);
      } else for (const { failed } of together) failed(error);
      return;
    }
    for (const { done } of together) done();
  }
}
