import { useTranslation } from 'react-i18next';
import type { ClockView } from '../../../contract/cases.ts';
import { countdownOf, isSoon } from '../../time/countdown.ts';
import { type Anchor, usePresent } from '../../time/ticking.ts';
import { useLang } from '../../words/say.ts';
import { Left, type Tone } from './Left.tsx';

interface CountdownProps {
  readonly clock: ClockView;
  /** Counted from the answer the clock came in, never from the device's own clock. */
  readonly from: Anchor;
}

const toneNow = (clock: ClockView, present: number): Tone => {
  if (clock.tone !== 'running' && clock.tone !== 'soon') return clock.tone;
  if (present >= Date.parse(clock.dueAt)) return 'breach';
  return isSoon(clock.startedAt, clock.dueAt, present) ? 'soon' : clock.tone;
};

/** A running clock, told to the second where it is near; what does not run stands in words. */
export const Countdown = ({ clock, from }: CountdownProps) => {
  const { t } = useTranslation();
  const lang = useLang();
  const present = usePresent(from);
  const ms = Date.parse(clock.dueAt) - present;
  const count = countdownOf(ms);
  if (clock.status !== 'running' || count.kind === 'far') {
    return <Left tone={clock.tone} left={clock.left} />;
  }
  const time =
    count.kind === 'hours'
      ? t('countdown.hours', { hours: count.hours, minutes: count.minutes })
      : t('countdown.minutes', { minutes: count.minutes, seconds: count.seconds });
  const words = t(ms > 0 ? 'countdown.left' : 'countdown.over', { time });
  const tone = toneNow(clock, present);
  return (
    <span role="timer" className="countdown">
      <Left tone={tone} left={lang === 'zh' ? { zh: words, en: '' } : { zh: '', en: words }} />
    </span>
  );
};
