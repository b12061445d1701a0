import { useSession } from '../app/session.tsx';
import { showInstant } from '../time/show.ts';
import { DISTRICT_ZONE } from '../time/zone.ts';
import { useLang } from '../words/say.ts';

/** An instant in the district's zone, machine-readable as well. */
export const Instant = ({ at }: { at: string }) => {
  const { now } = useSession();
  return (
    <time className="number" dateTime={at}>
      {showInstant(at, now, useLang(), DISTRICT_ZONE)}
    </time>
  );
};
