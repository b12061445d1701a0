import type { ClockView } from '../../../contract/cases.ts';
import type { Text } from '../../../contract/common.ts';
import { useSay } from '../../words/say.ts';
import './clock.css';

export type Tone = ClockView['tone'];

/** Shape says it again for whoever does not see the colour; the words say it to everybody. */
const shapes: Record<Tone, string> = {
  breach: '●',
  soon: '◐',
  running: '○',
  suspended: '‖',
  provisional: '◌',
  done: '✓',
};

/** A matter's clock as it stands everywhere: shape, then time left in words. */
export const Left = ({ tone, left }: { tone: Tone | null; left: Text | null }) => {
  const say = useSay();
  if (!tone || !left) return <span className="quiet">—</span>;
  return (
    <span className={`left left-${tone}`}>
      <span aria-hidden="true" className="left-shape">
        {shapes[tone]}
      </span>
      {say(left)}
    </span>
  );
};
