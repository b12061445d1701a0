import { Lifecycle } from '../lifecycle.ts';
import type { Stores } from './house.ts';
import { type Ended, type Story, storyOf, tell } from './run.ts';

export const STORIES = ['g-district-whistle', 'l-district-sponsorship', 'w-county-call'] as const;

export interface Played extends Omit<Ended, 'house'> {
  readonly prose: string;
}

/** Plays a story to its end; whatever it started has ended by then. */
export async function played(
  name: string,
  open: (life: Lifecycle) => Promise<Stores>,
  { lang = 'zh', change }: { lang?: 'zh' | 'en'; change?: (story: Story) => Story } = {},
): Promise<Played> {
  const life = new Lifecycle();
  const prose: string[] = [];
  try {
    const story = storyOf(name);
    const print = (piece: string) => void prose.push(piece);
    const { wrong, sound } = await tell(change?.(story) ?? story, await open(life), life, {
      lang,
      print,
    });
    return { wrong, sound, prose: prose.join('\n') };
  } finally {
    await life.end();
  }
}
