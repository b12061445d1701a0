import { useSession } from '../../app/session.tsx';
import { showDay } from '../../time/show.ts';
import { useLang } from '../../words/say.ts';

/** A day in the district's zone: what a reporter does has no hour. */
export const useDay = (): ((at: string) => string) => {
  const { zone } = useSession();
  const lang = useLang();
  return (at) => showDay(at, lang, zone);
};
