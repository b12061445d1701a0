import { useSession } from '../app/session.tsx';
import { showDated, showInstant } from '../time/show.ts';
import { useLang } from '../words/say.ts';

interface Props {
  readonly at: string;
  readonly dated?: boolean;
  /** It ends something: a promise, a term. */
  readonly ending?: boolean;
}

/**
 * An instant in the district's zone, machine-readable as well. On paper, and on what is made to
 * become paper, "today" means nothing: there the whole date stands.
 */
export const Instant = ({ at, dated = false, ending = false }: Props) => {
  const { now, zone } = useSession();
  const lang = useLang();
  const whole = showDated(at, lang, zone, ending);
  return (
    <time className="number" dateTime={at}>
      {dated ? (
        whole
      ) : (
        <>
          <span className="on-screen">{showInstant(at, now, lang, zone, ending)}</span>
          <span className="on-paper">{whole}</span>
        </>
      )}
    </time>
  );
};
