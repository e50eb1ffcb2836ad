/** The time at which a sandbox starts by default, so that every run is the same. */
export const defaultStart = Date.UTC(2026, 4, 4, 9);

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export interface ClockOptions {
  readonly start?: Date;
  /** How fast the clock runs compared with real time. By default it stands still, and only `advance` moves it. */
  readonly speed?: number;
}

export interface Duration {
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** The sandbox's own time. Nothing runs in the background: studies catch up with it when they are read. */
export class Clock {
  readonly #start: number;
  readonly #speed: number;
  readonly #realStart = performance.now();
  #advanced = 0;

  constructor({ start = new Date(defaultStart), speed = 0 }: ClockOptions = {}) {
    this.#start = start.getTime();
    this.#speed = speed;
  }

  /** In ms since the epoch. */
  get now(): number {
    const elapsed = (performance.now() - this.#realStart) * this.#speed;
    return this.#start + Math.floor(elapsed) + this.#advanced;
  }

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Duration): void {
    this.#advanced += seconds * 1000 + minutes * minuteMs + hours * hourMs + days * dayMs;
  }
}
