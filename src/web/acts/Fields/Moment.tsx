import { useSession } from '../../app/session.tsx';
import { instantAt, wall } from '../../time/zone.ts';

interface MomentProps {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly value: string | undefined;
  readonly change: (value: string | undefined) => void;
}

const typedAt = (iso: string | undefined, zone: string): string => {
  if (!iso) return '';
  const { date, time } = wall(Date.parse(iso), zone);
  return `${date}T${time}`;
};

/** A day and a time on the district's clocks, sent as an instant. */
export const Moment = ({ id, describedBy, value, change }: MomentProps) => {
  const { zone } = useSession();
  return (
    <input
      id={id}
      className="field-box"
      type="datetime-local"
      aria-describedby={describedBy}
      value={typedAt(value, zone)}
      onChange={(event) => {
        const typed = event.target.value;
        change(typed === '' ? undefined : new Date(instantAt(typed, zone)).toISOString());
      }}
    />
  );
};
