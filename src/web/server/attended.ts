/** After so long without a key, a click or a touch, nobody is taken to be at the screen. */
const UNATTENDED = 2 * 60_000;

let last = Date.now();
const seen = (): void => {
  last = Date.now();
};

/**
 * Whether somebody is there. A screen goes on asking while nobody is, so that it shows the truth
 * when they come back; but that must not keep their session alive.
 */
export const attended = (): boolean => Date.now() - last < UNATTENDED;

for (const act of ['keydown', 'pointerdown', 'pointermove'] as const) {
  addEventListener(act, seen, { passive: true });
}
