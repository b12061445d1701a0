/** Something to end when the program ends. */
export type Ending = { name: string; end: () => Promise<void> };

/** Told to stop while still starting: nothing went wrong. */
export class Stopped extends Error {}

/**
 * The things a long-running command has started. A signal ends them in reverse order, each after
 * the one that uses it; a second signal changes nothing, because a terminal or a supervisor that
 * signals the whole process group delivers it twice as a matter of course.
 */
export class Lifecycle {
  readonly #started: Ending[] = [];
  #ending: Promise<void> | undefined;

  /**
   * Registers what was started after everything it relies on. Where the end has come meanwhile, it
   * is ended at once.
   *
   * @throws Stopped in that case, so that nothing further is started
   */
  async started(name: string, end: () => Promise<void>): Promise<void> {
    this.#started.push({ name, end });
    if (this.#ending === undefined) return;
    this.#ending = this.#ending.then(() => this.#endAll());
    await this.#ending;
    throw new Stopped();
  }

  /** Ends everything, once; what fails to end is named and does not keep the rest from ending. */
  end(): Promise<void> {
    this.#ending ??= this.#endAll();
    return this.#ending;
  }

  async #endAll(): Promise<void> {
    for (let last = this.#started.pop(); last; last = this.#started.pop()) {
      try {
        await last.end();
      } catch (error) {
        process.exitCode = 1;
        console.error(`${last.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  /** Ends everything on SIGTERM, SIGINT or SIGHUP. */
  endOnSignals(): void {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => void this.end());
  }
}
