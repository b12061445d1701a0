import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActView } from '../../../contract/cases.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import { Instant } from '../Instant.tsx';
import './queue.css';

interface QueueProps {
  readonly label: string;
  readonly rows: readonly ActView[];
  readonly chosen: string | undefined;
  readonly choose: (stream: string) => void;
  readonly empty: ReactNode;
}

/** What waits at a desk, by clock; up and down move, Enter opens beside it. */
export const Queue = ({ label, rows, chosen, choose, empty }: QueueProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]?.focus();
  };
  return (
    <section className="queue" aria-label={label}>
      <h2>{label}</h2>
      {rows.length === 0 && <div className="quiet">{empty}</div>}
      <ul ref={list} onKeyDown={press}>
        {rows.map((row) => (
          <li key={`${row.stream} ${row.act}`}>
            <button
              type="button"
              className="queue-row"
              aria-current={row.stream === chosen}
              onClick={() => choose(row.stream)}
            >
              <span className="row-one">
                {row.first && <strong className="left-breach">{t('case.emergencyMark')} </strong>}
                {row.title ?? (row.categoryName ? say(row.categoryName) : t('case.untitled'))}
                {!row.title && (
                  <span className="quiet">
                    {' '}
                    <Instant at={row.startedAt} />
                  </span>
                )}
              </span>
              <span className="queue-meta">
                <Left tone={row.tone} left={row.left} />
                <span className="quiet">{say(row.placeName)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
